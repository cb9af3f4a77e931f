import { canonicalJson } from '../foundation/canonical-json.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { refusal } from './cms.ts'
import { markFor } from './document-mark.ts'
import { AT_WORK, pictureForm } from './document-pictures.ts'
import type { DocumentQuery, DocumentStore, DocumentValues, DocumentVersion, StoredPicture } from './document-store.ts'
import { type HttpResponse, openHttpClient } from './http-client.ts'
import { DestinationRefused, publishDiagnostic } from './publisher.ts'
import { isOfStrapi, isRecord, type StrapiOptions, typeDiagnostics } from './strapi-type.ts'

/** A document in one locale, as Strapi's REST API returns it: as its editors see it, or as readers do. */
type StrapiRow = Readonly<Record<string, unknown>> & {
  readonly documentId: string
  readonly locale: string | null
  readonly publishedAt: string | null
}

/** Documents in a Strapi 5. */
export function openStrapi(options: StrapiOptions): DocumentStore {
  const { name, address, collection, fields } = options
  const articles = `/api/${collection}`
  const http = openHttpClient({
    ...options,
    fits: isOfStrapi,
    headers: () => ({ authorization: `Bearer ${options.token}` }),
  })
  const names = Object.values(fields).filter(field => field !== undefined)
  const populated = fields.image === undefined ? '' : `&populate[0]=${fields.image}`
  let codes: readonly string[] = []

  return {
    http,
    verify,
    async verifyLocales(locales) {
      const missing = locales.filter(locale => !codes.includes(locale))
      return missing.map(locale => publishDiagnostic('no-locale', { name, locale }))
    },
    async list(query) {
      const drafts = await all('draft', filterOf(query))
      if (drafts.length === 0) return []
      const read = new Map((await all('published', filterOf(query))).map(row => [idOf(row), row]))
      return drafts.map(row => versionOf(row, read.get(idOf(row))))
    },
    creation: (locale, values) => ({ path: pathOf(articles, locale, 'draft'), json: { data: values } }),
    created(answer, locale) {
      if (answer.status !== 201) throw refused(answer, locale)
      const row = rowIn(answer)
      // It would be public, or in no language: nothing more is sent.
      if (row.publishedAt !== null) throw settled(publishDiagnostic('no-drafts', { address, collection }))
      if (row.locale !== locale) throw settled(publishDiagnostic('not-localized', { name, field: '–', collection }))
      return versionOf(row, undefined)
    },
    async write({ document, locale, before }, values, status, about) {
      if (status === 'draft' && before?.status === 'published') return hidden(before, values, about)
      const answer = await http.request('PUT', pathOf(`${articles}/${document}`, locale, status), {
        json: { data: values },
      })
      if (answer.status !== 200) throw refused(answer, about)
      const row = rowIn(answer)
      return versionOf(row, status === 'published' ? row : undefined)
    },
    remove: removed,
    addressOf: (document, locale) => `${address}${articles}/${document}?locale=${locale}`,
    async pictures() {
      if (fields.image === undefined) return []
      const answer = await http.request('GET', '/api/upload/files?filters[name][$startsWith]=depeche-&sort=id')
      if (answer.status !== 200) throw refused(answer, name)
      return (answer.json as StrapiFile[]).map(pictureOf)
    },
    upload: (picture, file) => ({
      path: '/api/upload',
      form: () => pictureForm('files', picture, file, { fileInfo: { name: file.name, alternativeText: picture.alt } }),
    }),
    uploaded({ status, json }) {
      const [file] = Array.isArray(json) ? (json as StrapiFile[]) : []
      return (status === 200 || status === 201) && file ? String(file.id) : undefined
    },
    async describe(id, alt) {
      const form = () => {
        const data = new FormData()
        data.append('fileInfo', JSON.stringify({ alternativeText: alt }))
        return data
      }
      const answer = await http.request('POST', `/api/upload?id=${id}`, { form })
      if (answer.status !== 200) throw refused(answer, id)
    },
    async isShown({ id, name: file }) {
      const answer = await http.request('GET', `/api/upload/files/${id}?populate=related`)
      if (answer.status === 404) return false
      if (answer.status !== 200) throw refused(answer, id)
      const { related = [] } = answer.json as { related?: readonly unknown[] }
      if (related.length > 0) return true
      // Files are stored under their name with other signs.
      const stored = file.replace(/\.\w+$/, '').replaceAll('-', '_')
      const named = `filters[${fields.body}][$contains]=${stored}`
      return (await all('draft', named)).length > 0 || (await all('published', named)).length > 0
    },
    async removePicture(id) {
      const answer = await http.request('DELETE', `/api/upload/files/${id}`)
      if (answer.status !== 200 && answer.status !== 404) throw refused(answer, id)
    },
    refused,
  }

  async function verify(): Promise<Diagnostic[]> {
    const known = await http.request('GET', '/api/i18n/locales')
    if (known.status === 401) return [publishDiagnostic('unauthorized', { address, name })]
    if (known.status === 403) return [refused(known, name).diagnostic]
    const isList = Array.isArray(known.json) && known.json.every(one => isRecord(one) && typeof one.code === 'string')
    if (known.status !== 200 || !isList) return [publishDiagnostic('not-there', { address, what: 'Strapi' })]
    codes = (known.json as { code: string }[]).map(({ code }) => code)
    const scalars = names.filter(field => field !== fields.image)
    const asked = scalars.map((field, n) => `fields[${n}]=${field}`).join('&')
    const answer = await http.request('GET', `${articles}?${asked}${populated}&pagination[pageSize]=1`)
    if (answer.status === 404) return [publishDiagnostic('no-collection', { address, collection })]
    const unknown = unknownKey(answer)
    if (unknown !== undefined) return [publishDiagnostic('no-field', { name, field: unknown, collection })]
    if (answer.status !== 200) return [refused(answer, name).diagnostic]
    // A token of few rights is not told how the content type is made: then the first draft shows it.
    const types = await http.request('GET', '/api/content-type-builder/content-types')
    return types.status === 200 ? typeDiagnostics(types.json, options) : []
  }

  /** All pages of a query, oldest first. */
  async function all(status: 'draft' | 'published', filter: string): Promise<StrapiRow[]> {
    const rows: StrapiRow[] = []
    for (let page = 1; ; page++) {
      const paged = `pagination[pageSize]=100&pagination[page]=${page}&sort[0]=id`
      const answer = await http.request('GET', `${articles}?locale=*&status=${status}${populated}&${paged}&${filter}`)
      if (answer.status !== 200) throw refused(answer, name)
      const { data, meta } = answer.json as { data: StrapiRow[]; meta?: { pagination?: { pageCount: number } } }
      rows.push(...data)
      if (page >= (meta?.pagination?.pageCount ?? 1)) return rows
    }
  }

  function pathOf(path: string, locale: string, status: 'draft' | 'published'): string {
    return `${path}?locale=${locale}&status=${status}${populated}`
  }

  function versionOf(row: StrapiRow, read: StrapiRow | undefined): DocumentVersion {
    return {
      id: idOf(row),
      document: row.documentId,
      locale: row.locale ?? '',
      status: read ? 'published' : 'draft',
      values: Object.fromEntries(names.map(field => [field, plainValue(row[field])])),
      shared: [],
      isPending: read !== undefined && contentOf(row) !== contentOf(read),
    }
  }

  async function removed({ document, locale }: Pick<DocumentVersion, 'document' | 'locale'>, about: string) {
    const answer = await http.request('DELETE', `${articles}/${document}?locale=${locale}`)
    if (answer.status !== 204 && answer.status !== 200 && answer.status !== 404) throw refused(answer, about)
  }

  /**
   * Strapi's interface cannot take a version from readers, only remove it: what it held is written again as a draft, fields of
   * people too. Where it was the last of its document, that is another one then.
   */
  async function hidden(before: DocumentVersion, values: DocumentValues, about: string): Promise<DocumentVersion> {
    const { document, locale } = before
    const place = `${articles}?locale=${locale}&status=draft&filters[documentId]=${document}&populate=*`
    const answer = await http.request('GET', place)
    if (answer.status !== 200) throw refused(answer, about)
    const [row] = (answer.json as { data: StrapiRow[] }).data
    const data = { ...(row && heldIn(row)), ...values }
    await removed(before, about)
    const put = await http.request('PUT', pathOf(`${articles}/${document}`, locale, 'draft'), { json: { data } })
    if (put.status === 200) return versionOf(rowIn(put), undefined)
    if (put.status !== 404) throw refused(put, about)
    return anew(locale, data, about)
  }

  /** A draft in a document of its own. Until that is known its mark says nothing of where it stands. */
  async function anew(locale: string, data: DocumentValues, about: string): Promise<DocumentVersion> {
    const mark = markFor(data[fields.mark], undefined)
    const made = await http.requestOnce<StrapiRow>('POST', pathOf(articles, locale, 'draft'), {
      body: () => ({ json: { data: { ...data, [fields.mark]: mark } } }),
      read: answer => {
        if (answer.status !== 201) throw refused(answer, about)
        return rowIn(answer)
      },
      findExisting: async () => {
        const found = await all('draft', `filters[${fields.mark}][$eq]=${encodeURIComponent(mark)}`)
        return found.find(one => one.locale === locale)
      },
    })
    const json = { data: { [fields.mark]: markFor(mark, idOf(made)) } }
    const put = await http.request('PUT', pathOf(`${articles}/${made.documentId}`, locale, 'draft'), { json })
    if (put.status !== 200) throw refused(put, about)
    return versionOf(rowIn(put), undefined)
  }

  function refused({ status, json }: HttpResponse, about: string): DestinationRefused {
    const { error } = (json ?? {}) as { error?: { message?: string } }
    return refusal(options, { status, about, reason: error?.message ?? String(status) })
  }
}

const settled = (diagnostic: Diagnostic): DestinationRefused => new DestinationRefused(diagnostic, true)

const rowIn = ({ json }: HttpResponse): StrapiRow => (json as { data: StrapiRow }).data

const idOf = ({ documentId, locale }: StrapiRow): string => `${documentId}:${locale}`

function filterOf(query: DocumentQuery): string {
  if ('document' in query) return `filters[documentId]=${query.document}`
  if ('contains' in query) return `filters[${query.field}][$contains]=${encodeURIComponent(query.contains)}`
  return query.among.map((one, n) => `filters[${query.field}][$in][${n}]=${encodeURIComponent(one)}`).join('&')
}

/** A field that Strapi does not know. */
function unknownKey({ status, json }: HttpResponse): string | undefined {
  const { error } = (json ?? {}) as { error?: { details?: { key?: unknown } } }
  return status === 400 && typeof error?.details?.key === 'string' ? error.details.key : undefined
}

/** A picture by its id. */
const plainValue = (value: unknown): unknown => (isRecord(value) && value.mime ? value.id : (value ?? null))

/** What Strapi writes beside the fields of a content type. */
const OF_STRAPI: ReadonlySet<string> = new Set(
  'id documentId createdAt updatedAt publishedAt locale localizations createdBy updatedBy'.split(' '),
)

const ownEntries = (row: StrapiRow) => Object.entries(row).filter(([field]) => !OF_STRAPI.has(field))

const contentOf = (row: StrapiRow): string =>
  canonicalJson(Object.fromEntries(ownEntries(row).map(([field, value]) => [field, plainValue(value)])))

/** What a version holds, in the form in which it is written: pictures and relations by their ids. */
const heldIn = (row: StrapiRow): DocumentValues =>
  Object.fromEntries(ownEntries(row).map(([field, value]) => [field, sentValue(value)]))

function sentValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sentValue)
  if (!isRecord(value)) return value
  if (value.mime) return value.id
  if (typeof value.documentId === 'string') return value.documentId
  const { id: _, ...rest } = value
  return Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, sentValue(one)]))
}

/** A file in Strapi's media library. */
interface StrapiFile {
  readonly id: number | string
  readonly name: string
  readonly alternativeText: string | null
  readonly caption: string | null
  readonly focalPoint?: unknown
  readonly createdAt: string
  readonly updatedAt: string
}

function pictureOf({
  id,
  name,
  alternativeText,
  caption,
  focalPoint,
  createdAt,
  updatedAt,
}: StrapiFile): StoredPicture {
  return {
    id: String(id),
    name,
    created: createdAt,
    alts: { '': alternativeText ?? '' },
    isAsUploaded: !caption && !focalPoint && Date.parse(updatedAt) - Date.parse(createdAt) < AT_WORK,
  }
}
