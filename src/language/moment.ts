import { DAY } from '../foundation/time-units.ts'
import { roundedAbout } from './about.ts'
import {
  clock,
  clockInOwnZone,
  inOwnZone,
  isElsewhere,
  isZoneNamed,
  type Moment,
  spanOf,
  timeIn,
  timePair,
  withProvider,
  type Zones,
  zoneName,
} from './clock.ts'
import { day, daySlots, distanceOf, nightOf, untilOther } from './day.ts'
import { fillFrame } from './grammar-frame.ts'
import { dayNumber, formatIn, isoLocal, minuteOfDay, minutesOf } from './local-time.ts'
import type { Locale } from './locale.ts'
import { hasHour, wideOf } from './moment-type.ts'
import { middleOf, zoneOfDay } from './part-of-day.ts'

export {
  clock,
  clockInOwnZone,
  clocksChange,
  hours,
  isElsewhere,
  type Moment,
  withProvider,
  zoneName,
} from './clock.ts'
export { day, isOnDay, sameDay } from './day.ts'
export { hasHour } from './moment-type.ts'
export { isoLocal }

/**
 * Day and hour together, seen from `asOf` in the reader's zone: « mercredi vers 18h30 », "at around 6:30pm on Wednesday".
 * A part of a day gives the day alone (« mercredi soir »); nothing known, an empty text. `as` is a frame of
 * `clock.frames`; `zone: true` names the reader's zone after the hour. The provider's hour stands at the end.
 */
export function moment(
  locale: Locale,
  known: Moment,
  asOf: number,
  as = 'at',
  { zone = false, there = true }: Zones = {},
): string {
  const moment = roundedAbout(locale, known, asOf)
  if (moment.precision === 'part') return day(locale, moment, asOf)
  const hour = zone ? clockInOwnZone(locale, moment, as) : clock(locale, moment, as)
  const text = hour === '' ? day(locale, moment, asOf) : dayAndHour(locale, moment, asOf, hour)
  return there ? withProvider(locale, moment, text) : text
}

function dayAndHour(locale: Locale, moment: Moment, asOf: number, hour: string): string {
  const { grammar, edition } = locale
  const { at = 0, until } = moment
  if (moment.precision === 'between' && until !== undefined && lastDay(locale, until) !== dayNumber(edition.zone, at)) {
    return across(locale, at, until, asOf, hour)
  }
  if (nightOf(locale, moment) !== undefined) {
    if (grammar.moment.night) {
      return fillFrame(locale, grammar.moment.night, { day: day(locale, moment, asOf), clock: hour })
    }
    if (grammar.moment.midnight && minuteOfDay(edition.zone, at) === 0 && isNear(locale, at, asOf)) {
      const before = day(locale, { precision: 'exact', at: at - DAY / 2 }, asOf, 'plain')
      return fillFrame(locale, grammar.moment.midnight, { day: before, clock: hour })
    }
  }
  return fillFrame(locale, grammar.moment.plain, { day: day(locale, moment, asOf, 'plain'), clock: hour })
}

/** Somewhere between two hours of two days. */
function across(locale: Locale, from: number, to: number, asOf: number, hour: string): string {
  const { moment } = locale.grammar
  const night = sharedNight(locale, from, to)
  if (night !== undefined && moment.night) {
    return fillFrame(locale, moment.night, { day: day(locale, inNight(from, to), asOf), clock: hour })
  }
  const [time, until] = timePair(locale, from, to, locale.edition.zone)
  return fillFrame(locale, moment.across, {
    day: day(locale, { precision: 'exact', at: from }, asOf, 'plain'),
    time,
    until_day: day(locale, { precision: 'exact', at: to }, asOf, 'plain'),
    until,
  })
}

/**
 * A planned window, seen from `asOf`: « dans la nuit de samedi à dimanche, de 1h à 5h », "from 1am to 5am on Sunday",
 * « de samedi 22h à lundi 5h ». Without an end: « à partir de samedi 22h ». Days alone: « de samedi à lundi ». `zone: true`
 * names the reader's zone after the second hour.
 */
export function window(
  locale: Locale,
  from: Moment,
  to: Moment | undefined,
  asOf: number,
  { zone = false, there = true }: Zones = {},
): string {
  const text = windowHere(locale, from, to, asOf, zone)
  return there ? windowElsewhere(locale, from, to, asOf, text) : text
}

/** A window with the hours of the provider after it, and their days where they are others. */
function windowElsewhere(locale: Locale, from: Moment, to: Moment | undefined, asOf: number, text: string): string {
  const { zone, at = 0 } = from
  if (!to || to.precision === 'unknown') return withProvider(locale, from, text)
  if (zone === undefined || to.zone !== zone || !hasHour(from) || !hasHour(to) || !isElsewhere(locale, from))
    return text
  const { clock } = locale.grammar
  const isOfSameDays = [from, to].every(
    one => dayNumber(zone, one.at ?? 0) === dayNumber(locale.edition.zone, one.at ?? 0),
  )
  const there = isOfSameDays
    ? fillFrame(locale, clock.span_there, spanOf(locale, from, to, zone))
    : windowHere({ ...locale, edition: { ...locale.edition, zone } }, from, to, asOf, false)
  return fillFrame(locale, clock.provider.same, { clock: text, there, zone: zoneName(locale, zone, at) })
}

function windowHere(locale: Locale, from: Moment, to: Moment | undefined, asOf: number, zone: boolean): string {
  const { edition, grammar } = locale
  const frames = grammar.window
  if (from.precision === 'unknown') return ''
  if (!to || to.precision === 'unknown') return openWindow(locale, from, asOf)
  if (isWide(from) || isWide(to)) {
    const [from_day, to_day] = [day(locale, from, asOf, 'since'), day(locale, to, asOf, 'since')]
    return from_day === to_day ? day(locale, from, asOf) : fillFrame(locale, frames.wide, { from_day, to_day })
  }
  const start = middleOf(from)
  const end = middleOf(to)
  if (hasHour(from) && hasHour(to)) {
    const span = spanOf(locale, from, to, edition.zone)
    const hours = zone ? zonedSpan(locale, from, to, span) : span
    if (frames.night && sharedNight(locale, start, end) !== undefined) {
      return fillFrame(locale, frames.night, { day: day(locale, inNight(start, end), asOf), ...hours })
    }
    if (dayNumber(edition.zone, start) === lastDay(locale, end)) {
      const same = day(locale, { precision: 'day', at: start, until: start }, asOf, 'plain')
      return fillFrame(locale, frames.same, { day: same, ...hours })
    }
    const near = isNear(locale, start, asOf) && isNear(locale, end, asOf)
    const [from_day, to_day] = windowDays(locale, start, end, asOf, near)
    return fillFrame(locale, frames.across[near ? 'near' : 'dated'], { from_day, to_day, ...hours })
  }
  const near = isNear(locale, start, asOf) && isNear(locale, end, asOf)
  const [from_day, to_day] = near
    ? [day(locale, from, asOf, 'bare'), day(locale, to, asOf, 'bare')]
    : windowDays(locale, start, end, asOf, near)
  if (from_day === to_day) return day(locale, from, asOf)
  return fillFrame(locale, frames.days[near ? 'near' : 'dated'], { from_day: untilOther(from_day, to_day), to_day })
}

/** The zone after the second hour, and after the first where it has another name: "from 11pm BST on Saturday to 5am GMT". */
function zonedSpan(locale: Locale, from: Moment, to: Moment, span: { from: string; to: string }) {
  const { zone } = locale.edition
  const renamed = zoneName(locale, zone, from.at ?? 0) !== zoneName(locale, zone, to.at ?? 0)
  // With a zone of its own the first hour is written in full: "from 12:05 a.m. EST to 6:35 a.m. EDT".
  const first = renamed ? inOwnZone(locale, from, clock(locale, from, 'from')) : span.from
  return { from: first, to: inOwnZone(locale, to, span.to) }
}

/**
 * The night that a window across midnight lies in: « dans la nuit de samedi à dimanche »; none where it spans more
 * than one.
 */
export function overnight(locale: Locale, from: Moment, to: Moment, asOf: number): string | undefined {
  if (!hasHour(from) || !hasHour(to)) return undefined
  const [start, end] = [middleOf(from), middleOf(to)]
  return sharedNight(locale, start, end) === undefined ? undefined : day(locale, inNight(start, end), asOf)
}

/** Has it a name of its own rather than a date? */
function isWide(moment: Moment): boolean {
  const wide = wideOf(moment)
  return moment.grain !== undefined || (wide !== undefined && wide !== 'day')
}

function openWindow(locale: Locale, from: Moment, asOf: number): string {
  const { open, open_wide } = locale.grammar.window
  if (isWide(from)) return fillFrame(locale, open_wide, { day: day(locale, from, asOf, 'since') })
  const start = middleOf(from)
  const near = isNear(locale, start, asOf)
  const [name] = windowDays(locale, start, start, asOf, near)
  if (hasHour(from)) {
    return fillFrame(locale, near ? open.near : open.dated, { day: name, from: clock(locale, from, 'from') })
  }
  return near
    ? fillFrame(locale, open.day_near, { day: day(locale, from, asOf, 'bare') })
    : fillFrame(locale, open.day_dated, { day: name })
}

/** The names of the two days: weekdays while both are near, else dates, with the year when it is another. */
function windowDays(locale: Locale, start: number, end: number, asOf: number, near: boolean): [string, string] {
  const { zone } = locale.edition
  const name = (number: number) => {
    const slots = daySlots(locale, number)
    const key = near ? 'weekday' : distanceOf(locale, number, asOf) === 'other' ? 'date_year' : 'date'
    return slots[key] ?? ''
  }
  return [name(dayNumber(zone, start)), name(start === end ? dayNumber(zone, end) : lastDay(locale, end))]
}

/** The day on which an hour ends: what lasts until midnight is over on the day before. */
function lastDay(locale: Locale, instant: number): number {
  const { zone } = locale.edition
  return dayNumber(zone, instant) - (minuteOfDay(zone, instant) === 0 ? 1 : 0)
}

/** The day on whose evening the night began in which both instants lie; `undefined` when no one night contains both. */
function sharedNight(locale: Locale, from: number, to: number): number | undefined {
  const { night_from, night_to } = locale.grammar.window
  const [start, end] = [from, to].map(instant => {
    const { zone } = locale.edition
    const minute = minuteOfDay(zone, instant)
    const number = dayNumber(zone, instant)
    if (minute >= minutesOf(night_from)) return number
    return minute <= minutesOf(night_to) ? number - 1 : undefined
  })
  return start !== undefined && start === end && crosses(locale, from, to) ? start : undefined
}

/** A night window reaches into the hours after midnight; one from 20h to 23h is an evening. */
function crosses(locale: Locale, from: number, to: number): boolean {
  const { zone } = locale.edition
  const { night_to } = locale.grammar.window
  const minute = minuteOfDay(zone, to)
  return minute > 0 && minute <= minutesOf(night_to) && to >= from
}

/** For an exact midnight, the same moment on the day that it ends; for any other hour nothing. */
export function eveOfMidnight<M extends Moment>({ edition }: Locale, moment: M): M | undefined {
  const { at, precision } = moment
  if (at === undefined || precision !== 'exact' || minuteOfDay(edition.zone, at) !== 0) return undefined
  return { ...moment, at: at - DAY / 2 }
}

/** The night of two instants, as a moment. */
function inNight(from: number, to: number): Moment {
  return { precision: 'part', part: 'night', at: from, until: to }
}

/** Whether it is near enough for a weekday to identify the day. */
export function isNear(locale: Locale, instant: number, asOf: number): boolean {
  const distance = distanceOf(locale, dayNumber(locale.edition.zone, instant), asOf)
  return distance === 'today' || distance === 'near'
}

/** ISO 8601 of an instant; of the first instant of a day of which no more is known, its date. */
export function isoOf(locale: Locale, instant: number, isDay: boolean): string {
  return isDay ? isoLocal(locale, instant + DAY / 2).slice(0, 10) : isoLocal(locale, instant)
}

/**
 * Full date and time for « Publié le 11 décembre 2024 à 19h25 », in the edition's zone; `zone: true` names it, once per
 * line of stamps: « 11 décembre 2024 à 19h25 (heure de Bruxelles) ».
 */
export function stamp(locale: Locale, instant: number, options: { readonly zone?: boolean } = {}): string {
  return stampOf(locale, { precision: 'exact', at: instant }, options)
}

/** The same of a moment as it is known: an hour that is only about, a date without an hour. */
export function stampOf(locale: Locale, moment: Moment, options: { readonly zone?: boolean } = {}): string {
  const { edition, grammar } = locale
  const { at, precision } = moment
  if (at === undefined) return ''
  const middle = middleOf(moment)
  const date = formatIn(locale, middle, zoneOfDay(locale, moment), grammar.stamp.date)
  if (precision === 'part') return fillFrame(locale, grammar.stamp.vague, { date, clock: clock(locale, moment) })
  if (!hasHour(moment)) return wideOf(moment) === 'day' ? date : day(locale, moment, middle, 'since')
  const text =
    precision === 'exact'
      ? fillFrame(locale, grammar.stamp.frame, { date, time: timeIn(locale, at, edition.zone) })
      : fillFrame(locale, grammar.stamp.vague, { date, clock: clock(locale, moment) })
  if (!options.zone || isZoneNamed(locale, moment)) return text
  return fillFrame(locale, grammar.stamp.zoned, { stamp: text, zone: zoneName(locale, edition.zone, at) })
}
