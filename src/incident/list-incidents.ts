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

/** Every incident of the newsroom, by path; and what is wrong with the names of the files. */
export function listIncidents(ws: Workspace): { files: readonly IncidentFile[]; problems: readonly Problem[] } {
  // The folder itself is the newsroom's care: there is none without it.
  const problems = linkProblems(ws, incidentsFolder).filter(({ place }) => place.file !== incidentsFolder)
  const paths = ws.list(incidentsFolder)
  const byId = new Map<string, string>()
  const files: IncidentFile[] = []
  const companions = companionsByIncident(paths)
  for (const file of paths) {
    const wrong = nameProblem(file)
    if (wrong) problems.push(wrong)
    if (!/\.ya?ml$/.test(file)) continue
    const id = incidentId(file)
    const other = byId.get(id)
    if (other !== undefined) problems.push(problem('file/duplicate-id', { id, other }, { file }))
    if (wrong || other !== undefined) continue
    byId.set(id, file)
    const own = file.replace(/\.yaml$/, '')
    files.push({ id, file, companions: companions.get(own) ?? [] })
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
  return { files, problems }
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
  return name.startsWith('.') || name.endsWith('~') || /^readme\b/i.test(name)
}

/** `2024-12-11-meta` of any path. */
export function incidentId(file: string): string {
  return lastOf(file).replace(/\.ya?ml$/, '')
}

/** What is wrong with the name of a file under `content/incidents/`; the rule does not hold elsewhere. */
export function nameProblem(file: string): Problem | undefined {
  const name = lastOf(file)
  // Files of the machine (`.DS_Store`, an editor's swap file) and hand-written texts are not incidents.
  if (name.startsWith('.') || name.endsWith('~') || /\.md$/.test(name)) return undefined
  if (/\.yml$/.test(name)) return problem('file/ending', { name, right: name.replace(/\.yml$/, '.yaml') }, { file })
  if (!/\.yaml$/.test(name))
    return problem('file/ending', { name, right: `${name.replace(/\.[^.]*$/, '')}.yaml` }, { file })
  const folder = file.slice(incidentsFolder.length + 1, -name.length - 1)
  const found = /^(\d{4})-(\d{2})-(\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.exec(name)
  const [, year = '', month = '', day = ''] = found ?? []
  if (!found || !exists(year, month, day)) return problem('file/name', { name, ...nameMeant(name) }, { file })
  if (folder !== year)
    return problem('file/year', { folder, year, right: `${incidentsFolder}/${year}/${name}` }, { file })
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
