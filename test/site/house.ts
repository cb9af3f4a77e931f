import type { Site } from '../../src/incident/newsroom.ts'
import { openWorkspace } from '../../src/incident/workspace.ts'
import { openEditions } from '../../src/run/editions.ts'
import { openHouse } from '../../src/run/house.ts'
import type { File } from '../../src/site/address.ts'
import { fixtures } from '../../src/site/doors.ts'
import type { House } from '../../src/site/house.ts'
import type { Item } from '../../src/site/item.ts'
import { listSheets } from '../../src/site/lists.ts'

/** The repository's own templates and locales, for a newsroom under a path. */
export async function testHouse(
  editions: readonly string[] = ['fr', 'en'],
  settings: Partial<Site> = {},
): Promise<House> {
  const workspace = openWorkspace(new URL('../../', import.meta.url).pathname)
  const site = {
    name: 'La <Gazette> & Cie',
    base: 'https://news.example/sous/',
    zone: 'Europe/Brussels',
    editions,
    byline: { fr: 'La rédaction', en: 'The desk' },
    description: { fr: 'Pannes & retours', en: 'Outages' },
    ...settings,
  }
  return openHouse(workspace, site, await openEditions(workspace, site, editions))
}

/** Every file of a site that is no article's, made. */
export async function listFiles(items: readonly Item[], house: House, now = Date.UTC(2026, 5, 1)): Promise<File[]> {
  const sheets = [...listSheets({ items, house, now }), ...fixtures(house)]
  return Promise.all(
    sheets.map(async sheet => ('text' in sheet ? sheet : { path: sheet.path, text: await sheet.make() })),
  )
}
