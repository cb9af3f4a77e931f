import { EMBEDS } from './article-paths.ts'
import { fontFiles } from './fonts.ts'
import type { ListedPage } from './list-pages.ts'
import { type GeneratedFile, type OutputFile, pagePath, rooted } from './output-file.ts'
import { ICON, layoutPage } from './page-layout.ts'
import { searchScripts } from './search/search-scripts.ts'
import { escapeHtml } from './sentence-html.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
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
    { path: 'site/live.js', text: siteContext.liveScript },
    { path: 'site/search.js', text: siteContext.searchScript },
    ...searchScripts(siteContext.siteEditions),
    ...(siteContext.logo ? [{ path: `site/${siteContext.logo.path}`, text: siteContext.logo.bytes }] : []),
    { path: `site/${ICON}`, key: site.name, make: () => iconOf(siteContext) },
    ...siteContext.siteEditions.map(siteEdition => manifestFile(siteEdition, siteContext)),
    ...fontFiles(),
    { path: 'site/404.html', key: '', make: missing },
    { path: 'site/_headers', text: headersOf(siteContext) },
  ]
}

/** The first letter of the site's name: an icon where the newsroom has no logo. */
function iconOf({ site }: SiteContext): string {
  const [letter = ''] = site.name.normalize('NFC').replace(/^(?:la|le|les|the|de|het) /i, '')
  const colour = site.colours?.light?.accent ?? '#9b1c12'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/><text x="32" y="46" text-anchor="middle" font-family="Georgia, serif" font-size="42" font-weight="700" fill="#fff">${escapeHtml(letter.toUpperCase())}</text></svg>\n`
}

/** The web app manifest of an edition: its name, its first page, its icon. */
function manifestFile({ locale: { edition } }: SiteEdition, { site, logo }: SiteContext): OutputFile {
  const home = pagePath(edition.id)
  const icon = logo?.path ?? ICON
  const type = icon.endsWith('.svg') ? 'image/svg+xml' : 'image/png'
  const manifest = {
    name: site.name,
    short_name: site.name,
    lang: edition.tag,
    start_url: rooted(site, home),
    scope: rooted(site, home),
    display: 'browser',
    background_color: site.colours?.light?.paper ?? '#fffdf8',
    theme_color: site.colours?.light?.accent ?? '#9b1c12',
    icons: [{ src: rooted(site, icon), type, sizes: 'any' }],
  }
  return { path: `site/${home}site.webmanifest`, text: `${JSON.stringify(manifest, null, 1)}\n` }
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
function headersOf(siteContext: SiteContext): string {
  const { site } = siteContext
  const root = rooted(site, '')
  const types = [
    ['*/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['*/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['*/feed.json', 'application/feed+json; charset=utf-8'],
    ['*/ninjs.json', 'application/json; charset=utf-8'],
    ['*/oembed.json', 'application/json+oembed; charset=utf-8'],
  ]
  types.push(['*/site.webmanifest', 'application/manifest+json; charset=utf-8'])
  // What bears its version in its address, or never changes under it.
  const kept = ['fonts/*', 'pictures/*', 'style.css', 'site.js', 'live.js', 'search.js'].map(
    path => `${root}${path}\n  Cache-Control: public, max-age=31536000, immutable\n`,
  )
  const typed = types.map(([path, type]) => `${root}${path}\n  Content-Type: ${type}\n`)
  const followed = `${root}*/live.json\n  Content-Type: application/json; charset=utf-8\n  Cache-Control: no-cache\n`
  const all = `${root}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n`
  return `${all}${framing(siteContext)}${kept.join('')}${typed.join('')}${followed}`
}

/**
 * Who may frame the pages: nobody; but for those made for it, where the newsroom wants that. Hosts join the headers of all rules that fit
 * a path, so that no path may have two.
 */
function framing({ site, siteEditions }: SiteContext): string {
  const rule = (who: string) => `  Content-Security-Policy: frame-ancestors ${who}\n`
  if (!site.embeds) return rule("'none'")
  const own = ['', '404.html', ...siteEditions.map(({ locale }) => `${locale.edition.id}/*`)]
  const paths = own.map(path => `${rooted(site, path)}\n${rule("'none'")}`)
  return `${paths.join('')}${rooted(site, `${EMBEDS}/*`)}\n${rule('*')}`
}
