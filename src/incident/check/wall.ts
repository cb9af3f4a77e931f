import type { Instant } from '../incident.ts'
import { wallAt } from '../shape/clock.ts'
import { isoMinutes } from '../shape/moment-complaints.ts'

/** A moment as a complaint shows it, on the clock of the newsroom: `2024-12-11 18:30`. */
export function wall(instant: Instant, zone: string): string {
  return isoMinutes(wallAt(instant, zone)).replace('T', ' ')
}
