import type { Length, LengthUnit } from '../foundation/length.ts'
import { kindOf } from '../foundation/value-kind.ts'
import type { FieldContext } from './field-context.ts'
import { bare, finish, group, type JsonSchema, named, note, type ReportDiagnostic, readBy } from './field-types.ts'

const lengthPattern =
  /^(?:(\d+) ?y(?:ears?)?)? ?(?:(\d+) ?mo(?:nths?)?)? ?(?:(\d+) ?w(?:eeks?)?)? ?(?:(\d+) ?d(?:ays?)?)? ?(?:(\d+(?:\.\d+)?) ?h(?:ours?)?)? ?(?:(\d+) ?(?:m|min|minutes?)?)?$/

const UNITS: readonly LengthUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute']

const MINUTES: Readonly<Record<LengthUnit, number>> = {
  year: 525_960,
  month: 43_830,
  week: 10_080,
  day: 1440,
  hour: 60,
  minute: 1,
}

const SEVERAL: Readonly<Record<string, LengthUnit>> = {
  'several minutes': 'minute',
  'several hours': 'hour',
  'several days': 'day',
  'several weeks': 'week',
  'several months': 'month',
  'several years': 'year',
}

const lengthJson: JsonSchema = {
  type: 'string',
  pattern: lengthPattern.source,
  examples: ['6h', '45min', '1h30', '2d', '3w', '1y'],
}

/** A length of time as somebody gives it: one, a range, or several of a unit. */
export const length = (context: FieldContext) =>
  named(context, 'length', 'Length of time', 'How long: `6h`, `45min`, `2d`, `3w`, a range, or `several weeks`.', () =>
    bare(
      [lengthJson, { enum: Object.keys(SEVERAL) }],
      lengthOf,
      finish(
        group({
          from: note(readBy<string>(lengthJson, lengthText), 'From', 'The shortest.'),
          to: note(readBy<string>(lengthJson, lengthText), 'To', 'The longest.'),
        }),
        rangeOf,
      ),
    ),
  )

function lengthOf(text: string, report: ReportDiagnostic): Length | undefined {
  const unit = Object.hasOwn(SEVERAL, text.trim()) ? SEVERAL[text.trim()] : undefined
  if (unit) return { kind: 'several', unit }
  const minutes = minutesOf(text)
  if (minutes === undefined) return report.diagnose('shape/not-a-duration', { value: text })
  return { kind: 'one', minutes, ...unitOf(text) }
}

function lengthText(value: unknown, report: ReportDiagnostic): string | undefined {
  if (typeof value === 'string' && minutesOf(value) !== undefined) return value
  if (typeof value === 'string') return report.diagnose('shape/not-a-duration', { value })
  return report.diagnose('shape/wrong-type', { field: '', expected: 'duration', found: kindOf(value) })
}

function rangeOf({ from, to }: { from: string; to: string }, report: ReportDiagnostic): Length | undefined {
  const [low, high] = [minutesOf(from) ?? 0, minutesOf(to) ?? 0]
  if (low >= high) return report.diagnose('time/length-upside-down', { from, to }, { at: ['to'] })
  const unit = unitOf(to)
  const isOfUnit = unit.unit === undefined || low % MINUTES[unit.unit] === 0
  return { kind: 'range', low, high, ...(isOfUnit && unit) }
}

/** The unit in which a length is typed, where it is a whole number of one: `48h` is no « deux jours ». */
function unitOf(text: string): { readonly unit?: LengthUnit } {
  const [, ...amounts] = lengthPattern.exec(text.trim()) ?? []
  const typed = UNITS.filter((_, index) => amounts[index] !== undefined)
  const [unit, another] = typed
  return unit === undefined || another !== undefined || /[.]/.test(text) ? {} : { unit }
}

/** Minutes of `1h30`, `2d 4h`, `45min`, `3w`; `undefined` for anything else (a bare number has no unit). */
export function minutesOf(text: string): number | undefined {
  const found = lengthPattern.exec(text.trim())
  if (!found || /^\d*$/.test(text.trim())) return undefined
  const amounts = found.slice(1)
  const total = UNITS.reduce((sum, unit, index) => sum + Number(amounts[index] ?? 0) * MINUTES[unit], 0)
  return total > 0 ? Math.round(total) : undefined
}
