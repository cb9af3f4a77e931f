import { correctionsPath } from './corrections-page.ts'
import type { EditionIndex } from './edition-index.ts'
import type { ListContext, ListedPage } from './list-pages.ts'
import { menuPage } from './menu-page.ts'
import { pagePath, rooted } from './output-file.ts'
import { licenceName, sectionPath } from './page-layout.ts'
import { ENGINE, stemmerPath } from './search/search-scripts.ts'
import { escapeHtml } from './sentence-html.ts'
import { type Html, html } from './templates.ts'

/** « Comment ces articles sont faits »: the method, who reviews, how mistakes are corrected. */
export function methodPage(editionIndex: EditionIndex, context: ListContext): ListedPage {
  const { siteContext } = context
  const { siteEdition } = editionIndex
  const { site } = siteContext
  const licence = licenceName(siteContext, siteEdition)
  const title = siteEdition.say('method.title')
  return menuPage(editionIndex, context, {
    section: 'method',
    title,
    description: `${title} – ${site.name}`,
    key: '',
    body: () => ({
      name: site.name,
      corrected: rooted(site, correctionsPath(siteEdition)),
      contact: site.contact === undefined ? false : contactLink(site.contact),
      licence: site.licence
        ? html(`<a rel="license" href="${escapeHtml(site.licence.url)}">${escapeHtml(licence)}</a>`)
        : false,
    }),
  })
}

/** The search page of an edition: a form for the script, and links for readers without scripts. */
export function searchPage(editionIndex: EditionIndex, context: ListContext): ListedPage {
  const { siteContext } = context
  const { siteEdition } = editionIndex
  const years = [...editionIndex.years.keys()]
  const path = sectionPath('search', siteEdition)
  const stemmer = stemmerPath(siteEdition)
  const title = siteEdition.say('search.title')
  return menuPage(editionIndex, context, {
    section: 'search',
    title,
    description: `${title} – ${siteContext.site.name}`,
    key: years.join(' '),
    body: () => ({
      action: rooted(siteContext.site, path),
      engine: rooted(siteContext.site, ENGINE),
      stemmer: stemmer === undefined ? '' : rooted(siteContext.site, stemmer),
      none: siteEdition.say('search.none', { query: '{query}' }),
      found: siteEdition.say('search.found', { number: '{number}' }),
      near: siteEdition.say('search.near', { query: '{query}', number: '{number}' }),
      topics: rooted(siteContext.site, sectionPath('topics', siteEdition)),
      archive: rooted(siteContext.site, sectionPath('archive', siteEdition)),
      years: years.map(year => ({
        year,
        link: rooted(siteContext.site, pagePath(siteEdition.locale.edition.id, year)),
      })),
    }),
  })
}

/** A mail address or a page. */
function contactLink(contact: string): Html {
  const address = contact.includes('://') ? contact : `mailto:${contact}`
  return html(`<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`)
}
