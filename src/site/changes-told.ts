import type { Article, Sentence } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'
import type { Incident } from '../incident/incident.ts'
import { hasHour } from '../language/moment.ts'
import { plain } from './plain-text.ts'

/** A correction as the article tells it. */
export interface CorrectionText {
  readonly at: Instant
  /** No hour is known of it. */
  readonly isDay: boolean
  readonly text: string
}

/** The corrections of an incident in its article's own words; one that the article does not tell is left out. */
export function correctionTexts({ corrections }: Incident, article: Article): CorrectionText[] {
  return corrections.flatMap(({ at }, nth) => {
    const text = textOf(article, 'corrections', nth)
    return text === '' ? [] : [{ at: at.at ?? 0, isDay: !hasHour(at), text }]
  })
}

/** The last update as the article tells it; nothing where it tells none by itself. */
export function latestUpdateText({ updates }: Incident, article: Article): string | undefined {
  const last = updates.reduce(
    (latest, { at }, nth) => ((at.at ?? 0) >= (updates[latest]?.at.at ?? 0) ? nth : latest),
    0,
  )
  const text = updates.length === 0 ? '' : textOf(article, 'updates', last)
  return text === '' ? undefined : text
}

function textOf({ paragraphs }: Article, field: string, nth: number): string {
  const sentences = paragraphs
    .flatMap(paragraph => paragraph.sentences)
    .filter(sentence => isAbout(sentence, field, nth))
  return plain(sentences.map(({ text }) => text).join(' '))
}

/** Whether it rests on that entry, or on the only one. */
function isAbout({ from }: Sentence, field: string, nth: number): boolean {
  return from.some(pointer => {
    const [, top, entry] = pointer.split('/')
    return top === field && Number(entry ?? 0) === nth
  })
}
