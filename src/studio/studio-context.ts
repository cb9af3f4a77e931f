import { isError } from '../foundation/diagnostic.ts'
import { Refusal } from '../foundation/refusal.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import type { EditionService } from '../newsroom/edition-service.ts'
import { type IncidentService, openIncidentService } from '../newsroom/incident-service.ts'
import { siteFile } from '../settings/read-settings.ts'

/** The newsroom, kept loaded between requests. */
export interface StudioContext {
  readonly workspace: Workspace
  readonly service: IncidentService
  /** The editions the site publishes, in order. */
  readonly published: EditionService
}

/** Opens the newsroom once. Throws a `Refusal` when its settings cannot be read. */
export async function openStudioContext(workspace: Workspace): Promise<StudioContext> {
  const { service, diagnostics } = openIncidentService(workspace)
  if (!service) {
    const [first] = diagnostics.filter(isError)
    throw new Refusal('broken-file', { path: first?.place.file ?? siteFile, reason: first?.code ?? '' })
  }
  const published = await service.inEditions()
  // What the pages lack is said when the studio opens, not at the first keystroke.
  published.siteContext()
  return { workspace, service, published }
}

/** The site with one more edition, which it may not publish: to see what it would say. */
export function alsoIn({ service }: StudioContext, edition: string): Promise<EditionService> {
  const { editions } = service.newsroom.site
  return service.inEditions(editions.includes(edition) ? editions : [...editions, edition])
}

/** The file of an incident by its id; `undefined` when there is none. */
export function fileOf(workspace: Workspace, id: string): IncidentFile | undefined {
  return listIncidents(workspace).files.find(one => one.id === id)
}
