import { descriptionOf } from '../article/article.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { bodyOf } from '../site/markdown.ts'
import { markdownDialects } from '../site/markdown-dialect.ts'
import { markdownAddress, markdownText } from '../site/markdown-escape.ts'
import { shortened } from '../site/plain-text.ts'
import { escapeHtml, scriptJson } from '../site/sentence-html.ts'
import type { Link, Post } from './post.ts'
import type { Hashes, PostFields } from './post-fields.ts'
import type { TermIds } from './terms.ts'

/** A post as Ghost's Admin API returns it. */
export interface GhostPost {
  readonly id: string
  readonly slug: string
  readonly status: string
  readonly url: string
  readonly title: string
  readonly custom_excerpt: string | null
  readonly lexical: string | null
  readonly published_at: string | null
  readonly updated_at: string
  readonly canonical_url: string | null
  readonly feature_image: string | null
  readonly feature_image_alt: string | null
  readonly codeinjection_head: string | null
  readonly tags?: readonly GhostTag[]
}

export interface GhostTag {
  readonly id: string
  readonly name: string
  readonly slug: string
}

/** Our mark in the page's head, beside the links that search engines read. */
export interface GhostMark {
  readonly key: string
  readonly modified: string
  readonly lang: string
  readonly wrote: Hashes
  /** The post in which we stored it; absent until it is written a second time. A copy carries that of another. */
  readonly id?: string | undefined
  /** The ids of our tags. */
  readonly tags?: TermIds | undefined
  /** The former slugs that lead to it. */
  readonly former?: string | undefined
}

/** Internal tags: readers never see them, and every post of ours has them. */
export const OURS = '#depeche'
export const STORY = '#story-'
export const storyTag = (story: string): string => STORY + story
export const editionTag = (edition: string): string => `#${edition}`

/** Maximum characters of an excerpt in Ghost. */
const EXCERPT = 300

const MARK = /<script type="application\/json" id="depeche">([\s\S]*?)<\/script>/

/** A post in Ghost's fields. Its own canonical address stays empty: Ghost is where these readers are. */
export function ghostFields(post: Post, links: readonly Link[], canonical: boolean): PostFields {
  const { article } = post
  return {
    title: article.headline.text,
    excerpt: shortened(descriptionOf(article), EXCERPT),
    body: bodyOf(article, post.sources, markdownDialects.ghost).trim(),
    links: links
      .map(
        ({ label, address }) => `[${markdownText(label, markdownDialects.ghost)}](${markdownAddress(address ?? '')})`,
      )
      .join(' · '),
    slug: slugFor(article.slug, post),
    status: post.status,
    date: isoOf(post.date),
    modified: isoOf(post.modified),
    lang: article.lang,
    tags: JSON.stringify(publicTags(article.tags)),
    canonical: canonical ? post.canonical : '',
    former: post.status === 'published' ? formerSlugs(post).join(' ') : '',
  }
}

/** Addresses are shared by all languages. */
const slugFor = (slug: string, { story, edition }: Post): string => (slug === story ? `${slug}-${edition}` : slug)

const formerSlugs = (post: Post): string[] =>
  post.former.onSite.map(slug => slugFor(slug, post)).filter(slug => slug !== slugFor(post.article.slug, post))

/** A name that begins with `#` would be an internal tag, which no reader sees. */
const publicTags = (names: readonly string[]): string[] => [
  ...new Set(names.map(name => name.replace(/^[#\s]+/, '')).filter(name => name !== '')),
]

/** Moments without milliseconds, which Ghost drops. */
export function seconds(moment: string): string {
  return moment.replace(/\.\d+Z$/, 'Z')
}

/** The text as Ghost's editor stores it: a Markdown card, and one for the translation links. */
export function lexicalOf(fields: PostFields): string {
  const cards = [fields.body ?? '', fields.links ?? ''].filter(markdown => markdown !== '')
  const children = cards.map(markdown => ({ type: 'markdown', version: 1, markdown }))
  return JSON.stringify({ root: { children, direction: null, format: '', indent: 0, type: 'root', version: 1 } })
}

/** Reads text and translation links back. What an editor added beside our cards counts as foreign text. */
export function partLexical(lexical: string | null): { body: string; links: string } {
  try {
    const { root } = JSON.parse(lexical ?? '{}') as {
      root?: { children?: readonly { type?: string; markdown?: string }[] }
    }
    const children = (root?.children ?? []).filter(child => !isEmpty(child))
    const cards = children.flatMap(({ type, markdown }) => (type === 'markdown' ? [(markdown ?? '').trim()] : []))
    const last = cards.at(-1) ?? ''
    const links = cards.length > 1 && /^\[[^\n]*\]\([^)\n]*\)$/.test(last) ? last : ''
    const own = links === '' ? cards : cards.slice(0, -1)
    const foreign = children.filter(({ type }) => type !== 'markdown')
    return { body: [...own, ...foreign.map(child => JSON.stringify(child))].join('\n\n'), links }
  } catch {
    return { body: lexical ?? '', links: '' }
  }
}

/** Ghost's editor ends a text with an empty paragraph. */
function isEmpty(child: { readonly type?: string; readonly children?: readonly unknown[] }): boolean {
  return child.type === 'paragraph' && (child.children ?? []).length === 0
}

/** The page's head: translation links for search engines, and our mark. Foreign content there is kept. */
export function headOf(
  before: string,
  mark: GhostMark,
  versions: readonly { lang: string; address: string }[],
): string {
  const foreign = foreignHead(before)
  const links =
    versions.length < 2
      ? []
      : versions.map(
          ({ lang, address }) =>
            `<link rel="alternate" hreflang="${escapeHtml(lang)}" href="${escapeHtml(address)}" data-depeche>`,
        )
  const script = `<script type="application/json" id="depeche">${scriptJson(mark)}</script>`
  return [...(foreign === '' ? [] : [foreign]), ...links, script].join('\n')
}

function foreignHead(head: string): string {
  return head
    .replace(MARK, '')
    .replace(/<link [^>]*data-depeche>\n?/g, '')
    .trim()
}

export function markOf({ codeinjection_head: head }: GhostPost): GhostMark | undefined {
  const json = MARK.exec(head ?? '')?.[1]
  if (json === undefined) return undefined
  try {
    const mark = JSON.parse(json) as Partial<GhostMark>
    return mark.key && mark.wrote ? (mark as GhostMark) : undefined
  } catch {
    return undefined
  }
}
