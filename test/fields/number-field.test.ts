import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { minutesOf } from '../../src/fields/length-field.ts'
import { flag, plainNumber, wholeMeant, wholeNumber } from '../../src/fields/number-field.ts'

/** The value, or the code of the diagnostic. */
function readingOf(shape: z.ZodType, value: unknown): unknown {
  const { success, data, error } = shape.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  return issue?.code === 'custom' ? issue.params?.code : issue?.code
}

test.each([
  ['1200', 1200],
  [' 1200 ', 1200],
  ['1 200', 1200],
  ['1\u202f200', 1200],
  ['1\u00a0200\u00a0000', 1_200_000],
  ['1_200', 1200],
  ['12.5', 12.5],
  ['0', 0],
  ['0.5', 0.5],
  ['12.0001', 12.0001],
  ['1,200', undefined],
  ['12,5', undefined],
  ['12.000', undefined],
  ['12 00', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['', undefined],
  ['1234567890123456', undefined],
])('the number that %j writes is %j', (text, number) => expect(plainNumber(text)).toBe(number))

test.each([
  ['12.000', '12000'],
  ['12,000', '12000'],
  ['1.200.000', '1200000'],
  [' 1,200 ', '1200'],
  ['12.00', undefined],
  ['12.0000', undefined],
  ['0.500', undefined],
  ['1200', undefined],
])('the whole number that %j may mean is %j', (text, meant) => expect(wholeMeant(text)).toBe(meant))

test.each([
  ['6h', 360],
  ['45min', 45],
  ['45 minutes', 45],
  ['45 m', 45],
  ['1h30', 90],
  ['1 h 30 min', 90],
  ['1.5 h', 90],
  ['2d', 2880],
  ['2d 4h', 3120],
  ['1 day', 1440],
  ['90', undefined],
  ['0h', undefined],
  ['', undefined],
  ['6 hrs', undefined],
  ['1h30h', undefined],
  ['-1h', undefined],
])('the minutes of %j are %j', (text, minutes) => expect(minutesOf(text)).toBe(minutes))

describe('a field', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a whole number at its lower bound', wholeNumber(1, 5), '1', 1],
    ['one at its upper bound', wholeNumber(1, 5), '5', 5],
    ['one above it', wholeNumber(1, 5), '6', 'shape/number-out-of-range'],
    ['one below it', wholeNumber(1, 5), '0', 'shape/number-out-of-range'],
    ['a part of a number', wholeNumber(1, 5), '2.5', 'shape/wrong-type'],
    ['words for a number', wholeNumber(1, 5), 'two', 'shape/wrong-type'],
    ['a list for a number', wholeNumber(1, 5), ['2'], 'shape/wrong-type'],
    ['no number', wholeNumber(1, 5), null, 'shape/empty'],
    ['yes', flag(), 'yes', true],
    ['NO, in capitals', flag(), 'NO', false],
    ['true', flag(), 'true', true],
    ['a name that every object has', flag(), 'constructor', 'shape/wrong-type'],
    ['perhaps', flag(), 'perhaps', 'shape/wrong-type'],
  ])('takes %s as it is, or says why not', (_, shape, value, expected) => {
    expect(readingOf(shape, value)).toBe(expected)
  })
})
