import type { Article, Paragraph, Sentence, Span } from '../../src/article/article.ts'

/** Replaces words that are not the article's own: a quote in another language, an address, an error text. */
export const FOREIGN = '\uFFFC'

/** One text of an article to check. */
export interface TextPiece {
  readonly where: 'headline' | 'alert' | 'sentence' | 'item' | 'opening'
  /** In the article's own language only: foreign or verbatim text is masked. */
  readonly text: string
  readonly wording: string
}

/** A text without its quotes, which are verbatim. */
export function withoutQuotes(text: string): string {
  return text.replace(/«[^»]*»|“[^”]*”|‘[^’]*’(?!\p{L})/gu, FOREIGN)
}

/** Every text of an article made from wordings; an editor's own texts are left to the editor. */
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
