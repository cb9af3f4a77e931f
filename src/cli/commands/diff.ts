import { diffIncident, type IncidentDiff } from '../../edit/incident-diff.ts'
import { type IncidentGit, openIncidentGit } from '../../edit/incident-git.ts'
import type { ProseChange } from '../../edit/prose-diff.ts'
import { GitFailure } from '../../foundation/git.ts'
import { workspaceOf } from '../../foundation/workspace.ts'
import type { IncidentFile } from '../../incident/list-incidents.ts'
import type { IncidentService } from '../../newsroom/incident-service.ts'
import { type CommandSettings, editionsAsked } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface DiffOptions {
  readonly edition?: string
  readonly from: string
  readonly json?: boolean
}

/** `diff ID`: how the prose of the articles has changed since the committed version, with the lines that caused it. */
export async function diff(
  id: string,
  options: DiffOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const asked = editionsAsked(workspace, options.edition)
  const file = incidentAsked(workspace, id)
  const git = openIncidentGit(workspace.root, invocation.environment)
  const { now, committed, editions } = await compared(service, git, file, asked, options.from)
  if (!now.incident) {
    terminal.report(now.diagnostics, workspace)
    return INPUT_HAS_ERRORS
  }
  if (committed && !committed.incident)
    terminal.report(committed.diagnostics, workspaceOf({ [file.file]: committed.text ?? '' }))
  if (options.json) terminal.print(`${JSON.stringify({ id: file.id, from: options.from, editions }, null, 2)}\n`)
  else {
    if (!committed) terminal.note(`${terminal.say('diff.new', { id, revision: options.from })}\n`)
    if (editions.every(({ changes }) => changes.length === 0))
      terminal.note(`${terminal.say('diff.same', { id, revision: options.from })}\n`)
    for (const { edition, changes } of editions) terminal.print(shown(edition, changes, terminal))
  }
  return DONE
}

/** Throws `Usage` when git has no such version. */
async function compared(
  service: IncidentService,
  git: IncidentGit,
  file: IncidentFile,
  asked: readonly string[],
  revision: string,
): Promise<IncidentDiff> {
  try {
    return await diffIncident(service, git, file, asked, revision)
  } catch (error) {
    if (error instanceof GitFailure) throw new Usage('git', { file: file.file, revision, reason: error.reason })
    throw error
  }
}

function shown(edition: string, changes: readonly ProseChange[], { say }: Terminal): string {
  if (changes.length === 0) return ''
  let part = ''
  const blocks = changes.map(change => {
    const head = change.part === part ? '' : `${say(`diff.${change.part}`)}\n`
    part = change.part
    const lines = [
      ...(change.gone === undefined ? [] : [`- ${change.gone}`]),
      ...(change.come === undefined ? [] : [`+ ${change.come}`]),
      ...change.because.slice(0, 4).map(({ line, text, old }) => {
        const because = say(old ? 'diff.because-gone' : 'diff.because', { line })
        return `    ${because} ${text}`
      }),
    ]
    return `${head}${lines.join('\n')}\n`
  })
  return `[${edition}]\n\n${blocks.join('\n')}\n`
}
