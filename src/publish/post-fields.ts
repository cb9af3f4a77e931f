import { hexDigestOf } from '../foundation/digest.ts'

/** A post as a destination holds it: the fields we own, by name, each as text (lists as JSON). */
export type PostFields = Readonly<Record<string, string>>

/** A short hash of each field. */
export type Hashes = Readonly<Record<string, string>>

/** What will happen to one field; `reworded`: it stays as readers have it, for only the words of the program are others. */
export type Verdict = 'same' | 'write' | 'kept' | 'conflict' | 'reworded'

/** Beside the hashes of fields: the fingerprint of what the post rests on, as we wrote it last. */
export const FACTS = 'facts'

export function hashesOf(fields: PostFields): Hashes {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, hexDigestOf(value)]))
}

/** What is stored with a post: the hash of each field, and what it rests on. */
export function marksOf(fields: PostFields, facts: string): Hashes {
  return { ...hashesOf(fields), [FACTS]: facts }
}

/** The mark on the status field of a post that we unpublished ourselves. */
export const REMOVED = hexDigestOf('removed')

/** Whether a field is as we wrote it; one that earlier versions did not know is, as long as nothing stands in it. */
export function isAsMarked(value: string, wrote: string | undefined): boolean {
  return wrote === undefined ? value === '' : wrote === hexDigestOf(value)
}

/** One hash of all fields, independent of their order. */
export function hashOfFields(fields: PostFields): string {
  const names = Object.keys(fields).sort()
  return hexDigestOf(JSON.stringify(names.map(name => [name, fields[name]])))
}

/**
 * A three-way merge of one field: ours now, theirs now, and what we wrote last. A field that only a person changed is
 * kept; one that only we changed is written; one that both changed is a conflict. When the base is unknown, a
 * difference is a conflict too.
 */
export function verdictOf(ours: string, theirs: string, wrote: string | undefined): Verdict {
  if (ours === theirs) return 'same'
  if (wrote === undefined) return theirs === '' ? 'write' : 'conflict'
  if (hexDigestOf(theirs) === wrote) return 'write'
  return hexDigestOf(ours) === wrote ? 'kept' : 'conflict'
}
