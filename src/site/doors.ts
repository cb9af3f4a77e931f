import { type File, pagePath, rooted } from './address.ts'
import { framedPage } from './frame.ts'
import type { House } from './house.ts'
import { html } from './templates.ts'

/** What a site has once: the style sheet; the root page, which shows every edition in its own words and sends nobody anywhere, and the page for what is not there. */
export function doors(house: House): File[] {
  const [first] = house.voices
  if (!first) return []
  const { site } = house
  const editions = house.voices.map(({ tongue: { edition }, name, html: words }) => ({
    name,
    lang: edition.tag,
    link: rooted(site, pagePath(edition.id)),
    description: site.description[edition.language] ?? '',
    enter: html(words('enter')),
    missing: html(words('missing.title')),
    home: html(words('missing.home')),
  }))
  const versions = house.voices.map(voice => ({ voice, path: pagePath(voice.tongue.edition.id) }))
  const description = site.description[first.tongue.edition.language] ?? site.name
  const root = framedPage(
    house,
    first,
    'root',
    { path: '', title: site.name, description, versions, fallback: '' },
    { editions },
  )
  const missing = framedPage(
    house,
    first,
    'missing',
    { path: '', title: `404 – ${site.name}`, description, versions: [], fallback: '' },
    { editions },
  )
  return [{ path: 'site/style.css', text: house.style }, root, { path: 'site/404.html', text: missing.text }]
}
