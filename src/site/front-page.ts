import { pagePath, rooted } from './address.ts'
import { archiveLinks, monthCounts } from './archive-pages.ts'
import { framedPage, sectionPath } from './frame.ts'
import { type Item, isOpen, latestFirst } from './item.ts'
import { type Desk, latestChange, type Page, shownItem } from './listing.ts'
import type { Shelf } from './shelf.ts'

/** Most articles on a front page, of what goes on and of what is over. The rest is in the archive. */
const OPEN = 20
const OVER = 40

/** What goes on stands before what is only announced. */
const toCome = ({ state }: Item): number => (state === 'planned' ? 1 : 0)

/** The front page of an edition: what goes on first, each speaking from its own moment, then the latest. */
export function frontPage(shelf: Shelf, { house, shelves, key }: Desk): Page {
  const { voice, items } = shelf
  const { edition } = voice.tongue
  const open = items
    .filter(isOpen)
    .sort((one, other) => toCome(one) - toCome(other) || other.updated - one.updated || latestFirst(one, other))
    .slice(0, OPEN)
  const shown = new Set(open)
  const over = items.filter(item => !shown.has(item)).slice(0, OVER)
  const path = pagePath(edition.id)
  const setting = {
    path,
    title: house.site.name,
    description: house.site.description[edition.language] ?? house.site.name,
    versions: shelves.map(other => ({ voice: other.voice, path: pagePath(other.voice.tongue.edition.id) })),
    fallback: '',
    section: 'front' as const,
  }
  const make = () =>
    framedPage(house, voice, 'index', setting, {
      open: open.map(item => shownItem(item, house, voice)),
      over: over.map(item => shownItem(item, house, voice)),
      empty: items.length === 0,
      months: archiveLinks(shelf, house).slice(0, 24),
      archive: rooted(house.site, sectionPath('archive', voice)),
    }).text
  return {
    path,
    changed: latestChange(items),
    sheet: { path: `site/${path}index.html`, key: `${key(open)} ${key(over)} ${monthCounts(shelf)}`, make },
  }
}
