import { toJson } from '../../foundation/show-diagnostic.ts'
import type { PlanEntry } from '../../publish/plan-entry.ts'
import { preparedPlans } from '../../publish/publish-destination.ts'
import type { PublishPlan } from '../../publish/publish-plan.ts'
import type { Say } from '../../site/page-messages.ts'
import type { CommandSettings } from '../command-settings.ts'
import { openPublishing, type PublishingOptions } from '../publishing-context.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage-error.ts'

/** How the published article compares with the newsroom's. */
type StatusRow = 'current' | 'outdated' | 'reworded' | 'edited' | 'absent' | 'surplus' | 'foreign' | 'removed'

/** `status`: what is published where, and in which version. */
export async function statusCommand(
  options: PublishingOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const { say, context, errors, reminders } = await openPublishing(options, settings, terminal)
  const prepared = context ? await preparedPlans(context) : []
  const plans = prepared.flatMap(({ plan }) => plan ?? [])
  // A status changes nothing: obstacles to publishing are not reported, only destinations that cannot be asked.
  const wrong = [...errors, ...prepared.flatMap(({ plan, diagnostics }) => (plan ? [] : diagnostics))]
  if (options.json) {
    const destinations = plans.map(({ destination, place, entries }) => ({
      destination,
      place,
      posts: entries.map(postOf),
    }))
    const found = [...wrong, ...reminders].map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ destinations, problems: found }, null, 2)}\n`)
  } else {
    terminal.report([...wrong, ...reminders], workspace)
    for (const plan of plans) terminal.print(statusText(plan, say))
  }
  return wrong.length > 0 ? INPUT_HAS_ERRORS : DONE
}

function statusText({ destination, place, entries, held }: PublishPlan, say: Say): string {
  const lines = [say('plan.head', { name: destination, place }), '']
  for (const entry of entries) {
    const { key, status, standing, address, version } = postOf(entry)
    const seen = status === null ? '' : `${say(`status.${status}`)}, `
    lines.push(`${key}  ${seen}${say(`standing.${standing}`)}${version === null ? '' : `  ${version}`}`)
    if (address !== null) lines.push(`    ${address}`)
  }
  for (const key of held) lines.push(say('plan.held', { key }))
  return `${lines.join('\n')}\n`
}

function postOf(entry: PlanEntry) {
  const { key, title, remote } = entry
  return {
    key,
    title,
    status: remote?.status ?? null,
    standing: standingOf(entry),
    address: remote?.address ?? null,
    id: remote?.id ?? null,
    /** The version of the published article: when it was last changed. */
    version: remote?.fields.modified || null,
  }
}

function standingOf({ action, reason, fields }: PlanEntry): StatusRow {
  if (action === 'create') return 'absent'
  if (action === 'unpublish') return 'surplus'
  if (action === 'conflict') return reason ?? 'edited'
  if (action === 'update') return 'outdated'
  if (action === 'reworded') return 'reworded'
  return fields.length > 0 ? 'edited' : 'current'
}
