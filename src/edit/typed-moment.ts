import { instantsAt, readMoment, wallAt, wallOf } from '../fields/typed-local-time.ts'
import type { Instant } from '../fields/values.ts'
import { DAY, HOUR, MINUTE } from '../foundation/time-units.ts'

/** What an hour without a date is relative to. */
export interface Present {
  readonly now: Instant
  /** IANA zone of the newsroom. */
  readonly zone: string
}

/** A moment as it is written in a file, and its instant. */
export interface TypedMoment {
  readonly written: string
  readonly at: Instant
}

/**
 * A moment as an editor types it: in full, or an hour alone (`21:40`, `21h40`, `9h`), which is the last such local
 * time in the newsroom's zone that is not after now. `undefined` when it cannot be parsed; nor can an hour skipped by
 * a clock change.
 */
export function typedMoment(typed: string, { now, zone }: Present): TypedMoment | undefined {
  const hour = /^(\d{1,2})(?:[:hH](\d{2})?)$/.exec(typed.trim())
  if (hour) return lastHour(Number(hour[1]), Number(hour[2] ?? 0), { now, zone })
  const written = readMoment(typed.trim())
  if (typeof written === 'string') return undefined
  const wall = wallOf(written)
  const at = written.offset === undefined ? instantsAt(wall, zone)[0] : wall - written.offset * MINUTE
  return at === undefined ? undefined : { written: typed.trim().replace(' ', 'T'), at }
}

/** A local time of the newsroom: `2026-01-02T10:00`; with its offset in the hour that occurs twice. */
export function writtenMoment(at: Instant, zone: string): string {
  const minute = Math.floor(at / MINUTE) * MINUTE
  const wall = wallAt(minute, zone)
  const text = new Date(wall).toISOString().slice(0, 16)
  return instantsAt(wall, zone).length === 1 ? text : text + offsetText(wall - minute)
}

function lastHour(hours: number, minutes: number, { now, zone }: Present): TypedMoment | undefined {
  if (hours > 23 || minutes > 59) return undefined
  const today = Math.floor(wallAt(now, zone) / DAY) * DAY
  for (const start of [today, today - DAY, today - 2 * DAY]) {
    const at = instantsAt(start + hours * HOUR + minutes * MINUTE, zone).findLast(instant => instant <= now)
    if (at !== undefined) return { written: writtenMoment(at, zone), at }
  }
  return undefined
}

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / MINUTE
  const two = (value: number) => String(value).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
