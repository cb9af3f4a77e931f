import { fontFiles } from './fonts.ts'
import type { ListedPage } from './list-pages.ts'
import { type GeneratedFile, type OutputFile, pagePath, rooted } from './output-file.ts'
import { layoutPage } from './page-layout.ts'
import type { SiteContext } from './site-context.ts'
import { html } from './templates.ts'

/** The root page, which lists every edition in its own language and redirects nobody. */
export function rootPages(siteContext: SiteContext): ListedPage[] {
  const [first] = siteContext.siteEditions
  if (!first) return []
  const { site } = siteContext
  const versions = siteContext.siteEditions.map(siteEdition => ({
    siteEdition,
    path: pagePath(siteEdition.locale.edition.id),
  }))
  const description = site.description[first.locale.edition.language] ?? site.name
  const make = () =>
    layoutPage(
      siteContext,
      first,
      'root',
      { path: '', title: site.name, description, versions, fallback: '' },
      { editions: editionsOf(siteContext) },
    ).text
  return [{ path: '', generated: { path: 'site/index.html', key: '', make } }]
}

/** Files that a site has once: the style sheet, the script, the logo, the 404 page, files for servers. */
export function staticFiles(siteContext: SiteContext): (OutputFile | GeneratedFile)[] {
  const [first] = siteContext.siteEditions
  if (!first) return []
  const { site } = siteContext
  const missing = () =>
    layoutPage(
      siteContext,
      first,
      'missing',
      { path: '', title: `404 – ${site.name}`, description: site.name, versions: [], fallback: '' },
      { editions: editionsOf(siteContext) },
    ).text
  return [
    { path: 'site/style.css', text: siteContext.style },
    { path: 'site/site.js', text: siteContext.script },
    ...(siteContext.logo ? [{ path: `site/${siteContext.logo.path}`, text: siteContext.logo.bytes }] : []),
    ...fontFiles(),
    { path: 'site/404.html', key: '', make: missing },
    { path: 'site/_headers', text: headersOf(siteContext) },
  ]
}

function editionsOf(siteContext: SiteContext): object[] {
  const { site } = siteContext
  return siteContext.siteEditions.map(({ locale: { edition }, name, html: words }) => ({
    name,
    lang: edition.tag,
    link: rooted(site, pagePath(edition.id)),
    description: site.description[edition.language] ?? '',
    enter: html(words('enter')),
    missing: html(words('missing.title')),
    home: html(words('missing.home')),
  }))
}

/** Content types that a server may not know, for hosts that read `_headers`. */
function headersOf({ site }: SiteContext): string {
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
