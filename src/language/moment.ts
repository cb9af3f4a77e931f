import {
  clock,
  clockInOwnZone,
  inOwnZone,
  type Moment,
  spanOf,
  timeIn,
  timePair,
  withProvider,
  zoneName,
} from './clock.ts'
import { day, daySlots, distanceOf, nightOf, untilOther } from './day.ts'
import { fill } from './frame.ts'
import { middleOf } from './part.ts'
import type { Tongue } from './tongue.ts'
import { dayNumber, formatIn, minuteOfDay, minutesOf } from './wall.ts'

export {
  clock,
  clockInOwnZone,
  clocksChange,
  clockWithZone,
  hours,
  isElsewhere,
  type Moment,
  withProvider,
  zoneName,
} from './clock.ts'
export { day, sameDay } from './day.ts'
export { isoLocal } from './wall.ts'

const DAY = 86_400_000

/**
 * Day and hour together, seen from `asOf` in the reader's zone: « mercredi vers 18h30 », "at around 6:30pm on Wednesday".
 * A part of a day gives the day alone (« mercredi soir »); nothing known, an empty text. `as` is a frame of
 * `clock.frames`; `zone: true` names the reader's zone after the hour, or adds the provider's hour at the end.
 */
export function moment(
  tongue: Tongue,
  moment: Moment,
  asOf: number,
  as = 'at',
  { zone = false }: { readonly zone?: boolean } = {},
): string {
  if (moment.precision === 'part') return day(tongue, moment, asOf)
  const hour = zone ? clockInOwnZone(tongue, moment, as) : clock(tongue, moment, as)
  const text = hour === '' ? day(tongue, moment, asOf) : dayAndHour(tongue, moment, asOf, hour)
  return zone ? withProvider(tongue, moment, text) : text
}

function dayAndHour(tongue: Tongue, moment: Moment, asOf: number, hour: string): string {
  const { grammar, edition } = tongue
  const { at = 0, until } = moment
  if (moment.precision === 'between' && until !== undefined && lastDay(tongue, until) !== dayNumber(edition.zone, at)) {
    return across(tongue, at, until, asOf, hour)
  }
  if (nightOf(tongue, moment) !== undefined) {
    if (grammar.moment.night) {
      return fill(tongue, grammar.moment.night, { day: day(tongue, moment, asOf), clock: hour })
    }
    if (grammar.moment.midnight && minuteOfDay(edition.zone, at) === 0 && isNear(tongue, at, asOf)) {
      const before = day(tongue, { precision: 'exact', at: at - DAY / 2 }, asOf, 'plain')
      return fill(tongue, grammar.moment.midnight, { day: before, clock: hour })
    }
  }
  return fill(tongue, grammar.moment.plain, { day: day(tongue, moment, asOf, 'plain'), clock: hour })
}

/** Somewhere between two hours of two days. */
function across(tongue: Tongue, from: number, to: number, asOf: number, hour: string): string {
  const { moment } = tongue.grammar
  const night = sharedNight(tongue, from, to)
  if (night !== undefined && moment.night) {
    return fill(tongue, moment.night, { day: day(tongue, inNight(from, to), asOf), clock: hour })
  }
  const [time, until] = timePair(tongue, from, to, tongue.edition.zone)
  return fill(tongue, moment.across, {
    day: day(tongue, { precision: 'exact', at: from }, asOf, 'plain'),
    time,
    until_day: day(tongue, { precision: 'exact', at: to }, asOf, 'plain'),
    until,
  })
}

/**
 * A planned window, seen from `asOf`: « dans la nuit de samedi à dimanche, de 1h à 5h », "from 1am to 5am on Sunday",
 * « de samedi 22h à lundi 5h ». Without an end: « à partir de samedi 22h ». Days alone: « de samedi à lundi ». `zone: true`
 * names the reader's zone after the second hour.
 */
export function window(
  tongue: Tongue,
  from: Moment,
  to: Moment | undefined,
  asOf: number,
  { zone = false }: { readonly zone?: boolean } = {},
): string {
  const { edition, grammar } = tongue
  const frames = grammar.window
  if (from.precision === 'unknown') return ''
  if (!to || to.precision === 'unknown') return openWindow(tongue, from, asOf)
  const start = middleOf(from)
  const end = middleOf(to)
  if (hasHour(from) && hasHour(to)) {
    const span = spanOf(tongue, from, to, edition.zone)
    const hours = zone ? zonedSpan(tongue, from, to, span) : span
    if (frames.night && sharedNight(tongue, start, end) !== undefined) {
      return fill(tongue, frames.night, { day: day(tongue, inNight(start, end), asOf), ...hours })
    }
    if (dayNumber(edition.zone, start) === lastDay(tongue, end)) {
      const same = day(tongue, { precision: 'day', at: start, until: start }, asOf, 'plain')
      return fill(tongue, frames.same, { day: same, ...hours })
    }
    const near = isNear(tongue, start, asOf) && isNear(tongue, end, asOf)
    const [from_day, to_day] = windowDays(tongue, start, end, asOf, near)
    return fill(tongue, frames.across[near ? 'near' : 'dated'], { from_day, to_day, ...hours })
  }
  const near = isNear(tongue, start, asOf) && isNear(tongue, end, asOf)
  const [from_day, to_day] = near
    ? [day(tongue, from, asOf, 'bare'), day(tongue, to, asOf, 'bare')]
    : windowDays(tongue, start, end, asOf, near)
  if (from_day === to_day) return day(tongue, from, asOf)
  return fill(tongue, frames.days[near ? 'near' : 'dated'], { from_day: untilOther(from_day, to_day), to_day })
}

/** The zone after the second hour, and after the first where it has another name: "from 11pm BST on Saturday to 5am GMT". */
function zonedSpan(tongue: Tongue, from: Moment, to: Moment, span: { from: string; to: string }) {
  const { zone } = tongue.edition
  const renamed = zoneName(tongue, zone, from.at ?? 0) !== zoneName(tongue, zone, to.at ?? 0)
  // With a zone of its own the first hour is written in full: "from 12:05 a.m. EST to 6:35 a.m. EDT".
  const first = renamed ? inOwnZone(tongue, from, clock(tongue, from, 'from')) : span.from
  return { from: first, to: inOwnZone(tongue, to, span.to) }
}

/** The night that holds a window which crosses midnight: « dans la nuit de samedi à dimanche »; none where no one night does. */
export function overnight(tongue: Tongue, from: Moment, to: Moment, asOf: number): string | undefined {
  if (!hasHour(from) || !hasHour(to)) return undefined
  const [start, end] = [middleOf(from), middleOf(to)]
  return sharedNight(tongue, start, end) === undefined ? undefined : day(tongue, inNight(start, end), asOf)
}

function openWindow(tongue: Tongue, from: Moment, asOf: number): string {
  const { open } = tongue.grammar.window
  const start = middleOf(from)
  const near = isNear(tongue, start, asOf)
  const [name] = windowDays(tongue, start, start, asOf, near)
  if (hasHour(from)) {
    return fill(tongue, near ? open.near : open.dated, { day: name, from: clock(tongue, from, 'from') })
  }
  return near
    ? fill(tongue, open.day_near, { day: day(tongue, from, asOf, 'bare') })
    : fill(tongue, open.day_dated, { day: name })
}

/** The names of the two days: weekdays while both are near, else dates, with the year when it is another. */
function windowDays(tongue: Tongue, start: number, end: number, asOf: number, near: boolean): [string, string] {
  const { zone } = tongue.edition
  const name = (number: number) => {
    const slots = daySlots(tongue, number)
    const key = near ? 'weekday' : distanceOf(tongue, number, asOf) === 'other' ? 'date_year' : 'date'
    return slots[key] ?? ''
  }
  return [name(dayNumber(zone, start)), name(start === end ? dayNumber(zone, end) : lastDay(tongue, end))]
}

/** The day that an hour ends: what lasts until midnight is over on the day before. */
function lastDay(tongue: Tongue, instant: number): number {
  const { zone } = tongue.edition
  return dayNumber(zone, instant) - (minuteOfDay(zone, instant) === 0 ? 1 : 0)
}

/** The day on whose evening the night began that holds both instants; `undefined` when no one night does. */
function sharedNight(tongue: Tongue, from: number, to: number): number | undefined {
  const { night_from, night_to } = tongue.grammar.window
  const [start, end] = [from, to].map(instant => {
    const { zone } = tongue.edition
    const minute = minuteOfDay(zone, instant)
    const number = dayNumber(zone, instant)
    if (minute >= minutesOf(night_from)) return number
    return minute <= minutesOf(night_to) ? number - 1 : undefined
  })
  return start !== undefined && start === end && crosses(tongue, from, to) ? start : undefined
}

/** A window of a night touches the hours after midnight; one from 20h to 23h is an evening. */
function crosses(tongue: Tongue, from: number, to: number): boolean {
  const { zone } = tongue.edition
  const { night_to } = tongue.grammar.window
  const minute = minuteOfDay(zone, to)
  return minute > 0 && minute <= minutesOf(night_to) && to >= from
}

/** On an exact midnight, the same moment on the day that it ends; on any other hour nothing. */
export function eveOfMidnight({ edition }: Tongue, moment: Moment): Moment | undefined {
  const { at, precision } = moment
  if (at === undefined || precision !== 'exact' || minuteOfDay(edition.zone, at) !== 0) return undefined
  return { ...moment, at: at - DAY / 2 }
}

/** The night of two instants, as a moment. */
function inNight(from: number, to: number): Moment {
  return { precision: 'part', part: 'night', at: from, until: to }
}

function hasHour({ precision }: Moment): boolean {
  return precision !== 'day' && precision !== 'part'
}

/** Is it so near that its weekday says which day it is? */
export function isNear(tongue: Tongue, instant: number, asOf: number): boolean {
  const distance = distanceOf(tongue, dayNumber(tongue.edition.zone, instant), asOf)
  return distance === 'today' || distance === 'near'
}

/**
 * Full date and time for « Publié le 11 décembre 2024 à 19h25 », in the edition's zone; `zone: true` names it, once per
 * line of stamps: « 11 décembre 2024 à 19h25 (heure de Bruxelles) ».
 */
export function stamp(tongue: Tongue, instant: number, options: { readonly zone?: boolean } = {}): string {
  const { edition, grammar } = tongue
  const text = fill(tongue, grammar.stamp.frame, {
    date: formatIn(tongue, instant, edition.zone, grammar.stamp.date),
    time: timeIn(tongue, instant, edition.zone),
  })
  if (!options.zone) return text
  return fill(tongue, grammar.stamp.zoned, { stamp: text, zone: zoneName(tongue, edition.zone, instant) })
}
