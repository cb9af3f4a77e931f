import { type ArticleSummary, stateInWords } from './article-summary.ts'
import { correctionsPath } from './corrections-page.ts'
import type { EditionIndex } from './edition-index.ts'
import type { ListContext, ListedPage } from './list-pages.ts'
import { menuPage } from './menu-page.ts'
import { type GeneratedFile, pagePath, rooted } from './output-file.ts'
import { licenceName, sectionPath } from './page-layout.ts'
import { plain } from './plain-text.ts'
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
  const title = siteEdition.say('search.title')
  return menuPage(editionIndex, context, {
    section: 'search',
    title,
    description: `${title} – ${siteContext.site.name}`,
    key: years.join(' '),
    body: () => ({
      action: rooted(siteContext.site, path),
      index: years.map(year => rooted(siteContext.site, `${path}${year}.json`)).join(' '),
      none: siteEdition.say('search.none', { query: '{query}' }),
      found: siteEdition.say('search.found', { number: '{number}' }),
      topics: rooted(siteContext.site, sectionPath('topics', siteEdition)),
      archive: rooted(siteContext.site, sectionPath('archive', siteEdition)),
      years: years.map(year => ({
        year,
        link: rooted(siteContext.site, pagePath(siteEdition.locale.edition.id, year)),
      })),
    }),
  })
}

/** The search index: one file a year, latest first, so that the first results come at once. */
export function searchIndex(
  editionIndex: EditionIndex,
  { key }: ListContext,
  dated: (item: ArticleSummary) => string,
): GeneratedFile[] {
  const path = sectionPath('search', editionIndex.siteEdition)
  return [...editionIndex.years].map(([year, months]) => {
    const items = months.flatMap(month => editionIndex.months.get(month) ?? [])
    return {
      path: `site/${path}${year}.json`,
      key: key(items),
      make: () =>
        `${JSON.stringify(
          items.map(item => [
            item.slug,
            ...[item.headline, item.standfirst, stateInWords(item, editionIndex.siteEdition)].map(plain),
            dated(item),
            plain([...new Set([...item.services, ...item.subjects.map(({ name }) => name)])].join(', ')),
          ]),
        )}\n`,
    }
  })
}

/** A mail address or a page. */
function contactLink(contact: string): Html {
  const address = contact.includes('://') ? contact : `mailto:${contact}`
  return html(`<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`)
}
