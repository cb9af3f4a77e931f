import type { ShareImage } from '../share-image.ts'

/** The content of a feed, for each of its three formats. */
export interface Feed {
  readonly title: string
  readonly description: string
  /** BCP 47. */
  readonly language: string
  /** The page it belongs to. */
  readonly home: string
  /** Address of this feed's folder. */
  readonly base: string
  readonly author: string
  readonly rights?: string
  /** The WebSub hub that tells subscribers what is new. */
  readonly hub?: string
  /** Last change of any entry, in milliseconds. */
  readonly updated: number
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  /** Stays the same when the article's address or headline changes. */
  readonly id: string
  readonly address: string
  readonly title: string
  readonly summary: string
  /** The whole article as HTML; absent where subscribers get its summary. */
  readonly content?: string
  /** What changed since: the last update, and every correction. */
  readonly changes: readonly string[]
  /** Its picture, or its card. */
  readonly image?: { readonly address: string } & Omit<ShareImage, 'path'>
  readonly author: string
  readonly tags: readonly string[]
  readonly published: number
  readonly updated: number
  /** ISO 8601 with the edition's offset. */
  readonly publishedIso: string
  readonly updatedIso: string
}

/** What a subscriber reads of an article: what it is about, what changed last, what was corrected. */
export const textOfEntry = ({ summary, changes }: FeedEntry): string => [summary, ...changes].join('\n\n')
