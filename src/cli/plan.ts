import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { toJson } from '../problem/show.ts'
import { hasWork, type Plan } from '../publish/plan.ts'
import { preparePlan } from '../publish/publish.ts'
import { savePlan } from '../publish/saved.ts'
import { planJson, planText } from './plan-text.ts'
import { errorsOf, openPublishing, type PublishingDesk, type PublishingOptions, publishWords } from './publishing.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from './usage.ts'

export interface PlanOptions extends PublishingOptions {
  readonly save?: string
}

/** `plan` ends with this when something waits to be published. */
const CHANGES_WAITING = 2

/** `plan`: what publishing would change, and nothing is changed. */
export async function planCommand(options: PlanOptions, settings: Settings, terminal: Terminal): Promise<number> {
  const { workspace } = settings
  const say = publishWords(workspace, terminal.words().language)
  const { desk, problems } = await openPublishing(options, settings, say)
  const { plans, problems: found } = desk ? await plansOf(desk) : { plans: [], problems: [] }
  const wrong = errorsOf(problems)
  if (options.json) {
    const all = [...wrong, ...found].map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ plans: plans.map(planJson), problems: all }, null, 2)}\n`)
  } else {
    terminal.complain([...wrong, ...found], workspace)
    for (const plan of plans) terminal.print(planText(plan, say))
  }
  if (errorsOf(found).length > 0) return INPUT_HAS_ERRORS
  if (options.save !== undefined && desk) save(resolve(workspace.root, options.save), plans, desk)
  if (wrong.length > 0) return INPUT_HAS_ERRORS
  return plans.some(hasWork) ? CHANGES_WAITING : DONE
}

/** A plan for each destination that can be asked. */
async function plansOf(desk: PublishingDesk) {
  const plans: Plan[] = []
  const problems = []
  for (const publisher of desk.publishers) {
    const journal = desk.journalOf(publisher.name)
    const prepared = await preparePlan(desk.offered.offers, desk.now, publisher, journal, desk.scope)
    problems.push(...prepared.problems)
    if (prepared.plan) plans.push(prepared.plan)
  }
  return { plans, problems }
}

function save(file: string, plans: readonly Plan[], { now, scope }: PublishingDesk): void {
  const [plan, ...more] = plans
  if (!plan || more.length > 0) throw new Usage('save-one', {})
  const { only, editions, overwrite, removals } = scope
  const saved = savePlan(plan, { now: new Date(now).toISOString(), only, editions, overwrite, removals })
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`)
}
