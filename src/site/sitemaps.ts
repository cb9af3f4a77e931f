import { digestOfAll } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { DAY } from '../foundation/time-units.ts'
import { articlePath } from './article-paths.ts'
import type { ArticleSummary } from './article-summary.ts'
import { absolute, type GeneratedFile } from './output-file.ts'
import { plain } from './plain-text.ts'
import type { SiteContext } from './site-context.ts'
import { siteEditionOf } from './site-context.ts'
import { document, element } from './write-xml.ts'

/** A page for search engines: its path below the root, and its last change (milliseconds) when it has one. */
export interface Listed {
  readonly path: string
  readonly changed?: number
}

/** Addresses in one file: below the limit of the protocol, 50,000 and 50 MB. */
const PER_FILE = 40_000

/** Articles of the last two days, at most a thousand: what Google News takes. */
const NEWS_DAYS = 2 * DAY
const NEWS_MOST = 1000

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** `sitemap.xml`: every page, or an index of several files when there are too many for one. */
export function sitemapFiles(pages: readonly Listed[], { site }: SiteContext, perFile = PER_FILE): GeneratedFile[] {
  const files: (readonly Listed[])[] = []
  for (let at = 0; at < pages.length; at += perFile) files.push(pages.slice(at, at + perFile))
  if (files.length <= 1) return [urlsetFile('sitemap.xml', pages, site)]
  const parts = files.map((part, nth) => urlsetFile(`sitemap-${nth + 1}.xml`, part, site))
  const index = {
    path: 'site/sitemap.xml',
    key: parts.map(({ key }) => key).join(' '),
    make: () =>
      document(
        'sitemapindex',
        parts.map((_, nth) =>
          element('sitemap', [
            element('loc', absolute(site, `sitemap-${nth + 1}.xml`)),
            ...lastmod((files[nth] ?? []).reduce((latest, { changed }) => Math.max(latest, changed ?? 0), 0)),
          ]),
        ),
        { xmlns: SITEMAP },
      ),
  }
  return [...parts, index]
}

function urlsetFile(name: string, pages: readonly Listed[], site: SiteContext['site']): GeneratedFile {
  const lines = pages.map(({ path, changed }) => `${path}\t${changed ?? ''}\n`)
  return {
    path: `site/${name}`,
    key: digestOfAll(lines, 'sha1'),
    make: () =>
      document(
        'urlset',
        pages.map(({ path, changed }) =>
          element('url', [element('loc', absolute(site, path)), ...lastmod(changed ?? 0)]),
        ),
        { xmlns: SITEMAP },
      ),
  }
}

function lastmod(changed: number): string[] {
  return changed > 0 ? [element('lastmod', isoOf(changed))] : []
}

/**
 * `news-sitemap.xml`: the articles published in the two days before `now` (milliseconds); it may be empty.
 */
export function newsSitemapFile(
  items: readonly ArticleSummary[],
  key: (items: readonly ArticleSummary[]) => string,
  now: number,
  siteContext: SiteContext,
): GeneratedFile {
  const fresh = items
    .filter(({ published, state }) => published <= now && now < published + NEWS_DAYS && state !== 'retracted')
    .sort((one, other) => other.published - one.published || (one.id + one.edition < other.id + other.edition ? -1 : 1))
    .slice(0, NEWS_MOST)
  return {
    path: 'site/news-sitemap.xml',
    key: key(fresh),
    make: () =>
      document(
        'urlset',
        fresh.map(item => newsOf(item, siteContext)),
        { xmlns: SITEMAP, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ),
  }
}

function newsOf(item: ArticleSummary, siteContext: SiteContext): string {
  const { edition } = siteEditionOf(siteContext, item.edition).locale
  return element('url', [
    element('loc', absolute(siteContext.site, articlePath(item))),
    element('news:news', [
      element('news:publication', [
        element('news:name', siteContext.site.name),
        element('news:language', edition.language),
      ]),
      element('news:publication_date', isoOf(item.published)),
      element('news:title', plain(item.headline)),
    ]),
  ])
}

/**
 * Moments at which lists change although no file does: an article enters or leaves the news sitemap, or is no longer told as
 * happening now.
 */
export function listMoments(items: readonly ArticleSummary[]): number[] {
  return [
    ...new Set(
      items.flatMap(({ published, ages }) => [published, published + NEWS_DAYS, ...(ages === undefined ? [] : [ages])]),
    ),
  ]
}

/** `robots.txt`: everything may be read; where the sitemaps are. */
export function robotsFile({ site }: SiteContext): GeneratedFile {
  const maps = ['sitemap.xml', 'news-sitemap.xml'].map(name => `Sitemap: ${absolute(site, name)}`)
  return { path: 'site/robots.txt', key: '', make: () => `User-agent: *\nAllow: /\n\n${maps.join('\n')}\n` }
}
