import { framedPage, type Section, sectionPath } from './frame.ts'
import type { Desk, Page } from './listing.ts'
import type { Shelf } from './shelf.ts'

/** A page of the menu, which every edition has once. */
export interface MenuPage {
  /** Its template has the same name. */
  readonly section: Section
  readonly title: string
  readonly description: string
  /** Last change of what it shows, in milliseconds, where search engines are to know it. */
  readonly changed?: number
  /** Tells two versions of the page apart. */
  readonly key: string
  /** What its template shows beside the title. */
  readonly body: () => object
}

/** Makes a page of the menu, in the layout, beside the same page of the other editions. */
export function menuPage({ voice }: Shelf, { house, shelves }: Desk, page: MenuPage): Page {
  const { section, title, description, changed, key, body } = page
  const path = sectionPath(section, voice)
  const make = () => {
    const setting = {
      path,
      title: `${title} – ${house.site.name}`,
      description,
      versions: shelves.map(other => ({ voice: other.voice, path: sectionPath(section, other.voice) })),
      fallback: sectionPath(section, shelves[0]?.voice ?? voice),
      section,
    }
    return framedPage(house, voice, section, setting, { title, ...body() }).text
  }
  return { path, ...(changed !== undefined && { changed }), sheet: { path: `site/${path}index.html`, key, make } }
}
