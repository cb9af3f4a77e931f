import { hexDigestOf } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import type { DocumentVersion } from './document-store.ts'
import { FACTS, type Hashes } from './post-fields.ts'

/** How the fields of a content type are called there. Those that may be absent are left alone. */
export interface FieldNames {
  /** One for all locales: the id of the story. */
  readonly key: string
  /** One for each locale: our mark. */
  readonly mark: string
  readonly title: string
  readonly body: string
  readonly slug: string
  readonly excerpt?: string | undefined
  readonly date?: string | undefined
  readonly tags?: string | undefined
  readonly image?: string | undefined
  readonly author?: string | undefined
  readonly canonical?: string | undefined
  /** A text with a line for each. */
  readonly former?: string | undefined
}

/** What we store beside a version. */
export interface DocumentMark {
  /** Digest of the key of its post. */
  readonly of: string
  readonly lang: string
  readonly modified: string
  readonly wrote: Hashes
  /** Digest of the version in which we stored it; absent until it is written a second time. A copy carries that of another. */
  readonly at?: string | undefined
  /** Digests of the tags that we gave it: where all locales share them, each knows its own. */
  readonly tags: readonly string[]
}

/** The word by which a CMS finds what is ours, and our pictures. */
export const OURS = 'depeche'

/** A digest of a key or an id: as short as a mark needs it. */
export const shortDigest = (text: string): string => packed(hexDigestOf(text)).slice(0, 8)

/** A digest of a tag. */
export const tagDigest = (tag: string): string => packed(hexDigestOf(tag)).slice(0, 3)

/** The fields whose hashes stand in a mark, in their order there: new ones come last. */
const HASHED = 'title body slug status links excerpt date tags image author canonical former'.split(' ')

/** A short text of a CMS holds no more characters: of many tags the last are not told apart. */
const LONGEST = 255

const packed = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')
const unpacked = (text: string): string => Buffer.from(text, 'base64url').toString('hex')

/** Characters of a packed hash. */
const LENGTH = 11

/** A mark as one line, short enough for every text field. */
export function markText({ of, lang, modified, wrote, at = '-', tags }: DocumentMark): string {
  const hashes = HASHED.map(field => (wrote[field] === undefined ? '.' : packed(wrote[field]))).join('')
  const facts = wrote[FACTS] ?? ''
  const told = /^[\da-f]{16}$/.test(facts) ? packed(facts) : `:${encodeURIComponent(facts)}`
  const second = Math.floor(Date.parse(modified) / 1000).toString(36)
  const line = [OURS, of, at, lang, second, hashes, told, ''].join(' ')
  return `${line}${tags.slice(0, Math.max(0, Math.floor((LONGEST - line.length) / 3))).join('')}`
}

/** Parses the mark of a version; `undefined` when there is none, or somebody damaged it. */
export function markIn({ values }: Pick<DocumentVersion, 'values'>, { mark }: FieldNames): DocumentMark | undefined {
  return markFrom(values[mark])
}

function markFrom(text: unknown): DocumentMark | undefined {
  const [ours, of = '', at, lang = '', second = '', hashes = '', facts = '', tags = ''] = String(text ?? '').split(' ')
  const moment = Number.parseInt(second, 36) * 1000
  const parts = hashes.match(/\.|[\w-]{11}/g) ?? []
  if (ours !== OURS || of === '' || Number.isNaN(moment) || parts.join('') !== hashes) return undefined
  const modified = isoOf(moment)
  const wrote: Record<string, string> = { modified: hexDigestOf(modified), lang: hexDigestOf(lang) }
  for (const [n, part] of parts.entries()) if (part.length === LENGTH) wrote[HASHED[n] ?? ''] = unpacked(part)
  if (facts !== '') wrote[FACTS] = facts.startsWith(':') ? decodeURIComponent(facts.slice(1)) : unpacked(facts)
  return { of, lang, modified, wrote, at: at === '-' ? undefined : at, tags: tags.match(/.{3}/g) ?? [] }
}

/** The same mark for another version: where the interface of a CMS had to make it anew. */
export function markFor(text: unknown, id: string | undefined): string {
  const mark = markFrom(text)
  return mark ? markText({ ...mark, at: id === undefined ? undefined : shortDigest(id) }) : String(text ?? '')
}
