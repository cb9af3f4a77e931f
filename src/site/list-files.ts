import { digestOfAll } from '../foundation/digest.ts'
import { archivePages } from './archive-pages.ts'
import { articlePath } from './article-paths.ts'
import type { ArticleSummary } from './article-summary.ts'
import { cardFiles, siteCards } from './cards/share-cards.ts'
import { correctionsPage } from './corrections-page.ts'
import { type EditionIndex, indexEdition } from './edition-index.ts'
import { editionFeed, feedFiles } from './feeds/feed-files.ts'
import { frontPage } from './front-page.ts'
import type { ListContext, ListedPage } from './list-pages.ts'
import { methodPage, searchPage } from './method-and-search-pages.ts'
import type { GeneratedFile } from './output-file.ts'
import { pictureFiles } from './pictures/picture-files.ts'
import { redirectFiles } from './redirects.ts'
import { searchFiles } from './search/search-files.ts'
import type { SiteContext } from './site-context.ts'
import { newsSitemapFile, robotsFile, sitemapFiles } from './sitemaps.ts'
import { rootPages } from './static-files.ts'
import { subjectFeeds, subjectPages, subjectRedirects } from './subject-pages.ts'

/** What the lists of a site are made from. */
export interface ListInput {
  readonly items: readonly ArticleSummary[]
  readonly siteContext: SiteContext
  /** The present, in milliseconds: the news sitemap holds two days. */
  readonly now: number
  /** The version of an article in cache keys; without it, the summary itself. */
  readonly versionOf?: (item: ArticleSummary) => string
  /** The text of an article as HTML, where it is at hand: feeds carry it. */
  readonly bodyOf?: (item: ArticleSummary) => string | undefined
}

/** Every file of the site that belongs to no single article: lists, feeds, sitemaps, static files. */
export function listFiles({
  items,
  siteContext,
  now,
  versionOf = item => JSON.stringify(item),
  bodyOf = () => undefined,
}: ListInput): GeneratedFile[] {
  const key = (some: readonly ArticleSummary[]) => listKey(some.map(versionOf))
  const editionIndexes = siteContext.siteEditions.map(siteEdition => indexEdition(items, siteEdition))
  const context: ListContext = { siteContext, editionIndexes, key }
  const pages = [...rootPages(siteContext), ...editionIndexes.flatMap(editionIndex => pagesOf(editionIndex, context))]
  const listed = [...pages, ...items.map(item => ({ path: articlePath(item), changed: item.updated }))]
  return [
    ...pages.map(({ generated }) => generated),
    ...editionIndexes.flatMap(editionIndex => dataOf(editionIndex, context, bodyOf)),
    ...redirectFiles(items, siteContext),
    ...sitemapFiles(listed, siteContext),
    newsSitemapFile(items, key, now, siteContext),
    robotsFile(siteContext),
    ...cardFiles(items, siteContext),
    ...siteCards(siteContext),
    ...pictureFiles(items, siteContext),
  ]
}

function pagesOf(editionIndex: EditionIndex, context: ListContext): ListedPage[] {
  return [
    frontPage(editionIndex, context),
    ...archivePages(editionIndex, context),
    ...subjectPages(editionIndex, context),
    methodPage(editionIndex, context),
    correctionsPage(editionIndex, context),
    searchPage(editionIndex, context),
  ]
}

/** The feeds and the search index of an edition. */
function dataOf(
  editionIndex: EditionIndex,
  context: ListContext,
  bodyOf: NonNullable<ListInput['bodyOf']>,
): GeneratedFile[] {
  const { siteEdition } = editionIndex
  return [
    ...feedFiles(
      editionFeed(context.siteContext, siteEdition),
      editionIndex.items,
      context.key,
      context.siteContext,
      siteEdition,
      bodyOf,
    ),
    ...subjectFeeds(editionIndex, context),
    ...subjectRedirects(editionIndex, context.siteContext),
    ...searchFiles(editionIndex, context),
  ]
}

function listKey(marks: readonly string[]): string {
  return digestOfAll(
    marks.map(versionOf => `${versionOf}\n`),
    'sha1',
  )
}
