import { BadDocumentPlan } from '../article/document-plan.ts'
import { MissingTemplate } from '../article/realise-article.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { Refusal, systemRefusal } from '../foundation/refusal.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { GrammarError } from '../language/grammar-error.ts'
import { MissingWord } from '../site/page-messages.ts'
import { BadTemplate } from '../site/templates.ts'
import { BadWordings } from './bad-wordings.ts'
import { badTemplateDiagnostic } from './template-file-diagnostics.ts'

/**
 * What was thrown because a file of the newsroom keeps it from telling anything, as diagnostics: somebody can mend it.
 * Nothing for a bug.
 */
export function refusalDiagnostics(error: unknown, workspace: Workspace): readonly Diagnostic[] | undefined {
  if (error instanceof GrammarError || error instanceof BadWordings) return error.diagnostics
  if (error instanceof BadTemplate) return [badTemplateDiagnostic(workspace, error)]
  if (error instanceof BadDocumentPlan || error instanceof MissingWord) return [faultOf(error)]
  const refusal =
    error instanceof MissingTemplate ? new Refusal('missing-file', { path: error.message }) : systemRefusal(error)
  if (!refusal) return undefined
  const { code, facts } = refusal
  return [{ code: `refused/${code}`, severity: 'error', place: { file: String(facts.path ?? '') }, facts }]
}

/** Runs what may be refused: what somebody can mend comes back as diagnostics, a bug is thrown on. */
export async function orDiagnostics<T>(
  workspace: Workspace,
  run: () => T | Promise<T>,
): Promise<T | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return await run()
  } catch (error) {
    const diagnostics = refusalDiagnostics(error, workspace)
    if (!diagnostics) throw error
    return { diagnostics }
  }
}

/** A message that begins with the file it is about. */
function faultOf({ message }: Error): Diagnostic {
  const [, file = '', reason = message] = /^(\S+): (.*)$/s.exec(message) ?? []
  return { code: 'template/fault', severity: 'error', place: { file }, facts: { reason } }
}

/** Something asked for by name that is not there, with the nearest that is. */
export function absentDiagnostic(
  code: 'usage/id' | 'usage/edition',
  asked: string,
  known: readonly string[],
): Diagnostic {
  const near = nearest(asked, known)
  const facts = { id: asked, edition: asked, known: known.join(', '), ...(near && { near, context: 'near' }) }
  return { code, severity: 'error', place: { file: asked }, facts }
}
