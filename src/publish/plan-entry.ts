import type { Post } from './post.ts'
import type { Verdict } from './post-fields.ts'
import type { Remote } from './publisher.ts'
import type { SentenceChange } from './sentence-diff.ts'

/** What will happen to a post; `reworded`: nothing, though the program would tell the same facts in other words. */
export type Action = 'create' | 'update' | 'unchanged' | 'reworded' | 'unpublish' | 'conflict'

/** Why it is a conflict: both sides changed a field, a foreign post is in the way, a person put ours in the trash. */
export type Reason = 'edited' | 'foreign' | 'removed'

/** A field that differs between ours and theirs. */
export interface FieldChange {
  readonly name: string
  readonly verdict: Exclude<Verdict, 'same'>
  readonly ours: string
  readonly theirs: string
  /** As we wrote it last, where the journal has it: the base of a three-way merge. */
  readonly wrote: string | undefined
}

/** The plan for one post. */
export interface PlanEntry {
  readonly key: string
  readonly story: string
  readonly edition: string
  readonly title: string
  readonly action: Action
  readonly reason: Reason | undefined
  /** Nothing but words changes: its file is as it was when readers got it. */
  readonly wording: boolean
  /** Its words stay as readers have them, unless an editor asks for the new ones. */
  readonly keepsWords: boolean
  readonly address: string
  readonly fields: readonly FieldChange[]
  /** Ours compared with theirs; empty when the prose is the same. */
  readonly sentences: readonly SentenceChange[]
  /** What a person changed since we wrote; empty when nobody did or it is not known. */
  readonly byHand: readonly SentenceChange[]
  /** Hashes of both sides: a saved plan is refused when one has changed. */
  readonly ours: string
  readonly theirs: string
  readonly post: Post | undefined
  readonly remote: Remote | undefined
}

/** Entries by story. */
export function byStory<T extends { readonly story: string }>(entries: readonly T[]): Map<string, T[]> {
  const families = new Map<string, T[]>()
  for (const entry of entries) {
    const family = families.get(entry.story)
    if (family) family.push(entry)
    else families.set(entry.story, [entry])
  }
  return families
}
