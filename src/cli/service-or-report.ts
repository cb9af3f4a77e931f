import type { Workspace } from '../foundation/workspace.ts'
import { type IncidentService, openIncidentService } from '../newsroom/incident-service.ts'
import type { Terminal } from './terminal.ts'

/** Opens the newsroom for a command that cannot work without it; otherwise its diagnostics are reported. */
export function serviceOrReport(workspace: Workspace, terminal: Terminal): IncidentService | undefined {
  const { service, diagnostics } = openIncidentService(workspace)
  if (!service) terminal.report(diagnostics, workspace)
  return service
}
