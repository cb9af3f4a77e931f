import { archiveLinks, monthCounts } from './archive-pages.ts'
import { type ArticleSummary, isOpen, latestFirst } from './article-summary.ts'
import { publisherOf } from './data/news-article.ts'
import type { EditionIndex } from './edition-index.ts'
import { type ListContext, type ListedPage, latestChange, shownItem } from './list-pages.ts'
import { absolute, pagePath, rooted } from './output-file.ts'
import { layoutPage, sectionPath } from './page-layout.ts'
import { scriptJson } from './sentence-html.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'

/** Maximum number of articles on a front page, ongoing and over. The archive has the rest. */
const OPEN = 20
const OVER = 40

/** The publisher and its site, for search engines. */
function siteData(siteContext: SiteContext, siteEdition: SiteEdition): string {
  const { site } = siteContext
  const publisher = publisherOf(siteContext, absolute(site, sectionPath('method', siteEdition)))
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url: absolute(site, pagePath(siteEdition.locale.edition.id)),
    inLanguage: siteEdition.locale.edition.tag,
    publisher,
  })
}

/** Ongoing incidents come before announced ones. */
const toCome = ({ state }: ArticleSummary): number => (state === 'planned' ? 1 : 0)

/** The front page of an edition: ongoing incidents first, by `as_of`, then the latest. */
export function frontPage(editionIndex: EditionIndex, { siteContext, editionIndexes, key }: ListContext): ListedPage {
  const { siteEdition, items } = editionIndex
  const { edition } = siteEdition.locale
  const open = items
    .filter(isOpen)
    .sort((one, other) => toCome(one) - toCome(other) || other.updated - one.updated || latestFirst(one, other))
    .slice(0, OPEN)
  const shown = new Set(open)
  const over = items.filter(item => !shown.has(item)).slice(0, OVER)
  const path = pagePath(edition.id)
  const meta = {
    path,
    title: siteContext.site.name,
    description: siteContext.site.description[edition.language] ?? siteContext.site.name,
    versions: editionIndexes.map(other => ({
      siteEdition: other.siteEdition,
      path: pagePath(other.siteEdition.locale.edition.id),
    })),
    fallback: '',
    section: 'front' as const,
    data: [siteData(siteContext, siteEdition)],
  }
  const make = () =>
    layoutPage(siteContext, siteEdition, 'index', meta, {
      open: open.map(item => shownItem(item, siteContext, siteEdition)),
      over: over.map(item => shownItem(item, siteContext, siteEdition)),
      empty: items.length === 0,
      months: archiveLinks(editionIndex, siteContext).slice(0, 24),
      archive: rooted(siteContext.site, sectionPath('archive', siteEdition)),
    }).text
  return {
    path,
    changed: latestChange(items),
    generated: { path: `site/${path}index.html`, key: `${key(open)} ${key(over)} ${monthCounts(editionIndex)}`, make },
  }
}
