import type { Precision } from '../foundation/precision.ts'
import { DAY, HOUR, MINUTE } from '../foundation/time-units.ts'
import type { ReportDiagnostic } from './field-types.ts'
import { diagnoseLocalTime } from './moment-diagnostics.ts'
import { defined } from './name-field.ts'
import {
  daysOf,
  instantsAt,
  readMoment,
  readPeriod,
  type TypedMomentParts,
  type TypedPeriod,
  wallOf,
} from './typed-local-time.ts'
import type { DayPart, Instant, Season, Speaker, When } from './values.ts'

/** First and last hour of each part of a day: the last is the first of the next. */
const dayParts: Readonly<Record<DayPart, readonly [number, number]>> = {
  night: [0, 6],
  morning: [6, 12],
  midday: [12, 14],
  afternoon: [14, 18],
  evening: [18, 24],
  'early morning': [6, 9],
  'mid morning': [8, 11],
  'late morning': [9, 12],
  'early afternoon': [14, 16],
  'mid afternoon': [15, 17],
  'late afternoon': [16, 18],
  'early evening': [18, 21],
  'late evening': [21, 24],
}

/** Limits that may be known to the day, or less exactly. */
const LIMITS: ReadonlySet<Precision | undefined> = new Set(['by', 'from'])

/** What is only about a half-day is its middle; about midday is midday. */
const ABOUT: Partial<Readonly<Record<DayPart, DayPart>>> = {
  morning: 'mid morning',
  midday: 'midday',
  afternoon: 'mid afternoon',
}

/** What may be said of a month or a year. */
const WIDE: ReadonlySet<Precision | undefined> = new Set(['about', 'by', 'from'])

/** The valid fields of a moment. */
interface MomentFields {
  at?: string | undefined
  until?: string | undefined
  precision?: Precision | undefined
  part?: DayPart | undefined
  season?: Season | undefined
  zone?: string | undefined
  source?: Speaker | undefined
}

/** What a moment has beside its instants, and its time zone. */
interface Reading {
  readonly rest: Pick<When, 'zone' | 'source'>
  /** The same with the zone, written or the newsroom's: a day or part of day depends on it. */
  readonly placed: Pick<When, 'zone' | 'source'>
  readonly zone: string
  readonly report: ReportDiagnostic
}

/** Assembles a moment from its fields, or reports contradictions. */
export function whenOf(fields: MomentFields, home: string, report: ReportDiagnostic): When | undefined {
  const { at, until, part, zone = home, source, season } = fields
  const rest = defined({ zone: fields.zone, source })
  const reading = { rest, placed: defined({ zone, source }), zone, report }
  const told = fields.precision
  if (told === 'unknown') {
    if (at !== undefined) return report.diagnose('time/unknown-with-hour', {}, { at: ['at'] })
    return { precision: 'unknown', ...rest }
  }
  if (at === undefined) return report.diagnose('time/at-missing', {})
  const period = readPeriod(at)
  if (period) return periodOf(period, fields, reading)
  if (season !== undefined || told === 'season') {
    return seasonOfDay(at, season === undefined ? 'precision' : 'season', report)
  }
  const written = readMoment(at) as TypedMomentParts
  if (told === 'month') return periodOf({ year: written.year, month: written.month }, fields, reading)
  if (told === 'year') return periodOf({ year: written.year }, fields, reading)
  const first = instantOf(written, at, zone, report, ['at'])
  if (first === undefined) return undefined
  if (until !== undefined || told === 'between') return betweenOf(fields, written, first, reading)
  if (part !== undefined || told === 'part') return partOf(written, fields, reading)
  if (written.seconds === undefined) return dayOf(written, first, fields, reading)
  if (told === 'day')
    return dayOf({ year: written.year, month: written.month, day: written.day }, first, fields, reading)
  return { precision: told ?? 'exact', at: first, ...rest }
}

/**
 * The instant of a moment as written; the first one of a day. Local times skipped or repeated by clock changes are
 * reported.
 */
export function instantOf(
  written: TypedMomentParts,
  text: string,
  zone: string,
  report: ReportDiagnostic,
  at: readonly string[] = [],
): Instant | undefined {
  const wall = wallOf(written)
  if (written.offset !== undefined) return wall - written.offset * MINUTE
  const found = instantsAt(wall, zone)
  // A day that begins at one o'clock, in zones where clocks change at midnight, begins then.
  if (written.seconds === undefined) return found[0] ?? instantsAt(wall + HOUR, zone)[0]
  const [only, second] = found
  return only !== undefined && second === undefined ? only : diagnoseLocalTime(wall, text, zone, found, report, at)
}

/** A month, a year, or a season of it: no earlier and no later, or in it. */
function periodOf(period: TypedPeriod, fields: MomentFields, { placed, zone, report }: Reading): When | undefined {
  const { at = '', until, part, season, precision: told } = fields
  const grain = period.month === undefined ? 'year' : 'month'
  const [first, last] = daysOf(period)
  const span = { at: startOf(first, zone), until: dayAfter(last, zone) - 1 }
  if (season !== undefined || told === 'season') {
    if (season === undefined) return report.diagnose('shape/missing', { field: 'season', of: 'moment' })
    if (grain === 'month') return seasonOfDay(at, 'season', report)
    // Seasons differ in the other hemisphere: only the year of its instants is certain.
    return { precision: 'season', season, ...span, ...placed }
  }
  if (part !== undefined || until !== undefined || (told !== undefined && told !== grain && !WIDE.has(told))) {
    const precision = told ?? (part === undefined ? 'between' : 'part')
    return report.diagnose('time/hour-missing', { value: at, precision, context: 'vague' }, { at: ['at'] })
  }
  return WIDE.has(told)
    ? { precision: told as 'about' | 'by' | 'from', grain, ...span, ...placed }
    : { precision: grain, ...span, ...placed }
}

const seasonOfDay = (at: string, field: string, report: ReportDiagnostic) =>
  report.diagnose('time/season-needs-year', { value: at, year: at.slice(0, 4) }, { at: [field] })

/** A day without an hour, or a limit known to the day. */
function dayOf(
  written: TypedMomentParts,
  first: Instant,
  { at = '', precision: told }: MomentFields,
  { placed, zone, report }: Reading,
): When | undefined {
  const isLimit = LIMITS.has(told)
  if (told !== undefined && told !== 'day' && !isLimit) {
    return report.diagnose('time/hour-missing', { value: at, precision: told, context: 'vague' }, { at: ['at'] })
  }
  const midnight = written.seconds === undefined && told !== 'day' ? first : startOf(written, zone)
  const span = { at: midnight, until: dayAfter(written, zone) - 1 }
  return isLimit
    ? { precision: told as 'by' | 'from', grain: 'day', ...span, ...placed }
    : { precision: 'day', ...span, ...placed }
}

function betweenOf(
  { at = '', until, precision: told }: MomentFields,
  from: TypedMomentParts,
  first: Instant,
  { rest, placed, zone, report }: Reading,
): When | undefined {
  if (told !== undefined && told !== 'between') {
    return report.diagnose('shape/only-one', { field: 'precision', other: 'until' }, { at: ['until'], part: 'key' })
  }
  if (until === undefined) return report.diagnose('time/needs-until', {}, { at: ['precision'] })
  if (readPeriod(until))
    return report.diagnose(
      'time/hour-missing',
      { value: until, precision: 'between', context: 'vague' },
      { at: ['until'] },
    )
  const written = readMoment(until) as TypedMomentParts
  const last =
    written.seconds === undefined ? dayAfter(written, zone) - 1 : instantOf(written, until, zone, report, ['until'])
  if (last === undefined) return undefined
  if (last <= first) return report.diagnose('time/until-before-at', { at, until }, { at: ['until'] })
  const span = { precision: 'between', at: first, until: last } as const
  const isOfDays = from.seconds === undefined && written.seconds === undefined
  return isOfDays ? { ...span, grain: 'day', ...placed } : { ...span, ...rest }
}

function partOf(
  written: TypedMomentParts,
  { part: named, precision }: MomentFields,
  { placed, zone, report }: Reading,
): When | undefined {
  if (named === undefined) return report.diagnose('shape/missing', { field: 'part', of: 'moment' })
  if (written.seconds !== undefined) return report.diagnose('time/part-with-hour', { part: named }, { at: ['part'] })
  const middle = precision === 'about' ? ABOUT[named] : undefined
  const part = middle ?? named
  const told = middle ? 'part' : precision
  const [from, to] = dayParts[part]
  const midnight = wallOf(written)
  const start = nearInstant(midnight + from * HOUR, zone)
  const end = nearInstant(midnight + to * HOUR, zone)
  const span = { at: start, until: end - 1, part, ...placed }
  if (told !== undefined && told !== 'part' && !LIMITS.has(told))
    return report.diagnose('time/part-and-precision', { part, precision: told }, { at: ['precision'] })
  return LIMITS.has(told)
    ? { precision: told as 'by' | 'from', grain: 'part', ...span }
    : { precision: 'part', ...span }
}

const startOf = ({ year, month, day }: TypedMomentParts, zone: string): Instant =>
  nearInstant(wallOf({ year, month, day }), zone)

function dayAfter(written: TypedMomentParts, zone: string): Instant {
  return nearInstant(wallOf({ ...written, seconds: 0 }) + DAY, zone)
}

/** The instant of a local time; an hour later where clocks skip it. */
function nearInstant(wall: number, zone: string): Instant {
  return instantsAt(wall, zone)[0] ?? instantsAt(wall + HOUR, zone)[0] ?? wall
}
