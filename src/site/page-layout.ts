import { isoLocal, stamp } from '../language/moment.ts'
import { plain } from './plain-text.ts'
import { absolute, pageFile, pagePath, rooted, type TextFile } from './site-address.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
import { html, type Stamped } from './templates.ts'

/** Where a page stands, and where the same page stands in other editions. */
export interface PageSetting {
  /** Path below the root: `fr/2024-12/`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** The same page in every edition that has it, this one included; none for a page that search engines leave out. */
  readonly versions: readonly PageVersion[]
  /** Address for readers of no edition's language: x-default. */
  readonly fallback: string
  /** JSON-LD of the page, as text that cannot end its element; empty when it has none. */
  readonly data?: string
  /** Which entry of the menu it is. */
  readonly section?: Section
  /** Feeds of this page, beside those of the edition: their folder, their title, and what they are about in a word. */
  readonly feed?: { readonly path: string; readonly title: string; readonly about: string }
  /** What an article says of itself to those who show a link to it. */
  readonly article?: {
    readonly published: string
    readonly updated: string
    readonly tags: readonly string[]
    /** The same article as data (ninjs). */
    readonly ninjs: string
  }
  /** Path of the picture for those who share the page. */
  readonly card?: { readonly path: string; readonly alt: string }
  /** Path of the page that this one leads to: an address that an article had. */
  readonly moved?: string
  /** Not for search engines, though it stands in other editions too. */
  readonly unlisted?: boolean
}

const SECTIONS = ['front', 'archive', 'topics', 'search', 'method'] as const
export type Section = (typeof SECTIONS)[number]

export interface PageVersion {
  readonly siteEdition: SiteEdition
  readonly path: string
}

/** Names of the feeds in their folder. */
export const FEEDS = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const

const FEED_TYPES = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' } as const

/** Pixels of a share card: the shape that networks show whole. */
export const CARD = { width: 1200, height: 630 } as const

/** A page in the layout, as the file it is written to. */
export function layoutPage(
  siteContext: SiteContext,
  siteEdition: SiteEdition,
  name: string,
  setting: PageSetting,
  body: object,
): TextFile {
  const { site } = siteContext
  const { edition } = siteEdition.locale
  const home = pagePath(edition.id)
  const { article, card } = setting
  const view = {
    words: siteEdition.html,
    page: {
      lang: edition.tag,
      title: plain(setting.title),
      description: plain(setting.description),
      canonical: absolute(site, setting.path),
      indexed: setting.versions.length > 0 && setting.unlisted !== true,
      data: setting.data === undefined ? false : html(setting.data),
      fallback: absolute(site, setting.fallback),
      moved:
        setting.moved === undefined
          ? false
          : { address: absolute(site, setting.moved), link: rooted(site, setting.moved) },
      locale: edition.tag.replace('-', '_'),
      article: article ? { ...article, tags: article.tags.map(plain), ninjs: rooted(site, article.ninjs) } : false,
      card: card ? { ...CARD, address: absolute(site, card.path), alt: plain(card.alt) } : false,
    },
    site: {
      name: site.name,
      description: site.description[edition.language] ?? '',
      home: rooted(site, home),
      style: rooted(site, 'style.css'),
      script: rooted(site, 'site.js'),
      logo: siteContext.logo ? rooted(site, siteContext.logo.path) : false,
      licence: site.licence ? { url: site.licence.url, name: licenceName(siteContext, siteEdition) } : false,
    },
    nav: SECTIONS.map(section => ({
      name: html(siteEdition.html(`nav.${section}`)),
      link: rooted(site, sectionPath(section, siteEdition)),
      here: section === setting.section,
    })),
    feeds: [
      { title: plain(site.name), links: feedLinks(siteContext, siteEdition, home, site.name) },
      ...(setting.feed
        ? [
            {
              title: plain(setting.feed.about),
              links: feedLinks(siteContext, siteEdition, setting.feed.path, setting.feed.title),
            },
          ]
        : []),
    ],
    versions: setting.versions.map(({ siteEdition: { name: called, locale, html: words }, path }) => ({
      name: called,
      lang: locale.edition.tag,
      locale: locale.edition.tag.replace('-', '_'),
      address: absolute(site, path),
      link: rooted(site, path),
      here: locale.edition.id === edition.id,
      read: html(words('switch')),
    })),
    ...body,
  }
  return pageFile(setting.path, siteContext.templates(name, view))
}

/** Path of an entry of the menu. */
export function sectionPath(section: Section, { locale, say }: SiteEdition): string {
  return section === 'front' ? pagePath(locale.edition.id) : pagePath(locale.edition.id, say(`path.${section}`))
}

/** What the terms of taking over are called; their address when they have no name. */
export function licenceName({ site }: Pick<SiteContext, 'site'>, { locale }: SiteEdition): string {
  return site.licence?.name?.[locale.edition.language] ?? site.licence?.url ?? ''
}

function feedLinks({ site }: SiteContext, siteEdition: SiteEdition, folder: string, title: string): object[] {
  return Object.entries(FEEDS).map(([kind, file]) => ({
    kind: html(siteEdition.html(`feed.${kind}`)),
    type: FEED_TYPES[kind as keyof typeof FEED_TYPES],
    title: plain(title),
    link: rooted(site, folder + file),
  }))
}

/** A moment for the page: ISO 8601 with the edition's offset, and in words. `zoned` names the zone. */
export function stamped(siteEdition: SiteEdition, instant: number, zoned = false): Stamped {
  const { locale } = siteEdition
  if (zoned) return { iso: isoLocal(locale, instant), text: stamp(locale, instant, { zone: true }) }
  const known = stamps.get(siteEdition) ?? new Map<number, Stamped>()
  stamps.set(siteEdition, known)
  const before = known.get(instant)
  if (before) return before
  if (known.size > 50_000) known.clear()
  const made = { iso: isoLocal(locale, instant), text: stamp(locale, instant) }
  known.set(instant, made)
  return made
}

/** An article's moment stands on a dozen lists. */
const stamps = new WeakMap<SiteEdition, Map<number, Stamped>>()
