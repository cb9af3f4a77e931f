import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Action } from './plan-entry.ts'
import type { PublishPlan } from './publish-plan.ts'
import { publishDiagnostic } from './publisher.ts'

/** The options a plan was made with. */
export interface PlanChoices {
  /** The moment for which it was made, ISO 8601. */
  readonly now: string
  readonly only: readonly string[]
  readonly editions: readonly string[]
  readonly overwrite: readonly string[]
  readonly removals: number
  /** Absent in plans of versions that knew no other words for the same facts. */
  readonly wording?: boolean
}

/**
 * A plan on disk: what was shown to an editor, with hashes of both sides. It holds no secret and no text of an
 * article.
 */
export interface SavedPlan extends PlanChoices {
  readonly version: 1
  readonly destination: string
  readonly place: string
  readonly entries: readonly SavedEntry[]
}

export interface SavedEntry {
  readonly key: string
  readonly action: Action
  readonly title: string
  readonly ours: string
  readonly theirs: string
}

export function savePlan(plan: PublishPlan, choices: PlanChoices): SavedPlan {
  const { now, only, editions, overwrite, removals, wording = false } = choices
  const entries = plan.entries.map(({ key, action, title, ours, theirs }) => ({ key, action, title, ours, theirs }))
  const { destination, place } = plan
  return { version: 1, destination, place, now, only, editions, overwrite, removals, wording, entries }
}

/** Reads a saved plan; `undefined` for a file that is none. */
export function readPlan(text: string): SavedPlan | undefined {
  try {
    const plan = JSON.parse(text) as Partial<SavedPlan>
    const lists = [plan.entries, plan.only, plan.editions, plan.overwrite]
    const whole = plan.version === 1 && lists.every(Array.isArray) && typeof plan.removals === 'number'
    return whole && typeof plan.destination === 'string' && typeof plan.now === 'string'
      ? (plan as SavedPlan)
      : undefined
  } catch {
    return undefined
  }
}

/** Why a saved plan is out of date: one diagnostic per article that changed, on which side. */
export function changesSince(saved: SavedPlan, plan: PublishPlan): Diagnostic[] {
  if (saved.place !== plan.place)
    return [publishDiagnostic('plan-elsewhere', { saved: saved.place, place: plan.place })]
  const now = new Map(plan.entries.map(entry => [entry.key, entry]))
  const then = new Map(saved.entries.map(entry => [entry.key, entry]))
  const keys = [...new Set([...now.keys(), ...then.keys()])].sort()
  const moved = keys.flatMap(key => {
    const [before, after] = [then.get(key), now.get(key)]
    if (before?.theirs !== after?.theirs) return [publishDiagnostic('plan-stale-there', { key })]
    return before?.ours !== after?.ours ? [publishDiagnostic('plan-stale-here', { key })] : []
  })
  if (moved.length > 0) return moved
  // With both sides unchanged, another action can only come from a translation outside the plan.
  return keys
    .filter(key => then.get(key)?.action !== now.get(key)?.action)
    .map(key => publishDiagnostic('plan-stale-here', { key }))
}
