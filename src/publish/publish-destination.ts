import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import type { Holder, lock } from '../foundation/lock.ts'
import { type PreparedPlan, type Progress, type PublishReport, preparePlan, publish } from './execute-plan.ts'
import type { Journal } from './journal.ts'
import type { PostCandidates } from './post-candidates.ts'
import { hasWork, type PublishPlan } from './publish-plan.ts'
import type { PublishScope } from './publish-scope.ts'
import { type Publisher, publishDiagnostic } from './publisher.ts'
import { changesSince, type SavedPlan } from './saved-plan.ts'

/** The destinations asked for, ready to be planned for and published to. */
export interface PublishingContext {
  readonly publishers: readonly Publisher[]
  readonly offered: PostCandidates
  readonly now: number
  readonly scope: PublishScope
  readonly journalOf: (name: string) => Journal
  readonly lockOf: (name: string) => ReturnType<typeof lock>
}

/** What would change, destination by destination. */
export async function preparedPlans(context: PublishingContext): Promise<PreparedPlan[]> {
  const plans: PreparedPlan[] = []
  for (const publisher of context.publishers) plans.push(await preparedPlan(publisher, context))
  return plans
}

/** What would change at one destination. */
function preparedPlan(
  publisher: Publisher,
  { offered, now, journalOf, scope }: PublishingContext,
): Promise<PreparedPlan> {
  return preparePlan(offered.offers, now, publisher, journalOf(publisher.name), scope)
}

/** What was planned for a destination, and what came of it. */
export interface PublishedDestination {
  readonly plan: PublishPlan | undefined
  readonly outcome: PublishReport
}

/** Publishes to one destination under its lock: what is planned now, or exactly what was saved. */
export async function publishTo(
  publisher: Publisher,
  context: PublishingContext,
  saved: SavedPlan | undefined,
  progress: Progress,
): Promise<PublishedDestination> {
  const held = context.lockOf(publisher.name)
  if ('holder' in held) return nothing([lockedBy(publisher.name, held.holder)])
  try {
    const { plan, diagnostics } = await preparedPlan(publisher, context)
    if (!plan || diagnostics.some(isError)) return nothing(diagnostics, plan)
    const moved = saved ? changesSince(saved, plan) : []
    if (moved.length > 0) return nothing(moved)
    if (!hasWork(plan)) return nothing(diagnostics, plan)
    const outcome = await publish(plan, publisher, context.journalOf(publisher.name), progress)
    return { plan, outcome: { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] } }
  } finally {
    held.release()
  }
}

const nothing = (diagnostics: readonly Diagnostic[], plan?: PublishPlan): PublishedDestination => ({
  plan,
  outcome: { receipts: [], diagnostics },
})

/** Who else is publishing there, as a diagnostic. */
function lockedBy(name: string, { pid, host }: Holder): Diagnostic {
  return publishDiagnostic('locked', { name, pid, host, file: `.depeche/publish/${name}/lock` })
}
