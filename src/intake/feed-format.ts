import type { FeedReading } from './feed-incident.ts'
import type { FeedWords } from './feed-words.ts'
import type { FeedElement } from './feed-xml.ts'

/** A feed as it came: a file, a folder's file, standard input, an answer of a server. */
export interface FeedPayload {
  /** Name of the file, or the address. */
  readonly name: string
  readonly text: string
  /** Its value, where it is JSON. */
  readonly json?: unknown
  /** Its root, where it is XML. */
  readonly xml?: FeedElement
  /** Its front matter and what follows, where it is Markdown. */
  readonly page?: { readonly matter: Readonly<Record<string, unknown>>; readonly body: string }
}

/** What a format is told beside the payload. */
export interface FormatSettings {
  readonly words: FeedWords
  /** Who runs the page, where the feed does not say so. */
  readonly provider?: string
  /** Zone of hours without one. */
  readonly zone: string
  /** Which field of a table or of an unknown feed is what. */
  readonly mapping?: Readonly<Record<string, string>>
}

/** One format of feeds. It throws nothing: what it cannot read it refuses, entry by entry. */
export interface FeedFormat {
  readonly name: string
  readonly recognises: (payload: FeedPayload) => boolean
  readonly read: (payload: FeedPayload, settings: FormatSettings) => FeedReading
}
