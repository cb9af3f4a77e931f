const segmenters = new Map<string, Intl.Segmenter>()

/**
 * A text cut where sentences end in its language, spaces and all: joined, the pieces are the text.
 *
 * @param lang BCP 47
 */
export function sentenceSegments(text: string, lang: string): string[] {
  let segmenter = segmenters.get(lang)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
    segmenters.set(lang, segmenter)
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
