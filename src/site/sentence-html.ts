import type { Paragraph, Sentence, Span } from '../article/article.ts'
import { mayLink } from './markdown-escape.ts'
import { plain } from './plain-text.ts'
import { typedHtml } from './typed-markdown.ts'

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML content or as a quoted attribute. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/[&<>"']/g, mark => NAMED[mark] ?? mark)
}

/** A sentence with its links, and with the language marked where it is not the page's (WCAG 3.1.2). */
export function sentenceHtml(sentence: Sentence): string {
  return sentence.spans.map(spanHtml).join('')
}

function spanHtml({ text, lang, href }: Span): string {
  const language = lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`
  if (href !== undefined && mayLink(href)) return `<a href="${escapeHtml(href)}"${language}>${escapeHtml(text)}</a>`
  return language === '' ? escapeHtml(text) : `<span${language}>${escapeHtml(text)}</span>`
}

/** One paragraph of the body, as it stands in the page. */
export function paragraphHtml({ form, sentences, typed }: Paragraph): string {
  switch (form) {
    case 'typed':
      return typedHtml(typed ?? '')
    case 'list':
      return `<ul>\n${sentences.map(sentence => `<li>${sentenceHtml(sentence)}</li>`).join('\n')}\n</ul>`
    case 'prose':
      return `<p>${sentences.map(sentenceHtml).join(' ')}</p>`
  }
}

/** JSON for `<script type="application/ld+json">`: nothing in it can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
