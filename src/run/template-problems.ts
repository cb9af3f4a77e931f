import Handlebars from 'handlebars'
import { outlineHelpers } from '../article/outline.ts'
import type { Workspace } from '../incident/workspace.ts'
import { placeAt, startOfLine } from '../incident/yaml/place.ts'
import type { Problem } from '../problem/problem.ts'
import { faultOf, type TemplateFault, unknownIn } from '../site/template-faults.ts'
import { BadTemplate, openTemplates } from '../site/templates.ts'
import { sourceOf, templatesIn } from './files.ts'

/** What keeps an outline from being read or followed: its grammar, or a helper that no outline has. */
export function outlineProblems(path: string, text: string): Problem[] {
  try {
    const unknown = unknownIn(Handlebars.parse(text), { helpers: outlineHelpers, partials: [] })
    return unknown ? [problemOf(path, text, unknown)] : []
  } catch (error) {
    return [problemOf(path, text, faultOf(error))]
  }
}

/** The first page template that cannot be used: a build would end there. */
export function pageTemplateProblems(workspace: Workspace): Problem[] {
  try {
    openTemplates(templatesIn(workspace, 'templates/page'))
    return []
  } catch (error) {
    if (error instanceof BadTemplate) return [problemOf(error.file, sourceOf(workspace, error.file), error.fault)]
    throw error
  }
}

function problemOf(file: string, text: string | undefined, { reason, line }: TemplateFault): Problem {
  const place = text === undefined || line === undefined ? { file } : wholeLine(file, text, line)
  return { code: 'template/fault', severity: 'error', place, facts: { reason } }
}

function wholeLine(file: string, text: string, line: number): Problem['place'] {
  const from = startOfLine(text, line)
  const shown = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0
  return placeAt(file, text, from + shown, text.length)
}
