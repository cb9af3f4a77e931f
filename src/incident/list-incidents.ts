import type { Problem } from '../problem/problem.ts'
import { problem } from './complaint.ts'
import { slugOf } from './shape/address.ts'
import { daysIn } from './shape/clock.ts'
import type { Workspace } from './workspace.ts'

/** Where incidents live. */
export const incidentsFolder = 'content/incidents'

/** The files of one incident: its own, and the hand-written ones beside it. */
export interface IncidentFile {
  readonly id: string
  /** Path relative to the workspace. */
  readonly file: string
  readonly companions: readonly string[]
}

export interface Listing {
  readonly files: readonly IncidentFile[]
  /** Incidents by their look that are left out for their name or their place. */
  readonly misnamed: readonly IncidentFile[]
  readonly problems: readonly Problem[]
}

/** Every incident of the newsroom, by path; and what is wrong with the names of the files. */
export function listIncidents(ws: Workspace): Listing {
  // The folder itself is the newsroom's care: there is none without it.
  const problems = linkProblems(ws, incidentsFolder).filter(({ place }) => place.file !== incidentsFolder)
  const paths = ws.list(incidentsFolder)
  const byId = new Map<string, string>()
  const files: IncidentFile[] = []
  const misnamed: IncidentFile[] = []
  const companions = companionsByIncident(paths)
  const wrong = new Map(paths.map(file => [file, nameProblem(file)]))
  // Who bears an id rightly has it, wherever another one lies.
  for (const file of paths) if (isIncident(file) && !wrong.get(file)) byId.set(incidentId(file), file)
  for (const file of paths) {
    const named = wrong.get(file)
    if (!isIncident(file)) {
      if (named) problems.push(named)
      continue
    }
    const id = incidentId(file)
    const other = byId.get(id) ?? file
    byId.set(id, other)
    // « Move it there » would be no help where another one lies already.
    if (other !== file) problems.push(problem('file/duplicate-id', { id, other }, { file }))
    else if (named) problems.push(named)
    const own = file.replace(/\.ya?ml$/, '')
    const one = { id, file, companions: companions.get(own) ?? [] }
    if (other !== file || named) misnamed.push(one)
    else files.push(one)
    companions.delete(own)
  }
  for (const [own, alone] of companions) {
    const id = incidentId(own)
    for (const file of alone) {
      const name = lastOf(file)
      const right = byId.get(id)?.replace(/[^/]*$/, name)
      if (right === undefined) problems.push(problem('file/companion-alone', { name, id }, { file }))
      else problems.push(problem('file/companion-apart', { name, right }, { file }))
    }
  }
  for (const file of paths) {
    const [name, id = ''] = /^([^.]+)\.md$/.exec(lastOf(file)) ?? []
    const isOurs = byId.has(id) || /^\d{4}-\d{2}-\d{2}/.test(id)
    if (name !== undefined && isOurs) problems.push(problem('file/companion-bare', { name, id }, { file }))
  }
  return { files, misnamed, problems }
}

/** What is wrong with the folder of incidents itself: there is no newsroom without it, since all would seem deleted. */
export function incidentsAstray(ws: Workspace): Problem | undefined {
  const own = ws.strays?.(incidentsFolder).find(({ path }) => path === incidentsFolder)
  return own && problem('file/not-a-folder', { path: own.path, context: own.why }, { file: own.path })
}

/** Links in a folder that are not followed; the folder itself, when it is none. */
export function linkProblems(ws: Workspace, folder: string): Problem[] {
  const strays = (ws.strays?.(folder) ?? []).filter(({ path }) => !isAside(path))
  return strays.map(({ path, why }) => problem('file/link', { name: lastOf(path), context: why }, { file: path }))
}

/** Files of the machine (`.DS_Store`, an editor's swap file or lock), and a folder's notes for people. */
export function isAside(path: string): boolean {
  const name = lastOf(path)
  return isMachines(name) || /^readme\b/i.test(name)
}

/** An incident by its look: a YAML file that is not the machine's own (`._2024-12-11-meta.yaml`). */
function isIncident(path: string): boolean {
  return /\.ya?ml$/.test(path) && !isMachines(lastOf(path))
}

/** Files of the machine (`.DS_Store`, an editor's swap file). */
const isMachines = (name: string): boolean => name.startsWith('.') || name.endsWith('~')

/** `2024-12-11-meta` of any path. */
export function incidentId(file: string): string {
  return lastOf(file).replace(/\.ya?ml$/, '')
}

/** What is wrong with the name of a file under `content/incidents/`; the rule does not hold elsewhere. */
export function nameProblem(file: string): Problem | undefined {
  const name = lastOf(file)
  // Hand-written texts are not incidents.
  if (isMachines(name) || /\.md$/.test(name)) return undefined
  if (/\.yml$/.test(name)) return problem('file/ending', { name, right: name.replace(/\.yml$/, '.yaml') }, { file })
  if (!/\.yaml$/.test(name))
    return problem('file/ending', { name, right: `${name.replace(/\.[^.]*$/, '')}.yaml` }, { file })
  const folder = file.slice(incidentsFolder.length + 1, -name.length - 1)
  const found = /^(\d{4})-(\d{2})-(\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.exec(name)
  const [, year = '', month = '', day = ''] = found ?? []
  if (!found || !exists(year, month, day)) return problem('file/name', { name, ...nameMeant(name) }, { file })
  if (folder !== year)
    return problem(
      'file/year',
      { folder, year, right: `${incidentsFolder}/${year}/${name}`, context: folder === '' ? 'none' : '' },
      { file },
    )
  return undefined
}

function exists(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

/** The name that was probably meant; with a date that does not exist, which day was meant is the editor's to say. */
function nameMeant(name: string): { example: string; date: string; context: string } {
  const found = /(\d{4})(?:[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)|[-_.]?(\d{2})[-_.]?(\d{2}))/.exec(name)
  const rest = slugOf(name.replace(/\.ya?ml$/, '').replace(found?.[0] ?? '', ''))
  if (!found) return { example: `2024-12-11-${rest}.yaml`, date: '', context: '' }
  const [date, year = '', m, d, month = m ?? '', day = d ?? ''] = found
  if (!exists(year, month, day)) return { example: `2024-12-11-${rest}.yaml`, date, context: 'date' }
  return { example: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}-${rest}.yaml`, date, context: '' }
}

function companionsByIncident(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of paths) {
    const own = /^(.*)\.[^./]+\.md$/.exec(path)?.[1]
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), path])
  }
  return found
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
