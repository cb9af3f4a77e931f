import type { Moment } from './clock.ts'
import { fill } from './frame.ts'
import { dayOf, middleOf, partOf } from './part.ts'
import type { Tongue } from './tongue.ts'
import { dayNumber, formatDay, minuteOfDay, yearOf } from './wall.ts'

/** How far a day is from the moment of speaking, in the reader's zone. */
export type Distance = 'today' | 'near' | 'year' | 'other'

/**
 * The day of a moment, seen from `asOf` (an instant) in the reader's zone, in a frame of the grammar (`day.frames`):
 * `adverb` « ce mercredi soir », « dans la nuit de mercredi à jeudi », « mercredi 11 décembre au soir »; `plain` without
 * the part of day; `date` « mercredi 11 décembre 2024 »; `dateAdverb` « le mercredi 11 décembre ». Nothing known gives an
 * empty text. Throws for a frame the grammar does not have.
 */
export function day(tongue: Tongue, moment: Moment, asOf: number, as = 'adverb'): string {
  const { grammar } = tongue
  const frames = grammar.day.frames[as]
  if (!frames) throw new Error(`the grammar of ${tongue.edition.language} has no day frame "${as}"`)
  if (moment.precision === 'unknown') return ''
  const night = nightOf(tongue, moment)
  const nightFrames = moment.precision === 'part' ? frames.night : (frames.small_hours ?? frames.night)
  if (night !== undefined && nightFrames) {
    const distance = distanceOf(tongue, night + 1, asOf)
    const frame = nightFrames[distance === 'today' ? 'near' : distance]
    return fill(tongue, frame, nightSlots(daySlots(tongue, night), daySlots(tongue, night + 1)))
  }
  const number = dayOf(tongue, moment)
  const at = frames.at
  const frame = typeof at === 'string' ? at : at[distanceOf(tongue, number, asOf)]
  return fill(tongue, frame, { ...daySlots(tongue, number), ...partForms(tongue, moment) })
}

/** Do two instants lie on the same day for the reader? */
export function sameDay(tongue: Tongue, one: number, other: number): boolean {
  const { zone } = tongue.edition
  return dayNumber(zone, one) === dayNumber(zone, other)
}

/** How far a local day (by its number) is from the day of `asOf`. Days that come are near or far as days gone are. */
export function distanceOf(tongue: Tongue, number: number, asOf: number): Distance {
  const today = dayNumber(tongue.edition.zone, asOf)
  if (number === today) return 'today'
  if (Math.abs(number - today) <= tongue.grammar.day.near) return 'near'
  return yearOf(number) === yearOf(today) ? 'year' : 'other'
}

/**
 * The day on whose evening the night of a moment began, by its number; `undefined` when it is not a night. 00:40 on a
 * Thursday belongs to the night that began on Wednesday.
 */
export function nightOf(tongue: Tongue, moment: Moment): number | undefined {
  if (moment.precision === 'day' || partOf(tongue, moment) !== 'night') return undefined
  const { zone } = tongue.edition
  const middle = middleOf(moment)
  const number = dayNumber(zone, middle)
  return minuteOfDay(zone, middle) >= 12 * 60 ? number : number - 1
}

/** Names of a local day, as the slots of `day.frames`. A site full of articles speaks of few days: they are kept. */
export function daySlots(tongue: Tongue, number: number): Readonly<Record<string, string>> {
  let days = known.get(tongue)
  if (!days) {
    days = new Map()
    known.set(tongue, days)
  }
  let slots = days.get(number)
  if (!slots) {
    if (days.size >= MOST_KEPT) days.clear()
    const { weekday, date, date_year } = tongue.grammar.day
    slots = {
      weekday: formatDay(tongue, number, weekday),
      date: formatDay(tongue, number, date),
      date_year: formatDay(tongue, number, date_year),
    }
    days.set(number, slots)
  }
  return slots
}

const known = new WeakMap<Tongue, Map<number, Readonly<Record<string, string>>>>()
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
function partForms(tongue: Tongue, moment: Moment): Readonly<Record<string, string>> {
  const { parts, whole } = tongue.grammar.day
  return moment.precision === 'day' ? whole : parts[partOf(tongue, moment)].forms
}
