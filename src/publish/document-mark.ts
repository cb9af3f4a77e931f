import type { DocumentVersion } from './document-store.ts'
import type { Hashes } from './post-fields.ts'

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
  /** A word by which the CMS finds what is ours. */
  readonly by: typeof OURS
  readonly key: string
  readonly lang: string
  readonly modified: string
  readonly wrote: Hashes
  /** The version in which we stored it; absent until it is written a second time. A copy carries that of another. */
  readonly id?: string | undefined
  /** The tags that we gave it: where all locales share them, each knows its own. */
  readonly tags?: readonly string[] | undefined
  /** The line of translations at the end of its text. */
  readonly links?: string | undefined
}

export const OURS = 'depeche'

/** Parses the mark of a version; `undefined` when there is none, or somebody damaged it. */
export function markIn({ values }: Pick<DocumentVersion, 'values'>, names: FieldNames): DocumentMark | undefined {
  const json = values[names.mark]
  if (typeof json !== 'string' || !json.startsWith('{')) return undefined
  try {
    const mark = JSON.parse(json) as Partial<DocumentMark>
    return mark.by === OURS && mark.key && mark.wrote ? (mark as DocumentMark) : undefined
  } catch {
    return undefined
  }
}

/** The same mark for another version: where the interface of a CMS had to make it anew. */
export function markFor(json: unknown, id: string | undefined): string {
  return JSON.stringify({ ...(JSON.parse(String(json)) as DocumentMark), id })
}
