import { pagePath, rooted, type Sheet } from './address.ts'
import { licenceName, sectionPath } from './frame.ts'
import { escapeHtml } from './html.ts'
import type { Desk, Page } from './listing.ts'
import { menuPage } from './menu-page.ts'
import { plain } from './plain.ts'
import type { Shelf } from './shelf.ts'
import { type Html, html } from './templates.ts'

/** « Comment ces articles sont faits »: the method, who checks, what happens to mistakes. */
export function methodPage(shelf: Shelf, desk: Desk): Page {
  const { house } = desk
  const { voice } = shelf
  const { site } = house
  const licence = licenceName(house, voice)
  const title = voice.say('method.title')
  return menuPage(shelf, desk, {
    section: 'method',
    title,
    description: `${title} – ${site.name}`,
    key: '',
    body: () => ({
      name: site.name,
      contact: site.contact === undefined ? false : contactLink(site.contact),
      licence: site.licence
        ? html(`<a rel="license" href="${escapeHtml(site.licence.url)}">${escapeHtml(licence)}</a>`)
        : false,
    }),
  })
}

/** The search page of an edition: a form that a script answers, and links for whoever has none. */
export function searchPage(shelf: Shelf, desk: Desk): Page {
  const { house } = desk
  const { voice } = shelf
  const years = [...shelf.years.keys()]
  const path = sectionPath('search', voice)
  const title = voice.say('search.title')
  return menuPage(shelf, desk, {
    section: 'search',
    title,
    description: `${title} – ${house.site.name}`,
    key: years.join(' '),
    body: () => ({
      action: rooted(house.site, path),
      index: years.map(year => rooted(house.site, `${path}${year}.json`)).join(' '),
      none: voice.say('search.none', { query: '{query}' }),
      found: voice.say('search.found', { number: '{number}' }),
      topics: rooted(house.site, sectionPath('topics', voice)),
      archive: rooted(house.site, sectionPath('archive', voice)),
      years: years.map(year => ({ year, link: rooted(house.site, pagePath(voice.tongue.edition.id, year)) })),
    }),
  })
}

/** What the search looks in: one file a year, latest first, so that the first answers come at once. */
export function searchIndex(shelf: Shelf, { key }: Desk, dated: (instant: number) => string): Sheet[] {
  const path = sectionPath('search', shelf.voice)
  return [...shelf.years].map(([year, months]) => {
    const items = months.flatMap(month => shelf.months.get(month) ?? [])
    return {
      path: `site/${path}${year}.json`,
      key: key(items),
      make: () =>
        `${JSON.stringify(
          items.map(({ slug, headline, standfirst, kicker, published, services, subjects }) => [
            slug,
            ...[headline, standfirst, kicker].map(plain),
            dated(published),
            plain([...new Set([...services, ...subjects.map(({ name }) => name)])].join(', ')),
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
