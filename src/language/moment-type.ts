import type { Precision } from '../foundation/precision.ts'

/**
 * A moment as a source gives it. Instants are milliseconds since 1970-01-01T00:00Z. `at` is absent only when nothing is
 * known; for `between`, and for what is wider than an hour (`part`, `day`, `month`, `season`, `year`), it is the first
 * instant it can be, and `until` the last.
 */
export interface Moment {
  readonly precision: Precision
  readonly at?: number
  readonly until?: number
  /** What a limit (`by`, `from`, `between`) is known to, where that is no hour. */
  readonly grain?: 'part' | Wide
  readonly part?: string
  readonly season?: 'spring' | 'summer' | 'autumn' | 'winter'
  /** IANA zone in which it is known: what is wider than an hour is read there and nowhere else. */
  readonly zone?: string
}

/** What is wider than a part of the day. */
export type Wide = 'day' | 'month' | 'season' | 'year'

const WIDE: ReadonlySet<string> = new Set(['day', 'month', 'season', 'year'])

/** How wide a moment is that has no hour; nothing for one that has, for a part of a day, and for what nobody knows. */
export function wideOf({ precision, grain }: Moment): Wide | undefined {
  if (grain === 'part') return undefined
  return grain ?? (WIDE.has(precision) ? (precision as Wide) : undefined)
}

/** Is it known to the hour, however roughly? */
export function hasHour(moment: Moment): boolean {
  return (
    moment.precision !== 'part' &&
    moment.grain !== 'part' &&
    moment.precision !== 'unknown' &&
    wideOf(moment) === undefined
  )
}
