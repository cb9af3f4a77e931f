import { inZone, type Moment } from './clock.ts'
import { fillFrame } from './grammar-frame.ts'
import { dayNumber, formatDay, minuteOfDay, yearOf } from './local-time.ts'
import type { Locale } from './locale.ts'
import { type Wide, wideOf } from './moment-type.ts'
import { dayOf, middleOf, partForms, partOf, shadeOf, zoneOfDay } from './part-of-day.ts'

/** How far a day is from `asOf`, in the reader's zone. */
export type Distance = 'today' | 'near' | 'year' | 'other'

/**
 * The day of a moment, seen from `asOf` (an instant) in the reader's zone, in a frame of the grammar (`day.frames`):
 * `adverb` « ce mercredi soir », « dans la nuit de mercredi à jeudi », « mercredi 11 décembre au soir »; `plain` without
 * the part of day; `date` « mercredi 11 décembre 2024 »; `dateAdverb` « le mercredi 11 décembre ». A month, a season and a
 * year give their own names, « en mai 2023 ». Nothing known gives an empty text, and so does what is wider than a day in a
 * frame of days. Throws for a frame the grammar does not have.
 */
export function day(locale: Locale, moment: Moment, asOf: number, as = 'adverb'): string {
  const { frames, led, days_only } = locale.grammar.day
  if (!frames[as]) throw new Error(`the grammar of ${locale.edition.language} has no day frame "${as}"`)
  if (moment.precision === 'unknown') return ''
  const wide = wideOf(moment)
  if (wide !== undefined && wide !== 'day' && days_only.includes(as)) return ''
  if (moment.grain !== undefined) return limited(locale, moment, moment.grain, asOf, as)
  if (wide !== undefined && wide !== 'day') return wideName(locale, moment, wide, asOf, led.includes(as))
  return inZone(locale, moment, dayName(locale, moment, asOf, as))
}

function dayName(locale: Locale, moment: Moment, asOf: number, as: string): string {
  const frames = locale.grammar.day.frames[as]
  if (!frames) return ''
  const night = nightOf(locale, moment)
  const nightFrames = isSmallHours(locale, moment) ? (frames.small_hours ?? frames.night) : frames.night
  if (night !== undefined && nightFrames) {
    const distance = distanceOf(locale, night + 1, asOf)
    const frame = nightFrames[distance === 'today' ? 'near' : distance]
    return fillFrame(locale, frame, nightSlots(daySlots(locale, night), daySlots(locale, night + 1)))
  }
  const number = dayOf(locale, moment)
  const at = frames.at
  const frame = typeof at === 'string' ? at : at[distanceOf(locale, number, asOf)]
  const forms = moment.precision === 'day' ? locale.grammar.day.whole : partForms(locale, moment)
  const text = fillFrame(locale, frame, Object.assign({}, daySlots(locale, number), forms))
  return fillFrame(locale, shadeOf(locale, moment)?.around ?? '{day}', { day: text })
}

/** Does it lie after midnight from end to end? A night that a window crosses begins before. */
function isSmallHours(locale: Locale, moment: Moment): boolean {
  const { at, precision } = moment
  return precision !== 'part' || (at !== undefined && minuteOfDay(zoneOfDay(locale, moment), at) < 12 * 60)
}

/** A month, a season or a year; `led` after a word that leads it: « depuis mai 2023 ». */
function wideName(locale: Locale, moment: Moment, wide: Wide, asOf: number, led: boolean): string {
  const { grammar, edition } = locale
  const { month, month_year, year } = grammar.day
  const frames = grammar.day.wide[led ? 'led' : 'at']
  const number = dayOf(locale, moment)
  const slots = { year: formatDay(locale, number, year) }
  if (wide === 'year') return fillFrame(locale, frames.year, slots)
  if (wide === 'season') return fillFrame(locale, frames.season[moment.season ?? 'summer'], slots)
  const isOfThisYear = yearOf(number) === yearOf(dayNumber(edition.zone, asOf))
  return fillFrame(locale, frames.month[isOfThisYear ? 'year' : 'other'], {
    month: formatDay(locale, number, isOfThisYear ? month : month_year),
  })
}

/** A limit known to the day or wider: « samedi au plus tard », "between 7 and 9 March". */
function limited(locale: Locale, moment: Moment, grain: 'part' | Wide, asOf: number, as: string): string {
  const { limits, led } = locale.grammar.day
  const { at, until = at } = moment
  const { precision, grain: _, ...rest } = moment
  // What is yet to come is due « d'ici à vendredi soir ».
  const isAhead = precision === 'by' && until !== undefined && until > asOf
  const set = limits[led.includes(as) ? 'led' : isAhead ? 'ahead' : 'at']
  const frame = set[precision as keyof typeof set]
  const isSpan = precision === 'between'
  const known = { ...rest, precision: grain }
  const named = (one: Moment, frame: string) => day(locale, one, asOf, frame)
  const from = isSpan && at !== undefined ? { ...known, until: at } : known
  const to = until === undefined ? known : { ...known, at: until }
  const [from_led, until_led] = [named(from, 'since'), named(to, 'since')]
  return fillFrame(locale, frame, {
    day: named(from, as),
    led: isSpan ? untilOther(from_led, until_led) : from_led,
    until_day: named(to, as),
    until_led,
  })
}

/** Do two instants lie on the same day for the reader? */
export function sameDay(locale: Locale, one: number, other: number): boolean {
  const { zone } = locale.edition
  return dayNumber(zone, one) === dayNumber(zone, other)
}

/** Is a moment known to lie on the reader's day of an instant? */
export function isOnDay(locale: Locale, moment: Moment, instant: number): boolean {
  const wide = wideOf(moment)
  if (moment.at === undefined || moment.grain !== undefined || (wide !== undefined && wide !== 'day')) return false
  return dayOf(locale, moment) === dayNumber(locale.edition.zone, instant)
}

/** How far a local day (by its number) is from the day of `asOf`. Future days are near or far like past ones. */
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
  if (wideOf(moment) !== undefined || partOf(locale, moment) !== 'night') return undefined
  const zone = zoneOfDay(locale, moment)
  const middle = middleOf(moment)
  const number = dayNumber(zone, middle)
  return minuteOfDay(zone, middle) >= 12 * 60 ? number : number - 1
}

/** Names of a local day, as the slots of `day.frames`. Cached: a site full of articles names few days. */
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
    next_weekday: next.weekday ?? '',
    next_date: next.date ?? '',
    next_date_year: next.date_year ?? '',
    start_date: untilOther(night.date ?? '', next.date ?? ''),
    start_date_year: untilOther(night.date_year ?? '', next.date_year ?? ''),
    ...night,
  }
}

/**
 * A date without the words at its end that another date repeats: « 11 » before « 12 décembre », "Dec. 11" before "Dec.
 * 12".
 */
export function untilOther(date: string, other: string): string {
  const words = date.split(' ')
  const others = other.split(' ')
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop()
    others.pop()
  }
  return words.join(' ')
}
