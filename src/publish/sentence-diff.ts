import { sentenceSegments } from '../foundation/split-sentences.ts'
import { difference } from '../foundation/text-diff.ts'

/** A sentence that stays, is removed or added, in reading order. */
export interface SentenceChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * The difference of two texts, sentence by sentence. A line is a paragraph; sentences end by the rules of the
 * language.
 *
 * @param lang BCP 47 tag of both
 */
export function sentenceChanges(before: string, after: string, lang: string): SentenceChange[] {
  return difference(sentencesOf(before, lang), sentencesOf(after, lang), sentence => sentence).map(step =>
    step.kind === 'come' ? { kind: 'new', text: step.new } : { kind: step.kind, text: step.old },
  )
}

function sentencesOf(prose: string, lang: string): string[] {
  return prose
    .split('\n')
    .flatMap(line => sentenceSegments(line, lang).map(segment => segment.trim()))
    .filter(text => text !== '')
}
