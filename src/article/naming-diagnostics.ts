import type { Lexicon, LexiconEntry } from './wording-lexicon.ts'
import type { WordingRequest } from './wording-requests.ts'

/** A wording that names others than most wordings with the same news. */
export interface OddWording {
  readonly id: string
  /** Name slots that it has and the others lack, and the other way round; sorted. */
  readonly more: readonly string[]
  readonly fewer: readonly string[]
  /** One of the others, in whichever language. */
  readonly example: string
}

/** Slots that hold the names of another slot under some condition: printing one names the other. */
const SAME_NAMES: Readonly<Record<string, string>> = {
  brand: 'services',
  numbers: 'services',
  firm: 'services',
  owner: 'company',
  described: 'company',
  there: 'on',
}
/** Kinds of slots that hold names. */
const NAMING: ReadonlySet<string> = new Set(['names', 'speaker', 'parts'])
/** A form that only agrees names nobody. */
const AGREEMENT = 'agree'
/**
 * Forms that refer back to somebody named before, « il », "the group", or print nothing: they count both as named and
 * as not.
 */
const BACK: ReadonlySet<string> = new Set(['hidden', 'pronoun', 'short', 'called'])

/**
 * Wordings for one request that tell the same news in any language are chosen between by hash: they must name the same
 * people, companies, services and places, or an article names somebody in one language and not in another. Of those
 * that differ, the minority is reported. `titles` are moves that may leave names out.
 */
export function oddNames(lexicons: readonly Lexicon[], language: string, titles: ReadonlySet<string>): OddWording[] {
  const own = lexicons.find(lexicon => lexicon.language === language)
  const odd = new Map<string, OddWording>()
  for (const [ask, ownChoices] of own?.choices ?? []) {
    if (titles.has(ask.move) || ownChoices.length === 0) continue
    const all = lexicons
      .flatMap(({ choices }) => choices.get(ask) ?? [])
      .filter(({ required }) => required.every(({ name }) => ask.slots.has(name)))
    for (const alike of grouped(all, entry => newsIn(entry, ask)).values()) {
      const byNames = [...grouped(alike, entry => namesIn(entry, ask).join(' ')).values()]
      const [most = []] = byNames.sort((a, b) => b.length - a.length)
      const example = most.find(entry => ownChoices.includes(entry)) ?? most[0]
      const others = example ? namesIn(example, ask) : []
      const back = new Set(most.flatMap(entry => namesIn(entry, ask, BACK)))
      for (const entry of alike) {
        const names = namesIn(entry, ask)
        const own = new Set([...names, ...namesIn(entry, ask, BACK)])
        const more = names.filter(name => !others.includes(name) && !back.has(name))
        const fewer = others.filter(name => !own.has(name))
        if (more.length + fewer.length === 0 || !example || !ownChoices.includes(entry)) continue
        if (!odd.has(entry.id)) odd.set(entry.id, { id: entry.id, more, fewer, example: example.text })
      }
    }
  }
  return [...odd.values()]
}

/** The slots whose number ranks a wording: news and wanted ones. */
function newsIn(entry: LexiconEntry, { slots }: WordingRequest): string {
  const weighed = entry.slots.filter(({ name }) => slots.get(name)?.news || slots.get(name)?.wanted)
  const presupposed = entry.presupposes.map(({ name, not }) => `?${not ? '!' : ''}${name}`)
  return [...new Set(weighed.map(({ name }) => name)), ...presupposed].sort().join(' ')
}

/** Slots whose names are printed; or those in the forms asked for. */
function namesIn(entry: LexiconEntry, { slots }: WordingRequest, forms?: ReadonlySet<string>): string[] {
  const named = entry.slots.filter(
    ({ name, format }) =>
      (forms ? forms.has(format) : format !== AGREEMENT && !BACK.has(format)) &&
      slots.get(name)?.kinds.some(kind => NAMING.has(kind)),
  )
  return [...new Set(named.map(({ name }) => SAME_NAMES[name] ?? name))].sort()
}

/** Groups by a key, in the order of first occurrence. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
