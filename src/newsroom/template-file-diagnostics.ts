import Handlebars from 'handlebars'
import { documentPlanHelpers } from '../article/document-plan.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { sourceOf, templatesIn } from '../foundation/layered-workspace.ts'
import { placeAt, startOfLine } from '../foundation/text-place.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type TemplateDiagnostic, templateDiagnosticOf, unknownIn } from '../site/template-diagnostics.ts'
import { BadTemplate, openTemplates } from '../site/templates.ts'

/** Why a document plan cannot be read or followed: its syntax, or an unknown helper. */
export function documentPlanDiagnostics(path: string, text: string): Diagnostic[] {
  try {
    const unknown = unknownIn(Handlebars.parse(text), { helpers: documentPlanHelpers, partials: [] })
    return unknown ? [diagnosticOf(path, text, unknown)] : []
  } catch (error) {
    return [diagnosticOf(path, text, templateDiagnosticOf(error))]
  }
}

/** The first unusable page template: a build would stop there. */
export function pageTemplateDiagnostics(workspace: Workspace): Diagnostic[] {
  try {
    openTemplates(templatesIn(workspace, 'templates/page'))
    return []
  } catch (error) {
    if (error instanceof BadTemplate) return [badTemplateDiagnostic(workspace, error)]
    throw error
  }
}

/** What keeps a page template from being used, at its line. */
export function badTemplateDiagnostic(workspace: Workspace, { file, diagnostic }: BadTemplate): Diagnostic {
  return diagnosticOf(file, sourceOf(workspace, file), diagnostic)
}

function diagnosticOf(file: string, text: string | undefined, { reason, line }: TemplateDiagnostic): Diagnostic {
  const place = text === undefined || line === undefined ? { file } : wholeLine(file, text, line)
  return { code: 'template/fault', severity: 'error', place, facts: { reason } }
}

function wholeLine(file: string, text: string, line: number): Diagnostic['place'] {
  const from = startOfLine(text, line)
  const shown = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0
  return placeAt(file, text, from + shown, text.length)
}
