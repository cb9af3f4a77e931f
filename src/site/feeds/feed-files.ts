import { isoLocal } from '../../language/moment.ts'
import { articlePath } from '../article-paths.ts'
import type { ArticleSummary } from '../article-summary.ts'
import { absolute, type GeneratedFile, pagePath } from '../output-file.ts'
import { FEEDS } from '../page-layout.ts'
import { plain } from '../plain-text.ts'
import { escapeHtml } from '../sentence-html.ts'
import { shareImageOf } from '../share-image.ts'
import type { SiteContext, SiteEdition } from '../site-context.ts'
import { atomOf } from './atom.ts'
import type { Feed, FeedEntry } from './feed-entry.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'

/** Maximum number of entries: enough for a subscriber who comes back after a holiday. */
const ENTRIES = 30

/** The page that a feed belongs to. */
export interface FeedMeta {
  /** Path of that page, below the root. */
  readonly path: string
  readonly title: string
  readonly description: string
}

/**
 * The three feeds of a list of articles. `key` computes the cache key of a list; `bodyOf` gives whole texts, where subscribers get them.
 */
export function feedFiles(
  meta: FeedMeta,
  items: readonly ArticleSummary[],
  key: (items: readonly ArticleSummary[]) => string,
  siteContext: SiteContext,
  siteEdition: SiteEdition,
  bodyOf: (item: ArticleSummary) => string | undefined = () => undefined,
): GeneratedFile[] {
  const latest = [...items]
    .sort((one, other) => other.updated - one.updated || (one.id < other.id ? 1 : -1))
    .slice(0, ENTRIES)
  const feed = () => feedOf(meta, latest, siteContext, siteEdition, bodyOf)
  const same = key(latest)
  return [
    { path: `site/${meta.path}${FEEDS.rss}`, key: same, make: () => rssOf(feed()) },
    { path: `site/${meta.path}${FEEDS.atom}`, key: same, make: () => atomOf(feed()) },
    { path: `site/${meta.path}${FEEDS.json}`, key: same, make: () => jsonFeedOf(feed()) },
  ]
}

function feedOf(
  meta: FeedMeta,
  latest: readonly ArticleSummary[],
  siteContext: SiteContext,
  siteEdition: SiteEdition,
  bodyOf: (item: ArticleSummary) => string | undefined,
): Feed {
  const { site } = siteContext
  const { edition } = siteEdition.locale
  return {
    title: plain(meta.title),
    description: plain(meta.description),
    language: edition.tag,
    home: absolute(site, meta.path),
    base: absolute(site, meta.path),
    author: site.name,
    ...(site.licence && { rights: site.licence.url }),
    ...(site.hub && { hub: site.hub }),
    updated: latest[0]?.updated ?? 0,
    entries: latest.map(item => ({
      ...entryOf(item, siteContext, siteEdition),
      ...contentOf(item, siteContext, bodyOf(item)),
    })),
  }
}

function entryOf(item: ArticleSummary, { site }: SiteContext, { locale }: SiteEdition): FeedEntry {
  const image = shareImageOf(item, { site })
  return {
    id: tagOf(item, site.base),
    address: absolute(site, articlePath(item)),
    title: plain(item.headline),
    summary: plain(item.standfirst),
    changes: [...(item.latest === undefined ? [] : [item.latest]), ...item.corrections.map(({ text }) => text)].map(
      plain,
    ),
    ...(image && { image: { ...image, address: absolute(site, image.path), alt: plain(image.alt) } }),
    author: plain(item.author),
    // Readers of feeds make a folder of each.
    tags: item.services.slice(0, 5).map(plain),
    published: item.published,
    updated: item.updated,
    publishedIso: isoLocal(locale, item.published),
    updatedIso: isoLocal(locale, item.updated),
  }
}

/** The whole text, below the picture of the article where it has one. */
function contentOf(item: ArticleSummary, { site }: SiteContext, body: string | undefined): Pick<FeedEntry, 'content'> {
  if (body === undefined) return {}
  const image = item.pictures && shareImageOf(item, { site })
  if (!image) return { content: body }
  const { path, width, height, alt } = image
  const address = escapeHtml(absolute(site, path))
  const credit = escapeHtml(plain(item.pictures?.[0]?.credit ?? ''))
  const shown = `<img src="${address}" width="${width}" height="${height}" alt="${escapeHtml(plain(alt))}">`
  return { content: `<figure>${shown}<figcaption>${credit}</figcaption></figure>\n${body}` }
}

/** A tag URI (RFC 4151): the host, the day of the incident, the edition and the id. None of them ever changes. */
function tagOf({ id, edition }: ArticleSummary, base: string): string {
  return `tag:${new URL(base).hostname},${id.slice(0, 10)}:${edition}/${id}`
}

/** Folder of the feeds of a whole edition. */
export function editionFeed({ site }: SiteContext, { locale }: SiteEdition): FeedMeta {
  const { edition } = locale
  return {
    path: pagePath(edition.id),
    title: site.name,
    description: site.description[edition.language] ?? site.name,
  }
}
