import type { FieldChange, PlanEntry } from './plan-entry.ts'
import type { Link, Post } from './post.ts'
import { verdictOf } from './post-fields.ts'
import { isWithin, type PublishScope } from './publish-scope.ts'
import type { Publisher } from './publisher.ts'

/** The field that holds the line « Lire en français »: it depends on where the translations stand. */
export const LINKS = 'links'

/**
 * The links of a post to its translations: those that readers can open when they read it. `address` says where each
 * stands, or nothing when it has no place yet; `undefined` for one that will not be there.
 */
export function linksOf(
  post: Post,
  siblings: readonly Post[],
  addressOf: (sibling: Post) => { readonly address: string | undefined } | undefined,
): Link[] {
  return siblings
    .filter(other => other.story === post.story && other.key !== post.key)
    .filter(({ status }) => status === 'published' || status === post.status)
    .flatMap(other => {
      const there = addressOf(other)
      return there
        ? [{ edition: other.edition, lang: other.lang, label: other.invitation, address: there.address }]
        : []
    })
    .sort((one, other) => (one.edition < other.edition ? -1 : 1))
}

/** Judges the line of translations, once it is known which posts will stand there. */
export function withLinks(
  entry: PlanEntry,
  all: readonly PlanEntry[],
  publisher: Publisher,
  scope: PublishScope,
): PlanEntry {
  const { post, remote } = entry
  if (!post || !remote || entry.action === 'conflict') return entry
  const siblings = all.flatMap(({ post }) => (post ? [post] : []))
  const links = linksOf(post, siblings, other => standsAt(all, other, publisher, scope))
  const ours = publisher.wanted(post, links)[LINKS]
  if (ours === undefined) return entry
  const theirs = remote.fields[LINKS] ?? ''
  const pending = links.some(({ address }) => address === undefined)
  const verdict = pending ? 'write' : verdictOf(ours, theirs, remote.wrote?.[LINKS])
  // The line is ours alone: one that a human touched is mended, because a wrong address helps nobody.
  if (verdict === 'same' || verdict === 'kept') return entry
  const change: FieldChange = { name: LINKS, verdict: 'write', ours, theirs, wrote: undefined }
  return { ...entry, action: 'update', fields: [...entry.fields, change] }
}

/** Where a sibling stands or will stand; nothing when it will not be there. */
function standsAt(
  all: readonly PlanEntry[],
  sibling: Post,
  publisher: Publisher,
  scope: PublishScope,
): { address: string | undefined } | undefined {
  const entry = all.find(({ key }) => key === sibling.key)
  if (!entry) return undefined
  const foretold = publisher.addressOf(sibling)
  const inScope = isWithin(scope, entry.story, entry.edition)
  const remote = entry.remote
  if (remote?.ours && remote.status !== 'removed' && entry.action !== 'create') {
    const moves = entry.action === 'update' && entry.fields.some(({ name }) => name === 'slug' || name === 'date')
    return { address: foretold ?? (moves && inScope ? undefined : remote.address) }
  }
  return (entry.action === 'create' || entry.action === 'update') && inScope ? { address: foretold } : undefined
}
