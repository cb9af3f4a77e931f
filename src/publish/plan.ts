import type { Problem } from '../problem/problem.ts'
import { type Fields, type Hashes, hashesOf, hashOf, sealOf, type Verdict, verdictOf } from './fields.ts'
import { type Link, type Post, partsOf, type Ready } from './post.ts'
import { complaint, type Publisher, type Remote, type Standing } from './publisher.ts'
import { type SentenceChange, sentenceChanges } from './sentences.ts'

export type Action = 'create' | 'update' | 'unchanged' | 'unpublish' | 'conflict'

/** Why a conflict is one: both changed a field, another hand's post is there, a human put ours in the trash. */
export type Reason = 'edited' | 'foreign' | 'removed'

export interface FieldChange {
  readonly name: string
  readonly verdict: Exclude<Verdict, 'same'>
  readonly ours: string
  readonly theirs: string
  /** As we wrote it last, where the journal remembers it: the middle of a three-way difference. */
  readonly wrote: string | undefined
}

export interface Entry {
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

export interface Plan {
  readonly destination: string
  readonly place: string
  readonly entries: readonly Entry[]
  /** The entries, and those outside the scope: translations may stand there. */
  readonly all: readonly Entry[]
  /** An interrupted publish is to be brought to its end, even if no article changes. */
  readonly unfinished: boolean
  /** Keys under embargo, or waiting for a moment the destination cannot keep by itself. */
  readonly held: readonly string[]
  readonly problems: readonly Problem[]
}

/** What of the newsroom is looked at, and what an editor allowed. */
export interface Scope {
  readonly only: readonly string[]
  readonly editions: readonly string[]
  /** Ids of stories whose hand edits may be overwritten. */
  readonly overwrite: readonly string[]
  /** Most removals in one go. */
  readonly removals: number
  /** Keys that are neither published nor taken down: their incident has errors. */
  readonly withheld: ReadonlySet<string>
  /** Stories whose file could not be read at all: nothing of them is taken down. */
  readonly unread: ReadonlySet<string>
}

export const wholeNewsroom: Scope = {
  only: [],
  editions: [],
  overwrite: [],
  removals: 5,
  withheld: new Set(),
  unread: new Set(),
}

/** The field that holds the line « Lire en français »: it depends on where the translations stand. */
export const LINKS = 'links'

/** Not a field of a post: how many younger copies of it stand there, to be deleted. */
const COPIES = 'copies'

/** What publishing would do. Pure: nothing is asked of the destination any more. */
export function planOf(
  ready: Ready,
  standing: Standing,
  publisher: Publisher,
  remembered: (key: string) => Fields | undefined,
  scope: Scope = wholeNewsroom,
): Plan {
  const waiting = publisher.schedules ? [] : ready.posts.filter(({ status }) => status === 'scheduled')
  const held = new Set([...ready.held, ...waiting.map(({ key }) => key)])
  const posts = ready.posts.filter(({ key }) => !held.has(key) && !scope.withheld.has(key))
  const judged = posts.map(post => judge(post, standing.remotes.get(post.key), publisher, remembered, scope))
  const families = byStory(judged)
  const linked = judged.map(one => withLinks(one, families.get(one.story) ?? [], publisher, scope))
  const wantedKeys = new Set([...posts.map(({ key }) => key), ...held, ...scope.withheld])
  const surplus = [...standing.remotes.values()]
    .filter(remote => remote.ours && remote.status !== 'removed' && !wantedKeys.has(remote.key))
    .filter(({ key }) => !scope.unread.has(partsOf(key).story))
    .map(remote => unwanted(remote, remembered, publisher, scope))
  const all = [...linked, ...surplus].sort((one, other) => (one.key < other.key ? -1 : 1))
  const entries = all.filter(({ story, edition }) => within(scope.only, story) && within(scope.editions, edition))
  return {
    destination: publisher.name,
    place: publisher.place,
    entries,
    all,
    unfinished: standing.unfinished === true,
    held: [...held].sort(),
    problems: tooMany(entries, scope.removals),
  }
}

/** Does the plan ask for anything to be written? */
export function hasWork({ entries, unfinished }: Pick<Plan, 'entries' | 'unfinished'>): boolean {
  return unfinished || entries.some(({ action }) => action !== 'unchanged')
}

/** How many entries there are of each action. */
export function countsOf(entries: readonly Pick<Entry, 'action'>[]): Record<Action, number> {
  const counts: Record<Action, number> = { create: 0, update: 0, unchanged: 0, unpublish: 0, conflict: 0 }
  for (const { action } of entries) counts[action]++
  return counts
}

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

export function byStory<T extends { readonly story: string }>(entries: readonly T[]): Map<string, T[]> {
  const families = new Map<string, T[]>()
  for (const entry of entries) {
    const family = families.get(entry.story)
    if (family) family.push(entry)
    else families.set(entry.story, [entry])
  }
  return families
}

function within(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

/** Everything but the links, which need the judgement of the others. */
function judge(
  post: Post,
  remote: Remote | undefined,
  publisher: Publisher,
  remembered: (key: string) => Fields | undefined,
  scope: Scope,
): Entry {
  const { [LINKS]: _, ...ours } = publisher.wanted(post, [])
  const fields = remote ? compare(ours, remote, remembered) : []
  const free = scope.overwrite.includes(post.story)
  const reason = remote && !free ? reasonOf(remote, fields) : undefined
  const wrote = fields.some(({ verdict }) => free || verdict === 'write')
  const prose = remote
    ? sentenceChanges(publisher.prose(remote.fields), publisher.prose(ours), post.lang)
    : sentenceChanges('', publisher.prose(ours), post.lang)
  const last = remote && fields.some(({ verdict }) => verdict !== 'write') ? remembered(post.key) : undefined
  const byHand = remote && last ? sentenceChanges(publisher.prose(last), publisher.prose(remote.fields), post.lang) : []
  return {
    key: post.key,
    story: post.story,
    edition: post.edition,
    title: post.article.headline.text,
    action: !remote ? 'create' : reason ? 'conflict' : wrote ? 'update' : 'unchanged',
    reason,
    address: remote?.address ?? publisher.addressOf(post) ?? '',
    fields: free ? fields.map(field => ({ ...field, verdict: 'write' as const })) : fields,
    sentences: onlyChanges(prose),
    byHand: onlyChanges(byHand),
    ours: sealOf(ours),
    theirs: sealOfRemote(remote),
    post,
    remote,
  }
}

function onlyChanges(changes: readonly SentenceChange[]): readonly SentenceChange[] {
  return changes.some(({ kind }) => kind !== 'same') ? changes : []
}

/** The fields that differ, each with its verdict. */
function compare(ours: Fields, remote: Remote, remembered: (key: string) => Fields | undefined): FieldChange[] {
  const differing = Object.keys(ours).filter(name => ours[name] !== (remote.fields[name] ?? ''))
  const copies: FieldChange[] =
    remote.extras.length === 0
      ? []
      : [{ name: COPIES, verdict: 'write', ours: '0', theirs: String(remote.extras.length), wrote: undefined }]
  if (differing.length === 0) return copies
  const last = remembered(remote.key)
  const wrote: Hashes | undefined = remote.wrote ?? (remote.ours && last ? hashesOf(last) : undefined)
  const changes = differing.flatMap((name): FieldChange[] => {
    const [mine = '', theirs = ''] = [ours[name], remote.fields[name]]
    const verdict = verdictOf(mine, theirs, wrote?.[name])
    return verdict === 'same' ? [] : [{ name, verdict, ours: mine, theirs, wrote: last?.[name] }]
  })
  return [...changes, ...copies]
}

function reasonOf(remote: Remote, fields: readonly FieldChange[]): Reason | undefined {
  if (!remote.ours) return 'foreign'
  // Taken down by us and wanted again: our own mark says so, and it is no conflict.
  if (remote.status === 'removed' && remote.wrote?.status !== REMOVED) return 'removed'
  return fields.some(({ verdict }) => verdict === 'conflict') ? 'edited' : undefined
}

/** The mark on the status field of a post that we took down ourselves. */
export const REMOVED = hashOf('removed')

/** Judges the line of translations, once it is known which posts will stand there. */
function withLinks(entry: Entry, all: readonly Entry[], publisher: Publisher, scope: Scope): Entry {
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
  all: readonly Entry[],
  sibling: Post,
  publisher: Publisher,
  scope: Scope,
): { address: string | undefined } | undefined {
  const entry = all.find(({ key }) => key === sibling.key)
  if (!entry) return undefined
  const foretold = publisher.addressOf(sibling)
  const inScope = within(scope.only, entry.story) && within(scope.editions, entry.edition)
  const remote = entry.remote
  if (remote?.ours && remote.status !== 'removed' && entry.action !== 'create') {
    const moves = entry.action === 'update' && entry.fields.some(({ name }) => name === 'slug' || name === 'date')
    return { address: foretold ?? (moves && inScope ? undefined : remote.address) }
  }
  return (entry.action === 'create' || entry.action === 'update') && inScope ? { address: foretold } : undefined
}

/** Ours, and no article of the newsroom wants it any more. */
function unwanted(
  remote: Remote,
  remembered: (key: string) => Fields | undefined,
  publisher: Publisher,
  scope: Scope,
): Entry {
  const { story, edition } = partsOf(remote.key)
  const last = remembered(remote.key)
  const wrote = remote.wrote ?? (last ? hashesOf(last) : undefined)
  const hashes = hashesOf(remote.fields)
  const edited = Object.keys(remote.fields).filter(name => name !== 'status' && hashes[name] !== wrote?.[name])
  const conflict = edited.length > 0 && !scope.overwrite.includes(story)
  const lang = remote.fields.lang ?? edition
  return {
    key: remote.key,
    story,
    edition,
    title: remote.fields.title ?? '',
    action: conflict ? 'conflict' : 'unpublish',
    reason: conflict ? 'edited' : undefined,
    address: remote.address,
    fields: edited.map(name => ({
      name,
      verdict: 'conflict',
      ours: '',
      theirs: remote.fields[name] ?? '',
      wrote: last?.[name],
    })),
    sentences: [],
    byHand:
      conflict && last ? onlyChanges(sentenceChanges(publisher.prose(last), publisher.prose(remote.fields), lang)) : [],
    ours: 'absent',
    theirs: sealOfRemote(remote),
    post: undefined,
    remote,
  }
}

function sealOfRemote(remote: Remote | undefined): string {
  return remote ? sealOf({ ...remote.fields, ' id': remote.id, ' status': remote.status }) : 'absent'
}

/** A post that readers could see and would no longer see. */
function removes({ action, remote, fields }: Entry): boolean {
  if (action === 'unpublish') return true
  return (
    remote?.status === 'published' &&
    action === 'update' &&
    fields.some(({ name, verdict, ours }) => name === 'status' && verdict === 'write' && ours === 'draft')
  )
}

function tooMany(entries: readonly Entry[], allowed: number): Problem[] {
  const count = entries.filter(removes).length
  return count > allowed ? [complaint('too-many-removals', { count, allowed })] : []
}
