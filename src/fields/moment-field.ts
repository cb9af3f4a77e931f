import { nearest } from '../foundation/nearest.ts'
import { isZone } from '../foundation/time-zone.ts'
import { kindOf } from '../foundation/value-kind.ts'
import type { FieldContext } from './field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  type JsonSchema,
  named,
  note,
  type ReportDiagnostic,
  readBy,
} from './field-types.ts'
import { diagnoseForm, diagnoseLocalTime } from './moment-diagnostics.ts'
import { defined } from './name-field.ts'
import { speaker } from './speaker-field.ts'
import { instantsAt, readMoment, type TypedMomentParts, wallOf } from './typed-local-time.ts'
import type { DayPart, Instant, Precision, Speaker, When } from './values.ts'

/** First and last hour of each part of a day: the last is the first of the next. */
export const dayParts: Readonly<Record<DayPart, readonly [number, number]>> = {
  night: [0, 6],
  morning: [6, 12],
  midday: [12, 14],
  afternoon: [14, 18],
  evening: [18, 24],
}

const momentJson: JsonSchema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?)?$',
  examples: ['2024-12-11T18:30', '2024-12-11T18:30+01:00', '2024-12-11'],
}

/** One exact moment with its hour (`hour: true`), or with its day at least (then the first instant of the day). */
export const instant = (context: FieldContext, hour = true) =>
  named(
    context,
    hour ? 'instant' : 'date',
    hour ? 'Exact moment' : 'Day or moment',
    'A date and an hour; without an offset it is in the time zone of content/site.yaml.',
    () =>
      readBy<Instant>(momentJson, (value, report) => {
        const written = writtenOf(value, report)
        if (written === undefined) return undefined
        if (written.seconds === undefined && hour) {
          return report.diagnose('time/hour-missing', { value: String(value), precision: 'exact' })
        }
        return instantOf(written, String(value), context.zone, report)
      }),
  )

/** A moment as exactly as it is known. */
export const moment = (context: FieldContext) =>
  named(
    context,
    'moment',
    'Moment',
    'When something happened, as exactly as it is known. Without an offset it is in `zone`, or else in the time zone of content/site.yaml.',
    () =>
      bare(
        [momentJson, { const: 'unknown', description: 'Nobody knows.' }],
        (text, report) => momentOf(text, context.zone, report),
        finish(
          group({
            at: note(
              readBy<string>(momentJson, momentText).optional(),
              'At',
              'The moment; the first possible one when it is not exact.',
            ),
            precision: note(precision.optional(), 'Precision', 'How well it is known. A date alone means `day`.'),
            until: note(
              readBy<string>(momentJson, momentText).optional(),
              'Until',
              'With `between`: the last possible moment.',
            ),
            part: note(partOfDay.optional(), 'Part of the day', 'Instead of an hour.'),
            zone: note(
              zoneName().optional(),
              'Zone',
              'IANA time zone of the provider: the moment is read and told in it.',
            ),
            source: note(speaker(context).optional(), 'Source', 'Who says so, when it is not the newsroom.'),
          }),
          (written, report) => whenOf(written, context.zone, report),
        ),
      ),
  )

const precision = choice({
  exact: 'To the minute.',
  about: 'Around this hour.',
  before: 'Shortly before.',
  after: 'Shortly after.',
  between: 'Between `at` and `until`.',
  part: 'In a part of the day.',
  day: 'On this day; the hour is not known.',
  unknown: 'Not known at all.',
})

const partOfDay = choice({
  night: 'From midnight to 6 on this date.',
  morning: 'From 6 to 12.',
  midday: 'From 12 to 14.',
  afternoon: 'From 14 to 18.',
  evening: 'From 18 to midnight.',
})

const zoneName = () =>
  readBy<string>({ type: 'string', examples: ['America/New_York'] }, (value, report) => {
    if (typeof value === 'string' && isZone(value)) return value
    const near = typeof value === 'string' ? nearest(value, Intl.supportedValuesOf('timeZone')) : undefined
    return report.diagnose('time/unknown-zone', { zone: String(value ?? ''), nearest: near ?? '' })
  })

function momentText(value: unknown, report: ReportDiagnostic): string | undefined {
  return writtenOf(value, report) === undefined ? undefined : (value as string)
}

function writtenOf(value: unknown, report: ReportDiagnostic): TypedMomentParts | undefined {
  if (typeof value !== 'string') {
    return report.diagnose('shape/wrong-type', { field: '', expected: 'moment', found: kindOf(value) })
  }
  const written = readMoment(value)
  return typeof written === 'string' ? diagnoseForm(written, value, report) : written
}

function instantOf(
  written: TypedMomentParts,
  text: string,
  zone: string,
  report: ReportDiagnostic,
  at: readonly string[] = [],
): Instant | undefined {
  const wall = wallOf(written)
  if (written.offset !== undefined) return wall - written.offset * 60_000
  const found = instantsAt(wall, zone)
  // A day that begins at one o'clock, as in some zones when clocks change, begins then.
  if (written.seconds === undefined) return found[0] ?? instantsAt(wall + 3_600_000, zone)[0]
  const [only, second] = found
  return only !== undefined && second === undefined ? only : diagnoseLocalTime(wall, text, zone, found, report, at)
}

function momentOf(text: string, zone: string, report: ReportDiagnostic): When | undefined {
  if (text === 'unknown') return { precision: 'unknown' }
  return writtenOf(text, report) && whenOf({ at: text }, zone, report)
}

interface MomentFields {
  at?: string | undefined
  until?: string | undefined
  precision?: Precision | undefined
  part?: DayPart | undefined
  zone?: string | undefined
  source?: Speaker | undefined
}

/** Puts the fields of a moment together, or says what contradicts what. */
function whenOf(fields: MomentFields, home: string, report: ReportDiagnostic): When | undefined {
  const { at, until, part, zone, source } = fields
  const rest = defined({ zone, source })
  const told = fields.precision
  if (told === 'unknown') {
    if (at !== undefined) return report.diagnose('time/unknown-with-hour', {}, { at: ['at'] })
    return { precision: 'unknown', ...rest }
  }
  if (at === undefined) return report.diagnose('time/at-missing', {})
  const written = readMoment(at) as TypedMomentParts
  const local = zone ?? home
  const first = instantOf(written, at, local, report, ['at'])
  if (first === undefined) return undefined
  if (until !== undefined || told === 'between') return betweenOf(fields, first, local, rest, report)
  if (part !== undefined || told === 'part') return partOf(written, part, local, rest, report)
  if (written.seconds === undefined) {
    if (told !== undefined && told !== 'day')
      return report.diagnose('time/hour-missing', { value: at, precision: told }, { at: ['at'] })
    return { precision: 'day', at: first, until: dayAfter(written, local) - 1, ...rest }
  }
  if (told === 'day') {
    const midnight = instantOf({ year: written.year, month: written.month, day: written.day }, at, local, report)
    return midnight === undefined
      ? undefined
      : { precision: 'day', at: midnight, until: dayAfter(written, local) - 1, ...rest }
  }
  return { precision: told ?? 'exact', at: first, ...rest }
}

function betweenOf(
  fields: MomentFields,
  first: Instant,
  zone: string,
  rest: object,
  report: ReportDiagnostic,
): When | undefined {
  const { at = '', until, precision: told } = fields
  if (told !== undefined && told !== 'between') {
    return report.diagnose('shape/only-one', { field: 'precision', other: 'until' }, { at: ['until'], part: 'key' })
  }
  if (until === undefined) return report.diagnose('time/needs-until', {}, { at: ['precision'] })
  const written = readMoment(until) as TypedMomentParts
  const last =
    written.seconds === undefined ? dayAfter(written, zone) - 1 : instantOf(written, until, zone, report, ['until'])
  if (last === undefined) return undefined
  if (last <= first) return report.diagnose('time/until-before-at', { at, until }, { at: ['until'] })
  return { precision: 'between', at: first, until: last, ...rest }
}

function partOf(
  written: TypedMomentParts,
  part: DayPart | undefined,
  zone: string,
  rest: object,
  report: ReportDiagnostic,
): When | undefined {
  if (part === undefined) return report.diagnose('shape/missing', { field: 'part', of: 'moment' })
  if (written.seconds !== undefined) return report.diagnose('time/part-with-hour', { part }, { at: ['part'] })
  const [from, to] = dayParts[part]
  const midnight = wallOf(written)
  const [start] = nearInstant(midnight + from * 3_600_000, zone)
  const [end] = nearInstant(midnight + to * 3_600_000, zone)
  return { precision: 'part', at: start, until: end - 1, part, ...rest }
}

function dayAfter(written: TypedMomentParts, zone: string): Instant {
  return nearInstant(wallOf({ ...written, seconds: 0 }) + 86_400_000, zone)[0]
}

/** The instant of a wall time; an hour later where the clock skips it. */
function nearInstant(wall: number, zone: string): [Instant] {
  return [instantsAt(wall, zone)[0] ?? instantsAt(wall + 3_600_000, zone)[0] ?? wall]
}
