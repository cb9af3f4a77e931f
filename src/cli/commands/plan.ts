import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { preparePlan } from '../../publish/execute-plan.ts'
import { hasWork, type PublishPlan } from '../../publish/publish-plan.ts'
import { savePlan } from '../../publish/saved-plan.ts'
import type { CommandSettings } from '../command-settings.ts'
import { planJson, planText } from '../plan-text.ts'
import {
  errorsOf,
  openPublishing,
  type PublishingContext,
  type PublishingOptions,
  publishWords,
} from '../publishing-context.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage.ts'

export interface PlanOptions extends PublishingOptions {
  readonly save?: string
}

/** `plan` ends with this when something waits to be published. */
const CHANGES_WAITING = 2

/** `plan`: what publishing would change, and nothing is changed. */
export async function planCommand(
  options: PlanOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const say = publishWords(workspace, terminal.words().language)
  const { context, diagnostics } = await openPublishing(options, settings, say)
  const { plans, diagnostics: found } = context ? await plansOf(context) : { plans: [], diagnostics: [] }
  const wrong = errorsOf(diagnostics)
  if (options.json) {
    const all = [...wrong, ...found].map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ plans: plans.map(planJson), problems: all }, null, 2)}\n`)
  } else {
    terminal.report([...wrong, ...found], workspace)
    for (const plan of plans) terminal.print(planText(plan, say))
  }
  if (errorsOf(found).length > 0) return INPUT_HAS_ERRORS
  if (options.save !== undefined && context) save(resolve(workspace.root, options.save), plans, context)
  if (wrong.length > 0) return INPUT_HAS_ERRORS
  return plans.some(hasWork) ? CHANGES_WAITING : DONE
}

/** A plan for each destination that can be asked. */
async function plansOf(context: PublishingContext) {
  const plans: PublishPlan[] = []
  const diagnostics = []
  for (const publisher of context.publishers) {
    const journal = context.journalOf(publisher.name)
    const prepared = await preparePlan(context.offered.offers, context.now, publisher, journal, context.scope)
    diagnostics.push(...prepared.diagnostics)
    if (prepared.plan) plans.push(prepared.plan)
  }
  return { plans, diagnostics }
}

function save(file: string, plans: readonly PublishPlan[], { now, scope }: PublishingContext): void {
  const [plan, ...more] = plans
  if (!plan || more.length > 0) throw new Usage('save-one', {})
  const { only, editions, overwrite, removals } = scope
  const saved = savePlan(plan, { now: new Date(now).toISOString(), only, editions, overwrite, removals })
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`)
}
