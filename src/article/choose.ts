import type { Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import type { Said } from './fill.ts'
import { hash } from './hash.ts'

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

/**
 * The best of several ways: most news and who says it; then what is worth saying once, once; then one that the text has not used; then one that does not begin
 * like the sentence before; among equals the highest hash of seed and wording, so that a rebuild takes the same and a new
 * wording moves few stories.
 */
export function choose<C extends Candidate>(candidates: readonly C[], seed: string, worn: Worn): C | undefined {
  let best: { candidate: C; rank: readonly number[] } | undefined
  for (const candidate of candidates) {
    const { said, sentence } = candidate
    const rank = [
      said.news.size + said.wanted.size,
      [...said.sparing].reduce((sum, slot) => sum + (worn.slots.has(slot) ? -1 : 1), 0),
      worn.wordings.has(sentence.wording) ? 0 : 1,
      worn.openings.includes(openingOf(sentence)) ? 0 : 1,
      hash(`${seed} ${sentence.wording}`),
    ]
    if (!best || isHigher(rank, best.rank)) best = { candidate, rank }
  }
  return best?.candidate
}

function isHigher(rank: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of rank.entries()) {
    const difference = value - (other[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** How a sentence begins, as the ear notices it: its first two words. */
export function openingOf({ text }: Pick<Sentence, 'text'>): string {
  return text.split(/\s+/u, 2).join(' ').replaceAll('’', "'").toLowerCase()
}
