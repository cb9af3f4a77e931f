/** A sentence that stays, goes or comes, in the order of reading. */
export interface SentenceChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * The difference of two proses, sentence by sentence. A line is a paragraph; sentences end where the language says.
 *
 * @param lang BCP 47 tag of both
 */
export function sentenceChanges(before: string, after: string, lang: string): SentenceChange[] {
  return changes(sentencesOf(before, lang), sentencesOf(after, lang))
}

const segmenters = new Map<string, Intl.Segmenter>()

function sentencesOf(prose: string, lang: string): string[] {
  let segmenter = segmenters.get(lang)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
    segmenters.set(lang, segmenter)
  }
  const split = segmenter
  return prose
    .split('\n')
    .flatMap(line => [...split.segment(line)].map(({ segment }) => segment.trim()))
    .filter(text => text !== '')
}

/** Longest common subsequence. Articles have tens of sentences: a table is small. */
function changes(before: readonly string[], after: readonly string[]): SentenceChange[] {
  const width = after.length + 1
  const table = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      table[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const out: SentenceChange[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const old = before[row]
    const young = after[column]
    if (old !== undefined && old === young) {
      out.push({ kind: 'same', text: old })
      row++
      column++
    } else if (old !== undefined && (young === undefined || at(row + 1, column) >= at(row, column + 1))) {
      out.push({ kind: 'gone', text: old })
      row++
    } else {
      out.push({ kind: 'new', text: young ?? '' })
      column++
    }
  }
  return out
}
