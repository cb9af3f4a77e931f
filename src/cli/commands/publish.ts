import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, isError } from '../../foundation/diagnostic.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { type PublishReport, publish } from '../../publish/execute-plan.ts'
import { hasWork, type PublishPlan } from '../../publish/publish-plan.ts'
import type { Publisher } from '../../publish/publisher.ts'
import { movedSince, readPlan, type SavedPlan } from '../../publish/saved-plan.ts'
import type { Say } from '../../site/page-words.ts'
import type { CommandSettings } from '../command-settings.ts'
import { planText } from '../plan-text.ts'
import {
  lockedBy,
  openPublishing,
  type PublishingContext,
  type PublishingOptions,
  preparedPlan,
} from '../publishing-context.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage.ts'

export interface PublishOptions extends PublishingOptions {
  /** The same as running again: what is left to do is done. */
  readonly resume?: boolean
}

interface Done {
  readonly plan: PublishPlan | undefined
  readonly outcome: PublishReport
}

/** `publish [PLAN]`: does what `plan` says; with a saved plan exactly that, or nothing. */
export async function publishCommand(
  file: string | undefined,
  options: PublishOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { workspace } = settings
  const saved = file === undefined ? undefined : savedPlan(resolve(workspace.root, file), file)
  const { say, context, errors } = await openPublishing(saved ? choicesOf(saved) : options, settings, terminal)
  const done: [Publisher, Done][] = []
  for (const publisher of context?.publishers ?? []) {
    if (context) done.push([publisher, await publishTo(publisher, context, saved, say, terminal)])
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

/** One destination under its lock. */
async function publishTo(
  publisher: Publisher,
  context: PublishingContext,
  saved: SavedPlan | undefined,
  say: Say,
  terminal: Terminal,
): Promise<Done> {
  const nothing = (diagnostics: readonly Diagnostic[], plan?: PublishPlan): Done => ({
    plan,
    outcome: { receipts: [], diagnostics },
  })
  const held = context.lockOf(publisher.name)
  if ('holder' in held) return nothing([lockedBy(publisher.name, held.holder)])
  try {
    const { plan, diagnostics } = await preparedPlan(publisher, context)
    if (!plan || diagnostics.some(isError)) return nothing(diagnostics, plan)
    const moved = saved ? movedSince(saved, plan) : []
    if (moved.length > 0) return nothing(moved)
    if (!hasWork(plan)) return nothing(diagnostics, plan)
    const outcome = await publish(plan, publisher, context.journalOf(publisher.name), ({ at, of, receipt }) => {
      const { did, key, address } = receipt
      if (terminal.progress) terminal.note(`${say('publish.step', { at, of, did: say(`did.${did}`), key, address })}\n`)
    })
    return { plan, outcome: { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] } }
  } finally {
    held.release()
  }
}

/** Receipts, what was left alone and why, and the sum. */
function doneText(publisher: Publisher, { plan, outcome }: Done, say: Say): string {
  if (!plan) return ''
  const { receipts } = outcome
  const lines = [say('plan.head', { name: publisher.name, place: publisher.place }), '']
  for (const { did, key, title, address } of receipts)
    lines.push(`${say(`did.${did}`)}  ${key}  ${title}`, `    ${address}`)
  if (receipts.length > 0) lines.push('')
  const left = plan.entries.filter(({ action }) => action === 'conflict')
  const conflicts = left.length > 0 ? [planText({ ...plan, entries: left, held: [], unfinished: false }, say)] : []
  const count = (what: string) => receipts.filter(({ did }) => did === what).length
  const counts = { created: count('created'), updated: count('updated'), unpublished: count('unpublished') }
  lines.push(say('publish.summary', counts))
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

function choicesOf({ destination, now, only, editions, overwrite, removals }: SavedPlan): PublishOptions {
  return {
    to: destination,
    now,
    ...(only.length > 0 && { only: only.join(',') }),
    ...(editions.length > 0 && { edition: editions.join(',') }),
    ...(overwrite.length > 0 && { overwrite: overwrite.join(',') }),
    allowRemovals: String(removals),
  }
}
