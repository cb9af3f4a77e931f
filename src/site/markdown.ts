import { type Article, descriptionOf, type Paragraph, type Sentence } from '../article/article.ts'
import { withFrontMatter } from './front-matter.ts'
import { type MarkdownDialect, markdownDialects } from './markdown-dialect.ts'
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

/** An article as one Markdown file: front matter, then the body as every reader of CommonMark reads it alike. */
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
  return withFrontMatter(fields, `${bodyOf(article, meta.sources, markdownDialects.plain)}\n`)
}

/** The body alone, for one reader: paragraphs, then the sources. */
export function bodyOf(article: Article, sources: string, dialect: MarkdownDialect): string {
  const blocks = article.paragraphs.map(paragraph => paragraphOf(paragraph, dialect))
  if (article.sources.length > 0) {
    blocks.push(`## ${markdownText(sources, dialect)}`)
    blocks.push(article.sources.map(source => `- ${link(source.label, source.url, dialect, true)}`).join('\n'))
  }
  return inOrder(
    blocks.filter(block => block !== ''),
    dialect,
  )
}

/** Blocks one below the other. Two lists with nothing between them would be one. */
function inOrder(blocks: readonly string[], { between }: MarkdownDialect): string {
  return blocks
    .flatMap((block, at) => (ITEM.test(block) && ITEM.test(lastBlock(blocks[at - 1])) ? [between, block] : [block]))
    .join('\n\n')
}

const ITEM = /^(?:-|\d+[.)])(?: |$)/

/** The last of several blocks, with what is indented below it. */
const lastBlock = (blocks = ''): string => blocks.split(/\n\n(?! )/).at(-1) ?? ''

function paragraphOf(paragraph: Paragraph, dialect: MarkdownDialect): string {
  switch (paragraph.form) {
    case 'typed':
      return typedMarkdown(paragraph.typed ?? '', dialect)
    case 'list':
      return paragraph.sentences.map(sentence => `- ${running([sentence], dialect)}`).join('\n')
    case 'prose':
      return running(paragraph.sentences, dialect)
  }
}

/** Sentences as one line. Texts between two links are escaped together: marks have a meaning across spans. */
function running(sentences: readonly Sentence[], dialect: MarkdownDialect): string {
  let out = ''
  let text = ''
  for (const [at, sentence] of sentences.entries()) {
    if (at > 0) text += ' '
    for (const span of sentence.spans) {
      if (span.href === undefined || !mayLink(span.href)) text += span.text
      else {
        out +=
          markdownText(text, dialect, { start: out === '', beforeLink: true }) + link(span.text, span.href, dialect)
        text = ''
      }
    }
  }
  return (out + markdownText(text, dialect, { start: out === '' })).trimEnd()
}

function link(label: string, url: string, dialect: MarkdownDialect, start = false): string {
  return mayLink(url)
    ? `[${markdownText(label, dialect)}](${markdownAddress(url)})`
    : markdownText(label, dialect, { start })
}
