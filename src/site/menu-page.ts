import type { EditionIndex } from './edition-index.ts'
import type { ListContext, ListedPage } from './list-pages.ts'
import { layoutPage, type Section, sectionPath } from './page-layout.ts'

/** A page of the menu: one in every edition. */
export interface MenuPage {
  /** Its template has the same name. */
  readonly section: Section
  readonly title: string
  readonly description: string
  /** Last change of its content, in milliseconds, when the sitemap is to state it. */
  readonly changed?: number
  /** Cache key of the page. */
  readonly key: string
  /** Template data beside the title. */
  readonly body: () => object
}

/** Makes a page of the menu, in the layout, linked to the same page of the other editions. */
export function menuPage(
  { siteEdition }: EditionIndex,
  { siteContext, editionIndexes }: ListContext,
  page: MenuPage,
): ListedPage {
  const { section, title, description, changed, key, body } = page
  const path = sectionPath(section, siteEdition)
  const make = () => {
    const meta = {
      path,
      title: `${title} – ${siteContext.site.name}`,
      description,
      versions: editionIndexes.map(other => ({
        siteEdition: other.siteEdition,
        path: sectionPath(section, other.siteEdition),
      })),
      fallback: sectionPath(section, editionIndexes[0]?.siteEdition ?? siteEdition),
      section,
    }
    return layoutPage(siteContext, siteEdition, section, meta, { title, ...body() }).text
  }
  return { path, ...(changed !== undefined && { changed }), generated: { path: `site/${path}index.html`, key, make } }
}
