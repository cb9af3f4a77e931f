import { articleSlugOf } from '../fields/address-field.ts'
import { daysIn } from '../fields/typed-local-time.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { isMachines, lastOf, linkDiagnostics } from '../foundation/workspace-links.ts'
import { PICTURE_ENDING } from './picture-header.ts'

/** Folder of the incidents. */
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
  /** Files that look like incidents and are skipped for their name or their place. */
  readonly misnamed: readonly IncidentFile[]
  /** Pictures that lie among them. */
  readonly pictures: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Every incident of the newsroom, by path; and diagnostics of file names. */
export function listIncidents(ws: Workspace): Listing {
  // The folder itself is checked with the newsroom, which needs it.
  const diagnostics = linkDiagnostics(ws, incidentsFolder).filter(({ place }) => place.file !== incidentsFolder)
  const paths = ws.list(incidentsFolder)
  const byId = new Map<string, string>()
  const files: IncidentFile[] = []
  const misnamed: IncidentFile[] = []
  const companions = companionsByIncident(paths)
  const wrong = new Map(paths.map(file => [file, nameDiagnostic(file)]))
  // The file with the right name keeps an id, wherever another one is.
  for (const file of paths) if (isIncident(file) && !wrong.get(file)) byId.set(incidentId(file), file)
  for (const file of paths) {
    const named = wrong.get(file)
    if (!isIncident(file)) {
      if (named) diagnostics.push(named)
      continue
    }
    const id = incidentId(file)
    const other = byId.get(id) ?? file
    byId.set(id, other)
    // « Move it there » would be no help where another file is already.
    if (other !== file) diagnostics.push(diagnostic('file/duplicate-id', { id, other }, { file }))
    else if (named) diagnostics.push(named)
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
      if (right === undefined) diagnostics.push(diagnostic('file/companion-alone', { name, id }, { file }))
      else diagnostics.push(diagnostic('file/companion-apart', { name, right }, { file }))
    }
  }
  for (const file of paths) {
    const [name, id = ''] = /^([^.]+)\.md$/.exec(lastOf(file)) ?? []
    const isOurs = byId.has(id) || /^\d{4}-\d{2}-\d{2}/.test(id)
    if (name !== undefined && isOurs) diagnostics.push(diagnostic('file/companion-bare', { name, id }, { file }))
  }
  return { files, misnamed, pictures: paths.filter(path => PICTURE_ENDING.test(path)), diagnostics }
}

/**
 * Diagnostics of the folder of incidents itself: without it there is no newsroom, since all incidents would seem
 * deleted.
 */
export function incidentsAstray(ws: Workspace): Diagnostic | undefined {
  const own = ws.strays?.(incidentsFolder).find(({ path }) => path === incidentsFolder)
  return own && diagnostic('file/not-a-folder', { path: own.path, context: own.why }, { file: own.path })
}

/** Whether it looks like an incident: a YAML file that is no system file (`._2024-12-11-meta.yaml`). */
function isIncident(path: string): boolean {
  return /\.ya?ml$/.test(path) && !isMachines(lastOf(path))
}

/** The id of any path: `2024-12-11-meta`. */
export function incidentId(file: string): string {
  return lastOf(file).replace(/\.ya?ml$/, '')
}

/** The diagnostic of a file name under `content/incidents/`; elsewhere names are free. */
export function nameDiagnostic(file: string): Diagnostic | undefined {
  const name = lastOf(file)
  // Hand-written texts and pictures are not incidents.
  if (isMachines(name) || /\.md$/.test(name) || PICTURE_ENDING.test(name)) return undefined
  if (/\.yml$/.test(name)) return diagnostic('file/ending', { name, right: name.replace(/\.yml$/, '.yaml') }, { file })
  if (!/\.yaml$/.test(name))
    return diagnostic('file/ending', { name, right: `${name.replace(/\.[^.]*$/, '')}.yaml` }, { file })
  const folder = file.slice(incidentsFolder.length + 1, -name.length - 1)
  const found = /^(\d{4})-(\d{2})-(\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.exec(name)
  const [, year = '', month = '', day = ''] = found ?? []
  if (!found || !exists(year, month, day)) return diagnostic('file/name', { name, ...nameMeant(name) }, { file })
  if (folder !== year)
    return diagnostic(
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
  const rest = articleSlugOf(name.replace(/\.ya?ml$/, '').replace(found?.[0] ?? '', ''))
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
