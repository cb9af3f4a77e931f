import { format } from 'date-fns/format'
import { DAY, HOUR, MINUTE } from '../foundation/time-units.ts'
import { isoInZone, offsetAt } from '../foundation/time-zone.ts'
import type { Locale } from './locale.ts'

/** Maximum number of entries in a cache of moments. */
const KEPT = 20_000

/** Is a zone on summer time? Its offset is then above the lowest of the year. */
export function isSummer(zone: string, instant: number): boolean {
  const year = new Date(instant).getUTCFullYear()
  const standard = Math.min(offsetAt(zone, Date.UTC(year, 0, 1)), offsetAt(zone, Date.UTC(year, 6, 1)))
  return offsetAt(zone, instant) > standard
}

/** Which of two an hour is that the clocks of a zone show twice, as they do on the night they are put back. */
export function turnAt(zone: string, instant: number): 'first' | 'second' | undefined {
  const [before, after] = [offsetAt(zone, instant - NEAR), offsetAt(zone, instant + NEAR)]
  if (before <= after) return undefined
  const again = (before - after) * MINUTE
  if (offsetAt(zone, instant) === before) return offsetAt(zone, instant + again) === after ? 'first' : undefined
  return offsetAt(zone, instant - again) === before ? 'second' : undefined
}

/** Further from a change of clocks than this no hour is shown twice. */
const NEAR = 3 * HOUR

/** Number of the local day in a zone: two instants of one local day give the same number, the next day one more. */
export function dayNumber(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant) * MINUTE) / DAY)
}

/** Local time of day in a zone, in minutes after midnight. */
export function minuteOfDay(zone: string, instant: number): number {
  const wall = instant + offsetAt(zone, instant) * MINUTE
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE)
}

/** Minutes after midnight of a time such as `18:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** A local day, by its number, as a date-fns pattern writes it. */
export function formatDay(locale: Locale, number: number, pattern: string): string {
  return formatIn(locale, number * DAY, 'UTC', pattern)
}

/** The year of a local day, by its number. */
export function yearOf(number: number): number {
  return new Date(number * DAY).getUTCFullYear()
}

/** Formats an instant with a date-fns pattern in a zone, in the date-fns locale of the edition. */
export function formatIn(locale: Locale, instant: number, zone: string, pattern: string): string {
  return format(wallDate(instant, zone), pattern, { locale: locale.dateFns })
}

/**
 * ISO 8601 with the offset of the edition's zone at that instant, for front matter and metadata.
 *
 * @example isoLocal(brussels, 0) // '1970-01-01T01:00:00+01:00'
 */
export function isoLocal(locale: Locale, instant: number): string {
  const known = locals.get(locale) ?? new Map<number, string>()
  if (known.size === 0) locals.set(locale, known)
  const kept = known.get(instant)
  if (kept !== undefined) return kept
  if (known.size >= KEPT) known.clear()
  const iso = isoInZone(locale.edition.zone, instant)
  known.set(instant, iso)
  return iso
}

/** An article and the pages that list it name the same few moments. */
const locals = new WeakMap<Locale, Map<number, string>>()

/**
 * A date whose own fields are the local time in a zone, whatever the machine's zone: what date-fns reads when it
 * formats a pattern. It is for reading only.
 */
function wallDate(instant: number, zone: string): Date {
  return new WallDate(instant, offsetAt(zone, instant))
}

class WallDate extends Date {
  readonly offset: number

  constructor(instant: number, offset: number) {
    super(instant + offset * MINUTE)
    this.offset = offset
  }

  // date-fns makes its own copies through this, so that they read alike.
  [Symbol.for('constructDateFrom')](value: number | Date): Date {
    return new WallDate(Number(value) - this.offset * MINUTE, this.offset)
  }

  override getFullYear(): number {
    return this.getUTCFullYear()
  }

  override getMonth(): number {
    return this.getUTCMonth()
  }

  override getDate(): number {
    return this.getUTCDate()
  }

  override getDay(): number {
    return this.getUTCDay()
  }

  override getHours(): number {
    return this.getUTCHours()
  }

  override getMinutes(): number {
    return this.getUTCMinutes()
  }

  override getSeconds(): number {
    return this.getUTCSeconds()
  }

  override getMilliseconds(): number {
    return this.getUTCMilliseconds()
  }

  override getTimezoneOffset(): number {
    return -this.offset
  }
}
