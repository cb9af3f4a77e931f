import type { Article, Paragraph, Sentence, Span } from '../../src/article/article.ts'

/** Stands for words that are not the article's own: a quote in another language, an address, an error text. */
export const FOREIGN = '\uFFFC'

/** One text of an article as it is read. */
export interface TextPiece {
  readonly where: 'headline' | 'alert' | 'sentence' | 'item' | 'opening'
  /** In the article's own language only: what is foreign or verbatim is masked. */
  readonly text: string
  readonly wording: string
}

/** A text without what stands in quotation marks: words of others are letter for letter theirs. */
export function withoutQuotes(text: string): string {
  return text.replace(/«[^»]*»|“[^”]*”|‘[^’]*’(?!\p{L})/gu, FOREIGN)
}

/** Every text of an article that the newsroom words itself; what an editor typed by hand is left to the editor. */
export function piecesOf(article: Article): TextPiece[] {
  return [
    piece('headline', article.headline),
    piece('alert', article.alert),
    piece('sentence', article.standfirst),
    ...article.brief.map(sentence => piece('sentence', sentence)),
    ...article.paragraphs.flatMap((paragraph, index) => ofParagraph(paragraph, article.paragraphs[index + 1])),
  ].filter(({ text, wording }) => text !== '' && wording !== 'override')
}

function ofParagraph({ form, sentences }: Paragraph, next: Paragraph | undefined): TextPiece[] {
  if (form === 'typed') return []
  return sentences.map((sentence, index) => {
    const leads = next?.form === 'list' && index === sentences.length - 1
    return piece(form === 'list' ? 'item' : leads ? 'opening' : 'sentence', sentence)
  })
}

const piece = (where: TextPiece['where'], { spans, wording }: Sentence): TextPiece => ({
  where,
  text: spans.map(masked).join(''),
  wording,
})

const masked = ({ text, lang, verbatim }: Span): string => (lang !== undefined || verbatim ? FOREIGN : text)
