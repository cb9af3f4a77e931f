import type { FieldChange, PlanEntry } from './plan-entry.ts'
import type { Link, Post } from './post.ts'
import { verdictOf } from './post-fields.ts'
import { isWithin, type PublishScope } from './publish-scope.ts'
import type { Publisher } from './publisher.ts'
import { addressesIn } from './story-facts.ts'

/** The field with the translation links « Lire en français »: it depends on which translations exist. */
export const LINKS = 'links'

/**
 * The links of a post to its translations: those that readers can open at that time. `address` is where each one is,
 * or nothing when it has no address yet; `undefined` for one that will not exist.
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

/** Plans the translation links, once it is known which posts will exist. */
export function withLinks(
  entry: PlanEntry,
  all: readonly PlanEntry[],
  publisher: Publisher,
  scope: PublishScope,
): PlanEntry {
  const { post, remote } = entry
  if (!post || !remote || entry.action === 'conflict') return entry
  const siblings = all.flatMap(({ post }) => (post ? [post] : []))
  const links = linksOf(post, siblings, other => addressOfSibling(all, other, publisher, scope))
  const ours = publisher.wanted(post, links)[LINKS]
  if (ours === undefined) return entry
  const theirs = remote.fields[LINKS] ?? ''
  const pending = links.some(({ address }) => address === undefined)
  const verdict = pending ? 'write' : verdictOf(ours, theirs, remote.wrote?.[LINKS])
  // The links are ours alone: hand edits are overwritten, because a wrong address helps nobody.
  if (verdict === 'same' || verdict === 'kept') return entry
  if (entry.keepsWords && !pending && isOfSameAddresses(ours, theirs)) {
    const change: FieldChange = { name: LINKS, verdict: 'reworded', ours, theirs, wrote: undefined }
    const action = entry.action === 'unchanged' ? 'reworded' : entry.action
    return { ...entry, action, wording: true, fields: [...entry.fields, change] }
  }
  const change: FieldChange = { name: LINKS, verdict: 'write', ours, theirs, wrote: undefined }
  return { ...entry, action: 'update', wording: false, fields: [...entry.fields, change] }
}

/** Whether a person took an article from readers there, and the plan leaves it so. */
export function isHiddenThere({ post, remote, fields }: Pick<PlanEntry, 'post' | 'remote' | 'fields'>): boolean {
  if (post?.status !== 'published' || !remote?.ours || remote.status === 'published') return false
  return !fields.some(({ name, verdict }) => name === 'status' && verdict === 'write')
}

/** Whether only the words of links differ. */
const isOfSameAddresses = (one: string, other: string): boolean =>
  JSON.stringify(addressesIn(one)) === JSON.stringify(addressesIn(other))

/** The address where a sibling exists or will exist; `undefined` when it will not. */
function addressOfSibling(
  all: readonly PlanEntry[],
  sibling: Post,
  publisher: Publisher,
  scope: PublishScope,
): { address: string | undefined } | undefined {
  const entry = all.find(({ key }) => key === sibling.key)
  if (!entry) return undefined
  const predicted = publisher.addressOf(sibling)
  const inScope = isWithin(scope, entry.story, entry.edition)
  const remote = entry.remote
  if (isHiddenThere(entry)) return undefined
  if (remote?.ours && remote.status !== 'removed' && entry.action !== 'create') {
    const moves = entry.action === 'update' && entry.fields.some(({ name }) => name === 'slug' || name === 'date')
    return { address: predicted ?? (moves && inScope ? undefined : remote.address) }
  }
  return (entry.action === 'create' || entry.action === 'update') && inScope ? { address: predicted } : undefined
}
