import { articleLink } from './article-paths.ts'
import { type ArticleSummary, isOpen, stateInWords } from './article-summary.ts'
import type { EditionIndex } from './edition-index.ts'
import { type GeneratedFile, pagePath, rooted } from './output-file.ts'
import { layoutPage, type Section, stamped } from './page-layout.ts'
import { pictureView } from './pictures/picture-views.ts'
import { plain } from './plain-text.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'

/** A page for the sitemap, with its last change. */
export interface ListedPage {
  readonly generated: GeneratedFile
  /** Path below the root. */
  readonly path: string
  readonly changed?: number
}

/** What list pages are made from. `key` computes the cache key of a list of articles. */
export interface ListContext {
  readonly siteContext: SiteContext
  readonly editionIndexes: readonly EditionIndex[]
  readonly key: (items: readonly ArticleSummary[]) => string
}

/** Most articles on one page of a list. */
const PER_PAGE = 40

/** A paginated list: one page for each forty articles, with links between them. */
export interface LongList {
  readonly steps: readonly string[]
  readonly items: readonly ArticleSummary[]
  readonly title: string
  readonly description: string
  readonly template: string
  readonly section: Section
  /** The same list in each edition that has it, with its path and its number of articles. */
  readonly versions: readonly { readonly siteEdition: SiteEdition; readonly path: string; readonly count: number }[]
  readonly body: object
  /** Cache key of whatever the pages show besides articles. */
  readonly extraKey: string
  readonly feed?: { readonly path: string; readonly title: string; readonly about: string }
}

export function longList(list: LongList, { siteContext, key }: ListContext, siteEdition: SiteEdition): ListedPage[] {
  const pages = pagesOf(list.items.length)
  return Array.from({ length: pages }, (_, at) => {
    const shown = list.items.slice(at * PER_PAGE, (at + 1) * PER_PAGE)
    const path = numbered(pagePath(siteEdition.locale.edition.id, ...list.steps), at + 1)
    const make = () => {
      const title =
        at === 0
          ? list.title
          : siteEdition.say('pages.of', { title: list.title, page: String(at + 1), pages: String(pages) })
      const versions = list.versions
        .filter(({ count }) => pagesOf(count) > at)
        .map(version => ({ siteEdition: version.siteEdition, path: numbered(version.path, at + 1) }))
      const meta = {
        path,
        title: `${title} – ${siteContext.site.name}`,
        description: at === 0 ? list.description : title,
        versions,
        fallback: versions[0]?.path ?? path,
        section: list.section,
        ...(list.feed && { feed: list.feed }),
      }
      return layoutPage(siteContext, siteEdition, list.template, meta, {
        title: plain(title),
        first: at === 0,
        ...list.body,
        items: shown.map(item => shownItem(item, siteContext, siteEdition)),
        pager: pagerOf(pagePath(siteEdition.locale.edition.id, ...list.steps), at + 1, pages, siteContext),
      }).text
    }
    const counts = list.versions.map(({ path: other, count }) => `${other} ${pagesOf(count)}`).join(' ')
    return {
      path,
      changed: latestChange(shown),
      generated: { path: `site/${path}index.html`, key: `${key(shown)} ${pages} ${counts} ${list.extraKey}`, make },
    }
  })
}

function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / PER_PAGE))
}

function numbered(path: string, page: number): string {
  return page === 1 ? path : `${path}${page}/`
}

/** Links to the page before, the page after, and all of them. */
function pagerOf(path: string, page: number, pages: number, { site }: SiteContext): object | false {
  if (pages < 2) return false
  const link = (number: number) => rooted(site, numbered(path, number))
  return {
    newer: page > 1 ? link(page - 1) : false,
    older: page < pages ? link(page + 1) : false,
    pages: Array.from({ length: pages }, (_, at) => ({ number: at + 1, link: link(at + 1), here: at + 1 === page })),
  }
}

export function latestChange(items: readonly ArticleSummary[]): number {
  return items.reduce((latest, { updated }) => Math.max(latest, updated), 0)
}

/** How wide the picture of an article is in a list, and at the head of the page, as the style sheet has it. */
const SMALL = '(min-width: 768px) 357px, 92vw'
const BIG = '(min-width: 864px) 612px, 92vw'

/**
 * An article as a list shows it.
 *
 * @param big it is the one that leads the page
 */
export function shownItem(
  item: ArticleSummary,
  siteContext: SiteContext,
  siteEdition: SiteEdition,
  big = false,
): object {
  const [picture] = item.pictures ?? []
  const sizes = big ? BIG : SMALL
  return {
    big,
    picture: picture ? pictureView(picture, { shape: '16x9', sizes, first: big }, siteContext) : false,
    figure: (big && item.figure) || false,
    link: articleLink(item, siteContext),
    state: item.aged ? 'aged' : item.state,
    kicker: plain(stateInWords(item, siteEdition)),
    headline: plain(item.headline),
    standfirst: plain(item.standfirst),
    moment: stamped(siteEdition, item.updated, { day: item.knownToTheDay.updated }),
    open: isOpen(item),
  }
}
