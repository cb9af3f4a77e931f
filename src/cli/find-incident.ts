import type { Workspace } from '../foundation/workspace.ts'
import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import { near } from './command-settings.ts'
import { Usage } from './usage-error.ts'

/** The file of an incident, by its id or its path. Throws `Usage` with the nearest id. */
export function incidentAsked(workspace: Workspace, id: string): IncidentFile {
  const { files } = listIncidents(workspace)
  const found = files.find(one => one.id === id || one.file === id)
  if (found) return found
  const ids = files.map(one => one.id)
  throw new Usage('id', { id, ...near(id, ids) })
}
