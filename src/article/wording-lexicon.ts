import type { Variants } from './realise-article.ts'
import { type Condition, compileWording, conditionsOf, slotsOf, type Wording } from './wording.ts'
import type { WordingRequest, WordingRequests } from './wording-requests.ts'

/** A slot as a wording names it. */
export type SlotUse = ReturnType<typeof slotsOf>[number]

/** A wording as it stands in a file, and the requests it answers. */
export interface LexiconEntry {
  readonly id: string
  readonly text: string
  /** Every slot it names, and the required ones. */
  readonly slots: readonly SlotUse[]
  readonly required: readonly SlotUse[]
  /** Every condition it names, and those of the whole wording. */
  readonly conditions: readonly Condition[]
  readonly presupposes: readonly Condition[]
  /** Characters it has without any slot or optional group. */
  readonly least: number
  /** Absent when its brackets, slots or conditions cannot be parsed. */
  readonly wording?: Wording
  readonly asks: readonly WordingRequest[]
}

/** Every wording of a language that something requests, by id; and the wordings each request chooses from. */
export interface Lexicon {
  readonly language: string
  readonly entries: ReadonlyMap<string, LexiconEntry>
  readonly choices: ReadonlyMap<WordingRequest, readonly LexiconEntry[]>
  /** Ids of wordings that a slot or a format looks up by itself. */
  readonly terms: ReadonlySet<string>
}

/** Numbers of every plural category there is, in the languages of the world. */
const COUNTS = [0, 1, 2, 3, 5, 6, 11, 20, 100, 1_000_000, 1.5]

/** Looks up every request in a language, by the same rules of plural and context as when an article is realised. */
export function lexiconOf(language: string, variants: Variants, { asks, terms }: WordingRequests): Lexicon {
  const found = new Map<string, { text: string; asks: Set<WordingRequest> }>()
  const idsOf = new Map<WordingRequest, string[]>()
  for (const ask of asks) {
    const { key, context, counted } = ask
    const choice = context === undefined ? {} : { context }
    const all = (counted ? COUNTS : [undefined]).flatMap(count =>
      variants(key, count === undefined ? choice : { ...choice, count }),
    )
    for (const { id, text } of all) {
      const known = found.get(id) ?? { text, asks: new Set() }
      found.set(id, known)
      known.asks.add(ask)
    }
    idsOf.set(ask, [...new Set(all.map(({ id }) => id))])
  }
  const named = [...terms].flatMap(key => [...variants(key, {}), ...COUNTS.flatMap(count => variants(key, { count }))])
  const entries = new Map([...found].map(([id, { text, asks }]) => [id, entryOf(id, text, [...asks])]))
  for (const { id, text } of named) if (!entries.has(id)) entries.set(id, entryOf(id, text, []))
  return {
    language,
    entries,
    choices: new Map([...idsOf].map(([ask, ids]) => [ask, ids.flatMap(id => entries.get(id) ?? [])])),
    terms: new Set(named.map(({ id }) => id)),
  }
}

/** A wording as it stands, compiled if it can be. */
export function entryOf(id: string, text: string, asks: readonly WordingRequest[]): LexiconEntry {
  try {
    const wording = compileWording(id, text)
    const { segments, conditions: presupposes } = wording
    const required = slotsOf(segments.filter(({ kind }) => kind === 'slot'))
    const least = segments.reduce((sum, one) => sum + (one.kind === 'words' ? one.text.length : 0), 0)
    const conditions = conditionsOf(wording)
    return { id, text, asks, slots: slotsOf(segments), required, conditions, presupposes, least, wording }
  } catch {
    return { id, text, asks, slots: [], required: [], conditions: [], presupposes: [], least: 0 }
  }
}
