import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isError } from '../../foundation/diagnostic.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import type { Progress } from '../../publish/execute-plan.ts'
import { type PublishedDestination, publishTo } from '../../publish/publish-destination.ts'
import type { Publisher } from '../../publish/publisher.ts'
import { readPlan, type SavedPlan } from '../../publish/saved-plan.ts'
import type { Say } from '../../site/page-messages.ts'
import type { CommandSettings } from '../command-settings.ts'
import { planText } from '../plan-text.ts'
import { openPublishing, type PublishingOptions } from '../publishing-context.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

/** `publish [PLAN]`: executes what `plan` shows; with a saved plan exactly that, or nothing. */
export async function publishCommand(
  file: string | undefined,
  options: PublishingOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const saved = file === undefined ? undefined : savedPlan(resolve(workspace.root, file), file)
  const { say, context, errors } = await openPublishing(saved ? choicesOf(saved) : options, settings, terminal)
  const done: [Publisher, PublishedDestination][] = []
  for (const publisher of context?.publishers ?? []) {
    if (context) done.push([publisher, await publishTo(publisher, context, saved, progressOn(terminal, say))])
  }
  const found = [...errors, ...done.flatMap(([, { outcome }]) => outcome.diagnostics)]
  if (options.json) {
    const destinations = done.map(([{ name, place }, { outcome }]) => ({ name, place, receipts: outcome.receipts }))
    const all = found.map(one => toJson(one, terminal.words()))
    terminal.print(`${JSON.stringify({ destinations, problems: all }, null, 2)}\n`)
  } else {
    for (const [publisher, one] of done) terminal.print(doneText(publisher, one, say))
    terminal.report(found, workspace)
  }
  const conflicts = done.some(([, { plan }]) => plan?.entries.some(({ action }) => action === 'conflict'))
  return found.some(isError) || conflicts ? INPUT_HAS_ERRORS : DONE
}

/** Reports each step as it is done, on a terminal. */
const progressOn =
  ({ progress, note }: Terminal, say: Say): Progress =>
  ({ at, of, receipt: { did, key, address } }) => {
    if (progress) note(`${say('publish.step', { at, of, did: say(`did.${did}`), key, address })}\n`)
  }

/** Receipts, what was skipped and why, and totals. */
function doneText(publisher: Publisher, { plan, outcome }: PublishedDestination, say: Say): string {
  if (!plan) return ''
  const { receipts } = outcome
  const lines = [say('plan.head', { name: publisher.name, place: publisher.place }), '']
  for (const { did, key, title, address } of receipts)
    lines.push(`${say(`did.${did}`)}  ${key}  ${title}`, `    ${address}`)
  if (receipts.length > 0) lines.push('')
  const left = plan.entries.filter(({ action }) => action === 'conflict')
  const conflicts =
    left.length > 0 ? [planText({ ...plan, entries: left, held: [], copies: [], unfinished: false }, say)] : []
  const count = (what: string) => receipts.filter(({ did }) => did === what).length
  const counts = { created: count('created'), updated: count('updated'), unpublished: count('unpublished') }
  lines.push(say('publish.summary', counts))
  const reworded = plan.entries.filter(({ action }) => action === 'reworded').length
  if (reworded > 0) lines.push(say('publish.reworded', { count: reworded }))
  return `${conflicts.join('')}${lines.join('\n')}\n`
}

function savedPlan(path: string, typed: string): SavedPlan {
  let text: string | undefined
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    text = undefined
  }
  const plan = text === undefined ? undefined : readPlan(text)
  if (!plan) throw new Usage('plan-file', { file: typed })
  return plan
}

function choicesOf({ destination, now, only, editions, overwrite, removals, wording }: SavedPlan): PublishingOptions {
  return {
    to: destination,
    now,
    ...(only.length > 0 && { only: only.join(',') }),
    ...(editions.length > 0 && { edition: editions.join(',') }),
    ...(overwrite.length > 0 && { overwrite: overwrite.join(',') }),
    allowRemovals: String(removals),
    ...(wording && { wording }),
  }
}
