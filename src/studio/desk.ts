import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import { siteFile } from '../incident/read-site.ts'
import { readText } from '../incident/read-text.ts'
import type { Workspace } from '../incident/workspace.ts'
import { type OpenEdition, openEditions } from '../run/editions.ts'
import { openHouse } from '../run/house.ts'
import { type Newsroom, openNewsroom } from '../run/newsroom.ts'
import type { House } from '../site/house.ts'
import { Refusal } from '../site/output/refusal.ts'

/** The newsroom, kept loaded between two keystrokes. */
export interface Desk {
  readonly workspace: Workspace
  readonly newsroom: Newsroom
  /** The editions the site publishes, in order. */
  readonly published: readonly OpenEdition[]
  readonly house: House
  /** The site with one more edition, which it does not publish: to see what it would say. */
  readonly with: (edition: string) => Promise<{ editions: readonly OpenEdition[]; house: House }>
}

/** Opens the newsroom once. Throws a `Refusal` when its settings cannot be read. */
export async function openDesk(workspace: Workspace): Promise<Desk> {
  const { newsroom, problems } = openNewsroom(workspace)
  if (!newsroom) {
    const [first] = problems.filter(({ severity }) => severity === 'error')
    throw new Refusal('broken-file', { path: first?.place.file ?? siteFile, reason: first?.code ?? '' })
  }
  const { site } = newsroom
  const published = await openEditions(workspace, site, site.editions)
  const house = openHouse(workspace, site, published)
  const others = new Map<string, Promise<{ editions: readonly OpenEdition[]; house: House }>>()
  return {
    workspace,
    newsroom,
    published,
    house,
    with(edition) {
      if (site.editions.includes(edition)) return Promise.resolve({ editions: published, house })
      const known = others.get(edition)
      if (known) return known
      const opened = openEditions(workspace, site, [edition]).then(more => {
        const editions = [...published, ...more]
        return { editions, house: openHouse(workspace, site, editions) }
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
