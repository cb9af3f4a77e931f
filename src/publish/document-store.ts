import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Picture } from './post.ts'
import type { DestinationRefused } from './publisher.ts'

/** A value of a document, as the CMS gives and takes it. */
export type DocumentValues = Readonly<Record<string, unknown>>

/** A document in one of its locales, as a headless CMS holds it: what its editors see, drafts included. */
export interface DocumentVersion {
  /** `<document>:<locale>`. */
  readonly id: string
  readonly document: string
  readonly locale: string
  /** `removed`: in the trash. */
  readonly status: 'draft' | 'published' | 'removed'
  /** By the names of the CMS; a picture by its id. */
  readonly values: DocumentValues
  /** Names of the values that all locales share. */
  readonly shared: readonly string[]
  /** Readers have it, and somebody has saved changes that they do not see yet. */
  readonly isPending: boolean
}

/** A picture in the media library. */
export interface StoredPicture {
  readonly id: string
  /** The name of its file. */
  readonly name: string
  readonly created: string
  /** What it says to who cannot see it, by locale; `''` where there is one text for all. */
  readonly alts: Readonly<Record<string, string>>
  /** Nobody cropped it or wrote beside it. */
  readonly isAsUploaded: boolean
}

/** Which documents are asked for. */
export type DocumentQuery =
  /** Those whose field holds a text. */
  | { readonly field: string; readonly contains: string }
  /** Those whose field has one of these values. */
  | { readonly field: string; readonly among: readonly string[] }
  | { readonly document: string }

/** A headless CMS whose documents have locales: how one is spoken to, and nothing of what is published there. */
export interface DocumentStore {
  readonly http: HttpClient
  /** Diagnostics of why we could not write; empty when we can. */
  verify(): Promise<readonly Diagnostic[]>
  /** Diagnostics about the locales that are needed. */
  verifyLocales(locales: readonly string[]): Promise<readonly Diagnostic[]>
  /** Every locale of the documents asked for, oldest document first. */
  list(query: DocumentQuery): Promise<readonly DocumentVersion[]>
  /** Where a new document is sent, and as what. */
  creation(locale: string, values: DocumentValues): { readonly path: string; readonly json: object }
  /** The version in the answer to a creation. Throws where the CMS made something else of it. */
  created(answer: HttpResponse, locale: string): DocumentVersion
  /** Writes some values of one locale, which need not be there yet, with a status. `before` is what stands there. */
  write(
    target: { readonly document: string; readonly locale: string; readonly before: DocumentVersion | undefined },
    values: DocumentValues,
    status: 'draft' | 'published',
    about: string,
  ): Promise<DocumentVersion>
  /** Removes a locale of a document, with the document when it was its last. */
  remove(version: Pick<DocumentVersion, 'document' | 'locale'>, about: string): Promise<void>
  /** Address at which programs read a version. */
  addressOf(document: string, locale: string): string
  pictures(): Promise<readonly StoredPicture[]>
  /** The request that uploads a picture, and the id in its answer. */
  upload(
    picture: Picture,
    file: { readonly name: string; readonly bytes: Uint8Array },
    locale: string,
  ): { path: string; form: () => FormData }
  uploaded(answer: HttpResponse): string | undefined
  describe(id: string, alt: string, locale: string): Promise<void>
  /** Whether any document shows a picture or names its file. */
  isShown(picture: StoredPicture): Promise<boolean>
  removePicture(id: string): Promise<void>
  refused(answer: HttpResponse, about: string): DestinationRefused
}
