import type { Post } from './post.ts'
import type { Verdict } from './post-fields.ts'
import type { Remote } from './publisher.ts'
import type { SentenceChange } from './sentence-diff.ts'

/** What is to happen to a post. */
export type Action = 'create' | 'update' | 'unchanged' | 'unpublish' | 'conflict'

/** Why a conflict is one: both changed a field, another hand's post is there, a human put ours in the trash. */
export type Reason = 'edited' | 'foreign' | 'removed'

/** A field that differs there from ours. */
export interface FieldChange {
  readonly name: string
  readonly verdict: Exclude<Verdict, 'same'>
  readonly ours: string
  readonly theirs: string
  /** As we wrote it last, where the journal remembers it: the middle of a three-way difference. */
  readonly wrote: string | undefined
}

/** What a plan says of one post. */
export interface PlanEntry {
  readonly key: string
  readonly story: string
  readonly edition: string
  readonly title: string
  readonly action: Action
  readonly reason: Reason | undefined
  readonly address: string
  readonly fields: readonly FieldChange[]
  /** Ours against theirs; empty when the prose is the same. */
  readonly sentences: readonly SentenceChange[]
  /** What a human changed since we wrote; empty when nobody did or it is not known. */
  readonly byHand: readonly SentenceChange[]
  /** Seals of both sides: a saved plan is refused when one has moved. */
  readonly ours: string
  readonly theirs: string
  readonly post: Post | undefined
  readonly remote: Remote | undefined
}

/** Entries by the story they tell. */
export function byStory<T extends { readonly story: string }>(entries: readonly T[]): Map<string, T[]> {
  const families = new Map<string, T[]>()
  for (const entry of entries) {
    const family = families.get(entry.story)
    if (family) family.push(entry)
    else families.set(entry.story, [entry])
  }
  return families
}
