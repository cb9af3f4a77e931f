import { pagePath, rooted, type Sheet } from './address.ts'
import { framedPage, type Section, stamped } from './frame.ts'
import type { House, Voice } from './house.ts'
import { type Item, isOpen } from './item.ts'
import { articleLink } from './paths.ts'
import { plain } from './plain.ts'
import type { Shelf } from './shelf.ts'

/** A page of the site that search engines may know: what makes it, and its last change. */
export interface Page {
  readonly sheet: Sheet
  /** Path below the root. */
  readonly path: string
  readonly changed?: number
}

/** What makes list pages. `key` tells two versions of a list of articles apart. */
export interface Desk {
  readonly house: House
  readonly shelves: readonly Shelf[]
  readonly key: (items: readonly Item[]) => string
}

/** Most articles on one page of a list. */
const PER_PAGE = 40

/** A list that may be long: one page for each forty articles, which lead to each other. */
export interface LongList {
  readonly steps: readonly string[]
  readonly items: readonly Item[]
  readonly title: string
  readonly description: string
  readonly template: string
  readonly section: Section
  /** The same list in each edition that has it, with its path and how many articles it holds there. */
  readonly versions: readonly { readonly voice: Voice; readonly path: string; readonly count: number }[]
  readonly body: object
  /** Whatever the pages show besides articles, as a text that changes with it. */
  readonly besides: string
  readonly feed?: { readonly path: string; readonly title: string; readonly about: string }
}

export function longList(list: LongList, { house, key }: Desk, voice: Voice): Page[] {
  const pages = pagesOf(list.items.length)
  return Array.from({ length: pages }, (_, at) => {
    const shown = list.items.slice(at * PER_PAGE, (at + 1) * PER_PAGE)
    const path = numbered(pagePath(voice.tongue.edition.id, ...list.steps), at + 1)
    const make = () => {
      const title =
        at === 0 ? list.title : voice.say('pages.of', { title: list.title, page: String(at + 1), pages: String(pages) })
      const versions = list.versions
        .filter(({ count }) => pagesOf(count) > at)
        .map(version => ({ voice: version.voice, path: numbered(version.path, at + 1) }))
      const setting = {
        path,
        title: `${title} – ${house.site.name}`,
        description: at === 0 ? list.description : title,
        versions,
        fallback: versions[0]?.path ?? path,
        section: list.section,
        ...(list.feed && { feed: list.feed }),
      }
      return framedPage(house, voice, list.template, setting, {
        title: plain(title),
        first: at === 0,
        ...list.body,
        items: shown.map(item => shownItem(item, house, voice)),
        pager: pagerOf(pagePath(voice.tongue.edition.id, ...list.steps), at + 1, pages, house),
      }).text
    }
    const counts = list.versions.map(({ path: other, count }) => `${other} ${pagesOf(count)}`).join(' ')
    return {
      path,
      changed: latestChange(shown),
      sheet: { path: `site/${path}index.html`, key: `${key(shown)} ${pages} ${counts} ${list.besides}`, make },
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
function pagerOf(path: string, page: number, pages: number, { site }: House): object | false {
  if (pages < 2) return false
  const link = (number: number) => rooted(site, numbered(path, number))
  return {
    newer: page > 1 ? link(page - 1) : false,
    older: page < pages ? link(page + 1) : false,
    pages: Array.from({ length: pages }, (_, at) => ({ number: at + 1, link: link(at + 1), here: at + 1 === page })),
  }
}

export function latestChange(items: readonly Item[]): number {
  return items.reduce((latest, { updated }) => Math.max(latest, updated), 0)
}

/** An article as a list shows it. */
export function shownItem(item: Item, house: House, voice: Voice): object {
  return {
    link: articleLink(item, house),
    state: item.state,
    kicker: plain(item.kicker),
    headline: plain(item.headline),
    standfirst: plain(item.standfirst),
    moment: stamped(voice, item.updated),
    open: isOpen(item),
  }
}
