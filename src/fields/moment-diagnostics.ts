import { HOUR, MINUTE } from '../foundation/time-units.ts'
import type { ReportDiagnostic } from './field-types.ts'
import { daysIn, instantsAt, type UnreadableMoment, wallAt } from './typed-local-time.ts'

/** Reports why a moment cannot be parsed, with the form probably meant. */
export function diagnoseForm(why: UnreadableMoment, value: string, report: ReportDiagnostic): undefined {
  if (why === 'hour') return report.diagnose('time/no-such-hour', { value })
  if (why === 'offset')
    return report.diagnose('time/no-such-offset', { value, offset: value.slice(value.search(/[+-][\d:]+$/)) })
  if (why === 'form') {
    const right = meant(value)
    return report.diagnose(
      'time/unreadable',
      { value, right: right ?? '' },
      right === undefined ? {} : { replace: right },
    )
  }
  const [year = 0, month = 0] = value.split('-').map(Number)
  if (month < 1 || month > 12) return report.diagnose('time/unreadable', { value, right: '' })
  return report.diagnose('time/no-such-date', { value, day: daysIn(year, month), month: value.slice(5, 7), year })
}

/** Reports that a local time does not exist, or occurs twice, on the day of a clock change. */
export function diagnoseLocalTime(
  wall: number,
  value: string,
  zone: string,
  found: readonly number[],
  report: ReportDiagnostic,
  at: readonly string[],
): undefined {
  const [first, second] = found
  if (first !== undefined && second !== undefined) {
    const facts = { value, zone, first: withOffset(wall, first), second: withOffset(wall, second) }
    return report.diagnose('time/twice', facts, { at })
  }
  const later = instantsAt(wall + HOUR, zone)[0] ?? wall
  return report.diagnose('time/skipped', { value, zone, right: isoMinutes(wallAt(later, zone)) }, { at })
}

/**
 * The same moment in the notation of the file, when nothing has to be guessed.
 * @example meant('2024-12-11 18h30') // '2024-12-11T18:30'
 * @example meant('11/12/2024') // undefined: 11 December or 12 November
 */
function meant(value: string): string | undefined {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2})(?:[h:.]|\sh\s?|:)(\d{2})?)?(?::\d{2})?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      value.trim(),
    )
  if (!found) return undefined
  const [, year, month = '', day = '', hour, minute = '00', zone = ''] = found
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}${zone}`
}

function withOffset(wall: number, instant: number): string {
  const minutes = Math.round((wall - instant) / MINUTE)
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return `${isoMinutes(wall)}${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/** `2024-12-11T18:30` of a local time given as if it were UTC. */
export function isoMinutes(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16)
}
