import { readSite } from '../incident/read-site.ts'
import { openWorkspace, type Workspace } from '../incident/workspace.ts'
import type { Problem } from '../problem/problem.ts'
import { toJson } from '../problem/show.ts'
import { outputPlace } from '../site/output/place.ts'
import type { Fault } from '../site/validate/built.ts'
import { validateSite } from '../site/validate/validate.ts'
import { callOf } from './call.ts'
import { presentOf } from './moment.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from './usage.ts'

export interface ValidateOptions {
  readonly out: string
  readonly now?: string
  readonly json?: boolean
}

/** `validate`: reads the built site as machines do, with no network, and says which file breaks which rule. */
export function validate(options: ValidateOptions, { workspace }: Settings, terminal: Terminal): number {
  const { site, problems: unset } = readSite(workspace)
  if (!site) {
    terminal.complain(unset, workspace)
    return INPUT_HAS_ERRORS
  }
  const { out, name } = outputPlace(workspace.root, options.out)
  const built = builtIn(out, site.base)
  if (!built) throw new Usage('not-built', { folder: `${name}/site`, call: callOf(workspace.root) })
  // Without --now the news are as old as the build says: a site built long ago is not wrong.
  const now = options.now === undefined ? undefined : presentOf(options.now, () => site.zone)
  const faults = validateSite(built, now)
  const problems = faults.map(fault => problemOf(fault, `${name}/site`))
  if (options.json) {
    terminal.print(`${JSON.stringify({ problems: problems.map(one => toJson(one, terminal.words())) }, null, 2)}\n`)
  } else {
    terminal.complain(problems, workspace)
    const { say } = terminal
    const files = say('count.files', { count: built.files.length })
    terminal.tell(`${say('validate.done', { files, errors: say('count.errors', { count: problems.length }) })}\n`)
  }
  return problems.length > 0 ? INPUT_HAS_ERRORS : DONE
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

function problemOf({ file, rule, detail }: Fault, folder: string): Problem {
  return { code: `output/${rule}`, severity: 'error', place: { file: `${folder}/${file}` }, facts: { detail } }
}
