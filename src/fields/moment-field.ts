import { nearest } from '../foundation/nearest-word.ts'
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
import { instantOf, whenOf } from './known-moment.ts'
import { diagnoseForm } from './moment-diagnostics.ts'
import { speaker } from './speaker-field.ts'
import { readMoment, readPeriod, type TypedMomentParts } from './typed-local-time.ts'
import type { Instant, When } from './values.ts'

/** A day, with its hour if it has one. */
const instantJson: JsonSchema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?)?$',
  examples: ['2024-12-11T18:30', '2024-12-11T18:30+01:00', '2024-12-11'],
}

/** The same, or a month or a year: a bare year is a number in an editor's schema. */
const momentJson: JsonSchema = {
  type: ['string', 'integer'],
  pattern: '^\\d{4}(-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?)?)?)?$',
  examples: ['2024-12-11T18:30', '2024-12-11T18:30+01:00', '2024-12-11', '2024-12', '2024'],
}

/** One exact moment with its hour (`hour: true`), or at least with its day (then the first instant of the day). */
export const instant = (context: FieldContext, hour = true) =>
  named(
    context,
    hour ? 'instant' : 'date',
    hour ? 'Exact moment' : 'Day or moment',
    'A date and an hour; without an offset it is in the time zone of content/site.yaml.',
    () =>
      readBy<Instant>(instantJson, (value, report) => {
        const written = writtenOf(value, report)
        if (written === undefined) return undefined
        if (written.seconds === undefined && hour) {
          return report.diagnose('time/hour-missing', { value: String(value), precision: 'exact', context: '' })
        }
        return instantOf(written, String(value), context.zone, report)
      }),
  )

/** A moment with its precision. */
export const moment = (context: FieldContext) =>
  named(
    context,
    'moment',
    'Moment',
    'When something happened, as exactly as it is known: an hour, a day, a month (`2023-05`), a year (`2023`). Without an offset it is in `zone`, or else in the time zone of content/site.yaml.',
    () =>
      bare(
        [momentJson, { const: 'unknown', description: 'Nobody knows.' }],
        (text, report) => momentIn(text, context.zone, report),
        finish(group(momentFields(context)), (written, report) => whenOf(written, context.zone, report)),
      ),
  )

/** The fields of a moment, for a value that has others beside them. */
export const momentFields = (context: FieldContext) => ({
  at: note(
    readBy<string>(momentJson, momentText).optional(),
    'At',
    'The moment; the first possible one when it is not exact.',
  ),
  precision: note(precision.optional(), 'Precision', 'How well it is known. A date alone means `day`.'),
  until: note(
    readBy<string>(momentJson, momentText).optional(),
    'Until',
    'With `between`: the last possible moment, or day.',
  ),
  part: note(
    partOfDay.optional(),
    'Part of the day',
    'Instead of an hour. It is that part where it was written, and told with that zone to readers elsewhere.',
  ),
  season: note(season.optional(), 'Season', 'With a year in `at`.'),
  zone: note(
    zoneName().optional(),
    'Zone',
    'IANA time zone of the provider: the moment is read in it, and told in it beside the reader’s own.',
  ),
  source: note(speaker(context).optional(), 'Source', 'Who says so, when it is not the newsroom.'),
})

/** A moment that somebody knows, however roughly. */
export const knownMoment = (context: FieldContext) =>
  finish(moment(context), (when, report) =>
    when.at === undefined ? report.diagnose('time/must-be-known', { field: '' }) : when,
  )

const precision = choice({
  exact: 'To the minute.',
  about: 'Around this hour, half-day, month or year.',
  before: 'Shortly before.',
  after: 'Shortly after.',
  by: 'No later than this: also where it was only found then, and had begun before.',
  from: 'No earlier than this.',
  between: 'Between `at` and `until`.',
  part: 'In a part of the day.',
  day: 'On this day; the hour is not known.',
  month: 'In this month.',
  season: 'In a season of this year.',
  year: 'In this year.',
  unknown: 'Not known at all.',
})

const partOfDay = choice({
  night: 'From midnight to 6 on this date.',
  morning: 'From 6 to 12.',
  midday: 'From 12 to 14.',
  afternoon: 'From 14 to 18.',
  evening: 'From 18 to midnight.',
  'early morning': 'From 6 to 9.',
  'mid morning': 'Around 9 or 10.',
  'late morning': 'From 9 to 12.',
  'early afternoon': 'From 14 to 16.',
  'mid afternoon': 'Around 16.',
  'late afternoon': 'From 16 to 18.',
  'early evening': 'From 18 to 21.',
  'late evening': 'From 21 to midnight.',
})

const season = choice({
  spring: 'In spring.',
  summer: 'In summer.',
  autumn: 'In autumn.',
  winter: 'In winter.',
})

const zoneName = () =>
  readBy<string>({ type: 'string', examples: ['America/New_York'] }, (value, report) => {
    if (typeof value === 'string' && isZone(value)) return value
    const near = typeof value === 'string' ? nearest(value, Intl.supportedValuesOf('timeZone')) : undefined
    return report.diagnose('time/unknown-zone', { zone: String(value ?? ''), nearest: near ?? '' })
  })

function momentText(value: unknown, report: ReportDiagnostic): string | undefined {
  if (typeof value === 'string' && readPeriod(value)) return value
  return writtenOf(value, report) === undefined ? undefined : (value as string)
}

function writtenOf(value: unknown, report: ReportDiagnostic): TypedMomentParts | undefined {
  if (typeof value !== 'string') {
    return report.diagnose('shape/wrong-type', { field: '', expected: 'moment', found: kindOf(value) })
  }
  const written = readMoment(value)
  return typeof written === 'string' ? diagnoseForm(written, value, report) : written
}

/** A moment written as a text: a day, an hour, `unknown`. */
export function momentIn(text: string, zone: string, report: ReportDiagnostic): When | undefined {
  if (text === 'unknown') return { precision: 'unknown' }
  return momentText(text, report) === undefined ? undefined : whenOf({ at: text }, zone, report)
}
