import { kindOf } from '../foundation/value-kind.ts'
import { choice, many, type ReportDiagnostic, readBy } from './field-types.ts'
import { plainNumber, wholeMeant } from './number-field.ts'
import type { CountUnit, Figure, Magnitude } from './values.ts'

/** Magnitudes without a number. */
const magnitudes: Readonly<Record<Magnitude, string>> = {
  dozens: 'Some tens.',
  hundreds: 'Some hundreds.',
  thousands: 'Some thousands.',
  'tens of thousands': 'Some tens of thousands.',
  'hundreds of thousands': 'Some hundreds of thousands.',
  millions: 'Some millions.',
}

/** A number, or only its magnitude as a word. */
export const figureValue = () =>
  readBy<number | Magnitude>(
    { anyOf: [{ type: 'number', minimum: 0 }, { enum: Object.keys(magnitudes) }] },
    (value, report) => {
      if (typeof value !== 'string') {
        return report.diagnose('shape/wrong-type', { field: '', expected: 'figure', found: kindOf(value) })
      }
      return Object.hasOwn(magnitudes, value) ? (value as Magnitude) : numberOf(value, report)
    },
  )

const numberOf = (value: string, report: ReportDiagnostic): number | undefined =>
  plainNumber(value) ?? report.diagnose('shape/not-a-number', { field: '', value, right: wholeMeant(value) ?? '' })

/** `[low, high]`: two numbers; a magnitude is a range already. */
export const figureRange = () =>
  many(
    readBy<number>({ type: 'number', minimum: 0 }, (value, report) =>
      typeof value !== 'string' || Object.hasOwn(magnitudes, value)
        ? report.diagnose('shape/wrong-type', { field: '', expected: 'range', found: kindOf(value) })
        : numberOf(value, report),
    ),
  )

export const figurePrecision = () =>
  choice({
    exact: 'The number as it is.',
    about: 'Around the number.',
    over: 'More than the number.',
    nearly: 'Slightly less than the number.',
    under: 'Less than the number, by how much nobody says.',
    'at least': 'The number or more.',
    'up to': 'The number or less.',
  })

/** A share in percent: `60%`, `60`. */
export const share = () => readBy<number>(SHARE, shareIn)

const SHARE = { type: ['string', 'number'], pattern: '^\\d{1,3}(\\.\\d+)? ?%?$', examples: ['60%'] }

function shareIn(value: unknown, report: ReportDiagnostic): number | undefined {
  if (typeof value !== 'string')
    return report.diagnose('shape/wrong-type', { field: '', expected: 'number', found: kindOf(value) })
  const number = numberOf(value.trim().replace(/\s?%$/u, ''), report)
  if (number === undefined || number <= 100) return number
  return report.diagnose('shape/number-out-of-range', { field: '', value, low: 0, high: 100 })
}

/** A share, or the lowest and the highest that it may be: `80%`, `[70%, 80%]`. */
export const shareOrRange = () =>
  readBy<Figure>(
    { anyOf: [SHARE, { type: 'array', items: SHARE, minItems: 2, maxItems: 2 }] },
    (value, report): Figure | undefined => {
      const shares = (Array.isArray(value) ? value : [value]).map(one => shareIn(one, report))
      const [low, high, ...more] = shares
      if (shares.includes(undefined) || low === undefined) return undefined
      if (more.length > 0 || (high !== undefined && high < low))
        return report.diagnose('shape/wrong-type', { field: '', expected: 'range', found: 'list' })
      return high === undefined ? { kind: 'exact', value: low } : { kind: 'range', low, high }
    },
  )

/** Whether a number is valid for its unit: counts are whole, and percentages at most 100. */
export function fits(
  {
    value,
    range,
    unit,
  }: { value?: number | Magnitude | undefined; range: readonly unknown[]; unit: CountUnit | 'other' },
  report: ReportDiagnostic,
): boolean {
  const numbers: [unknown, readonly PropertyKey[]][] = [
    [value, ['value']],
    ...range.map((one, index): [unknown, PropertyKey[]] => [one, ['range', index]]),
  ]
  const wrong = numbers.filter(
    ([number]) => typeof number === 'number' && (unit === 'percent' ? number > 100 : !Number.isInteger(number)),
  )
  for (const [number, at] of wrong) {
    if (unit === 'percent') {
      const facts = { field: String(at[0]), value: String(number), low: 0, high: 100 }
      report.diagnose('shape/number-out-of-range', facts, { at })
    } else report.diagnose('shape/not-whole', { value: String(number), unit }, { at })
  }
  return wrong.length === 0
}

type FigurePrecision = Exclude<Figure['kind'], 'range' | 'magnitude'>

/** Assembles a figure from its fields. */
export function figureOf(
  fields: {
    value?: number | Magnitude | undefined
    range: readonly number[]
    precision?: FigurePrecision | undefined
  },
  report: ReportDiagnostic,
): Figure | undefined {
  const { value, range, precision } = fields
  if (range.length > 0) {
    if (value !== undefined)
      return report.diagnose('shape/only-one', { field: 'value', other: 'range' }, { at: ['range'], part: 'key' })
    const [low, high] = range
    if (range.length !== 2 || low === undefined || high === undefined || low > high) {
      return report.diagnose(
        'shape/wrong-type',
        { field: 'range', expected: 'range', found: 'list' },
        { at: ['range'] },
      )
    }
    return { kind: 'range', low, high }
  }
  if (value === undefined) return report.diagnose('shape/one-of', { fields: 'value, range' })
  if (typeof value === 'string') return { kind: 'magnitude', word: value }
  return { kind: precision ?? 'exact', value }
}
