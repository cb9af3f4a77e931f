import type { Moment } from './clock.ts'
import { fill } from './frame.ts'
import { dayNumber, formatDay, minuteOfDay, yearOf } from './local-time.ts'
import type { Locale } from './locale.ts'
import { dayOf, middleOf, partOf } from './part-of-day.ts'

/** How far a day is from the moment of speaking, in the reader's zone. */
export type Distance = 'today' | 'near' | 'year' | 'other'

/**
 * The day of a moment, seen from `asOf` (an instant) in the reader's zone, in a frame of the grammar (`day.frames`):
 * `adverb` « ce mercredi soir », « dans la nuit de mercredi à jeudi », « mercredi 11 décembre au soir »; `plain` without
 * the part of day; `date` « mercredi 11 décembre 2024 »; `dateAdverb` « le mercredi 11 décembre ». Nothing known gives an
 * empty text. Throws for a frame the grammar does not have.
 */
export function day(locale: Locale, moment: Moment, asOf: number, as = 'adverb'): string {
  const { grammar } = locale
  const frames = grammar.day.frames[as]
  if (!frames) throw new Error(`the grammar of ${locale.edition.language} has no day frame "${as}"`)
  if (moment.precision === 'unknown') return ''
  const night = nightOf(locale, moment)
  const nightFrames = moment.precision === 'part' ? frames.night : (frames.small_hours ?? frames.night)
  if (night !== undefined && nightFrames) {
    const distance = distanceOf(locale, night + 1, asOf)
    const frame = nightFrames[distance === 'today' ? 'near' : distance]
    return fill(locale, frame, nightSlots(daySlots(locale, night), daySlots(locale, night + 1)))
  }
  const number = dayOf(locale, moment)
  const at = frames.at
  const frame = typeof at === 'string' ? at : at[distanceOf(locale, number, asOf)]
  return fill(locale, frame, { ...daySlots(locale, number), ...partForms(locale, moment) })
}

/** Do two instants lie on the same day for the reader? */
export function sameDay(locale: Locale, one: number, other: number): boolean {
  const { zone } = locale.edition
  return dayNumber(zone, one) === dayNumber(zone, other)
}

/** How far a local day (by its number) is from the day of `asOf`. Days that come are near or far as days gone are. */
export function distanceOf(locale: Locale, number: number, asOf: number): Distance {
  const today = dayNumber(locale.edition.zone, asOf)
  if (number === today) return 'today'
  if (Math.abs(number - today) <= locale.grammar.day.near) return 'near'
  return yearOf(number) === yearOf(today) ? 'year' : 'other'
}

/**
 * The day on whose evening the night of a moment began, by its number; `undefined` when it is not a night. 00:40 on a
 * Thursday belongs to the night that began on Wednesday.
 */
export function nightOf(locale: Locale, moment: Moment): number | undefined {
  if (moment.precision === 'day' || partOf(locale, moment) !== 'night') return undefined
  const { zone } = locale.edition
  const middle = middleOf(moment)
  const number = dayNumber(zone, middle)
  return minuteOfDay(zone, middle) >= 12 * 60 ? number : number - 1
}

/** Names of a local day, as the slots of `day.frames`. A site full of articles speaks of few days: they are kept. */
export function daySlots(locale: Locale, number: number): Readonly<Record<string, string>> {
  let days = known.get(locale)
  if (!days) {
    days = new Map()
    known.set(locale, days)
  }
  let slots = days.get(number)
  if (!slots) {
    if (days.size >= MOST_KEPT) days.clear()
    const { weekday, date, date_year } = locale.grammar.day
    slots = {
      weekday: formatDay(locale, number, weekday),
      date: formatDay(locale, number, date),
      date_year: formatDay(locale, number, date_year),
    }
    days.set(number, slots)
  }
  return slots
}

const known = new WeakMap<Locale, Map<number, Readonly<Record<string, string>>>>()
const MOST_KEPT = 5000

function nightSlots(
  night: Readonly<Record<string, string>>,
  next: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...night,
    next_weekday: next.weekday ?? '',
    next_date: next.date ?? '',
    next_date_year: next.date_year ?? '',
    start_date: untilOther(night.date ?? '', next.date ?? ''),
    start_date_year: untilOther(night.date_year ?? '', next.date_year ?? ''),
  }
}

/** A date without the words at its end that another repeats: « 11 » before « 12 décembre », "Dec. 11" before "Dec. 12". */
export function untilOther(date: string, other: string): string {
  const words = date.split(' ')
  const others = other.split(' ')
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop()
    others.pop()
  }
  return words.join(' ')
}

/** The forms of the part of day; those of `whole` for a day without an hour. */
function partForms(locale: Locale, moment: Moment): Readonly<Record<string, string>> {
  const { parts, whole } = locale.grammar.day
  return moment.precision === 'day' ? whole : parts[partOf(locale, moment)].forms
}
