import type { Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import { type Said, tellable } from './fill.ts'
import { hash } from './hash.ts'
import type { Segment, Wording } from './wording.ts'

/** A way to say something that could be taken. */
export interface Candidate {
  readonly said: Said
  readonly sentence: Pick<Sentence, 'text' | 'wording'>
}

/** What a text has worn out: wordings taken, and how its last sentences began. */
export interface Worn {
  readonly wordings: ReadonlySet<string>
  /** What was worth saying once and has been said. */
  readonly slots: ReadonlySet<Slot>
  readonly openings: readonly string[]
}

/** What there is to tell when a wording is to be chosen. */
export interface Matter {
  readonly seed: string
  readonly worn: Worn
  readonly slots: Readonly<Record<string, Slot>>
  /** News that the text has told already. */
  readonly told: ReadonlySet<Slot>
  /** A wording without news is of no use. */
  readonly needsNews: boolean
}

/**
 * How good a way is, the weightier first: most news and who says it; then what is worth saying once, once; then one that
 * the text has not used; then one that begins with a word, and not like the sentences before; among equals the highest hash of seed
 * and wording, so that a rebuild takes the same and a new wording moves few stories.
 */
type Rank = readonly [telling: number, sparing: number, unused: number, opening: number, lot: number]

/**
 * The best of several ways to say something, or nothing. Filling a wording is dear and knowing the most it could tell is
 * cheap: wordings are filled in the order of what each could be at best, until no other can be better.
 *
 * @param filled a wording filled; nothing when it cannot be, or when it is of no use here
 */
export function choose<C extends Candidate>(
  wordings: readonly Wording[],
  matter: Matter,
  filled: (wording: Wording) => C | undefined,
): C | undefined {
  const hopes: Hope[] = []
  for (const wording of wordings) {
    const hope = hopeOf(wording, matter)
    if (hope) hopes.push(hope)
  }
  const [only, another] = hopes
  if (!another) return only && filled(only.wording)
  let best: { candidate: C; rank: Rank } | undefined
  for (const { wording, rank: hoped } of ranked(hopes, matter)) {
    if (best && compare(best.rank, hoped) >= 0) break
    const candidate = filled(wording)
    if (!candidate) continue
    const rank = rankOf(candidate, matter, hoped)
    if (!best || compare(rank, best.rank) > 0) best = { candidate, rank }
  }
  return best?.candidate
}

/** What a wording could tell at best: how much, and how much of it that is worth saying once. */
interface Hope {
  readonly wording: Wording
  readonly telling: number
  readonly sparing: number
}

function ranked(hopes: readonly Hope[], { seed, worn }: Matter): { wording: Wording; rank: Rank }[] {
  return hopes
    .map(({ wording, telling, sparing }) => {
      const rank: Rank = [telling, sparing, worn.wordings.has(wording.id) ? 0 : 1, 1, hash(`${seed} ${wording.id}`)]
      return { wording, rank }
    })
    .sort((one, other) => compare(other.rank, one.rank))
}

function rankOf({ said, sentence }: Candidate, { worn }: Matter, [, , unused, , lot]: Rank): Rank {
  let sparing = 0
  for (const slot of said.sparing) sparing += worn.slots.has(slot) ? -1 : 1
  const opening = BEGINS_WITH_FIGURE.test(sentence.text) || worn.openings.includes(openingOf(sentence)) ? 0 : 1
  return [said.news.length + said.wanted.length, sparing, unused, opening, lot]
}

/** Nothing when a slot that the wording cannot do without is missing or told, or when there would be no news in it. */
function hopeOf(wording: Wording, { worn, slots, told, needsNews }: Matter): Hope | undefined {
  const found: Slot[] = []
  if (!gather(wording.segments, slots, told, found)) return undefined
  const firm = found.length
  for (const segment of wording.segments) {
    if (segment.kind === 'group') gatherLoose(segment.segments, slots, told, found)
  }
  let [telling, sparing, news] = [0, 0, 0]
  for (let at = 0; at < found.length; at += 1) {
    const slot = found[at]
    if (!slot || found.indexOf(slot) < at) continue
    if (slot.once) news += 1
    telling += (slot.once ? 1 : 0) + (slot.wanted ? 1 : 0)
    if (slot.sparing) sparing += !worn.slots.has(slot) ? 1 : at < firm ? -1 : 0
  }
  return needsNews && news === 0 ? undefined : { wording, telling, sparing }
}

/** Adds the slots that stand in the open; whether each can be filled at all. */
function gather(segments: readonly Segment[], slots: Matter['slots'], told: Matter['told'], into: Slot[]): boolean {
  for (const segment of segments) {
    if (segment.kind !== 'slot') continue
    const slot = tellable(slots, segment.name, told)
    if (!slot) return false
    into.push(slot)
  }
  return true
}

/** Adds the slots of an optional group and of the groups in it, where they could be filled. */
function gatherLoose(segments: readonly Segment[], slots: Matter['slots'], told: Matter['told'], into: Slot[]): void {
  const before = into.length
  if (!gather(segments, slots, told, into)) {
    into.length = before
    return
  }
  for (const segment of segments) {
    if (segment.kind === 'group') gatherLoose(segment.segments, slots, told, into)
  }
}

function compare(one: Rank, other: Rank): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const BEGINS_WITH_FIGURE = /^\d/u

/** How a sentence begins, as the ear notices it: its first two words, without the mark that may close them. */
export function openingOf({ text }: Pick<Sentence, 'text'>): string {
  return text.split(/\s+/u, 2).join(' ').replaceAll('’', "'").replace(/[,;:]/g, '').toLowerCase()
}
