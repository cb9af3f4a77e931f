import { formatIn } from '../language/wall.ts'
import { type File, pagePath, rooted } from './address.ts'
import { articleLink } from './article-page.ts'
import { framedPage, stamped, type Version } from './frame.ts'
import type { House, Voice } from './house.ts'
import { type Item, isOpen, latestFirst } from './item.ts'
import { plain } from './plain.ts'

/** Most articles on a front page, of what goes on and of what is over. The rest is in the months. */
const OPEN = 20
const OVER = 40

/** The pages that list articles: the front page of each edition, and its months. */
export function listPages(items: readonly Item[], house: House): File[] {
  const shelves = house.voices.map(voice => shelve(items, voice))
  return house.voices.flatMap((voice, at) => {
    const shelf = shelves[at]
    if (!shelf) return []
    const months = [...shelf.months.keys()]
    return [
      frontPage(shelf, house, voice),
      ...months.map(month => {
        const versions = house.voices.filter((_, other) => shelves[other]?.months.has(month))
        return monthPage(month, shelf.months.get(month) ?? [], versions, house, voice)
      }),
    ]
  })
}

/** One edition's articles, latest first, and by month (`2024/12`) of the edition's zone, latest first. */
interface Shelf {
  readonly items: readonly Item[]
  readonly months: ReadonlyMap<string, readonly Item[]>
}

function shelve(items: readonly Item[], { tongue }: Voice): Shelf {
  const own = items.filter(({ edition }) => edition === tongue.edition.id).sort(latestFirst)
  const months = new Map<string, Item[]>()
  for (const item of own) {
    const month = formatIn(tongue, item.published, tongue.edition.zone, 'yyyy/MM')
    const shelf = months.get(month)
    if (shelf) shelf.push(item)
    else months.set(month, [item])
  }
  return { items: own, months }
}

function frontPage({ items, months }: Shelf, house: House, voice: Voice): File {
  const { edition } = voice.tongue
  const open = items
    .filter(isOpen)
    .sort((one, other) => other.updated - one.updated || latestFirst(one, other))
    .slice(0, OPEN)
  const shown = new Set(open)
  const over = items.filter(item => !shown.has(item)).slice(0, OVER)
  const setting = {
    path: pagePath(edition.id),
    title: house.site.name,
    description: house.site.description[edition.language] ?? house.site.name,
    versions: house.voices.map(other => ({ voice: other, path: pagePath(other.tongue.edition.id) })),
    fallback: '',
  }
  return framedPage(house, voice, 'index', setting, {
    open: open.map(item => shownItem(item, house, voice)),
    over: over.map(item => shownItem(item, house, voice)),
    empty: items.length === 0,
    months: [...months].map(([month, { length }]) => ({
      name: monthName(month, voice),
      link: rooted(house.site, pagePath(edition.id, month)),
      count: length,
    })),
  })
}

function monthPage(month: string, items: readonly Item[], voices: readonly Voice[], house: House, voice: Voice): File {
  const { edition } = voice.tongue
  const name = monthName(month, voice)
  const versions: Version[] = voices.map(other => ({ voice: other, path: pagePath(other.tongue.edition.id, month) }))
  const setting = {
    path: pagePath(edition.id, month),
    title: `${voice.say('month.title', { month: name })} – ${house.site.name}`,
    description: voice.say('month.title', { month: name }),
    versions,
    fallback: versions[0]?.path ?? '',
  }
  return framedPage(house, voice, 'month', setting, {
    month: name,
    items: items.map(item => shownItem(item, house, voice)),
  })
}

/** `2024/12` as people say it. The grammar has no pattern for a month alone: it is date-fns' own. */
function monthName(month: string, { tongue }: Voice): string {
  const [year, number] = month.split('/').map(Number)
  return formatIn(tongue, Date.UTC(year ?? 0, (number ?? 1) - 1, 15), 'UTC', 'LLLL yyyy')
}

function shownItem(item: Item, house: House, voice: Voice): object {
  return {
    link: articleLink(item, house),
    state: item.state,
    kicker: plain(item.kicker),
    headline: plain(item.headline),
    standfirst: plain(item.standfirst),
    moment: stamped(voice, Math.max(item.published, item.updated)),
  }
}
