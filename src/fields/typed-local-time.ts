import { DAY, MINUTE } from '../foundation/time-units.ts'
import { offsetAt } from '../foundation/time-zone.ts'
import type { Instant } from './values.ts'

/** A moment as typed: a day, with or without an hour and an offset from UTC. */
export interface TypedMomentParts {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Seconds since midnight, local time; absent for a mere day. */
  readonly seconds?: number
  /** Minutes ahead of UTC. */
  readonly offset?: number
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Why a moment cannot be parsed. */
export type UnreadableMoment = 'form' | 'date' | 'hour' | 'offset'

/** Parses `2024-12-11`, `2024-12-11T18:30`, `2024-12-11T18:30+01:00`, `2024-12-11T17:30:00Z`. */
export function readMoment(text: string): TypedMomentParts | UnreadableMoment {
  const found = pattern.exec(text.trim())
  if (!found) return 'form'
  const [, y, mo, d, h, mi, s, zone] = found
  const [year, month, day] = [Number(y), Number(mo), Number(d)]
  if (!exists(year, month, day)) return 'date'
  if (h === undefined) return { year, month, day }
  const [hours, minutes, seconds] = [Number(h), Number(mi), Number(s ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return 'hour'
  const offset = zone === undefined ? undefined : offsetOf(zone)
  if (offset !== undefined && !isOffset(offset, zone)) return 'offset'
  return { year, month, day, seconds: hours * 3600 + minutes * 60 + seconds, ...(offset !== undefined && { offset }) }
}

/** A month or a year as typed. */
export interface TypedPeriod {
  readonly year: number
  readonly month?: number
}

/** Parses `2023-05` and `2023`; `undefined` for anything else. */
export function readPeriod(text: string): TypedPeriod | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?$/.exec(text.trim())
  if (!found) return undefined
  const [year, month] = [Number(found[1]), found[2] === undefined ? undefined : Number(found[2])]
  if (year < 1000 || (month !== undefined && (month < 1 || month > 12))) return undefined
  return { year, ...(month !== undefined && { month }) }
}

/** First and last day of a month or a year. */
export function daysOf({ year, month }: TypedPeriod): readonly [TypedMomentParts, TypedMomentParts] {
  const last = month ?? 12
  return [
    { year, month: month ?? 1, day: 1 },
    { year, month: last, day: daysIn(year, last) },
  ]
}

/** Days in a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function exists(year: number, month: number, date: number): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
}

/** Whether any zone has such an offset from UTC: from Baker Island to Kiribati, with less than 60 minutes. */
function isOffset(offset: number, zone = ''): boolean {
  return offset >= -12 * 60 && offset <= 14 * 60 && (zone === 'Z' || Number(zone.slice(-2)) < 60)
}

/**
 * The instants at which it is this local time in `zone`: one, none in the hour skipped in spring, two in the hour
 * repeated in autumn. `wall` is written as if it were UTC.
 */
export function instantsAt(wall: number, zone: string): Instant[] {
  const before = offsetAround(zone, wall - DAY)
  const after = offsetAround(zone, wall + 2 * DAY)
  if (before === after) return [wall - before * MINUTE]
  const both = [wall - before * MINUTE, wall - after * MINUTE]
  return both.filter(instant => offsetAt(zone, instant) * MINUTE === wall - instant)
}

/** The local time in `zone`, written as if it were UTC: the reverse of `instantsAt`. */
export function wallAt(instant: Instant, zone: string): number {
  return instant + offsetAt(zone, instant) * MINUTE
}

/** Minutes ahead of UTC around a moment: at the start of its day, for thousands of files are about the same days. */
function offsetAround(zone: string, around: number): number {
  return offsetAt(zone, Math.floor(around / DAY) * DAY)
}

/** Local time of a written moment, as if it were UTC. */
export function wallOf(written: TypedMomentParts): number {
  return Date.UTC(written.year, written.month - 1, written.day) + (written.seconds ?? 0) * 1000
}
