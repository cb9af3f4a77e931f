import { formatIn } from '../../language/local-time.ts'
import type { ArticleSummary } from '../article-summary.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'

/** Pixels of a day with the gap after it, and of the head with the months. */
const STEP = 12
const HEAD = 16

const DAY = 86_400_000

/** Twelve months as a grid of days, weeks from left to right, with the days on which something failed. */
export interface DayCalendar {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly summary: string
  readonly months: readonly { readonly x: number; readonly y: number; readonly text: string }[]
  /** One path for all days, and one for those on which something failed. */
  readonly days: string
  readonly hit: string
}

/** The twelve months up to that of the last outage: of what came after nothing is said, so that the page does not age. */
export function dayCalendar(items: readonly ArticleSummary[], siteEdition: SiteEdition): DayCalendar | false {
  const spans = items.flatMap(({ ran }) => (ran ? [daysOf(ran, siteEdition)] : []))
  if (spans.length === 0) return false
  const last = new Date(Math.max(...spans.map(({ to }) => to)))
  const [year, month] = [last.getUTCFullYear(), last.getUTCMonth()]
  const [start, end] = [Date.UTC(year, month - 11, 1), Date.UTC(year, month + 1, 0)]
  const hit = new Set(spans.flatMap(({ from, to }) => daysBetween(Math.max(from, start), to)))
  const place = placesFrom(start)
  const { say, locale } = siteEdition
  const named = (day: number, pattern: string) => formatIn(locale, day, 'UTC', pattern)
  const [from, to] = [named(start, 'LLLL yyyy'), named(end, 'LLLL yyyy')]
  return {
    width: place(end).x + STEP,
    height: HEAD + 7 * STEP,
    title: plain(say('subject.calendar', { from, to })),
    summary: plain(say('subject.calendar-days', { count: hit.size })),
    months: Array.from({ length: 12 }, (_, nth) => Date.UTC(year, month - 11 + nth, 1)).map(day => ({
      // The week that holds the first of the month begins before it.
      x: place(day).x + (place(day).y > HEAD ? STEP : 0),
      y: HEAD - 5,
      text: plain(named(day, 'LLL')),
    })),
    days: squares(
      daysBetween(start, end)
        .filter(day => !hit.has(day))
        .map(place),
    ),
    hit: squares([...hit].map(place)),
  }
}

/** The days of an outage in the edition's zone, each as its midnight in UTC. */
function daysOf({ from, to }: NonNullable<ArticleSummary['ran']>, { locale }: SiteEdition) {
  const day = (at: number) => Date.parse(`${formatIn(locale, at, locale.edition.zone, 'yyyy-MM-dd')}T00:00:00Z`)
  return { from: day(from), to: day(to) }
}

const daysBetween = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.round((to - from) / DAY) + 1) }, (_, nth) => from + nth * DAY)

/** Where a day stands: its week is the column, Monday the first row. */
function placesFrom(start: number): (day: number) => { readonly x: number; readonly y: number } {
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * DAY
  return day => {
    const nth = Math.round((day - monday) / DAY)
    return { x: Math.floor(nth / 7) * STEP, y: HEAD + (nth % 7) * STEP }
  }
}

const squares = (places: readonly { readonly x: number; readonly y: number }[]): string =>
  places.map(({ x, y }) => `M${x} ${y}h10v10h-10z`).join('')
