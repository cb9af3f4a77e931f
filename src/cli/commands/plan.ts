import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isError } from '../../foundation/diagnostic.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { type PublishingContext, preparedPlans } from '../../publish/publish-destination.ts'
import { hasWork, type PublishPlan } from '../../publish/publish-plan.ts'
import { savePlan } from '../../publish/saved-plan.ts'
import type { CommandSettings } from '../command-settings.ts'
import { planJson, planText } from '../plan-text.ts'
import { openPublishing, type PublishingOptions } from '../publishing-context.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface PlanOptions extends PublishingOptions {
  readonly save?: string
}

/** Exit status of `plan` when there is something to publish. */
const CHANGES_WAITING = 2

/** `plan`: shows what publishing would change, without changing anything. */
export async function planCommand(
  options: PlanOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const { say, context, errors } = await openPublishing(options, settings, terminal)
  const prepared = context ? await preparedPlans(context) : []
  const plans = prepared.flatMap(({ plan }) => plan ?? [])
  const found = prepared.flatMap(({ diagnostics }) => diagnostics)
  if (options.json) {
    const all = [...errors, ...found].map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ plans: plans.map(planJson), problems: all }, null, 2)}\n`)
  } else {
    terminal.report([...errors, ...found], workspace)
    for (const plan of plans) terminal.print(planText(plan, say))
  }
  if (found.some(isError)) return INPUT_HAS_ERRORS
  if (options.save !== undefined && context) save(resolve(workspace.root, options.save), plans, context)
  if (errors.length > 0) return INPUT_HAS_ERRORS
  return plans.some(hasWork) ? CHANGES_WAITING : DONE
}

function save(file: string, plans: readonly PublishPlan[], { now, scope }: PublishingContext): void {
  const [plan, ...more] = plans
  if (!plan || more.length > 0) throw new Usage('save-one', {})
  const { only, editions, overwrite, removals, wording } = scope
  const saved = savePlan(plan, { now: new Date(now).toISOString(), only, editions, overwrite, removals, wording })
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`)
}
