import { descriptionOf } from '../article/article.ts'
import { canonicalJson } from '../foundation/canonical-json.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { isoInZone } from '../foundation/time-zone.ts'
import { bodyOf } from '../site/markdown.ts'
import { markdownDialects } from '../site/markdown-dialect.ts'
import { markdownAddress, markdownText } from '../site/markdown-escape.ts'
import { plain } from '../site/plain-text.ts'
import { type DocumentMark, type FieldNames, markIn, markText, OURS, shortDigest, tagDigest } from './document-mark.ts'
import type { DocumentValues, DocumentVersion } from './document-store.ts'
import type { Link, Post } from './post.ts'
import { hashesOf, type PostFields, REMOVED } from './post-fields.ts'
import type { Remote } from './publisher.ts'

/** How a destination of documents shows its articles. */
export interface DocumentShape {
  readonly names: FieldNames
  /** Where readers find an article: `https://news.example/{locale}/{slug}`. */
  readonly page?: string | undefined
  readonly zone: string
}

/** The slug of a post: one that was not written for its language gets it added where all languages share their addresses. */
export function slugFor(slug: string, { story, edition }: Post, { page }: DocumentShape): string {
  return slug === story && !isByLocale(page) ? `${slug}-${edition}` : slug
}

const isByLocale = (page: string | undefined): boolean => page === undefined || page.includes('{locale}')

/** Slugs that a post had there and has no more. */
export function formerOf(post: Post, shape: DocumentShape): string[] {
  const former = isByLocale(shape.page) ? post.former.inEdition : post.former.onSite
  const now = slugFor(post.article.slug, post, shape)
  return former.map(slug => slugFor(slug, post, shape)).filter(slug => slug !== now)
}

/** A post as a document has it, field by field. */
export function documentFields(post: Post, links: readonly Link[], image: string, shape: DocumentShape): PostFields {
  const { article } = post
  const { names, page } = shape
  return {
    title: plain(article.headline.text),
    body: bodyOf(article, post.sources, markdownDialects.plain).trim(),
    slug: slugFor(article.slug, post, shape),
    status: post.status,
    modified: isoOf(post.modified),
    lang: article.lang,
    // Without an address for readers the site there links the locales of a document by itself.
    ...(page !== undefined && {
      links: links
        .map(
          ({ label, address }) => `[${markdownText(label, markdownDialects.plain)}](${markdownAddress(address ?? '')})`,
        )
        .join(' · '),
    }),
    ...(names.excerpt && { excerpt: plain(descriptionOf(article)) }),
    ...(names.date && { date: isoOf(post.date) }),
    ...(names.tags && { tags: listed(article.tags.map(plain)) }),
    ...(names.image && { image }),
    ...(names.author && { author: plain(article.author) }),
    ...(names.canonical && { canonical: post.canonical }),
    ...(names.former && { former: listed(formerOf(post, shape)) }),
  }
}

/** A list as a field holds it: in no order. */
export const listed = (words: Iterable<string>): string => JSON.stringify([...new Set(words)].sort())

/** What a field of a list holds. */
export const wordsIn = (json: string | undefined): string[] => JSON.parse(json || '[]') as string[]

/** The fields of a version as it stands there. */
export function fieldsIn(
  version: DocumentVersion,
  siblings: readonly DocumentVersion[],
  shape: DocumentShape,
  pictureName: (id: unknown) => string,
): PostFields {
  const { names } = shape
  const { values } = version
  const mark = markIn(version, names)
  const { body, links } = partBody(textOf(values[names.body]), mark)
  return {
    title: textOf(values[names.title]),
    body,
    slug: textOf(values[names.slug]),
    status: version.status,
    modified: mark?.modified ?? '',
    lang: mark?.lang ?? '',
    links,
    ...(names.excerpt && { excerpt: textOf(values[names.excerpt]) }),
    ...(names.date && { date: momentOf(values[names.date]) }),
    ...(names.tags && { tags: listed(ownTags(version, siblings, names)) }),
    ...(names.image && { image: pictureName(values[names.image]) }),
    ...(names.author && { author: textOf(values[names.author]) }),
    ...(names.canonical && { canonical: textOf(values[names.canonical]) }),
    ...(names.former && { former: listed(listOf(values[names.former])) }),
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value ? JSON.stringify(value) : ''

function momentOf(value: unknown): string {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? textOf(value) : isoOf(at)
}

/** A list of texts, or the lines of one text. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(one => (typeof one === 'string' ? one : canonicalJson(one)))
  return typeof value === 'string' ? value.split('\n').filter(line => line !== '') : []
}

/** The tags of a version: all that stand there but those that another locale alone gave. */
function ownTags(version: DocumentVersion, siblings: readonly DocumentVersion[], names: FieldNames): string[] {
  const own = markIn(version, names)?.tags ?? []
  const others = tagsOfOthers(siblings, names)
  const isOwn = (tag: string) => own.includes(tagDigest(tag)) || !others.has(tagDigest(tag))
  return listOf(version.values[names.tags ?? '']).filter(isOwn)
}

/** Digests of the tags that other locales gave. */
function tagsOfOthers(siblings: readonly DocumentVersion[], names: FieldNames): ReadonlySet<string> {
  return new Set(siblings.flatMap(sibling => markIn(sibling, names)?.tags ?? []))
}

/** A text, and the line of translations at its end: where we wrote none it is a part of the text. */
function partBody(text: string, mark: DocumentMark | undefined): { body: string; links: string } {
  const whole = { body: text, links: '' }
  if (mark?.wrote.links === hexDigestOf('')) return whole
  const [, body = '', links = ''] = LINKS_AT_END.exec(text) ?? []
  return links === '' ? whole : { body: body.trim(), links }
}

const LINKS_AT_END = /^([\s\S]*?)(?:^|\n\n)(\[[^\n\]]*\]\([^)\n]*\)(?: · \[[^\n\]]*\]\([^)\n]*\))*)$/

/** A version as it stands there, if it does, and the other locales of its document. */
export interface VersionsThere {
  readonly own: DocumentVersion | undefined
  readonly siblings: readonly DocumentVersion[]
}

/** Some of our fields as the values of a document, with the mark beside them. */
export function valuesOf(
  fields: PostFields,
  changed: readonly string[],
  mark: DocumentMark,
  { names, zone }: DocumentShape,
  there: VersionsThere,
): DocumentValues {
  const has = (name: keyof FieldNames) => names[name] !== undefined && changed.includes(name)
  const values: Record<string, unknown> = { [names.mark]: markText(mark) }
  for (const name of ['title', 'excerpt', 'slug', 'author', 'canonical'] as const)
    if (has(name)) values[names[name] ?? ''] = fields[name]
  if (changed.includes('body') || changed.includes('links'))
    values[names.body] = [fields.body ?? '', fields.links ?? ''].filter(part => part !== '').join('\n\n')
  if (has('date')) values[names.date ?? ''] = fields.date ? isoInZone(zone, Date.parse(fields.date)) : null
  if (has('former')) values[names.former ?? ''] = wordsIn(fields.former).join('\n')
  if (has('tags')) values[names.tags ?? ''] = [...new Set([...wordsIn(fields.tags), ...tagsToKeep(there, names)])]
  return values
}

/** Tags in the list that this version would be given which another locale gave. */
function tagsToKeep({ own, siblings }: VersionsThere, { tags = '', ...names }: FieldNames): string[] {
  const list = own ?? siblings.find(({ shared }) => shared.includes(tags))
  const others = tagsOfOthers(siblings, names)
  return list ? listOf(list.values[tags]).filter(tag => others.has(tagDigest(tag))) : []
}

/** What becomes of the tags of a version that is taken down: where all locales share them, those go that it alone gave. */
function tagsLeft(
  version: DocumentVersion,
  siblings: readonly DocumentVersion[],
  names: FieldNames,
): readonly string[] | undefined {
  if (names.tags === undefined || !version.shared.includes(names.tags)) return undefined
  const own = markIn(version, names)?.tags ?? []
  const others = tagsOfOthers(siblings, names)
  return listOf(version.values[names.tags]).filter(tag => others.has(tagDigest(tag)) || !own.includes(tagDigest(tag)))
}

/** What is written when a version is taken down: our mark says so, and lets go of its picture. */
export function withdrawn(
  { key, fields }: Pick<Remote, 'key' | 'fields'>,
  { own, siblings }: { readonly own: DocumentVersion; readonly siblings: readonly DocumentVersion[] },
  shape: DocumentShape,
  pictureName: (id: unknown) => string,
): DocumentValues {
  const { names } = shape
  const mark = markIn(own, names) ?? {
    of: shortDigest(key),
    lang: '',
    modified: fields.modified || isoOf(0),
    wrote: hashesOf(fields),
    tags: [],
  }
  const { image = '', tags = '' } = names
  const isOurPicture = pictureName(own.values[image]).startsWith(`${OURS}-`)
  const left = tagsLeft(own, siblings, names)
  const ours = { ...mark, tags: left ? mark.tags.filter(tag => left.map(tagDigest).includes(tag)) : mark.tags }
  const values = { ...own.values, ...(left && { [tags]: left }), [names.mark]: markText(ours) }
  const after = fieldsIn({ ...own, values }, siblings, shape, pictureName)
  const wrote = {
    ...mark.wrote,
    status: REMOVED,
    ...(isOurPicture && { image: hexDigestOf('') }),
    ...(left && { tags: hexDigestOf(after.tags ?? '') }),
  }
  return {
    [names.mark]: markText({ ...ours, wrote }),
    ...(isOurPicture && { [image]: null }),
    ...(left && { [tags]: left }),
  }
}

/** Changes when anybody edits a version, but for tags: another locale may have changed those. */
export function digestOfVersion({ values, isPending }: DocumentVersion, fields: PostFields, names: FieldNames): string {
  const { tags: _, ...own } = fields
  return hexDigestOf(canonicalJson({ own, isPending, mark: values[names.mark] ?? null }))
}
