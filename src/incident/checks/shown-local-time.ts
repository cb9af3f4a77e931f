import { isoMinutes } from '../../fields/moment-diagnostics.ts'
import { wallAt } from '../../fields/typed-local-time.ts'
import type { Instant } from '../../fields/values.ts'

/** A moment in a message, in the newsroom's time zone: `2024-12-11 18:30`. */
export function wall(instant: Instant, zone: string): string {
  return isoMinutes(wallAt(instant, zone)).replace('T', ' ')
}
