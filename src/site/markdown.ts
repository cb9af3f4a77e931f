import { type Article, descriptionOf, type Paragraph, type Sentence } from '../article/article.ts'
import { withFrontMatter } from './front-matter.ts'
import { markdownAddress, markdownText, mayLink } from './markdown-escape.ts'
import { plain } from './plain-text.ts'
import { typedMarkdown } from './typed-markdown.ts'

/** The front matter of an article beyond its own fields. */
export interface MarkdownMeta {
  /** Absolute address of the article on the site. */
  readonly canonical: string
  /** First publication and last change, ISO 8601 with the edition's offset. */
  readonly date: string
  readonly lastmod: string
  /** Heading of the list of sources. */
  readonly sources: string
}

/** An article as one Markdown file: front matter for Hugo, Astro, Eleventy and Jekyll alike, then the body. */
export function markdownOf(article: Article, meta: MarkdownMeta): string {
  const fields = {
    title: plain(article.headline.text),
    description: plain(descriptionOf(article)),
    date: { iso: meta.date },
    lastmod: { iso: meta.lastmod },
    lang: article.lang,
    translationKey: article.id,
    slug: article.slug,
    canonical: meta.canonical,
    tags: article.tags.map(plain),
    services: article.services.map(plain),
    state: article.state,
    author: plain(article.author),
    draft: article.draft,
  }
  return withFrontMatter(fields, `${bodyOf(article, meta.sources)}\n`)
}

/** The body alone: paragraphs, then the sources. */
export function bodyOf(article: Article, sources: string): string {
  const blocks = article.paragraphs.map((paragraph, at) => paragraphOf(paragraph, markerOf(article.paragraphs, at)))
  if (article.sources.length > 0) {
    blocks.push(`## ${markdownText(sources)}`)
    blocks.push(article.sources.map(source => `- ${link(source.label, source.url, true)}`).join('\n'))
  }
  return blocks.filter(block => block !== '').join('\n\n')
}

/** Two lists with nothing between them have different marks: with one they would be one list. */
function markerOf(paragraphs: readonly Paragraph[], at: number): string {
  const isList = (place: number) => paragraphs[place]?.form === 'list'
  return isList(at) && isList(at - 1) && markerOf(paragraphs, at - 1) === '-' ? '*' : '-'
}

function paragraphOf(paragraph: Paragraph, marker: string): string {
  switch (paragraph.form) {
    case 'typed':
      return typedMarkdown(paragraph.typed ?? '')
    case 'list':
      return paragraph.sentences.map(sentence => `${marker} ${running([sentence])}`).join('\n')
    case 'prose':
      return running(paragraph.sentences)
  }
}

/** Sentences as one line. Texts between two links are escaped together: marks have a meaning across spans. */
function running(sentences: readonly Sentence[]): string {
  let out = ''
  let text = ''
  for (const [at, sentence] of sentences.entries()) {
    if (at > 0) text += ' '
    for (const span of sentence.spans) {
      if (span.href === undefined || !mayLink(span.href)) text += span.text
      else {
        out += markdownText(text, out === '', true) + link(span.text, span.href, false)
        text = ''
      }
    }
  }
  return (out + markdownText(text, out === '')).trimEnd()
}

function link(label: string, url: string, start: boolean): string {
  return mayLink(url) ? `[${markdownText(label)}](${markdownAddress(url)})` : markdownText(label, start)
}
