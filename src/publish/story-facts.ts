import { canonicalJson } from '../foundation/canonical-json.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import type { Incident } from '../incident/incident.ts'
import type { FieldChange } from './plan-entry.ts'
import type { Post } from './post.ts'
import { FACTS, type PostFields } from './post-fields.ts'
import type { Remote } from './publisher.ts'

/** Fields of a file that change nothing of its story. */
const OF_THE_NEWSROOM: ReadonlySet<string> = new Set(['reviewed'])

/**
 * A fingerprint of what a story rests on: the fields of its file, as typed, and the hand-written texts beside it. It is the
 * same whatever the program, its wordings and its templates make of them.
 */
export function factsOf({ raw, companions }: Pick<Incident, 'raw' | 'companions'>): string {
  const told = Object.entries(raw as Readonly<Record<string, unknown>>).filter(([name]) => !OF_THE_NEWSROOM.has(name))
  const beside = Object.entries(companions).map(([language, { place, body }]) => [language, place, body])
  return hexDigestOf(canonicalJson([Object.fromEntries(told), beside]))
}

/**
 * Whether readers have the story as its file has it now, so that whatever differs is wording. Where no fingerprint stands with
 * the post, as versions before 0.2 left it, the moment that the story speaks from tells.
 */
export function hasSameFacts(post: Post, ours: PostFields, remote: Remote): boolean {
  if (!remote.ours || remote.status !== 'published' || !remote.wrote) return false
  const known = remote.wrote[FACTS]
  if (known !== undefined) return known === post.facts
  return ours.modified !== undefined && ours.modified !== '' && ours.modified === remote.fields.modified
}

/** What no wording changes: whether readers see it, when, in which language, and how often. */
const OF_NO_WORDING: ReadonlySet<string> = new Set(['status', 'date', 'lang', 'copies', 'former'])

/** Whether the program may have changed a field by itself: all but those, and an address that ends as before. */
export function isWording({ name, ours, theirs }: Pick<FieldChange, 'name' | 'ours' | 'theirs'>): boolean {
  if (name === 'canonical') return endOf(ours) !== endOf(theirs)
  return !OF_NO_WORDING.has(name)
}

/** The same change, kept back. */
export function keptBack(field: FieldChange): FieldChange {
  const isToWrite = field.verdict === 'write' || field.verdict === 'conflict'
  return isToWrite && isWording(field) ? { ...field, verdict: 'reworded' } : field
}

/** A post that stays where it is, though its headline would give it another address: on the newsroom's own site as well. */
export function stayingAt(post: Post, remote: Remote, fields: readonly FieldChange[]): Post {
  const stays = fields.some(({ name, verdict }) => verdict === 'reworded' && (name === 'slug' || name === 'permalink'))
  if (!stays) return post
  const canonical = fields.find(({ name, verdict }) => verdict === 'reworded' && name === 'canonical')?.theirs
  const slug = remote.fields.slug || endOf(remote.address)
  return { ...post, canonical: canonical || post.canonical, article: { ...post.article, slug } }
}

/** The last part of an address. */
const endOf = (address: string): string =>
  address
    .replace(/(?:\.html)?\/?$/, '')
    .split('/')
    .at(-1) ?? ''

/** The addresses that links in Markdown or HTML lead to. */
export const addressesIn = (markup: string): string[] =>
  [...markup.matchAll(/\]\(([^)\s]*)\)|href="([^"]*)"/g)].map(([, inText, inTag]) => inText ?? inTag ?? '')
