import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { descriptionOf } from '../article/article.ts'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { fileText } from '../foundation/file-text.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { bodyOf } from '../site/markdown.ts'
import { markdownAddress, markdownText } from '../site/markdown-escape.ts'
import { plain } from '../site/plain-text.ts'
import { partedFromCopies } from './copies.ts'
import { type Convention, conventionOf, type Dialect, imageAddress } from './front-matter-dialect.ts'
import { changedPage, newPage, PLACE, readPage } from './page-file.ts'
import { leftoverPictures, picturesIn, signedPicture } from './page-pictures.ts'
import type { Link, Picture, Post } from './post.ts'
import type { PostFields } from './post-fields.ts'
import { postProse } from './post-prose.ts'
import {
  DestinationRefused,
  type DestinationState,
  PostMoved,
  type Publisher,
  publishDiagnostic,
  type Remote,
} from './publisher.ts'

export interface FolderOptions {
  readonly name: string
  /** Absolute path of the generator's own folder. */
  readonly folder: string
  /** The same, as the settings write it. */
  readonly place: string
  readonly dialect: Dialect
  /** May the folder be created? Otherwise it must exist. */
  readonly make: boolean
  /** Address of the generator's site, for receipts; its path is the prefix of links. */
  readonly base?: string | undefined
  /** Overrides of the dialect. */
  readonly posts?: string | undefined
  readonly images?: string | undefined
  /** Zone of the newsroom, for the dates of pages. */
  readonly zone?: string | undefined
}

/** Markdown files in the folder of a site generator, images beside them. */
export function folder(options: FolderOptions): Publisher {
  const convention = conventionOf(options.dialect, options)
  const base = options.base ?? '/'
  const pathOf = (post: Post) =>
    join(convention.posts.replaceAll('{edition}', post.edition), convention.file(post, options.zone ?? 'UTC'))
  const addressOf = (post: Post) => base.replace(/\/+$/, '') + convention.page(post)
  /** The pictures that each page names. */
  const named = new Map<string, readonly string[]>()
  const leftovers = () => {
    const shown = new Set([...named.values()].flat())
    return leftoverPictures(options.folder, convention.images, name => shown.has(name))
  }
  const read = (path: string): Remote | undefined => {
    const text = textAt(join(options.folder, path))
    named.delete(path)
    if (text === undefined) return undefined
    named.set(path, picturesIn(text))
    const { key, fields, wrote } = readPage(text, convention)
    const here = hexDigestOf(path)
    return {
      key: key ?? '',
      id: path,
      address: addressFrom(path, fields, convention, base),
      status: fields.status === 'draft' ? 'draft' : 'published',
      fields,
      wrote,
      writtenAs: wrote?.[PLACE] === here ? path : wrote?.[PLACE],
      version: hexDigestOf(text),
      ours: key !== undefined,
      extras: [],
    }
  }
  const remove = (path: string) => {
    rmSync(join(options.folder, path), { force: true })
    named.delete(path)
  }
  return {
    name: options.name,
    kind: 'folder',
    place: options.place,
    schedules: false,
    draftsFirst: false,
    concurrency: 1,
    async verify() {
      return verifyFolder(options)
    },
    async lookUp(posts) {
      const state = findRemotes(posts, read, pathOf, markdownIn(options.folder, convention))
      return { ...state, unfinished: leftovers().length > 0 }
    },
    wanted: (post, links) => wanted(post, links, convention, options.base),
    addressOf,
    prose: ({ body }) => postProse(body ?? ''),
    async put({ post, remote, fields, changed, wrote: marks }) {
      const path = pathOf(post)
      const wrote = { ...marks, [PLACE]: hexDigestOf(path) }
      const text = remote ? textAt(join(options.folder, remote.id)) : undefined
      if (remote && (text === undefined || hexDigestOf(text) !== remote.version)) throw new PostMoved(post.key)
      if (!remote && existsSync(join(options.folder, path))) throw new PostMoved(post.key)
      if (post.image) await writeImage(join(options.folder, convention.images), post.image)
      const page =
        text === undefined
          ? newPage(post.key, fields, wrote, convention)
          : changedPage(text, post.key, fields, wrote, changed, convention)
      write(join(options.folder, path), page)
      // The new file first: an interruption between the two leaves a copy, never nothing.
      if (remote && remote.id !== path) remove(remote.id)
      const after = read(path)
      if (!after) throw new PostMoved(post.key)
      return after
    },
    async unpublish(remote) {
      const text = textAt(join(options.folder, remote.id))
      if (text !== undefined && hexDigestOf(text) !== remote.version) throw new PostMoved(remote.key)
      remove(remote.id)
    },
    async drop(extras) {
      for (const path of extras) remove(path)
    },
    async finish() {
      for (const picture of leftovers()) rmSync(join(options.folder, picture), { force: true })
      return []
    },
  }
}

/** A post in a dialect's fields. Translation links are relative to the root of the site. */
function wanted(post: Post, links: readonly Link[], convention: Convention, base = ''): PostFields {
  const { article } = post
  const { names, markdown, link = address => address } = convention
  return {
    title: plain(article.headline.text),
    excerpt: plain(descriptionOf(article)),
    body: bodyOf(article, post.sources, markdown).trim(),
    links: links
      .map(
        ({ label, address }) =>
          `→ [${markdownText(label, markdown)}](${markdownAddress(link(address ?? '', article.edition))})`,
      )
      .join(' · '),
    slug: names.slug === undefined ? '' : article.slug,
    permalink: names.permalink === undefined || post.status === 'draft' ? '' : convention.page(post),
    status: post.status === 'draft' ? 'draft' : 'published',
    date: isoOf(post.date),
    modified: isoOf(post.modified),
    lang: article.lang,
    story: post.story,
    canonical: post.canonical,
    // With its host where it is known: what reads a page elsewhere needs it, and no generator puts its base before it again.
    image: post.image ? base.replace(/\/+$/, '') + imageAddress(convention, imageName(post.image)) : '',
    tags: JSON.stringify(article.tags.map(plain)),
    services: JSON.stringify(article.services.map(plain)),
    state: article.state,
    author: plain(article.author),
    former: post.former.inEdition.map(slug => convention.page({ ...post, article: { ...article, slug } })).join(' '),
  }
}

/**
 * The name contains a hash of the content: the same picture is never written twice, a changed one never has an old
 * name.
 */
function imageName({ id, ending }: Picture): string {
  return `depeche-${hexDigestOf(id)}${ending}`
}

function verifyFolder({ folder, place, make }: FolderOptions) {
  try {
    if (!existsSync(folder)) {
      if (!make) return [publishDiagnostic('no-folder', { folder: place })]
      mkdirSync(folder, { recursive: true })
    }
    if (!statSync(folder).isDirectory()) return [publishDiagnostic('no-folder', { folder: place })]
    accessSync(folder, constants.W_OK)
    return []
  } catch (error) {
    return [refusalOf(error, place).diagnostic]
  }
}

/** Our posts by their mark, wherever they are now; foreign files at paths of ours; and copies that people made. */
function findRemotes(
  posts: readonly Post[],
  read: (path: string) => Remote | undefined,
  pathOf: (post: Post) => string,
  paths: readonly string[],
): DestinationState {
  const home = new Map(posts.map(post => [post.key, pathOf(post)]))
  const all = paths.flatMap(path => read(path) ?? [])
  // A renamed post whose publish was interrupted between writing the new file and deleting the old one is there twice.
  const isAtHome = ({ key, id, writtenAs }: Remote) => home.get(key) === id && (writtenAs ?? id) === id
  const { remotes, copies } = partedFromCopies(all, { follows: true, isAtHome })
  const taken = new Map(all.filter(({ id, key }) => remotes.get(key)?.id !== id).map(remote => [remote.id, remote]))
  for (const post of posts) {
    const stranger = taken.get(pathOf(post))
    if (stranger && !remotes.has(post.key))
      remotes.set(post.key, { ...stranger, key: post.key, ours: false, wrote: undefined })
  }
  return { remotes, copies }
}

/** Every Markdown file below the posts' folder, in order. Hidden files are foreign, or temporary files of ours. */
function markdownIn(root: string, { posts }: Convention): string[] {
  const top = posts.split('{edition}')[0]?.replace(/\/$/, '') ?? ''
  const start = join(root, top)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(path => !path.split('/').some(step => step === 'node_modules' || step.startsWith('.')))
    .sort()
}

function addressFrom(path: string, fields: PostFields, { posts, page }: Convention, base: string): string {
  if (fields.permalink) return base.replace(/\/+$/, '') + fields.permalink
  const pattern = posts.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('\\{edition\\}', '([^/]+)')
  const edition = new RegExp(`^${pattern}/`).exec(path)?.[1] ?? ''
  const slug = fields.slug || (path.split('/').at(-1) ?? '').replace(/\.md$/, '')
  return base.replace(/\/+$/, '') + page({ edition, article: { slug } } as Post)
}

async function writeImage(folder: string, image: Picture): Promise<void> {
  const path = join(folder, imageName(image))
  if (!existsSync(path)) write(path, signedPicture(await image.make()))
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeAtomically(path, content, { makeFolder: true, alone: true })
  } catch (error) {
    throw refusalOf(error, path)
  }
}

function textAt(path: string): string | undefined {
  try {
    return fileText(path)
  } catch (error) {
    throw refusalOf(error, path)
  }
}

/** An error of the disk as a diagnostic. Anything else is a bug and is rethrown. */
function refusalOf(error: unknown, folder: string): DestinationRefused {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DestinationRefused(publishDiagnostic('disk-full', { folder }), true)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new DestinationRefused(publishDiagnostic('no-permission', { folder }), true)
  if (['ENOTDIR', 'EISDIR', 'EEXIST'].includes(code))
    return new DestinationRefused(publishDiagnostic('no-folder', { folder }), true)
  throw error
}
