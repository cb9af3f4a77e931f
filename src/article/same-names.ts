import type { Lexicon, LexiconEntry } from './lexicon.ts'
import type { WordingRequest } from './wording-requests.ts'

/** A wording that names others than most that tell the same. */
export interface OddOne {
  readonly id: string
  /** Name slots it has and the others have not, and the other way round; sorted. */
  readonly more: readonly string[]
  readonly fewer: readonly string[]
  /** One of the others, in whichever language. */
  readonly example: string
}

/** Slots that hold the names of another, only under some condition: who prints one has named the other. */
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
/** Agreement alone speaks of nobody. */
const AGREEMENT = 'agree'
/** Forms that point back to somebody named before, « il », "the group", nothing at all: as good as a name, and as none. */
const BACK: ReadonlySet<string> = new Set(['hidden', 'pronoun', 'short', 'called'])

/**
 * Wordings of one thing asked that tell the same news in every language are chosen between by chance: they must name the
 * same people, companies, services and places, or an article names somebody in one language and not in another. Of those
 * that differ, the fewer are the odd ones. `titles` are moves that may leave names out.
 */
export function oddNames(lexicons: readonly Lexicon[], language: string, titles: ReadonlySet<string>): OddOne[] {
  const own = lexicons.find(lexicon => lexicon.language === language)
  const odd = new Map<string, OddOne>()
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

/** The slots by whose number a wording is preferred: news, and who is wanted. */
function newsIn(entry: LexiconEntry, { slots }: WordingRequest): string {
  const weighed = entry.slots.filter(({ name }) => slots.get(name)?.news || slots.get(name)?.wanted)
  return [...new Set(weighed.map(({ name }) => name))].sort().join(' ')
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

/** Sorts things into groups by a key, each in the order in which it comes. */
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
