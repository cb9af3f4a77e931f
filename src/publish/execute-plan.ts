import type { Instant } from '../fields/values.ts'
import { canonicalJson } from '../foundation/canonical-json.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import type { Journal } from './journal.ts'
import { type Action, byStory, type PlanEntry } from './plan-entry.ts'
import { type Post, type PostCandidate, readyAt } from './post.ts'
import { marksOf, type PostFields, type Verdict } from './post-fields.ts'
import { type PublishPlan, planOf } from './publish-plan.ts'
import { type PublishScope, wholeNewsroom } from './publish-scope.ts'
import {
  DestinationRefused,
  PostMoved,
  type Publisher,
  publishDiagnostic,
  type Receipt,
  type Remote,
} from './publisher.ts'
import { isHiddenThere, LINKS, linksOf } from './translation-links.ts'

/** What would change at a destination; no plan where it cannot be asked. */
export interface PreparedPlan {
  readonly plan: PublishPlan | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Looks up the state of a destination and plans the changes. Diagnostics of `verify` come first: with any there is no
 * plan, because nothing seen with wrong credentials can be trusted.
 *
 * @param now instant for which it is planned: embargoes and scheduled posts
 */
export async function preparePlan(
  candidates: readonly PostCandidate[],
  now: Instant,
  publisher: Publisher,
  journal: Pick<Journal, 'remembered'>,
  scope: PublishScope = wholeNewsroom,
): Promise<PreparedPlan> {
  try {
    const diagnostics = await publisher.verify()
    if (diagnostics.some(isError)) return { plan: undefined, diagnostics }
    const ready = readyAt(candidates, now)
    const standing = await publisher.lookUp(ready.posts)
    const plan = planOf(ready, standing, { publisher, remembered: key => journal.remembered(key), scope })
    return { plan, diagnostics: [...diagnostics, ...plan.diagnostics] }
  } catch (error) {
    if (error instanceof DestinationRefused) return { plan: undefined, diagnostics: [error.diagnostic] }
    throw error
  }
}

/** What is left alone. */
const LEFT: ReadonlySet<Action> = new Set<Action>(['unchanged', 'reworded', 'conflict'])

export interface PublishReport {
  readonly receipts: readonly Receipt[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Progress of a publish: one line per step. */
export type Progress = (step: { readonly at: number; readonly of: number; readonly receipt: Receipt }) => void

/**
 * Executes a plan, story by story. Every step is idempotent: after an interruption, a new plan holds just what is left
 * to do. One story's refusal does not stop the others, unless nothing else could succeed either.
 */
export async function publish(
  plan: PublishPlan,
  publisher: Publisher,
  journal: Journal,
  progress: Progress = () => {},
): Promise<PublishReport> {
  const work = plan.entries.filter(({ action }) => !LEFT.has(action))
  const families = byStory(plan.all)
  const receipts: Receipt[] = []
  const diagnostics: Diagnostic[] = []
  let stopped = false
  const stories = [...byStory(work)]
  await pool(stories, publisher.concurrency, async ([story, entries]) => {
    if (stopped) return
    try {
      await publishStory(entries, families.get(story) ?? [], publisher, journal, receipt => {
        receipts.push(receipt)
        progress({ at: receipts.length, of: work.length, receipt })
      })
    } catch (error) {
      if (error instanceof PostMoved) diagnostics.push(publishDiagnostic('moved', { key: error.key }))
      else if (error instanceof DestinationRefused) {
        // One diagnostic for all: an expired key would be reported a thousand times.
        if (!stopped) diagnostics.push(error.diagnostic)
        stopped ||= error.final
      } else throw error
    }
  })
  const finished = await closing(publisher, receipts)
  const standing = finished.undone ? [] : receipts
  return {
    receipts: [...standing].sort((one, other) => (one.key < other.key ? -1 : 1)),
    // What stopped the stories is met again by what comes after them.
    diagnostics: [...diagnostics, ...finished.diagnostics.filter(one => !diagnostics.some(met => isSame(met, one)))],
  }
}

const isSame = (one: Diagnostic, other: Diagnostic): boolean => canonicalJson(one) === canonicalJson(other)

/** Whether nothing stands there after all, and why. */
interface Closing {
  readonly undone: boolean
  readonly diagnostics: readonly Diagnostic[]
}

async function closing(publisher: Publisher, receipts: readonly Receipt[]): Promise<Closing> {
  try {
    return { undone: false, diagnostics: await publisher.finish(receipts) }
  } catch (error) {
    if (error instanceof DestinationRefused) return { undone: error.undone, diagnostics: [error.diagnostic] }
    throw error
  }
}

/**
 * Publishes all translations of one story: removed, created as drafts where addresses are not known, written, linked.
 */
async function publishStory(
  entries: readonly PlanEntry[],
  family: readonly PlanEntry[],
  publisher: Publisher,
  journal: Journal,
  done: (receipt: Receipt) => void,
): Promise<void> {
  for (const { action, remote, key, title } of entries) {
    if (action !== 'unpublish' || !remote) continue
    journal.note({ step: 'unpublish', key, id: remote.id })
    await publisher.unpublish(remote)
    journal.forget(key)
    done({ key, did: 'unpublished', address: remote.address, id: remote.id, title })
  }
  const writes = entries.filter(({ action, post }) => post && action !== 'unpublish')
  const present = presentOf(family, entries)
  const story = new StoryPublisher(publisher, journal, family, present)
  if (publisher.draftsFirst) {
    for (const entry of writes) if (entry.action === 'create') await story.makeDraft(entry)
  }
  const touched = new Set<string>()
  for (const entry of writes) {
    if (entry.remote && entry.remote.extras.length > 0) await publisher.drop(entry.remote.extras)
    if (await story.write(entry)) touched.add(entry.key)
  }
  // An address may differ from the predicted one: the links follow it.
  for (let round = 0; round < 2; round++) {
    for (const entry of writes) if (story.linksAreOff(entry) && (await story.write(entry))) touched.add(entry.key)
  }
  for (const { key, action, title } of writes) {
    const there = present.get(key)
    if (!there) continue
    const did = action === 'create' ? 'created' : touched.has(key) || action === 'update' ? 'updated' : 'nothing'
    done({ key, did, address: there.address, id: there.id, title })
  }
}

/** The posts of a story that exist and stay. */
function presentOf(family: readonly PlanEntry[], entries: readonly PlanEntry[]): Map<string, Remote> {
  const gone = new Set(entries.filter(({ action }) => action === 'unpublish').map(({ key }) => key))
  const present = new Map<string, Remote>()
  for (const { key, remote } of family) if (remote && !gone.has(key)) present.set(key, remote)
  return present
}

/** Fields that stay as they are there. */
const STAYS: ReadonlySet<Verdict> = new Set<Verdict>(['kept', 'reworded'])

/** A story being published: the state of its posts changes with every step. */
class StoryPublisher {
  readonly #publisher: Publisher
  readonly #journal: Journal
  readonly #family: readonly PlanEntry[]
  readonly #present: Map<string, Remote>

  constructor(publisher: Publisher, journal: Journal, family: readonly PlanEntry[], present: Map<string, Remote>) {
    this.#publisher = publisher
    this.#journal = journal
    this.#family = family
    this.#present = present
  }

  /** A draft without links: from now on its address is known, and nobody sees it. */
  async makeDraft({ post }: PlanEntry): Promise<void> {
    if (!post) return
    const ours = { ...this.#publisher.wanted(post, []), status: 'draft' }
    this.#journal.note({ step: 'draft', key: post.key })
    const write = {
      post,
      remote: undefined,
      fields: ours,
      changed: Object.keys(ours),
      wrote: marksOf(ours, post.facts),
    }
    const remote = await this.#publisher.put(write)
    this.#journal.note({ step: 'drafted', key: post.key, id: remote.id })
    this.#journal.remember(post.key, ours)
    this.#present.set(post.key, remote)
  }

  /** Writes one post as planned, hand edits kept. False when nothing had to be written. */
  async write(entry: PlanEntry): Promise<boolean> {
    const { post } = entry
    if (!post) return false
    const remote = this.#present.get(post.key)
    const ours = this.#publisher.wanted(post, this.#links(post))
    const kept = new Set(entry.fields.filter(({ verdict }) => STAYS.has(verdict)).map(({ name }) => name))
    const fields: PostFields = Object.fromEntries(
      Object.entries(ours).map(([name, mine]) => [name, kept.has(name) && remote ? (remote.fields[name] ?? '') : mine]),
    )
    const changed = Object.keys(fields).filter(name => fields[name] !== remote?.fields[name])
    const hashes = marksOf(ours, post.facts)
    const wrote = Object.fromEntries(
      Object.entries(hashes).map(([name, hash]) => [name, kept.has(name) ? (remote?.wrote?.[name] ?? hash) : hash]),
    )
    if (remote?.ours && changed.length === 0) return false
    this.#journal.note({ step: remote ? 'update' : 'create', key: post.key, ...(remote && { id: remote.id }) })
    const after = await this.#publisher.put({ post, remote, fields, changed, wrote })
    this.#journal.note({ step: 'done', key: post.key, id: after.id, address: after.address })
    this.#journal.remember(post.key, ours)
    this.#present.set(post.key, after)
    return true
  }

  linksAreOff({ post }: PlanEntry): boolean {
    if (!post) return false
    const wanted = this.#publisher.wanted(post, this.#links(post))[LINKS]
    return wanted !== undefined && wanted !== (this.#present.get(post.key)?.fields[LINKS] ?? '')
  }

  #links(post: Post) {
    const siblings = this.#family.flatMap(entry => (entry.post ? [entry.post] : []))
    return linksOf(post, siblings, other => {
      const predicted = this.#publisher.addressOf(other)
      const entry = this.#family.find(({ key }) => key === other.key)
      const there = this.#present.get(other.key)
      if (entry && isHiddenThere(entry)) return undefined
      const comes = entry?.action === 'create' || entry?.action === 'update'
      if (
        there ? there.ours && there.status !== 'removed' && (comes || there.status !== 'draft') : comes && predicted
      ) {
        return { address: predicted ?? there?.address }
      }
      return undefined
    })
  }
}

/** At most `width` at a time, in order. The first bug stops it. */
async function pool<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker))
}
