import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Link, Post } from './post.ts'
import type { Hashes, PostFields } from './post-fields.ts'

/** A post as it exists at a destination under one key. */
export interface Remote {
  readonly key: string
  /** Its identifier there: a path, a number. */
  readonly id: string
  /** Where readers find it. */
  readonly address: string
  /** `removed`: in the trash, or unpublished by us. */
  readonly status: 'draft' | 'scheduled' | 'published' | 'removed'
  /** The fields we own, as they are there now, hand edits included. */
  readonly fields: PostFields
  /** Hashes of the fields as we wrote them last. Absent when the destination lost them, or the post is foreign. */
  readonly wrote: Hashes | undefined
  /** The identifier under which we wrote it last; a copy that somebody made carries that of another. */
  readonly writtenAs?: string | undefined
  /** Changes when anybody edits the post. */
  readonly version: string
  /** False for a foreign post that blocks ours (same slug, same path). */
  readonly ours: boolean
  /** Younger posts with the same key and nothing but what we wrote, left by an interrupted run or a race. */
  readonly extras: readonly string[]
}

/** A post that somebody made by copying one of ours: theirs. */
export interface Copy {
  /** Of the post that it was made of. */
  readonly key: string
  readonly id: string
  readonly address: string
  readonly title: string
}

export interface DestinationState {
  /** By key: every post of ours, and foreign ones that block one of the posts asked for. */
  readonly remotes: ReadonlyMap<string, Remote>
  /** What people made of our posts by copying them. */
  readonly copies?: readonly Copy[]
  /** An interrupted publish left something for `finish` to complete: a commit, a push. */
  readonly unfinished?: boolean
}

/** One step of a publish: write these fields. */
export interface Write {
  readonly post: Post
  /** Absent: it is created. */
  readonly remote: Remote | undefined
  /** All fields as they shall be afterwards: ours, and hand edits that are kept. */
  readonly fields: PostFields
  /** Which of them change. */
  readonly changed: readonly string[]
  /** Hashes of our own version of every field, to be stored with the post. */
  readonly wrote: Hashes
}

/** A destination for articles: one file per destination, one contract test for all. */
export interface Publisher {
  /** Its name in content/site.yaml. */
  readonly name: string
  readonly kind: string
  /** Where it is, as an editor knows it: a folder, an address. Never a secret. */
  readonly place: string
  /** Can it schedule posts? Otherwise they wait here. */
  readonly schedules: boolean
  /** Are addresses known only once the post exists? Then posts are created as drafts first, and linked afterwards. */
  readonly draftsFirst: boolean
  /** How many stories may be written at the same time. */
  readonly concurrency: number
  /** Diagnostics of why we could not publish there now; empty when we can. Writes nothing. */
  verify(): Promise<readonly Diagnostic[]>
  /** The current state: our posts, and those that block them. A fixed number of requests, however many posts. */
  lookUp(posts: readonly Post[]): Promise<DestinationState>
  /** The post in the destination's fields. Pure. */
  wanted(post: Post, links: readonly Link[]): PostFields
  /** The address a post will have, for destinations that can predict it. */
  addressOf(post: Post): string | undefined
  /** The prose of a body as plain text, a line per paragraph, for comparing sentences. */
  prose(fields: PostFields): string
  /** Makes the destination hold these fields, and returns the result. Idempotent. Throws `PostMoved`. */
  put(write: Write): Promise<Remote>
  /** Hides a post of ours from readers. */
  unpublish(remote: Remote): Promise<void>
  /** Removes younger twins of a post of ours: into the trash where there is one. */
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

/** Somebody edited the post since we looked: nothing was overwritten. */
export class PostMoved extends Error {
  readonly key: string

  constructor(key: string) {
    super(`${key} was changed at the destination meanwhile`)
    this.name = 'Moved'
    this.key = key
  }
}

/** The destination refuses or cannot: something an editor or an administrator has to fix. */
export class DestinationRefused extends Error {
  readonly diagnostic: Diagnostic
  /** Nothing else would succeed either: expired credentials, a full disk, an unreachable host. */
  readonly final: boolean
  /** Nothing of the publish stands at the destination: a commit that failed holds none of it. */
  readonly undone: boolean

  constructor(diagnostic: Diagnostic, final = false, undone = false) {
    super(`${diagnostic.code} ${JSON.stringify(diagnostic.facts)}`)
    this.name = 'Refused'
    this.diagnostic = diagnostic
    this.final = final
    this.undone = undone
  }
}

/** A diagnostic about a destination: its place is in the settings, not in an incident. */
export function publishDiagnostic(
  code: string,
  facts: Diagnostic['facts'],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { code: `publish/${code}`, severity, place: { file: 'content/site.yaml' }, facts }
}
