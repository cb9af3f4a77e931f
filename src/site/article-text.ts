import type { Article, Paragraph, Sentence } from '../article/article.ts'
import { plain } from './plain-text.ts'

/**
 * An article as readers see it, for a terminal and to be copied from there: title, standfirst, body and sources, with no
 * markup and nothing escaped. What an editor typed as Markdown stands as it was typed.
 */
export function articleText(article: Article, sources: string): string {
  const { headline, standfirst, paragraphs } = article
  const blocks = [headline.text, standfirst.text, ...paragraphs.map(paragraphText), sourcesText(article, sources)]
  return `${blocks
    .map(block => block.trim())
    .filter(block => block !== '')
    .join('\n\n')}\n`
}

function paragraphText({ form, sentences, typed = '' }: Paragraph): string {
  if (form === 'typed') return typed
  if (form === 'list') return sentences.map(sentence => `- ${oneLine(sentence)}`).join('\n')
  return sentences.map(oneLine).join(' ')
}

const oneLine = ({ text }: Sentence): string => plain(text)

function sourcesText({ sources }: Article, heading: string): string {
  const lines = sources.map(({ label, url }) => `- ${label === url ? url : [label, url].filter(Boolean).join(' – ')}`)
  return lines.length === 0 ? '' : `${heading}\n${lines.map(plain).join('\n')}`
}
