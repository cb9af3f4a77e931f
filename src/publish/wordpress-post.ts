import { hexDigestOf } from '../foundation/digest.ts'
import { plain } from '../site/plain-text.ts'
import { escapeHtml, paragraphHtml } from '../site/sentence-html.ts'
import type { Link, Post } from './post.ts'
import type { Hashes, PostFields } from './post-fields.ts'
import type { Remote } from './publisher.ts'
import type { TermIds } from './terms.ts'
import { blocksOf } from './wordpress-blocks.ts'
import { guarded, unguarded } from './wordpress-guards.ts'

/** A post as WordPress's REST API returns it to an editor. */
export interface WordPressPost {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly link: string
  readonly date_gmt: string
  readonly modified_gmt: string
  readonly title: { readonly raw: string }
  readonly content: { readonly raw: string }
  readonly excerpt: { readonly raw: string }
  readonly tags: readonly number[]
  readonly categories: readonly number[]
  readonly featured_media: number
  readonly meta?: Readonly<Record<string, unknown>> | readonly []
  readonly permalink_template?: string
}

/** What we store with a post: in its meta with our plugin, in a block of its text without it. */
export interface WordPressMark {
  readonly key: string
  readonly lang: string
  readonly modified: string
  readonly wrote: Hashes
  /** The post in which we stored it; absent until it is written a second time. A copy carries that of another. */
  readonly id?: number | undefined
  /** The ids of our tags and categories. */
  readonly tags?: TermIds | undefined
  readonly categories?: TermIds | undefined
  /** The former slugs that lead to it. */
  readonly former?: string | undefined
}

export const FIELDS =
  'id,slug,status,link,date_gmt,modified_gmt,title,content,excerpt,tags,categories,featured_media,meta,permalink_template'

const LINKS_BLOCK = /<!-- wp:paragraph \{"className":"depeche-translations"\} -->[\s\S]*?<!-- \/wp:paragraph -->/
const MARK_BLOCK = /<!-- wp:html -->\s*<!-- depeche (\{.*?\}) -->\s*<!-- \/wp:html -->/

/** The whole text of an article as blocks: its paragraphs, then its sources. */
export function bodyBlocks({ article, sources }: Post): string {
  const html = article.paragraphs.map(paragraphHtml)
  if (article.sources.length > 0) {
    const items = article.sources.map(({ url, label }) =>
      /^https?:\/\//i.test(url)
        ? `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`
        : `<li>${escapeHtml(label)}</li>`,
    )
    html.push(`<h2>${escapeHtml(sources)}</h2>`, `<ul>${items.join('')}</ul>`)
  }
  return blocksOf(html.join('\n'))
}

/** « Lire en français »: a paragraph with a class, so that it is found again and a theme can style it. */
export function linksBlock(links: readonly Link[]): string {
  if (links.length === 0) return ''
  const anchors = links.map(
    ({ address, label, lang }) =>
      `<a href="${escapeHtml(address ?? '')}" hreflang="${escapeHtml(lang)}" lang="${escapeHtml(lang)}">${textHtml(label)}</a>`,
  )
  return `<!-- wp:paragraph {"className":"depeche-translations"} -->\n<p class="depeche-translations">${anchors.join(' · ')}</p>\n<!-- /wp:paragraph -->`
}

/** The content of a post: our text, the translation links, and without the plugin our mark. */
export function contentOf(fields: PostFields, mark: WordPressMark | undefined): string {
  const parts = [guarded(fields.body ?? ''), guarded(fields.links ?? '')]
  if (mark)
    parts.push(
      `<!-- wp:html -->\n<!-- depeche ${unclosable({ token: tokenOf(mark.key), ...mark })} -->\n<!-- /wp:html -->`,
    )
  return parts.filter(part => part !== '').join('\n\n')
}

/** The three parts of a post's content, wherever an editor moved them. */
export function partContent(raw: string): { body: string; links: string; mark: WordPressMark | undefined } {
  // The block editor writes no-break spaces as entities.
  const text = unguarded(raw.replace(/\r\n?/g, '\n').replace(/&nbsp;/g, '\u00A0'))
  const mark = parseMark(MARK_BLOCK.exec(text)?.[1])
  const links = LINKS_BLOCK.exec(text)?.[0] ?? ''
  const body = text.replace(MARK_BLOCK, '').replace(LINKS_BLOCK, '').trim()
  return { body: body.replace(/\n{3,}/g, '\n\n'), links, mark }
}

/** A word that occurs in no other text: WordPress's own search finds a post by it. */
export function tokenOf(key: string): string {
  return `depechepost${hexDigestOf(key)}`
}

/** The word that all our posts have in common. */
export const COMMON_TOKEN = 'depechepost'

/** JSON that can neither end a comment nor look like a block. */
function unclosable(value: object): string {
  return JSON.stringify(value)
    .replace(/--/g, '-\\u002d')
    .replace(/[<>&]/g, sign => `\\u00${sign.charCodeAt(0).toString(16)}`)
}

export function markJson(mark: WordPressMark): string {
  return JSON.stringify(mark)
}

/** Parses a mark; `undefined` when somebody damaged it. */
function parseMark(json: unknown): WordPressMark | undefined {
  if (typeof json !== 'string' || json === '') return undefined
  try {
    const { key, lang, modified, wrote, id, tags, categories, former } = JSON.parse(json) as Partial<WordPressMark>
    if (!key || !wrote) return undefined
    return { key, lang: lang ?? '', modified: modified ?? '', wrote, id, tags, categories, former }
  } catch {
    return undefined
  }
}

/** The mark of a post, from its meta or its text. */
export function markOf({ meta, content }: WordPressPost): WordPressMark | undefined {
  const kept = meta && !Array.isArray(meta) ? (meta as Record<string, unknown>).depeche_state : undefined
  return parseMark(kept) ?? partContent(content.raw).mark
}

/** Text for a field that WordPress treats as HTML: a headline, an excerpt, the name of a tag. */
export function textHtml(text: string): string {
  return plain(text).replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}

/** WordPress's names of our statuses. */
export const STATUSES: Readonly<Record<string, string>> = { draft: 'draft', scheduled: 'future', published: 'publish' }

/** Our status of a remote post. */
export function statusOf(status: string): Remote['status'] {
  if (status === 'publish') return 'published'
  if (status === 'future') return 'scheduled'
  return status === 'trash' ? 'removed' : 'draft'
}

/** The trash adds a word to a slug, and takes it away again. */
const withoutTrash = (slug: string): string => slug.replace(/__trashed(-\d+)?$/, '')

export const slugOfPost = ({ slug }: WordPressPost): string => withoutTrash(decodeURIComponent(slug))

/** The address readers will have, for a draft too. */
export function addressOf({ status, link, permalink_template: template, slug }: WordPressPost): string {
  if (status === 'publish' || template === undefined) return link
  return template.includes('%postname%') ? template.replace('%postname%', withoutTrash(slug)) : link
}

/** A digest of all that a person could have changed, and when somebody last did. */
export function versionOf(post: WordPressPost): string {
  const { slug, status, date_gmt, modified_gmt, title, content, excerpt, tags, categories, featured_media } = post
  const texts = [title.raw, content.raw, excerpt.raw]
  return hexDigestOf(JSON.stringify([slug, status, date_gmt, modified_gmt, texts, tags, categories, featured_media]))
}
