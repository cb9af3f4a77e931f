import { CommanderError } from 'commander'
import { BadDocumentPlan } from '../article/document-plan.ts'
import { MissingTemplate } from '../article/realise-article.ts'
import { overridesOf } from '../foundation/layered-workspace.ts'
import { type Refusal, systemRefusal } from '../foundation/refusal.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { GrammarError } from '../language/locale.ts'
import { BadWordings } from '../newsroom/bad-wordings.ts'
import { MissingWord } from '../site/page-messages.ts'
import { BadTemplate } from '../site/templates.ts'
import type { Terminal } from './terminal.ts'
import { INPUT_HAS_ERRORS, Usage, usageOf, WRONG_USAGE } from './usage-error.ts'

/** Reports an error, in one line where one is enough, and returns the exit status. */
export function reportFailure(error: unknown, workspace: Workspace, terminal: Terminal): number {
  const line = (text: string, status: number) => {
    terminal.note(`depeche: ${text}\n`)
    return status
  }
  const usage = error instanceof CommanderError ? usageOf(error) : error
  if (usage instanceof Usage) return line(terminal.say(`usage.${usage.key}`, usage.slots), WRONG_USAGE)
  if (error instanceof GrammarError || error instanceof BadWordings) {
    // A newsroom's wordings are quoted from its own file, not merged over the program's.
    terminal.report(error.diagnostics, error instanceof BadWordings ? overridesOf(workspace) : workspace)
    return INPUT_HAS_ERRORS
  }
  if (error instanceof MissingTemplate)
    return line(terminal.say('refused.missing-file', { path: error.message }), INPUT_HAS_ERRORS)
  if ([BadDocumentPlan, BadTemplate, MissingWord].some(known => error instanceof known))
    return line((error as Error).message, INPUT_HAS_ERRORS)
  const refusal = systemRefusal(error)
  if (refusal) return line(worded(refusal, terminal), INPUT_HAS_ERRORS)
  // A bug: the stack trace shows where.
  return line(error instanceof Error ? (error.stack ?? error.message) : String(error), INPUT_HAS_ERRORS)
}

/** What a system's error means, in one line. */
export function failureLine(error: unknown, terminal: Pick<Terminal, 'say'>): string {
  const refusal = systemRefusal(error)
  return refusal ? worded(refusal, terminal) : String(error)
}

function worded({ code, facts }: Refusal, { say }: Pick<Terminal, 'say'>): string {
  return say(`refused.${code}`, facts)
}
