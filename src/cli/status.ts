import { toJson } from '../problem/show.ts'
import type { Entry } from '../publish/entry.ts'
import type { Plan } from '../publish/plan.ts'
import { preparePlan } from '../publish/publish.ts'
import type { Say } from '../site/words.ts'
import { errorsOf, openPublishing, type PublishingOptions, publishWords } from './publishing.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from './usage.ts'

/** How what stands there compares with the newsroom. */
type Standing = 'current' | 'outdated' | 'edited' | 'absent' | 'surplus' | 'foreign' | 'removed'

/** `status`: what is live where, and in which version. */
export async function statusCommand(
  options: PublishingOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const say = publishWords(workspace, terminal.words().language)
  const { desk, problems } = await openPublishing(options, settings, say)
  const wrong = errorsOf(problems)
  const plans: Plan[] = []
  for (const publisher of desk?.publishers ?? []) {
    if (!desk) break
    const journal = desk.journalOf(publisher.name)
    const prepared = await preparePlan(desk.offered.offers, desk.now, publisher, journal, desk.scope)
    if (prepared.plan) plans.push(prepared.plan)
    // A status changes nothing: what would stop a publish is no complaint here.
    else wrong.push(...prepared.problems)
  }
  if (options.json) {
    const destinations = plans.map(({ destination, place, entries }) => ({
      destination,
      place,
      posts: entries.map(postOf),
    }))
    const found = wrong.map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ destinations, problems: found }, null, 2)}\n`)
  } else {
    terminal.complain(wrong, workspace)
    for (const plan of plans) terminal.print(statusText(plan, say))
  }
  return wrong.length > 0 ? INPUT_HAS_ERRORS : DONE
}

function statusText({ destination, place, entries, held }: Plan, say: Say): string {
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

function postOf(entry: Entry) {
  const { key, title, remote } = entry
  return {
    key,
    title,
    status: remote?.status ?? null,
    standing: standingOf(entry),
    address: remote?.address ?? null,
    id: remote?.id ?? null,
    /** The version of the article that stands there: when it was last changed. */
    version: remote?.fields.modified || null,
  }
}

function standingOf({ action, reason, fields }: Entry): Standing {
  if (action === 'create') return 'absent'
  if (action === 'unpublish') return 'surplus'
  if (action === 'conflict') return reason ?? 'edited'
  if (action === 'update') return 'outdated'
  return fields.length > 0 ? 'edited' : 'current'
}
