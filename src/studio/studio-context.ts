import { readText } from '../foundation/read-text.ts'
import { Refusal } from '../foundation/refusal.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import { type Newsroom, openNewsroom } from '../newsroom/newsroom.ts'
import { type OpenEdition, openEditions } from '../newsroom/open-editions.ts'
import { openSiteContext } from '../newsroom/open-site-context.ts'
import { siteFile } from '../settings/read-settings.ts'
import type { SiteContext } from '../site/site-context.ts'

/** The newsroom, kept loaded between two keystrokes. */
export interface StudioContext {
  readonly workspace: Workspace
  readonly newsroom: Newsroom
  /** The editions the site publishes, in order. */
  readonly published: readonly OpenEdition[]
  readonly siteContext: SiteContext
  /** The site with one more edition, which it does not publish: to see what it would say. */
  readonly with: (edition: string) => Promise<{ editions: readonly OpenEdition[]; siteContext: SiteContext }>
}

/** Opens the newsroom once. Throws a `Refusal` when its settings cannot be read. */
export async function openStudioContext(workspace: Workspace): Promise<StudioContext> {
  const { newsroom, diagnostics } = openNewsroom(workspace)
  if (!newsroom) {
    const [first] = diagnostics.filter(({ severity }) => severity === 'error')
    throw new Refusal('broken-file', { path: first?.place.file ?? siteFile, reason: first?.code ?? '' })
  }
  const { site } = newsroom
  const published = await openEditions(workspace, site, site.editions)
  const siteContext = openSiteContext(workspace, site, published)
  const others = new Map<string, Promise<{ editions: readonly OpenEdition[]; siteContext: SiteContext }>>()
  return {
    workspace,
    newsroom,
    published,
    siteContext,
    with(edition) {
      if (site.editions.includes(edition)) return Promise.resolve({ editions: published, siteContext })
      const known = others.get(edition)
      if (known) return known
      const opened = openEditions(workspace, site, [edition]).then(more => {
        const editions = [...published, ...more]
        return { editions, siteContext: openSiteContext(workspace, site, editions) }
      })
      others.set(edition, opened)
      return opened
    },
  }
}

/** The file of an incident by its id; nothing when there is none. */
export function fileOf(workspace: Workspace, id: string): IncidentFile | undefined {
  return listIncidents(workspace).files.find(one => one.id === id)
}

/** The hand-written texts beside an incident, as they lie on the disk. */
export function companionsOf(workspace: Workspace, { companions }: IncidentFile): { file: string; text: string }[] {
  return companions.flatMap(file => {
    const { text } = readText(workspace, file)
    return text === undefined ? [] : [{ file, text }]
  })
}
