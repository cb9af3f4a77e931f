import { formatIn } from '../language/wall.ts'
import { pagePath, rooted } from './address.ts'
import { framedPage, sectionPath } from './frame.ts'
import type { House, Voice } from './house.ts'
import { type Desk, latestChange, longList, type Page } from './listing.ts'
import { menuPage } from './menu-page.ts'
import type { Shelf } from './shelf.ts'

/** Pages of an edition by time: all its years, each year, each month. Nothing without an article has a page. */
export function archivePages(shelf: Shelf, desk: Desk): Page[] {
  return [
    archivePage(shelf, desk),
    ...[...shelf.years.keys()].map(year => yearPage(year, shelf, desk)),
    ...[...shelf.months.keys()].flatMap(month => monthPages(month, shelf, desk)),
  ]
}

/** Months with how many articles each has, for lists of links. */
export function archiveLinks(shelf: Shelf, house: House, months: Iterable<string> = shelf.months.keys()) {
  const { voice } = shelf
  return [...months].map(month => ({
    name: monthName(month, voice),
    link: rooted(house.site, pagePath(voice.tongue.edition.id, month)),
    count: shelf.months.get(month)?.length ?? 0,
  }))
}

/** How many articles each month has, as a text that changes with it. */
export function monthCounts({ months }: Shelf): string {
  return [...months].map(([month, { length }]) => `${month} ${length}`).join(' ')
}

function archivePage(shelf: Shelf, desk: Desk): Page {
  const { house } = desk
  const { voice } = shelf
  const title = voice.say('archive.title')
  return menuPage(shelf, desk, {
    section: 'archive',
    title,
    description: title,
    changed: latestChange(shelf.items),
    key: monthCounts(shelf),
    body: () => ({
      empty: shelf.items.length === 0,
      years: [...shelf.years].map(([year, months]) => ({
        year,
        link: rooted(house.site, pagePath(voice.tongue.edition.id, year)),
        months: archiveLinks(shelf, house, months),
      })),
    }),
  })
}

/** Headlines of a year that its page names for each month; all of them are on the month's own page. */
const PER_MONTH = 6

function yearPage(year: string, shelf: Shelf, desk: Desk): Page {
  const { house, shelves, key } = desk
  const { voice } = shelf
  const path = pagePath(voice.tongue.edition.id, year)
  const months = shelf.years.get(year) ?? []
  const named = months.map(month => (shelf.months.get(month) ?? []).slice(0, PER_MONTH))
  const versions = shelves
    .filter(other => other.years.has(year))
    .map(other => ({ voice: other.voice, path: pagePath(other.voice.tongue.edition.id, year) }))
  const title = voice.say('archive.year', { year })
  const make = () =>
    framedPage(
      house,
      voice,
      'year',
      {
        path,
        title: `${title} – ${house.site.name}`,
        description: title,
        versions,
        fallback: versions[0]?.path ?? path,
        section: 'archive',
      },
      {
        title,
        archive: rooted(house.site, sectionPath('archive', voice)),
        months: archiveLinks(shelf, house, months).map((link, at) => ({
          ...link,
          id: `m${months[at]?.slice(5)}`,
          items: (named[at] ?? []).map(item => ({
            headline: item.headline,
            link: rooted(house.site, pagePath(item.edition, item.slug)),
          })),
        })),
      },
    ).text
  const counts = months.map(month => `${month} ${shelf.months.get(month)?.length}`).join(' ')
  const others = versions.map(({ path: other }) => other).join(' ')
  return {
    path,
    changed: latestChange(named.flat()),
    sheet: { path: `site/${path}index.html`, key: `${key(named.flat())} ${counts} ${others}`, make },
  }
}

function monthPages(month: string, shelf: Shelf, desk: Desk): Page[] {
  const { voice } = shelf
  const title = voice.say('month.title', { month: monthName(month, voice) })
  const having = desk.shelves.filter(other => other.months.has(month))
  const [year = ''] = month.split('/')
  return longList(
    {
      steps: [month],
      items: shelf.months.get(month) ?? [],
      title,
      description: title,
      template: 'month',
      section: 'archive',
      versions: having.map(other => ({
        voice: other.voice,
        path: pagePath(other.voice.tongue.edition.id, month),
        count: other.months.get(month)?.length ?? 0,
      })),
      body: { year, up: rooted(desk.house.site, pagePath(voice.tongue.edition.id, year)) },
      besides: '',
    },
    desk,
    voice,
  )
}

/** `2024/12` as people say it. The grammar has no pattern for a month alone: it is date-fns' own. */
function monthName(month: string, { tongue }: Voice): string {
  const [year, number] = month.split('/').map(Number)
  return formatIn(tongue, Date.UTC(year ?? 0, (number ?? 1) - 1, 15), 'UTC', 'LLLL yyyy')
}
