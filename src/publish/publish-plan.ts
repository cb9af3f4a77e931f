import type { Diagnostic } from '../foundation/diagnostic.ts'
import { type Action, byStory, type PlanEntry } from './plan-entry.ts'
import { partsOf, type Ready } from './post.ts'
import { isWithin, type PublishScope } from './publish-scope.ts'
import { type Copy, type DestinationState, publishDiagnostic, type Remote } from './publisher.ts'
import { planUnwanted, type ReconcileInput, reconcile } from './reconcile.ts'
import { isHiddenThere, withLinks } from './translation-links.ts'

/** What publishing to one destination would change. */
export interface PublishPlan {
  readonly destination: string
  readonly place: string
  readonly entries: readonly PlanEntry[]
  /** The entries, and those outside the scope, whose translations may exist. */
  readonly all: readonly PlanEntry[]
  /** An interrupted publish has to be finished, even if no article changes. */
  readonly unfinished: boolean
  /** Keys under embargo, or scheduled for a moment where the destination cannot schedule. */
  readonly held: readonly string[]
  /** What people made of our posts by copying them: left alone. */
  readonly copies: readonly Copy[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Plans a publish. Pure: the destination is not asked any more. */
export function planOf(ready: Ready, standing: DestinationState, input: ReconcileInput): PublishPlan {
  const { publisher, scope } = input
  const waiting = publisher.schedules ? [] : ready.posts.filter(({ status }) => status === 'scheduled')
  const held = new Set([...ready.held, ...waiting.map(({ key }) => key)])
  const posts = ready.posts.filter(({ key }) => !held.has(key) && !scope.withheld.has(key))
  const wanted = posts.map(post => reconcile(post, standing.remotes.get(post.key), input))
  const families = byStory(wanted)
  const linked = wanted.map(one => withLinks(one, families.get(one.story) ?? [], publisher, scope))
  const wantedKeys = new Set([...posts.map(({ key }) => key), ...held, ...scope.withheld])
  const unwanted = [...standing.remotes.values()]
    .filter(remote => remote.ours && remote.status !== 'removed' && !wantedKeys.has(remote.key))
    .filter(({ key }) => !scope.unread.has(partsOf(key).story))
  const { kept, why } = keptStanding(unwanted, scope)
  const taken = unwanted.filter(remote => !kept.has(remote)).map(remote => planUnwanted(remote, input))
  const all = [...linked, ...taken].sort((one, other) => (one.key < other.key ? -1 : 1))
  const entries = all.filter(({ story, edition }) => isWithin(scope, story, edition))
  return {
    destination: publisher.name,
    place: publisher.place,
    entries,
    all,
    unfinished: standing.unfinished === true,
    held: [...held].sort(),
    copies: (standing.copies ?? []).filter(({ key }) => isWithin(scope, partsOf(key).story, partsOf(key).edition)),
    diagnostics: [...why, ...hiddenThere(entries), ...tooManyRemovals(entries, scope.removals)],
  }
}

/**
 * Posts whose file is gone, and perhaps is only not read: while there are files that nobody can tell, or a whole year is missing,
 * nothing is taken down until an editor says how much may be.
 */
function keptStanding(
  unwanted: readonly Remote[],
  { unsure, years, removalsSaid }: PublishScope,
): { kept: ReadonlySet<Remote>; why: Diagnostic[] } {
  if (removalsSaid || unwanted.length === 0) return { kept: new Set(), why: [] }
  const storiesOf = (remotes: readonly Remote[]) => new Set(remotes.map(({ key }) => partsOf(key).story))
  const [first] = unsure
  if (first !== undefined) {
    const facts = { stories: storiesOf(unwanted).size, file: first }
    return { kept: new Set(unwanted), why: [publishDiagnostic('perhaps-unread', facts, 'warning')] }
  }
  const lost = [...byYear(unwanted)].filter(
    ([year, remotes]) => years && !years.has(year) && storiesOf(remotes).size > 1,
  )
  const why = lost.map(([year, remotes]) =>
    publishDiagnostic('year-missing', { stories: storiesOf(remotes).size, year }, 'warning'),
  )
  return { kept: new Set(lost.flatMap(([, remotes]) => remotes)), why }
}

function byYear(remotes: readonly Remote[]): Map<string, Remote[]> {
  const years = new Map<string, Remote[]>()
  for (const remote of remotes) {
    const year = remote.key.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), remote])
  }
  return years
}

/** Whether the plan changes anything. */
export function hasWork({ entries, unfinished }: Pick<PublishPlan, 'entries' | 'unfinished'>): boolean {
  return unfinished || entries.some(({ action }) => action !== 'unchanged' && action !== 'reworded')
}

/** How many entries there are of each action. */
export function countsOf(entries: readonly Pick<PlanEntry, 'action'>[]): Record<Action, number> {
  const counts: Record<Action, number> = {
    create: 0,
    update: 0,
    unchanged: 0,
    reworded: 0,
    unpublish: 0,
    conflict: 0,
  }
  for (const { action } of entries) counts[action]++
  return counts
}

/** A post that readers can see and would no longer see. */
function isRemoval({ action, remote, fields }: PlanEntry): boolean {
  if (action === 'unpublish') return true
  return (
    remote?.status === 'published' &&
    action === 'update' &&
    fields.some(({ name, verdict, ours }) => name === 'status' && verdict === 'write' && ours === 'draft')
  )
}

/** Versions that a person took from readers there: the others do not link to them. */
function hiddenThere(entries: readonly PlanEntry[]): Diagnostic[] {
  return entries.filter(isHiddenThere).map(({ key }) => publishDiagnostic('hidden-there', { key }, 'warning'))
}

function tooManyRemovals(entries: readonly PlanEntry[], allowed: number): Diagnostic[] {
  const count = entries.filter(isRemoval).length
  return count > allowed ? [publishDiagnostic('too-many-removals', { count, allowed })] : []
}
