import { tzOffset } from '@date-fns/tz/tzOffset'
import { MINUTE } from './time-units.ts'

/** Whether the zone is one of the IANA database. */
export function isZone(zone: string): boolean {
  let known = zones.get(zone)
  if (known === undefined) {
    // An offset is no zone: its clocks never change.
    known = /^[A-Za-z]/.test(zone) && makesFormat(zone)
    zones.set(zone, known)
  }
  return known
}

/** Asking costs a formatter: remembered. */
const zones = new Map<string, boolean>()

function makesFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('und', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Minutes by which a zone is ahead of UTC at an instant (milliseconds). Throws for a zone that does not exist. */
export function offsetAt(zone: string, instant: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>()
  if (known.size === 0) offsets.set(zone, known)
  const quarter = Math.floor(instant / QUARTER)
  const kept = known.get(quarter)
  if (kept !== undefined) return kept
  const offset = tzOffset(zone, new Date(instant))
  if (Number.isNaN(offset)) throw new Error(`"${zone}" is no time zone (or ${instant} no instant)`)
  if (known.size >= KEPT) known.clear()
  known.set(quarter, offset)
  return offset
}

/** Clocks change on a quarter of an hour of UTC, everywhere and always since 1972: one look-up serves the whole of it. */
const QUARTER = 15 * MINUTE
const offsets = new Map<string, Map<number, number>>()

/** Most answers of a zone that are remembered. */
const KEPT = 20_000

/** Whether two names are of one zone: Asia/Kolkata and Asia/Calcutta. */
export function isSameZone(one: string, other: string): boolean {
  return one === other || canonical(one) === canonical(other)
}

function canonical(zone: string): string {
  const known = canonicals.get(zone) ?? new Intl.DateTimeFormat('und', { timeZone: zone }).resolvedOptions().timeZone
  canonicals.set(zone, known)
  return known
}

const canonicals = new Map<string, string>()

/** The zones of a country, by its code. */
export function zonesOfCountry(code: string): readonly string[] {
  const known = zonesByCountry.get(code) ?? askZones(code)
  zonesByCountry.set(code, known)
  return known
}

const zonesByCountry = new Map<string, readonly string[]>()

function askZones(code: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] } = new Intl.Locale(`und-${code}`)
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}

/**
 * ISO 8601 of an instant with the offset of a zone.
 *
 * @example isoInZone('Europe/Brussels', 0) // '1970-01-01T01:00:00+01:00'
 */
export function isoInZone(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant)
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, 19)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
}
