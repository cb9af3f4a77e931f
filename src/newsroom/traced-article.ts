import type { Article, Sentence } from '../article/article.ts'
import { messageOf } from '../article/sentence-by-hand.ts'
import type { MessageMark } from '../plan/message-mark.ts'
import { linesOf } from '../yaml/pointer-positions.ts'

/** A line of an incident's file, counted from 1. */
export interface TracedLine {
  readonly line: number
  readonly text: string
}

/** A sentence with the wording that says it and the lines it rests on, in the order of the file. */
export interface TracedSentence {
  readonly text: string
  readonly wording: string
  readonly lines: readonly TracedLine[]
  /** How `sentences` of the file names what it tells; titles have fields of their own. */
  readonly mark?: MessageMark
}

/** A part of an article: `headline`, `standfirst`, `alert`, `brief`, or the move of a paragraph. */
export interface TracedPart {
  readonly part: string
  readonly sentences: readonly TracedSentence[]
}

/** Every sentence of an article, in reading order, with the lines of the incident's file it rests on. */
export function tracedParts(article: Article, source: string, file: string): TracedPart[] {
  const place = linesOf(source, file)
  const lines = source.split('\n')
  const traced = (sentence: Sentence): TracedSentence => {
    const { text, wording, from } = sentence
    const mark = messageOf(sentence)
    const numbers = [...new Set(from.map(pointer => place(pointer).line ?? 1))].sort((one, other) => one - other)
    const rests = numbers.map(line => ({ line, text: (lines[line - 1] ?? '').trimEnd() }))
    return { text, wording, lines: rests, ...(mark && { mark }) }
  }
  const parts: (readonly [string, readonly Sentence[]])[] = [
    ['headline', [article.headline]],
    ['standfirst', [article.standfirst]],
    ['alert', [article.alert]],
    ['brief', article.brief],
    ...article.paragraphs.map(({ move, sentences }) => [move, sentences] as const),
  ]
  return parts.map(([part, sentences]) => ({ part, sentences: sentences.map(traced) }))
}
