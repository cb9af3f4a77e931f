import { dayNumber, minuteOfDay, minutesOf } from './local-time.ts'
import type { Locale } from './locale.ts'
import type { Moment } from './moment-type.ts'

/** A part of a day, as the grammar's `day.parts` names them. */
export type Part = NonNullable<Moment['part']>

const HOUR = 3_600_000

/**
 * The part of the day in which a moment lies, where it is read. A part that a source named is kept while it is still
 * that part where the reader lives: an evening in Brussels is an afternoon in Montréal.
 */
export function partOf(locale: Locale, moment: Moment, zone = locale.edition.zone): Part {
  const computed = partAt(locale, middleOf(moment), zone)
  const { part } = moment
  if (moment.precision !== 'part' || part === undefined || part === computed) return part ?? computed
  // The middle of an evening that ends at midnight is evening anywhere near; only another zone moves it out of its part.
  return minutesApart(locale, part, minuteOfDay(zone, middleOf(moment))) <= TOLERANCE ? part : computed
}

/** The instant that decides day and part: the middle of what is known, so that a day keeps its name across zones. */
export function middleOf(moment: Moment): number {
  const { at, until, precision } = moment
  if (at === undefined) throw new Error(`a moment of precision "${precision}" has no instant`)
  if (until !== undefined) return precision === 'between' ? at : Math.floor((at + until) / 2)
  return precision === 'day' ? at + 12 * HOUR : at
}

/** The local day whose name a moment bears; what comes after midnight in the night bears that of the new day. */
export function dayOf(locale: Locale, moment: Moment): number {
  return dayNumber(locale.edition.zone, middleOf(moment))
}

/** The part of the day at an instant. */
export function partAt(locale: Locale, instant: number, zone = locale.edition.zone): Part {
  const minute = minuteOfDay(zone, instant)
  let latest: [Part, number] | undefined
  let last: [Part, number] | undefined
  for (const [part, { from }] of Object.entries(locale.grammar.day.parts) as [Part, { from: string }][]) {
    const start = minutesOf(from)
    if (start <= minute && (!latest || start >= latest[1])) latest = [part, start]
    if (!last || start > last[1]) last = [part, start]
  }
  const [part] = latest ?? last ?? []
  if (!part) throw new Error('the grammar has no parts of the day')
  return part
}

/** Minutes by which a named part may differ from the computed one and still be named. */
const TOLERANCE = 120

/** Minutes between a time of day and the nearest start or end of a part; 0 inside it. */
function minutesApart(locale: Locale, part: Part, minute: number): number {
  const starts = Object.values(locale.grammar.day.parts).map(({ from }) => minutesOf(from))
  const start = minutesOf(locale.grammar.day.parts[part].from)
  const end = Math.min(...starts.filter(other => other > start), 24 * 60)
  if (minute >= start && minute < end) return 0
  const around = (a: number, b: number) => Math.min(Math.abs(a - b), 24 * 60 - Math.abs(a - b))
  return Math.min(around(minute, start), around(minute, end))
}
