import { hash } from '../foundation/string-hash.ts'
import type { Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import { canTell, type FilledWording } from './fill-wording.ts'
import type { Needs, Wording } from './wording.ts'

/** A way to say something that could be taken. */
export interface WordingCandidate {
  readonly said: FilledWording
  readonly sentence: Pick<Sentence, 'text' | 'wording'>
}

/** What a text has worn out: wordings taken, and how its last sentences began. */
export interface UsedWordings {
  readonly wordings: ReadonlySet<string>
  /** What was worth saying once and has been said. */
  readonly slots: ReadonlySet<Slot>
  readonly openings: readonly string[]
}

/** What there is to tell when a wording is to be chosen. */
export interface ChoiceMatter {
  readonly seed: string
  readonly worn: UsedWordings
  readonly slots: Readonly<Record<string, Slot>>
  /** News that the text has told already. */
  readonly told: ReadonlySet<Slot>
  /** A wording without news is of no use. */
  readonly needsNews: boolean
}

/**
 * How good a way is, the weightier first: most news and who says it; then what is worth saying once, once; then one that
 * the text has not used; then one that begins with a word, and not like the sentences before; then one in which no word
 * comes back (« la panne est due à une panne »); among equals the highest hash of seed and wording, so that a rebuild takes
 * the same and a new wording moves few stories.
 */
interface Rank {
  readonly realisation: number
  readonly sparing: number
  readonly unused: number
  readonly opening: number
  /** Asked only among equals, like the lot. */
  readonly echo: () => number
  readonly lot: () => number
}

/** A wording and how good it could be at best. */
interface Hope extends Rank {
  readonly wording: Wording
}

/**
 * The best of several ways to say something, or nothing. Filling a wording is dear and knowing the most it could tell is
 * cheap: wordings are filled in the order of what each could be at best, until no other can be better.
 *
 * @param filled a wording filled; nothing when it cannot be, or when it is of no use here
 */
export function choose<C extends WordingCandidate>(
  wordings: readonly Wording[],
  matter: ChoiceMatter,
  filled: (wording: Wording) => C | undefined,
): C | undefined {
  const hopes: Hope[] = []
  for (const wording of wordings) {
    const hope = hopeOf(wording, matter)
    if (hope) hopes.push(hope)
  }
  let best: { candidate: C; rank: Rank } | undefined
  for (let hope = takeBest(hopes); hope; hope = takeBest(hopes)) {
    if (best && compare(best.rank, hope) >= 0) break
    const candidate = filled(hope.wording)
    if (!candidate) continue
    // The only one left needs no rank.
    if (!best && hopes.length === 0) return candidate
    const rank = rankOf(candidate, matter, hope)
    if (!best || compare(rank, best.rank) > 0) best = { candidate, rank }
  }
  return best?.candidate
}

/** Takes the most hopeful one out of the list. */
function takeBest(hopes: Hope[]): Hope | undefined {
  let found = 0
  for (let at = 1; at < hopes.length; at += 1) {
    const [one, other] = [hopes[at], hopes[found]]
    if (one && other && compare(one, other) > 0) found = at
  }
  return hopes.splice(found, 1)[0]
}

function rankOf({ said, sentence }: WordingCandidate, { worn }: ChoiceMatter, { unused, lot }: Hope): Rank {
  let sparing = 0
  for (const slot of said.sparing) sparing += worn.slots.has(slot) ? -1 : 1
  const opening = BEGINS_WITH_FIGURE.test(sentence.text) || worn.openings.includes(openingOf(sentence)) ? 0 : 1
  let heard: number | undefined
  const echo = () => {
    heard ??= echoes(sentence.text) ? 0 : 1
    return heard
  }
  return { realisation: said.news.length + said.wanted.length, sparing, unused, opening, echo, lot }
}

/** Nothing when a slot that the wording cannot do without is missing or told, or when there would be no news in it. */
function hopeOf(wording: Wording, { seed, worn, slots, told, needsNews }: ChoiceMatter): Hope | undefined {
  const { names, groups } = wording.needs
  const found: Slot[] = []
  if (!gather(names, slots, told, found)) return undefined
  const firm = found.length
  for (const group of groups) gatherLoose(group, slots, told, found)
  let realisation = 0
  let sparing = 0
  let news = 0
  for (let at = 0; at < found.length; at += 1) {
    const slot = found[at]
    if (!slot || found.indexOf(slot) < at) continue
    if (slot.once) news += 1
    realisation += (slot.once ? 1 : 0) + (slot.wanted ? 1 : 0)
    if (slot.sparing) sparing += !worn.slots.has(slot) ? 1 : at < firm ? -1 : 0
  }
  if (needsNews && news === 0) return undefined
  let drawn: number | undefined
  const lot = () => {
    drawn ??= hash(`${seed} ${wording.id}`)
    return drawn
  }
  return { wording, realisation, sparing, unused: worn.wordings.has(wording.id) ? 0 : 1, opening: 1, echo: noEcho, lot }
}

const noEcho = () => 1

/** Adds the slots of some names; whether each can be filled at all. */
function gather(
  names: readonly string[],
  slots: ChoiceMatter['slots'],
  told: ChoiceMatter['told'],
  into: Slot[],
): boolean {
  for (const name of names) {
    const slot = canTell(slots, name, told)
    if (!slot) return false
    into.push(slot)
  }
  return true
}

/** Adds the slots of an optional group and of the groups in it, where they could be filled. */
function gatherLoose(
  { names, groups }: Needs,
  slots: ChoiceMatter['slots'],
  told: ChoiceMatter['told'],
  into: Slot[],
): void {
  const before = into.length
  if (!gather(names, slots, told, into)) {
    into.length = before
    return
  }
  for (const group of groups) gatherLoose(group, slots, told, into)
}

function compare(one: Rank, other: Rank): number {
  return (
    one.realisation - other.realisation ||
    one.sparing - other.sparing ||
    one.unused - other.unused ||
    one.opening - other.opening ||
    one.echo() - other.echo() ||
    one.lot() - other.lot()
  )
}

const BEGINS_WITH_FIGURE = /^\d/u

/**
 * Does a long word of the language (no name) come back within a sentence? Words of the same length are one up to their last
 * two letters, others when they are short (« panne », « pannes »). Asked of every sentence that could be taken: it is read
 * letter by letter, since patterns of Unicode classes cost ten times as much.
 */
export function echoes(text: string): boolean {
  const heard = new Set<string>()
  let at = 0
  while (at < text.length) {
    const start = at
    while (at < text.length && isSmall(text.charCodeAt(at))) at += 1
    const length = at - start
    if (length >= STEM) {
      const stem = text.slice(start, start + Math.max(STEM, length - 2))
      if (heard.has(stem)) return true
      heard.add(stem)
    }
    // The rest of a word that holds a capital, then what is no word.
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    while (at < text.length && !isLetter(text.charCodeAt(at))) at += 1
  }
  return false
}

const STEM = 5
/** Letters of ASCII by their codes; beyond it the language's own tables are asked. */
const isSmall = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code > 127 && SMALL.test(String.fromCharCode(code)))
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 127 && LETTER.test(String.fromCharCode(code)))
const SMALL = /\p{Ll}/u
const LETTER = /\p{L}/u

/** How a sentence begins, as the ear notices it: its first two words, without the mark that may close them. */
export function openingOf({ text }: Pick<Sentence, 'text'>): string {
  const two = FIRST_TWO.exec(text)
  const words = two ? `${two[1]} ${two[2]}` : text
  return words.replaceAll('’', "'").replace(/[,;:]/g, '').toLowerCase()
}

const FIRST_TWO = /^(\S*)\s+(\S*)/u
