import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { type CmsOptions, cmsTraits, findBlocking, foreign, pictureSlug } from './cms.ts'
import { partedFromCopies } from './copies.ts'
import { openPostCreator } from './create-once.ts'
import {
  type DocumentShape,
  digestOfVersion,
  documentFields,
  fieldsIn,
  formerOf,
  slugFor,
  valuesOf,
  withdrawn,
  wordsIn,
} from './document-fields.ts'
import { type DocumentMark, type FieldNames, markIn, OURS, shortDigest, tagDigest } from './document-mark.ts'
import { openPictures } from './document-pictures.ts'
import type { DocumentStore, DocumentVersion } from './document-store.ts'
import { keyOf, type Link, type Post, partsOf } from './post.ts'
import { type PostFields, REMOVED } from './post-fields.ts'
import {
  DestinationRefused,
  PostMoved,
  type Publisher,
  publishDiagnostic,
  type Remote,
  type Write,
} from './publisher.ts'

/** What headless CMSs have in common. */
export interface DocumentOptions extends CmsOptions {
  /** Name of the collection of articles. */
  readonly collection: string
  readonly fields: FieldNames
  /** Where readers find an article; with it articles have the line of translations. */
  readonly page?: string | undefined
  /** Editions by name, each with its locale there. An edition that is not named has a locale of its own name. */
  readonly locales?: Readonly<Record<string, string>> | undefined
  readonly zone?: string | undefined
}

/** Articles as documents of a headless CMS: one document for each story, with a locale for each edition. */
export function documentPublisher(kind: string, options: DocumentOptions, store: DocumentStore): Publisher {
  const { name, address, fields: names } = options
  const shape: DocumentShape = { names, page: options.page, zone: options.zone ?? 'UTC' }
  const pictures = openPictures(store)
  const localeOf = (edition: string): string => options.locales?.[edition] ?? edition
  /** Editions by their locales. */
  const editions = new Map<string, string>()
  /** Keys of the posts asked for, by their digests. */
  const keys = new Map<string, string>()
  /** The document of each story. */
  const documents = new Map<string, string>()
  const creators = new Map<string, ReturnType<typeof openPostCreator<DocumentVersion>>>()
  /** Former addresses of what was written lead nowhere. */
  let lost = false
  let cleared = true

  return {
    ...cmsTraits(options),
    kind,
    schedules: false,
    concurrency: options.concurrency ?? 1,
    wanted,
    verify: () => store.verify(),
    async lookUp(posts) {
      await checkLocales(posts)
      await pictures.learn()
      const found = await versionsOf(posts)
      const { remotes, copies } = partedFromCopies(found.map(one => remoteOf(one, found)))
      for (const { key, id } of remotes.values()) documents.set(partsOf(key).story, documentIn(id))
      for (const [post, stranger] of await strangers(posts.filter(({ key }) => !remotes.has(key))))
        remotes.set(post.key, foreign(remoteOf(stranger, [stranger]), post))
      pictures.noteShown(found.map(({ values }) => values[names.image ?? '']))
      cleared = (await pictures.leftover()).length === 0
      return { remotes, copies, unfinished: !cleared }
    },
    async put(write) {
      const after = write.remote ? await change(write, write.remote) : await create(write)
      documents.set(write.post.story, documentIn(after.id))
      if (write.changed.includes('image')) cleared = false
      lost ||= names.former === undefined && formerOf(write.post, shape).length > 0
      return after
    },
    async unpublish(remote) {
      const { own, siblings } = await unchanged(remote)
      await hide(own, siblings, remote)
    },
    drop,
    async finish() {
      for (const creator of creators.values()) await creator.settle()
      if (!cleared) {
        await pictures.learn()
        for (const id of await pictures.leftover()) await store.removePicture(id)
      }
      return lost ? [publishDiagnostic('no-former-field', { address, name }, 'warning')] : []
    },
  }

  function wanted(post: Post, links: readonly Link[]): PostFields {
    return documentFields(post, links, post.image ? pictureSlug(post.image) : '', shape)
  }

  async function checkLocales(posts: readonly Post[]): Promise<void> {
    for (const { edition, key } of posts) {
      keys.set(shortDigest(key), key)
      const other = editions.get(localeOf(edition)) ?? edition
      if (other !== edition)
        throw refusedWith(publishDiagnostic('same-locale', { name, locale: localeOf(edition), edition, other }))
      editions.set(localeOf(edition), edition)
    }
    const wrong = (await store.verifyLocales([...editions.keys()])).find(isError)
    if (wrong) throw refusedWith(wrong)
  }

  /** Every version of ours, and those of documents with the key of a story: somebody may have emptied their marks. */
  async function versionsOf(posts: readonly Post[]): Promise<DocumentVersion[]> {
    const marked = await store.list({ field: names.mark, contains: OURS })
    const known = new Set(marked.map(({ values }) => values[names.key]))
    const stories = [...new Set(posts.map(({ story }) => story))].filter(story => !known.has(story))
    const keyed: DocumentVersion[] = []
    for (let at = 0; at < stories.length; at += 50)
      keyed.push(...(await store.list({ field: names.key, among: stories.slice(at, at + 50) })))
    return [...new Map([...marked, ...keyed].map(one => [one.id, one])).values()]
  }

  /** The key of the post that a version is; none when it is not ours. */
  function keyIn(version: DocumentVersion, all: readonly DocumentVersion[]): string | undefined {
    const mark = markIn(version, names)
    const own = keyOfPlace(version)
    if (!mark) {
      const isThere = typeof version.values[names.title] === 'string' && version.values[names.title] !== ''
      return isThere && editions.has(version.locale) ? own : undefined
    }
    if (own !== undefined && shortDigest(own) === mark.of) return own
    // Somebody copied it, or gave its document another key.
    const original = all.find(({ id }) => shortDigest(id) === mark.at)
    return keys.get(mark.of) ?? (original && keyOfPlace(original))
  }

  /** The key that follows from a document's own and its locale. */
  function keyOfPlace({ values, locale }: DocumentVersion): string | undefined {
    const story = values[names.key]
    const named = Object.entries(options.locales ?? {}).find(([, one]) => one === locale)?.[0]
    return typeof story === 'string' && story !== '' ? keyOf(story, editions.get(locale) ?? named ?? locale) : undefined
  }

  function remoteOf(version: DocumentVersion, all: readonly DocumentVersion[]): Remote {
    const mark = markIn(version, names)
    const key = keyIn(version, all)
    const siblings = siblingsOf(version, all)
    const removed = version.status === 'draft' && mark?.wrote.status === REMOVED
    const status = removed ? 'removed' : version.status
    const fields = fieldsIn({ ...version, status }, siblings, shape, pictures.nameOf)
    return {
      key: key ?? '',
      id: version.id,
      address: addressOf(version, fields.slug ?? ''),
      status,
      fields,
      wrote: mark?.wrote,
      writtenAs: mark?.at === shortDigest(version.id) ? version.id : mark?.at,
      version: digestOfVersion(version, fields, names),
      ours: key !== undefined,
      extras: [],
    }
  }

  function addressOf({ document, locale }: DocumentVersion, slug: string): string {
    const filled: Readonly<Record<string, string>> = { locale, slug, edition: editions.get(locale) ?? locale }
    return (
      shape.page?.replace(/\{(locale|slug|edition)\}/g, (_, word: string) => encodeURIComponent(filled[word] ?? '')) ??
      store.addressOf(document, locale)
    )
  }

  /** Foreign documents at the addresses that our posts would have. */
  async function strangers(posts: readonly Post[]): Promise<[Post, DocumentVersion][]> {
    const found: [Post, DocumentVersion & { slug: string }][] = []
    for (const [locale, edition] of editions) {
      const some = posts.filter(post => post.edition === edition)
      const ask = async (slugs: readonly string[]) =>
        (await store.list({ field: names.slug, among: slugs }))
          .filter(one => one.locale === locale && one.status !== 'removed' && keyIn(one, [one]) === undefined)
          .map(one => ({ ...one, slug: String(one.values[names.slug] ?? '') }))
      found.push(...(await findBlocking(some, post => slugFor(post.article.slug, post, shape), ask)))
    }
    return found
  }

  async function hide(own: DocumentVersion, siblings: readonly DocumentVersion[], remote: Remote): Promise<void> {
    cleared = false
    await store.write(
      { ...placeOf(own), before: own },
      withdrawn(remote, { own, siblings }, shape, pictures.nameOf),
      'draft',
      remote.key,
    )
  }

  /** A twin of which nobody ever saw anything is removed, one that readers saw becomes a draft of ours. */
  async function drop(extras: readonly string[]): Promise<void> {
    for (const id of extras) {
      const all = await store.list({ document: documentIn(id) })
      const own = all.find(one => one.id === id)
      if (own?.status === 'published') await hide(own, siblingsOf(own, all), remoteOf(own, all))
      else if (own) await store.remove(own, id)
    }
  }

  /** A draft: another locale of the document of its story, or a new document. */
  async function create(write: Write): Promise<Remote> {
    const { post } = write
    const locale = localeOf(post.edition)
    const document = documents.get(post.story)
    if (document === undefined) {
      const values = await contents(write, locale, { own: undefined, siblings: [] })
      const { path, json } = store.creation(locale, { [names.key]: post.story, ...values })
      return creatorOf(locale).create(path, json, post.key)
    }
    const there = await store.list({ document })
    const own = there.find(one => one.locale === locale && keyIn(one, there) !== undefined)
    // Ours of a moment ago, whose answer was lost, may be written again.
    if (own && markIn(own, names)?.of !== shortDigest(post.key)) throw new PostMoved(post.key)
    const siblings = there.filter(one => one.locale !== locale)
    const values = await contents(write, locale, { own, siblings })
    const after = await store.write({ document, locale, before: own }, values, statusIn(write.fields), post.key)
    return remoteOf(after, siblings)
  }

  function creatorOf(locale: string) {
    const known = creators.get(locale)
    if (known) return known
    const made = (answer: Parameters<DocumentStore['created']>[0]) => store.created(answer, locale)
    const find = async (key: string) =>
      (await store.list({ field: names.key, among: [partsOf(key).story] })).filter(
        (one, _, all) => keyIn(one, all) === key && [undefined, shortDigest(one.id)].includes(markIn(one, names)?.at),
      )
    const { http, refused } = store
    const creator = openPostCreator<DocumentVersion>({
      http,
      find,
      remoteOf: version => remoteOf(version, [version]),
      made,
      refused,
      drop,
    })
    creators.set(locale, creator)
    return creator
  }

  async function change(write: Write, remote: Remote): Promise<Remote> {
    const { own, siblings } = await unchanged(remote)
    // What somebody is at work on would go out with ours.
    if (own.isPending) throw new DestinationRefused(publishDiagnostic('pending-there', { key: remote.key, name }))
    const values = await contents(write, own.locale, { own, siblings })
    const after = await store.write({ ...placeOf(own), before: own }, values, statusIn(write.fields), remote.key)
    return remoteOf(after, [after, ...siblings])
  }

  /** The version of a remote, unless somebody edited it since we looked. */
  async function unchanged(remote: Remote): Promise<{ own: DocumentVersion; siblings: readonly DocumentVersion[] }> {
    const all = await store.list({ document: documentIn(remote.id) })
    const own = all.find(({ id }) => id === remote.id)
    if (!own || remoteOf(own, all).version !== remote.version) throw new PostMoved(remote.key)
    return { own, siblings: siblingsOf(own, all) }
  }

  /** Some of our fields as values, with the mark. */
  async function contents(
    { post, fields, changed, wrote }: Write,
    locale: string,
    there: { own: DocumentVersion | undefined; siblings: readonly DocumentVersion[] },
  ) {
    const before = there.own && markIn(there.own, names)
    const mark: DocumentMark = {
      of: shortDigest(post.key),
      lang: post.lang,
      modified: isoOf(post.modified),
      wrote,
      at: there.own && shortDigest(there.own.id),
      tags: changed.includes('tags') || !before ? wordsIn(fields.tags).map(tagDigest) : before.tags,
    }
    const picture = post.image && fields.image === pictureSlug(post.image) ? post.image : undefined
    const isOther = names.image !== undefined && changed.includes('image')
    const image = isOther
      ? { [names.image ?? '']: picture ? numbered(await pictures.idOf(picture, locale)) : null }
      : {}
    return { ...valuesOf(fields, changed, mark, shape, there), ...image }
  }

  function refusedWith(diagnostic: Diagnostic): DestinationRefused {
    return new DestinationRefused(diagnostic, true)
  }
}

const siblingsOf = (version: DocumentVersion, all: readonly DocumentVersion[]): readonly DocumentVersion[] =>
  all.filter(({ document, id }) => document === version.document && id !== version.id)

const statusIn = ({ status }: PostFields): 'draft' | 'published' => (status === 'published' ? 'published' : 'draft')

const placeOf = ({ document, locale }: DocumentVersion) => ({ document, locale })

/** The document in the id of a version. */
const documentIn = (id: string): string => id.slice(0, id.lastIndexOf(':'))

/** Ids of pictures are numbers in some databases. */
const numbered = (id: string): number | string => (/^\d+$/.test(id) ? Number(id) : id)
