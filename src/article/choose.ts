import type { Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import type { Said } from './fill.ts'
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
 * the text has not used; then one that does not begin like the sentences before; among equals the highest hash of seed
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
  const hopes = wordings
    .flatMap(wording => hopeOf(wording, matter) ?? [])
    .sort((one, other) => compare(other.rank, one.rank))
  let best: { candidate: C; rank: Rank } | undefined
  for (const { wording, rank: hoped } of hopes) {
    if (best && compare(best.rank, hoped) >= 0) break
    const candidate = filled(wording)
    if (!candidate) continue
    const rank = rankOf(candidate, matter, hoped)
    if (!best || compare(rank, best.rank) > 0) best = { candidate, rank }
  }
  return best?.candidate
}

function rankOf({ said, sentence }: Candidate, { worn }: Matter, [, , unused, , lot]: Rank): Rank {
  let sparing = 0
  for (const slot of said.sparing) sparing += worn.slots.has(slot) ? -1 : 1
  return [said.news.size + said.wanted.size, sparing, unused, worn.openings.includes(openingOf(sentence)) ? 0 : 1, lot]
}

/** What a wording could be at best; nothing when a slot it cannot do without is missing or told, or no news is in it. */
function hopeOf(wording: Wording, { seed, worn, slots, told, needsNews }: Matter) {
  const firm = new Set<Slot>()
  if (!gather(wording.segments, slots, told, firm)) return undefined
  const loose = new Set<Slot>()
  for (const segment of wording.segments) {
    if (segment.kind === 'group') gatherLoose(segment.segments, slots, told, loose)
  }
  let [telling, sparing, news] = [0, 0, 0]
  const weigh = (slot: Slot, surely: boolean) => {
    if (slot.once) news += 1
    telling += (slot.once ? 1 : 0) + (slot.wanted ? 1 : 0)
    if (slot.sparing) sparing += !worn.slots.has(slot) ? 1 : surely ? -1 : 0
  }
  for (const slot of firm) weigh(slot, true)
  for (const slot of loose) if (!firm.has(slot)) weigh(slot, false)
  if (needsNews && news === 0) return undefined
  const rank: Rank = [telling, sparing, worn.wordings.has(wording.id) ? 0 : 1, 1, hash(`${seed} ${wording.id}`)]
  return { wording, rank }
}

/** The slots that stand in the open; whether each can be filled at all. */
function gather(segments: readonly Segment[], slots: Matter['slots'], told: Matter['told'], into: Set<Slot>): boolean {
  for (const segment of segments) {
    if (segment.kind !== 'slot') continue
    const slot = slots[segment.name]
    if (!slot || (slot.once && told.has(slot))) return false
    into.add(slot)
  }
  return true
}

/** The slots of an optional group and of the groups in it, where they could be filled. */
function gatherLoose(
  segments: readonly Segment[],
  slots: Matter['slots'],
  told: Matter['told'],
  into: Set<Slot>,
): void {
  const here = new Set<Slot>()
  if (!gather(segments, slots, told, here)) return
  for (const slot of here) into.add(slot)
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

/** How a sentence begins, as the ear notices it: its first two words. */
export function openingOf({ text }: Pick<Sentence, 'text'>): string {
  return text.split(/\s+/u, 2).join(' ').replaceAll('’', "'").toLowerCase()
}
