import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Link, Post } from './post.ts'
import type { Hashes, PostFields } from './post-fields.ts'

/** What stands at a destination under one key. */
export interface Remote {
  readonly key: string
  /** Its name there: a path, a number. */
  readonly id: string
  /** Where readers find it. */
  readonly address: string
  /** `removed`: in the trash, or taken down by us. */
  readonly status: 'draft' | 'scheduled' | 'published' | 'removed'
  /** The fields we own, as they stand there now, hand edits included. */
  readonly fields: PostFields
  /** Hashes of the fields as we wrote them last. Absent when the destination lost them, or another hand made the post. */
  readonly wrote: Hashes | undefined
  /** Changes when anybody writes there. */
  readonly version: string
  /** False for a post of another hand that stands in our way (same slug, same path). */
  readonly ours: boolean
  /** Younger posts with the same key, left by an interrupted run or a race. */
  readonly extras: readonly string[]
}

export interface DestinationState {
  /** By key: everything of ours, and what of another hand stands in the way of one of the posts asked for. */
  readonly remotes: ReadonlyMap<string, Remote>
  /** An interrupted publish left something that `finish` brings to its end: a commit, a push. */
  readonly unfinished?: boolean
}

/** One step of a publish: these fields become what stands there. */
export interface Write {
  readonly post: Post
  /** Absent: it is created. */
  readonly remote: Remote | undefined
  /** All fields as they shall stand there afterwards: ours, and those of a human which are kept. */
  readonly fields: PostFields
  /** Which of them change. */
  readonly changed: readonly string[]
  /** Hashes of our own version of every field, to be kept beside the post. */
  readonly wrote: Hashes
}

/** A destination for articles: one file per destination, one contract test for all. */
export interface Publisher {
  /** Its name in content/site.yaml. */
  readonly name: string
  readonly kind: string
  /** Where it is, as an editor knows it: a folder, an address. Never a secret. */
  readonly place: string
  /** Can it keep an appointment? Otherwise scheduled posts wait here. */
  readonly schedules: boolean
  /** Are addresses known only once the post stands there? Then posts are made as drafts first, and linked afterwards. */
  readonly draftsFirst: boolean
  /** How many stories may be written at the same time. */
  readonly concurrency: number
  /** Why we could not publish there now; empty when we can. Writes nothing. */
  verify(): Promise<readonly Diagnostic[]>
  /** What stands there: ours, and what is in the way. A fixed number of requests, however many posts. */
  lookUp(posts: readonly Post[]): Promise<DestinationState>
  /** The post as the destination would write it. Pure. */
  wanted(post: Post, links: readonly Link[]): PostFields
  /** The address a post will have, for destinations that know it beforehand. */
  addressOf(post: Post): string | undefined
  /** The prose of a body as plain text, a line per paragraph, to compare sentences. */
  prose(fields: PostFields): string
  /** Makes the destination hold these fields, and says what stands there then. Doing it twice changes nothing. Throws `Moved`. */
  put(write: Write): Promise<Remote>
  /** Takes a post of ours out of readers' sight. */
  unpublish(remote: Remote): Promise<void>
  /** Deletes younger copies of a post of ours. */
  drop(extras: readonly string[]): Promise<void>
  /** After all stories: what the destination does once (a commit, a push). */
  finish(receipts: readonly Receipt[]): Promise<readonly Diagnostic[]>
}

export interface Receipt {
  readonly key: string
  readonly did: 'created' | 'updated' | 'unpublished' | 'nothing'
  readonly address: string
  readonly id: string
  readonly title: string
}

/** Somebody wrote there between our look and our writing: nothing was overwritten. */
export class PostMoved extends Error {
  readonly key: string

  constructor(key: string) {
    super(`${key} was changed at the destination meanwhile`)
    this.name = 'Moved'
    this.key = key
  }
}

/** The destination refuses or cannot: what an editor or an administrator has to mend. */
export class DestinationRefused extends Error {
  readonly diagnostic: Diagnostic
  /** Nothing else would succeed either: the key has expired, the disk is full, the host is gone. */
  readonly final: boolean

  constructor(diagnostic: Diagnostic, final = false) {
    super(`${diagnostic.code} ${JSON.stringify(diagnostic.facts)}`)
    this.name = 'Refused'
    this.diagnostic = diagnostic
    this.final = final
  }
}

/** A complaint about a destination: it stands in the settings, not in an incident. */
export function publishDiagnostic(
  code: string,
  facts: Diagnostic['facts'],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { code: `publish/${code}`, severity, place: { file: 'content/site.yaml' }, facts }
}
