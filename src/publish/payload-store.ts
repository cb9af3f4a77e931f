import type { Diagnostic } from '../foundation/diagnostic.ts'
import { refusal } from './cms.ts'
import { AT_WORK, pictureForm } from './document-pictures.ts'
import type { DocumentQuery, DocumentStore, DocumentVersion, StoredPicture } from './document-store.ts'
import type { DocumentOptions } from './documents.ts'
import { type HttpResponse, openHttpClient } from './http-client.ts'
import { type DestinationRefused, publishDiagnostic } from './publisher.ts'

export interface PayloadOptions extends DocumentOptions {
  /** Name of the collection of pictures, and of the accounts whose key it is. */
  readonly media: string
  readonly users: string
  /** API key of an account: from the environment. */
  readonly key: string
}

/** A document or a picture as Payload's REST API returns it: in all locales, or in one. */
type PayloadDocument = Readonly<Record<string, unknown>> & { readonly id: string | number }

interface PayloadList {
  readonly docs: readonly PayloadDocument[]
  readonly hasNextPage?: boolean
}

/** Most documents of one answer. */
const PAGE = 100

/** Documents in a Payload 3. */
export function openPayload(options: PayloadOptions): DocumentStore {
  const { name, address, collection, media, users, fields } = options
  const articles = `/api/${collection}`
  const http = openHttpClient({
    ...options,
    fits: isOfPayload,
    headers: () => ({ authorization: `${users} API-Key ${options.key}` }),
  })
  const names = Object.values(fields).filter(field => field !== undefined)
  /** Which versions readers have, by id. */
  const published = new Map<string, boolean>()
  /** Fields that are not localized. */
  const shared = new Set<string>()

  return {
    http,
    verify,
    verifyLocales,
    async list(query) {
      const latest = await all(articles, { ...conditionsOf(query), draft: 'true', trash: 'true' })
      // Whoever asks for one document asks again what has just been listed: who has it is known.
      if (latest.length > 0 && !('document' in query)) await learnReaders(conditionsOf(query))
      for (const field of names) if (latest.some(one => isShared(one[field]))) shared.add(field)
      return latest.flatMap(one => localesOf(one).map(locale => versionOf(inLocale(one, locale), locale)))
    },
    creation: (locale, values) => ({
      path: `${articles}?locale=${locale}&draft=true&depth=0`,
      json: { ...values, _status: 'draft' },
    }),
    created(answer, locale) {
      if (answer.status !== 201) throw refused(answer, locale)
      return written(answer, locale)
    },
    async write({ document, locale, before }, values, status, about) {
      // A draft beside what readers have would not hide that.
      const isBeside = status === 'draft' && before?.status !== 'published'
      const path = `${articles}/${document}?locale=${locale}&depth=0${isBeside ? '&draft=true' : ''}`
      const answer = await http.request('PATCH', path, { json: { ...values, _status: status } })
      if (answer.status !== 200) throw refused(answer, about)
      published.set(idOf(document, locale), status === 'published')
      return written(answer, locale)
    },
    async remove({ document, locale }, about) {
      const [there] = await all(articles, { ...conditionsOf({ document }), draft: 'true' })
      if (!there || localesOf(there).length < 2) return deleted(`${articles}/${document}`, about)
      // Another language of it may be somebody's work.
      const json = { [fields.mark]: null, _status: 'draft' }
      const answer = await http.request('PATCH', `${articles}/${document}?locale=${locale}&depth=0`, { json })
      if (answer.status !== 200) throw refused(answer, about)
    },
    addressOf: (document, locale) => `${address}${articles}/${document}?locale=${locale}`,
    async pictures() {
      if (fields.image === undefined) return []
      return (await all(`/api/${media}`, { 'where[filename][contains]': 'depeche-' })).map(pictureOf)
    },
    upload: (picture, file, locale) => ({
      path: `/api/${media}?locale=${locale}&depth=0`,
      form: () => pictureForm('file', picture, file, { _payload: { alt: picture.alt } }),
    }),
    uploaded: ({ status, json }) => (status === 201 ? String(docIn(json).id) : undefined),
    async describe(id, alt, locale) {
      const answer = await http.request('PATCH', `/api/${media}/${id}?locale=${locale}&depth=0`, { json: { alt } })
      if (answer.status !== 200) throw refused(answer, id)
    },
    async isShown({ id, name: file }) {
      const where = {
        [`where[or][0][${fields.image}][equals]`]: id,
        [`where[or][1][${fields.body}][contains]`]: file,
        trash: 'true',
      }
      for (const draft of ['true', 'false']) {
        if ((await page(articles, { ...where, draft }, 1)).docs.length > 0) return true
      }
      return false
    },
    removePicture: id => deleted(`/api/${media}/${id}`, id),
    refused,
  }

  async function verify(): Promise<Diagnostic[]> {
    const me = await http.request('GET', `/api/${users}/me`)
    const { user } = (me.json ?? {}) as { user?: { id?: unknown } | null }
    if (me.status === 404 || (me.status === 200 && user === undefined))
      return [publishDiagnostic('not-there', { address, what: 'Payload' })]
    if (me.status === 200 && user === null) return [publishDiagnostic('unauthorized', { address, name })]
    if (me.status !== 200) return [refused(me, name).diagnostic]
    const where = [...names, '_status'].map((field, n) => [`where[or][${n}][${field}][exists]`, 'true'])
    const answer = await http.request('GET', pathOf(articles, Object.fromEntries(where), 1))
    if (answer.status === 200) return []
    if (answer.status === 404) return [publishDiagnostic('no-collection', { address, collection })]
    const path = unknownPath(answer)
    if (path === undefined) return [refused(answer, name).diagnostic]
    return path === '_status'
      ? [publishDiagnostic('no-drafts', { address, collection })]
      : [publishDiagnostic('no-field', { name, field: path, collection })]
  }

  /** A locale that is not there would be taken for the first one: the fields of each have to be known before. */
  async function verifyLocales(locales: readonly string[]): Promise<Diagnostic[]> {
    const own = [fields.title, fields.mark, fields.body, fields.slug, ...(locales.length > 1 ? ['_status'] : [])]
    for (const locale of locales) {
      const where = own.map((field, n) => [`where[or][${n}][${field}.${locale}][exists]`, 'true'])
      const answer = await http.request('GET', pathOf(articles, Object.fromEntries(where), 1))
      if (answer.status === 200) continue
      const path = unknownPath(answer)
      if (path === undefined) return [refused(answer, name).diagnostic]
      if (path.startsWith('_status.')) return [publishDiagnostic('no-locale-status', { address, collection })]
      const field = path.replace(/\..*/, '')
      return path === `${field}.${locale}`
        ? [publishDiagnostic('not-localized', { name, field, collection })]
        : [publishDiagnostic('no-locale', { name, locale })]
    }
    return []
  }

  async function learnReaders(where: Readonly<Record<string, string>>): Promise<void> {
    for (const one of await all(articles, { ...where, draft: 'false', trash: 'true' }))
      for (const locale of localesOf(one))
        published.set(idOf(one.id, locale), inLocale(one, locale)._status === 'published')
  }

  function pathOf(what: string, query: Readonly<Record<string, string>>, limit: number): string {
    return `${what}?${new URLSearchParams({ locale: 'all', depth: '0', sort: 'createdAt,id', limit: String(limit), ...query })}`
  }

  async function page(what: string, query: Readonly<Record<string, string>>, limit: number): Promise<PayloadList> {
    const answer = await http.request('GET', pathOf(what, query, limit))
    if (answer.status !== 200) throw refused(answer, name)
    return answer.json as PayloadList
  }

  /** All pages of a query, oldest first. */
  async function all(what: string, query: Readonly<Record<string, string>>): Promise<PayloadDocument[]> {
    const found: PayloadDocument[] = []
    for (let at = 1; ; at++) {
      const { docs, hasNextPage } = await page(what, { ...query, page: String(at) }, PAGE)
      found.push(...docs)
      if (!hasNextPage) return found
    }
  }

  /** The locales in which somebody wrote anything of an article. */
  function localesOf(document: PayloadDocument): string[] {
    const values = [fields.title, fields.mark, fields.body, fields.slug].map(field => document[field])
    const locales = values.filter(isByLocale).flatMap(value => Object.keys(value).filter(locale => value[locale]))
    return [...new Set(locales)]
  }

  function versionOf(document: PayloadDocument, locale: string): DocumentVersion {
    const id = idOf(document.id, locale)
    const isSeen = document._status === 'published' || published.get(id) === true
    return {
      id,
      document: String(document.id),
      locale,
      status: document.deletedAt ? 'removed' : isSeen ? 'published' : 'draft',
      values: Object.fromEntries(names.map(field => [field, document[field] ?? null])),
      shared: [...shared],
      isPending: isSeen && document._status !== 'published',
    }
  }

  /** The version in the answer to a write, which is in one locale. */
  function written({ json }: HttpResponse, locale: string): DocumentVersion {
    return versionOf(docIn(json), locale)
  }

  async function deleted(path: string, about: string): Promise<void> {
    const answer = await http.request('DELETE', `${path}?depth=0`)
    if (answer.status !== 200 && answer.status !== 404) throw refused(answer, about)
  }

  function refused({ status, json }: HttpResponse, about: string): DestinationRefused {
    const { errors = [] } = (json ?? {}) as {
      errors?: { message?: string; data?: { errors?: { message?: string; path?: string }[] } }[]
    }
    const [first] = errors[0]?.data?.errors ?? []
    const detail = first?.path ? ` (${first.path}: ${first.message})` : ''
    return refusal(options, { status, about, reason: `${errors[0]?.message ?? status}${detail}` })
  }
}

function conditionsOf(query: DocumentQuery): Record<string, string> {
  if ('document' in query) return { 'where[id][equals]': query.document }
  return 'contains' in query
    ? { [`where[${query.field}][contains]`]: query.contains }
    : { [`where[${query.field}][in]`]: query.among.join(',') }
}

/** A path of a query that Payload does not know. */
function unknownPath({ status, json }: HttpResponse): string | undefined {
  const { errors = [] } = (json ?? {}) as { errors?: { name?: string; data?: { path?: string }[] }[] }
  const [error] = errors
  return status === 400 && error?.name === 'QueryError' && Array.isArray(error.data) ? error.data[0]?.path : undefined
}

const idOf = (document: string | number, locale: string): string => `${document}:${locale}`

const docIn = (json: unknown): PayloadDocument => (json as { doc: PayloadDocument }).doc

const isByLocale = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isShared = (value: unknown): boolean => value !== null && value !== undefined && !isByLocale(value)

/** A document that was asked for in all locales, in one of them. */
function inLocale(document: PayloadDocument, locale: string): PayloadDocument {
  const values = Object.entries(document).map(([field, value]) => [field, isByLocale(value) ? value[locale] : value])
  return { ...Object.fromEntries(values), id: document.id }
}

/** Values of a picture that say nothing of people's work. */
const OF_EVERY_PICTURE: ReadonlySet<string> = new Set(
  'id alt updatedAt createdAt url thumbnailURL filename mimeType filesize width height focalX focalY sizes prefix'.split(
    ' ',
  ),
)

function pictureOf(document: PayloadDocument): StoredPicture {
  const { id, alt, filename, createdAt, updatedAt, focalX, focalY } = document
  const alts = isByLocale(alt) ? alt : { '': alt }
  const others = Object.entries(document).filter(([field]) => !OF_EVERY_PICTURE.has(field))
  const isBlank = (value: unknown): boolean => (isByLocale(value) ? Object.values(value).every(one => !one) : !value)
  return {
    id: String(id),
    name: String(filename),
    created: String(createdAt),
    alts: Object.fromEntries(Object.entries(alts).filter(([, text]) => text)) as Record<string, string>,
    isAsUploaded:
      Date.parse(String(updatedAt)) - Date.parse(String(createdAt)) < AT_WORK &&
      [focalX, focalY].every(at => at === undefined || at === null || at === 50) &&
      others.every(([, value]) => isBlank(value)),
  }
}

/** Whether an answer is what Payload gives to such a request. The first one, which asks who we are, may say anything. */
export function isOfPayload(method: string, path: string, { json }: { readonly json: unknown }): boolean {
  if (/^\/api\/[^/]+\/me$/.test(path)) return true
  const isOne = (value: unknown): boolean =>
    isByLocale(value) && (typeof value.id === 'string' || typeof value.id === 'number')
  if (!isByLocale(json)) return false
  return method === 'GET' ? Array.isArray(json.docs) && json.docs.every(isOne) : isOne(json.doc)
}
