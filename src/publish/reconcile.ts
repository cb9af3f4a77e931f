import type { FieldChange, PlanEntry, Reason } from './plan-entry.ts'
import { type Post, partsOf } from './post.ts'
import { type Hashes, hashesOf, hashOfFields, isAsMarked, type PostFields, REMOVED, verdictOf } from './post-fields.ts'
import type { PublishScope } from './publish-scope.ts'
import type { Publisher, Remote } from './publisher.ts'
import { type SentenceChange, sentenceChanges } from './sentence-diff.ts'
import { hasSameFacts, isWording, keptBack, stayingAt } from './story-facts.ts'
import { LINKS } from './translation-links.ts'

/** What the plan for a post depends on, besides its remote state. */
export interface ReconcileInput {
  readonly publisher: Publisher
  /** Our last text of a post, where the journal has it. */
  readonly remembered: (key: string) => PostFields | undefined
  readonly scope: PublishScope
}

/** Not a field of a post: the number of younger copies of it, to be deleted. */
const COPIES = 'copies'

/** Plans one post, except its translation links, which depend on the plans of the others. Pure. */
export function reconcile(
  post: Post,
  remote: Remote | undefined,
  { publisher, remembered, scope }: ReconcileInput,
): PlanEntry {
  const { [LINKS]: _, ...ours } = publisher.wanted(post, [])
  const free = scope.overwrite.includes(post.story)
  const isSame = remote !== undefined && hasSameFacts(post, ours, remote)
  const keepsWords = isSame && !free && !scope.wording
  const compared = remote ? compare(ours, remote, remembered) : []
  const fields = keepsWords ? compared.map(keptBack) : compared
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
    action: !remote ? 'create' : reason ? 'conflict' : wrote ? 'update' : isReworded(fields) ? 'reworded' : 'unchanged',
    reason,
    wording: isSame && fields.some(field => field.verdict !== 'kept') && fields.every(isWording),
    keepsWords,
    address: remote?.address ?? publisher.addressOf(post) ?? '',
    fields: free ? fields.map(field => ({ ...field, verdict: 'write' as const })) : fields,
    sentences: onlyChanges(prose),
    byHand: onlyChanges(byHand),
    ours: hashOfFields(ours),
    theirs: hashOfRemote(remote),
    post: remote ? stayingAt(post, remote, fields) : post,
    remote,
  }
}

const isReworded = (fields: readonly FieldChange[]): boolean => fields.some(({ verdict }) => verdict === 'reworded')

function onlyChanges(changes: readonly SentenceChange[]): readonly SentenceChange[] {
  return changes.some(({ kind }) => kind !== 'same') ? changes : []
}

/** The fields that differ, each with its verdict. */
function compare(ours: PostFields, remote: Remote, remembered: (key: string) => PostFields | undefined): FieldChange[] {
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
  // Unpublished by us and wanted again: our own mark tells, and it is no conflict.
  if (remote.status === 'removed' && remote.wrote?.status !== REMOVED) return 'removed'
  return fields.some(({ verdict }) => verdict === 'conflict') ? 'edited' : undefined
}

/** Plans a post of ours that no article of the newsroom wants any more. Pure. */
export function planUnwanted(remote: Remote, { publisher, remembered, scope }: ReconcileInput): PlanEntry {
  const { story, edition } = partsOf(remote.key)
  const last = remembered(remote.key)
  const wrote = remote.wrote ?? (last ? hashesOf(last) : undefined)
  const edited = Object.entries(remote.fields).flatMap(([name, value]) =>
    name === 'status' || (wrote && isAsMarked(value, wrote[name])) ? [] : [name],
  )
  const conflict = edited.length > 0 && !scope.overwrite.includes(story)
  const lang = remote.fields.lang ?? edition
  return {
    key: remote.key,
    story,
    edition,
    title: remote.fields.title ?? '',
    action: conflict ? 'conflict' : 'unpublish',
    reason: conflict ? 'edited' : undefined,
    wording: false,
    keepsWords: false,
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
    theirs: hashOfRemote(remote),
    post: undefined,
    remote,
  }
}

function hashOfRemote(remote: Remote | undefined): string {
  return remote ? hashOfFields({ ...remote.fields, ' id': remote.id, ' status': remote.status }) : 'absent'
}
