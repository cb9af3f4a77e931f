import matter from 'gray-matter'
import { CORE_SCHEMA, load } from 'js-yaml'
import { Document, parseDocument, Scalar, type Tags } from 'yaml'
import { hexDigestOf } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { isoInZone } from '../foundation/time-zone.ts'
import { type FrontMatter, type Stamp, withFrontMatter } from '../site/front-matter.ts'
import type { Convention } from './front-matter-dialect.ts'
import { partsOf } from './post.ts'
import { type Hashes, isAsMarked, type PostFields } from './post-fields.ts'

/** A Markdown file of a folder, read back: our fields, without the ones other people added. */
export interface PageFile {
  readonly key: string | undefined
  readonly fields: PostFields
  readonly wrote: Hashes | undefined
  /** Paths that people let lead to the page. */
  readonly theirPaths: readonly string[]
}

/** Beside the marks of fields: the path at which we wrote a file, from the generator's folder. A copy carries that of another. */
export const PLACE = 'place'

/** Our mark in the front matter: the key, then a hash per field as we wrote it. */
const MARK = 'depeche'

/** Beside the marks of fields: the paths of ours among those that lead to the page. */
const FORMER = 'formerly'

const options = {
  language: 'yaml',
  engines: {
    yaml: { parse: (text: string) => load(text, { schema: CORE_SCHEMA }) as object, stringify: () => '' },
    javascript: () => ({}),
    js: () => ({}),
    coffee: () => ({}),
    json: () => ({}),
  },
}

/** The fields of a file. A file whose front matter is not YAML is foreign. */
export function readPage(text: string, { names }: Convention): PageFile {
  const { data, content } = split(text)
  const at = (name: string | undefined): unknown => (name === undefined ? undefined : data[name])
  const { body, links } = partBody(content)
  const mark = parseMark(data[MARK])
  const image = at(names.image)
  const own = ownPaths(at(names.former), mark?.wrote[FORMER])
  return {
    key: mark?.key,
    wrote: mark?.wrote,
    theirPaths: listed(at(names.former)).filter(path => !own.includes(path)),
    fields: {
      title: textOf(data.title),
      excerpt: textOf(at(names.description)),
      body,
      links,
      slug: textOf(at(names.slug)),
      permalink: textOf(at(names.permalink)),
      status: at(names.hidden.name) === names.hidden.when ? 'draft' : 'published',
      date: momentOf(at(names.date)),
      modified: momentOf(at(names.modified)),
      lang: textOf(data.lang),
      story: textOf(at(names.story)),
      canonical: textOf(data.canonical),
      image: textOf(Array.isArray(image) ? image[0] : image),
      tags: listOf(data.tags),
      services: listOf(data.services),
      state: textOf(data.state),
      author: textOf(data.author),
      former: own.join(' '),
    },
  }
}

/**
 * Whether every field is as we wrote it, or as it was `before`. Then what the file holds is ours, or a hand edit that
 * is kept elsewhere, and nothing would be lost with it. A copy is not ours, be it ever so alike.
 *
 * @param path from the generator's folder
 */
export function isUntouched(text: string, before: string | undefined, convention: Convention, path?: string): boolean {
  const { wrote, fields } = readPage(text, convention)
  if (!wrote || isElsewhere(wrote[PLACE], path)) return false
  const old = before === undefined ? {} : readPage(before, convention).fields
  return Object.entries(fields).every(([name, value]) => isAsMarked(value, wrote[name]) || old[name] === value)
}

const isElsewhere = (place: string | undefined, path: string | undefined): boolean =>
  place !== undefined && path !== undefined && place !== hexDigestOf(path)

/** A new file. */
export function newPage(key: string, fields: PostFields, wrote: Hashes, convention: Convention): string {
  const front = Object.fromEntries(
    [
      ...frontOf(fields, convention),
      ...Object.entries(convention.fixed),
      [MARK, markOf(key, wrote, fields)] as const,
    ].filter(([, value]) => value !== ''),
  ) as FrontMatter
  return withFrontMatter({ ...front, ...editionOf(key, convention) }, `${joinBody(fields)}\n`)
}

/** A file with some of our fields changed. Foreign fields and comments stay as they are. */
export function changedPage(
  text: string,
  key: string,
  fields: PostFields,
  wrote: Hashes,
  changed: readonly string[],
  convention: Convention,
): string {
  const parted = /^---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)([\s\S]*)$/.exec(text.replace(/^\uFEFF/, ''))
  const doc = parted ? parseDocument(parted[1] ?? '', { version: '1.1', customTags: withoutMoments }) : new Document({})
  const { fields: there, theirPaths } = readPage(text, convention)
  const owned = new Map(frontOf(fields, convention, theirPaths))
  const before = new Map(frontOf(there, convention, theirPaths))
  for (const [name, value] of owned) {
    if (JSON.stringify(before.get(name)) !== JSON.stringify(value)) setValue(doc, name, value)
  }
  for (const [name, value] of Object.entries(convention.fixed)) if (!doc.has(name)) setValue(doc, name, value)
  setValue(doc, MARK, markOf(key, wrote, fields))
  const newBody = changed.includes('body') || changed.includes('links')
  const body = newBody ? `\n${joinBody(fields)}\n` : (parted?.[2] ?? '')
  return `---\n${doc.toString({ lineWidth: 0 })}---\n${body}`
}

/** Moments stay as they were typed: the library would write them anew, without their offset. */
const withoutMoments = (tags: Tags): Tags =>
  tags.filter(tag => typeof tag === 'string' || !tag.tag.endsWith(':timestamp'))

function setValue(doc: Document, name: string, value: FrontMatter[string]): void {
  if (value === '') {
    doc.delete(name)
    return
  }
  const node = doc.createNode(isStamp(value) ? value.iso : value)
  if (node instanceof Scalar && typeof value === 'string') node.type = Scalar.QUOTE_DOUBLE
  if (node instanceof Scalar && isStamp(value)) node.type = Scalar.PLAIN
  if ('items' in node) for (const item of node.items) if (item instanceof Scalar) item.type = Scalar.QUOTE_DOUBLE
  doc.set(name, node)
}

function isStamp(value: FrontMatter[string]): value is Stamp {
  return typeof value === 'object' && 'iso' in value
}

/** Our fields under the generator's names, in the order of a new file. */
function frontOf(
  fields: PostFields,
  { names, zone = 'UTC' }: Convention,
  theirs: readonly string[] = [],
): [string, FrontMatter[string]][] {
  const paths = [...theirs, ...pathsIn(fields.former)]
  const text = (name: string) => fields[name] ?? ''
  const list = (name: string) => JSON.parse(fields[name] || '[]') as string[]
  const moment = (name: string): Stamp | string => (text(name) === '' ? '' : { iso: inZone(text(name), zone) })
  const image = text('image')
  const front: [string | undefined, FrontMatter[string]][] = [
    ['title', text('title')],
    [names.description, text('excerpt')],
    [names.date, moment('date')],
    [names.modified, moment('modified')],
    ['lang', text('lang')],
    [names.story, text('story')],
    [names.slug, text('slug')],
    [names.permalink, text('permalink') === '' ? false : text('permalink')],
    ['canonical', text('canonical')],
    [names.image, image !== '' && names.image === 'images' ? [image] : image],
    ['tags', list('tags')],
    ['services', list('services')],
    ['state', text('state')],
    ['author', text('author')],
    [names.former, paths.length > 0 ? paths : ''],
    [names.hidden.name, (text('status') === 'draft') === names.hidden.when],
  ]
  return front.filter((pair): pair is [string, FrontMatter[string]] => pair[0] !== undefined)
}

function editionOf(key: string, { names }: Convention): FrontMatter {
  return names.edition === undefined ? {} : { [names.edition]: partsOf(key).edition }
}

function split(text: string): { data: Readonly<Record<string, unknown>>; content: string } {
  try {
    // With options, gray-matter uses no cache of its own.
    const { data, content } = matter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), options)
    return { data: typeof data === 'object' && data !== null ? data : {}, content }
  } catch {
    return { data: {}, content: text }
  }
}

function markOf(key: string, wrote: Hashes, { former }: PostFields): string {
  const paths = pathsIn(former).join(',')
  const marks = paths === '' ? wrote : { ...wrote, [FORMER]: paths }
  return [key, ...Object.entries(marks).map(([name, hash]) => `${name}:${hash}`)].join(' ')
}

const pathsIn = (paths: string | undefined): string[] => (paths ?? '').split(' ').filter(path => path !== '')

/** Of the paths that lead to a page those that we wrote. */
function ownPaths(there: unknown, wrote = ''): string[] {
  const ours = wrote.split(',')
  return listed(there).filter(path => ours.includes(path))
}

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)

function parseMark(mark: unknown): { key: string; wrote: Hashes } | undefined {
  if (typeof mark !== 'string' || mark === '') return undefined
  const [key = '', ...hashes] = mark.split(' ')
  return { key, wrote: Object.fromEntries(hashes.map(pair => pair.split(':') as [string, string])) }
}

/** The translation links are the last paragraph, and each of them begins with an arrow. */
const LINK_LINE = /(?:^|\n\n)(→ \[[^\n]*\]\([^)\n]*\))$/

function partBody(content: string): { body: string; links: string } {
  const text = content.trim()
  const line = LINK_LINE.exec(text)
  return line ? { body: text.slice(0, line.index), links: line[1] ?? '' } : { body: text, links: '' }
}

function joinBody(fields: PostFields): string {
  return [fields.body ?? '', fields.links ?? ''].filter(part => part !== '').join('\n\n')
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function listOf(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String) : [])
}

/** A moment with the offset of a zone; what is no moment stays as it is. */
function inZone(moment: string, zone: string): string {
  const at = Date.parse(moment)
  return Number.isNaN(at) || zone === 'UTC' ? moment : isoInZone(zone, at)
}

/** A moment in any notation; what is no moment stays as it is. */
function momentOf(value: unknown): string {
  const text = textOf(value)
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : isoOf(at)
}
