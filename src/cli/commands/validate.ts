import { completeOutput } from '../../build/output.ts'
import { outputPlace } from '../../build/output-place.ts'
import type { Diagnostic } from '../../foundation/diagnostic.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { openWorkspace, type Workspace } from '../../foundation/workspace.ts'
import { readSite } from '../../settings/read-settings.ts'
import type { SiteDiagnostic } from '../../validate/built-site.ts'
import { validateSite } from '../../validate/validate-site.ts'
import type { CommandSettings } from '../command-settings.ts'
import { presentOf } from '../present-moment.ts'
import { callOf } from '../program-call.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface ValidateOptions {
  readonly out: string
  readonly now?: string
  readonly json?: boolean
}

/**
 * `validate`: validates the built site as machines read it, with no network access, and reports broken rules by file.
 */
export function validate(
  options: ValidateOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): number {
  const { site, diagnostics: unset } = readSite(workspace)
  if (!site) {
    terminal.report(unset, workspace)
    return INPUT_HAS_ERRORS
  }
  const place = outputPlace(workspace.root, options.out)
  completeOutput(place)
  const { out, name } = place
  const built = builtIn(out, site.base)
  if (!built) throw new Usage('not-built', { folder: `${name}/site`, call: callOf(workspace.root, invocation.folder) })
  // Without --now articles are as old as the build: a site built long ago is not wrong.
  const now = options.now === undefined ? undefined : presentOf(options.now, invocation, () => site.zone)
  const found = validateSite(built, now)
  const diagnostics = found.map(one => diagnosticOf(one, `${name}/site`))
  if (options.json) {
    terminal.print(`${JSON.stringify({ problems: diagnostics.map(one => toJson(one, terminal.words())) }, null, 2)}\n`)
  } else {
    terminal.report(diagnostics, workspace)
    const { say } = terminal
    const files = say('count.files', { count: built.files.length })
    terminal.note(`${say('validate.done', { files, errors: say('count.errors', { count: diagnostics.length }) })}\n`)
  }
  return diagnostics.length > 0 ? INPUT_HAS_ERRORS : DONE
}

function builtIn(out: string, base: string) {
  const folder = openIf(`${out}/site`)
  const files = folder?.list('') ?? []
  if (!folder || files.length === 0) return undefined
  const bytes = (path: string) => folder.read(path) ?? new Uint8Array()
  return { base, files, bytes, text: (path: string) => new TextDecoder().decode(bytes(path)) }
}

function openIf(folder: string): Workspace | undefined {
  try {
    return openWorkspace(folder)
  } catch {
    return undefined
  }
}

function diagnosticOf({ file, rule, detail }: SiteDiagnostic, folder: string): Diagnostic {
  return { code: `output/${rule}`, severity: 'error', place: { file: `${folder}/${file}` }, facts: { detail } }
}
