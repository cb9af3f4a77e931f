import type { Article } from '../article/article.ts'
import { digestOf } from '../foundation/digest.ts'
import { isoLocal, isoOf, type Moment, stamp, stampOf } from '../language/moment.ts'
import { absolute, pageFile, pagePath, rooted, type TextFile } from './output-file.ts'
import { plain } from './plain-text.ts'
import { type ShareImage, siteImageOf } from './share-image.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
import { html, type Stamped } from './templates.ts'

/** The address and metadata of a page, and its versions in other editions. */
export interface PageMeta {
  /** Path below the root: `fr/2024-12/`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** The same page in every edition that has it, this one included; none for a page excluded from search engines. */
  readonly versions: readonly PageVersion[]
  /** Address for readers of any other language: x-default. */
  readonly fallback: string
  /** JSON-LD of the page, each as text that cannot end its element. */
  readonly data?: readonly string[]
  /** Its entry in the menu. */
  readonly section?: Section
  /** Feeds of this page, beside those of the edition: their folder, their title, and their subject in a word. */
  readonly feed?: { readonly path: string; readonly title: string; readonly about: string }
  /** Metadata of an article for link previews. */
  readonly article?: {
    readonly published: string
    readonly updated: string
    readonly tags: readonly string[]
    /** The same article as data (ninjs). */
    readonly ninjs: string
    /** Its oEmbed answer, where others may frame it. */
    readonly oembed?: string
  }
  /** What is shown of it where it is shared. */
  readonly image?: ShareImage
  /** Path of the page that this one redirects to. */
  readonly moved?: string
  /** It follows its story while that is under way. */
  readonly live?: boolean
  /** Excluded from search engines, though other editions have it too. */
  readonly unlisted?: boolean
}

const SECTIONS = ['front', 'archive', 'topics', 'search', 'method'] as const
export type Section = (typeof SECTIONS)[number]

export interface PageVersion {
  readonly siteEdition: SiteEdition
  readonly path: string
}

/** File names of the feeds in their folder. */
export const FEEDS = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const

const FEED_TYPES = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' } as const

/** A page in the layout, as an output file. */
export function layoutPage(
  siteContext: SiteContext,
  siteEdition: SiteEdition,
  name: string,
  meta: PageMeta,
  body: object,
): TextFile {
  const { site } = siteContext
  const { edition } = siteEdition.locale
  const home = pagePath(edition.id)
  const { article } = meta
  const image = meta.image ?? siteImageOf(siteEdition, siteContext)
  const view = {
    words: siteEdition.html,
    page: {
      lang: edition.tag,
      title: plain(meta.title),
      // A preview names the site beside it.
      heading: plain(meta.title.replace(` – ${site.name}`, '')),
      description: plain(meta.description),
      canonical: absolute(site, meta.path),
      indexed: meta.versions.length > 0 && meta.unlisted !== true,
      data: (meta.data ?? []).map(html),
      fallback: absolute(site, meta.fallback),
      moved: meta.moved === undefined ? false : { address: absolute(site, meta.moved), link: rooted(site, meta.moved) },
      locale: edition.tag.replace('-', '_'),
      article: article
        ? {
            ...article,
            tags: article.tags.map(plain),
            ninjs: rooted(site, article.ninjs),
            oembed: article.oembed ? absolute(site, article.oembed) : false,
          }
        : false,
      image: image ? { ...image, address: absolute(site, image.path), alt: plain(image.alt) } : false,
    },
    site: {
      name: site.name,
      description: site.description[edition.language] ?? '',
      home: rooted(site, home),
      // The version is part of the address, so that both may be kept for a year.
      style: rooted(site, `style.css?${versionOf(siteContext.style)}`),
      script: rooted(site, `site.js?${versionOf(siteContext.script)}`),
      live: meta.live === true ? liveScript(siteContext) : false,
      search: meta.section === 'search' ? rooted(site, `search.js?${versionOf(siteContext.searchScript)}`) : false,
      icon: rooted(site, ICON),
      manifest: rooted(site, `${home}site.webmanifest`),
      fonts: PRELOADED.map(face => rooted(site, `fonts/${face}`)),
      logo: siteContext.logo ? rooted(site, siteContext.logo.path) : false,
      licence: site.licence ? { url: site.licence.url, name: licenceName(siteContext, siteEdition) } : false,
    },
    nav: SECTIONS.map(section => ({
      name: html(siteEdition.html(`nav.${section}`)),
      link: rooted(site, sectionPath(section, siteEdition)),
      here: section === meta.section,
    })),
    feeds: [
      { title: plain(site.name), links: feedLinks(siteContext, siteEdition, home, site.name) },
      ...(meta.feed
        ? [
            {
              title: plain(meta.feed.about),
              links: feedLinks(siteContext, siteEdition, meta.feed.path, meta.feed.title),
            },
          ]
        : []),
    ],
    versions: meta.versions.map(({ siteEdition: { name: called, locale, html: words }, path }) => ({
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
  return pageFile(meta.path, siteContext.templates(name, view))
}

/** The script of the pages whose story is under way. */
const liveScript = ({ site, liveScript: text }: SiteContext): string => rooted(site, `live.js?${versionOf(text)}`)

/** The icon of a site without a logo. */
export const ICON = 'icon.svg'

/** Faces that every page begins with. */
const PRELOADED = ['source-serif-4-400-normal.woff2', 'source-serif-4-700-normal.woff2'] as const

const versions = new Map<string, string>()

/** A short digest of a file that every page names. */
function versionOf(text: string): string {
  const known = versions.get(text) ?? digestOf(text).slice(0, 8)
  versions.set(text, known)
  return known
}

/** Path of an entry of the menu. */
export function sectionPath(section: Section, { locale, say }: SiteEdition): string {
  return section === 'front' ? pagePath(locale.edition.id) : pagePath(locale.edition.id, say(`path.${section}`))
}

/** The name of the licence; its address when it has no name. */
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

/**
 * A moment for the page: ISO 8601 with the edition's offset, and in words. `zone` names the zone; `day` says that of this
 * instant only the day is known, the first instant of which it is.
 */
export function stamped(
  siteEdition: SiteEdition,
  instant: number,
  { zone = false, day = false }: { readonly zone?: boolean; readonly day?: boolean } = {},
): Stamped {
  const { locale } = siteEdition
  if (zone || day) return { iso: isoOf(locale, instant, day), text: stampOf(locale, momentOf(instant, day), { zone }) }
  const known = stamps.get(siteEdition) ?? new Map<number, Stamped>()
  stamps.set(siteEdition, known)
  const before = known.get(instant)
  if (before) return before
  if (known.size > 50_000) known.clear()
  const made = { iso: isoLocal(locale, instant), text: stamp(locale, instant) }
  known.set(instant, made)
  return made
}

/** When a listed article was published. */
export const publishedOn = (
  { published, knownToTheDay }: Pick<Article, 'published' | 'knownToTheDay'>,
  siteEdition: SiteEdition,
): Stamped => stamped(siteEdition, published, { day: knownToTheDay.published })

const momentOf = (at: number, day: boolean): Moment => ({ precision: day ? 'day' : 'exact', at })

/** An article's moment appears in a dozen lists. */
const stamps = new WeakMap<SiteEdition, Map<number, Stamped>>()
