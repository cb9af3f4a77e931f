import { type File, pagePath, rooted, type Sheet } from './address.ts'
import { fontSheets } from './fonts.ts'
import { framedPage } from './frame.ts'
import type { House } from './house.ts'
import type { Page } from './listing.ts'
import { html } from './templates.ts'

/** The root page, which shows every edition in its own words and sends nobody anywhere. */
export function doorPages(house: House): Page[] {
  const [first] = house.voices
  if (!first) return []
  const { site } = house
  const versions = house.voices.map(voice => ({ voice, path: pagePath(voice.tongue.edition.id) }))
  const description = site.description[first.tongue.edition.language] ?? site.name
  const make = () =>
    framedPage(
      house,
      first,
      'root',
      { path: '', title: site.name, description, versions, fallback: '' },
      { editions: editionsOf(house) },
    ).text
  return [{ path: '', sheet: { path: 'site/index.html', key: '', make } }]
}

/** What a site has once: the style sheet, the script, the logo, the page for what is not there, what servers read. */
export function fixtures(house: House): (File | Sheet)[] {
  const [first] = house.voices
  if (!first) return []
  const { site } = house
  const missing = () =>
    framedPage(
      house,
      first,
      'missing',
      { path: '', title: `404 – ${site.name}`, description: site.name, versions: [], fallback: '' },
      { editions: editionsOf(house) },
    ).text
  return [
    { path: 'site/style.css', text: house.style },
    { path: 'site/site.js', text: house.script },
    ...(house.logo ? [{ path: `site/${house.logo.path}`, text: house.logo.bytes }] : []),
    ...fontSheets(),
    { path: 'site/404.html', key: '', make: missing },
    { path: 'site/_headers', text: headersOf(house) },
  ]
}

function editionsOf(house: House): object[] {
  const { site } = house
  return house.voices.map(({ tongue: { edition }, name, html: words }) => ({
    name,
    lang: edition.tag,
    link: rooted(site, pagePath(edition.id)),
    description: site.description[edition.language] ?? '',
    enter: html(words('enter')),
    missing: html(words('missing.title')),
    home: html(words('missing.home')),
  }))
}

/** Types that a server may not know, for hosts that read `_headers`. */
function headersOf({ site }: House): string {
  const root = rooted(site, '')
  const types = [
    ['*/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['*/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['*/feed.json', 'application/feed+json; charset=utf-8'],
    ['*/ninjs.json', 'application/json; charset=utf-8'],
  ]
  const typed = types.map(([path, type]) => `${root}${path}\n  Content-Type: ${type}\n`)
  return `${root}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n${typed.join('')}`
}
