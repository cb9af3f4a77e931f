import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { DocumentOptions } from './documents.ts'
import { publishDiagnostic } from './publisher.ts'

export interface StrapiOptions extends DocumentOptions {
  /** API token: from the environment. */
  readonly token: string
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A content type as Strapi describes it. */
interface StrapiType {
  readonly schema: {
    readonly pluralName?: string
    readonly draftAndPublish?: boolean
    readonly pluginOptions?: Localized
    readonly attributes: Readonly<Record<string, { readonly pluginOptions?: Localized }>>
  }
}

interface Localized {
  readonly i18n?: { readonly localized?: boolean }
}

/** What a content type lacks for articles in several languages. */
export function typeDiagnostics(json: unknown, { name, address, collection, fields }: StrapiOptions): Diagnostic[] {
  const types = (json as { data: readonly StrapiType[] }).data
  const schema = types.find(type => type.schema?.pluralName === collection)?.schema
  if (!schema) return []
  if (!schema.draftAndPublish) return [publishDiagnostic('no-drafts', { address, collection })]
  const isLocalized = ({ pluginOptions }: { readonly pluginOptions?: Localized }) =>
    pluginOptions?.i18n?.localized === true
  if (!isLocalized(schema)) return [publishDiagnostic('not-localized', { name, field: fields.title, collection })]
  const own = [fields.title, fields.body, fields.slug, fields.mark]
  const wrong = own.find(field => !isLocalized(schema.attributes[field] ?? {}))
  return wrong === undefined ? [] : [publishDiagnostic('not-localized', { name, field: wrong, collection })]
}

/** Whether an answer is what Strapi gives to such a request. The first one, which asks for its locales, may say anything. */
export function isOfStrapi(
  method: string,
  path: string,
  { json, text }: { readonly json: unknown; readonly text: string },
): boolean {
  if (path.startsWith('/api/i18n/')) return true
  const isFile = (value: unknown): boolean =>
    isRecord(value) && (typeof value.id === 'number' || typeof value.id === 'string')
  if (path.startsWith('/api/upload')) return Array.isArray(json) ? json.every(isFile) : isFile(json)
  if (method === 'DELETE') return text === ''
  const data = isRecord(json) ? json.data : undefined
  if (path.startsWith('/api/content-type-builder/')) return Array.isArray(data) && data.every(isRecord)
  const isOne = (value: unknown): boolean => isRecord(value) && typeof value.documentId === 'string'
  return method === 'GET' ? Array.isArray(data) && data.every(isOne) : isOne(data)
}
