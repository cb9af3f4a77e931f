import { openWorkspace } from '../../src/incident/workspace.ts'
import { openEditions } from '../../src/run/editions.ts'
import { openHouse } from '../../src/run/house.ts'
import type { House } from '../../src/site/house.ts'

/** The repository's own templates and locales, for a newsroom under a path. */
export async function testHouse(editions: readonly string[] = ['fr', 'en']): Promise<House> {
  const workspace = openWorkspace(new URL('../../', import.meta.url).pathname)
  const site = {
    name: 'La <Gazette> & Cie',
    base: 'https://news.example/sous/',
    zone: 'Europe/Brussels',
    editions,
    byline: { fr: 'La rédaction', en: 'The desk' },
    description: { fr: 'Pannes & retours', en: 'Outages' },
  }
  return openHouse(workspace, site, await openEditions(workspace, site, editions))
}
