import { kindOf } from '../foundation/value-kind.ts'
import { readBy } from './field-types.ts'

/**
 * Parses `1200`, `1 200` (any space), `1_200` and `12.5`. A comma could be thousands or decimals and is refused, and
 * so is a point before three digits: `12.000`.
 */
export function plainNumber(text: string): number | undefined {
  const digits = text.trim().replace(/(?<=\d)[\s_\u00A0\u202F](?=\d{3}(?!\d))/g, '')
  return /^\d{1,15}(\.\d{1,6})?$/.test(digits) && wholeMeant(digits) === undefined ? Number(digits) : undefined
}

/**
 * The whole number that `12.000`, `12,000` or `1.200.000` may mean.
 * @example wholeMeant('12.000') // '12000'
 */
export function wholeMeant(text: string): string | undefined {
  return /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text.trim()) ? text.trim().replace(/[.,]/g, '') : undefined
}

/** A whole number between two bounds. */
export const wholeNumber = (low: number, high: number) =>
  readBy<number>({ type: 'integer', minimum: low, maximum: high }, (value, report) => {
    if (typeof value !== 'string') {
      return report.diagnose('shape/wrong-type', { field: '', expected: 'number', found: kindOf(value) })
    }
    const number = plainNumber(value)
    if (number === undefined || !Number.isInteger(number)) {
      return report.diagnose('shape/wrong-type', { field: '', expected: 'number', found: 'text' })
    }
    if (number < low || number > high) {
      return report.diagnose('shape/number-out-of-range', { field: '', value, low, high })
    }
    return number
  })

const flags: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

/** `true` or `false`; `yes` and `no` mean the same. */
export const flag = () =>
  readBy<boolean>({ type: 'boolean' }, (value, report) => {
    if (typeof value === 'string' && Object.hasOwn(flags, value.toLowerCase())) return flags[value.toLowerCase()]
    return report.diagnose('shape/wrong-type', { field: '', expected: 'flag', found: kindOf(value) })
  })
