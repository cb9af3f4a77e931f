import { createHash } from 'node:crypto'
import { stamp } from '../language/moment.ts'
import type { Sheet } from './address.ts'
import { archivePages } from './archive-pages.ts'
import { cardSheets } from './cards/cards.ts'
import { doorPages } from './doors.ts'
import { editionFeed, feedSheets } from './feeds/feed.ts'
import { frontPage } from './front-page.ts'
import type { House } from './house.ts'
import type { Item } from './item.ts'
import type { Desk, Page } from './listing.ts'
import { articlePath } from './paths.ts'
import { methodPage, searchIndex, searchPage } from './plain-pages.ts'
import { redirectSheets } from './redirects.ts'
import { type Shelf, shelve } from './shelf.ts'
import { newsSitemapSheet, robotsSheet, sitemapSheets } from './sitemaps.ts'
import { subjectFeeds, subjectPages } from './subject-pages.ts'

/** What the lists of a site are made from. */
export interface Listing {
  readonly items: readonly Item[]
  readonly house: House
  /** The present, in milliseconds: the news sitemap holds two days. */
  readonly now: number
  /** A text that changes whenever an article does; without it, the item itself. */
  readonly mark?: (item: Item) => string
}

/** Every file of the site that is no article's: lists, feeds, maps of the site, what stands once. */
export function listSheets({ items, house, now, mark = item => JSON.stringify(item) }: Listing): Sheet[] {
  const key = (some: readonly Item[]) => digest(some.map(mark))
  const shelves = house.voices.map(voice => shelve(items, voice))
  const desk: Desk = { house, shelves, key }
  const pages = [...doorPages(house), ...shelves.flatMap(shelf => pagesOf(shelf, desk))]
  const listed = [...pages, ...items.map(item => ({ path: articlePath(item), changed: item.updated }))]
  return [
    ...pages.map(({ sheet }) => sheet),
    ...shelves.flatMap(shelf => dataOf(shelf, desk)),
    ...redirectSheets(items, house),
    ...sitemapSheets(listed, house),
    newsSitemapSheet(items, key, now, house),
    robotsSheet(house),
    ...cardSheets(items, house),
  ]
}

function pagesOf(shelf: Shelf, desk: Desk): Page[] {
  return [
    frontPage(shelf, desk),
    ...archivePages(shelf, desk),
    ...subjectPages(shelf, desk),
    methodPage(shelf, desk),
    searchPage(shelf, desk),
  ]
}

/** What machines read of an edition. */
function dataOf(shelf: Shelf, desk: Desk): Sheet[] {
  const { voice } = shelf
  return [
    ...feedSheets(editionFeed(desk.house, voice), shelf.items, desk.key, desk.house, voice),
    ...subjectFeeds(shelf, desk),
    ...searchIndex(shelf, desk, instant => stamp(voice.tongue, instant)),
  ]
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('base64url')
}
