import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { type IncidentService, openIncidentService } from '../../src/newsroom/incident-service.ts'
import { newsroom } from '../site/sample-newsroom.ts'
import { openProgram } from './program-files.ts'

let opened: IncidentService | undefined

/** A newsroom that feeds may come into, opened once for a file of tests: nothing is written to it. */
export function openRoom(): IncidentService {
  if (opened) return opened
  const { root } = newsroom({ 'content/incidents/README.md': '' })
  const { service } = openIncidentService(withDefaults(openWorkspace(root), openProgram()))
  if (!service) throw new Error('no newsroom')
  opened = service
  return service
}
