import { describe, expect, test } from 'vitest'
import {
  type FigureValue,
  figure,
  figureCount,
  money,
  number,
  numberInWords,
  ordinal,
  percent,
  phone,
} from '../../src/language/number.ts'
import { fc } from '../machine/property.ts'
import { allLocales } from './locales.ts'

const locales = await allLocales()
const fr = locales.fr as never
const ca = locales['fr-ca'] as never
const en = locales.en as never

test.each([
  [0, '0', '0', '0'],
  [999, '999', '999', '999'],
  [1200, '1\u202F200', '1\u00A0200', '1,200'],
  [315000, '315\u202F000', '315\u00A0000', '315,000'],
  [1234567, '1\u202F234\u202F567', '1\u00A0234\u00A0567', '1,234,567'],
  [1.5, '1,5', '1,5', '1.5'],
  [-1200, '−1\u202F200', '−1\u00A0200', '−1,200'],
])('%d', (value, french, canadian, english) => {
  expect(number(fr, value)).toBe(french)
  expect(number(ca, value)).toBe(canadian)
  expect(number(en, value)).toBe(english)
})

test('every whole number can be read back', () =>
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), value => {
      expect(Number(number(en, value).replaceAll(',', '').replace('−', '-'))).toBe(value)
      expect(Number(number(fr, value).replace(/\s/g, '').replace('−', '-'))).toBe(value)
    }),
  ))

test.each([
  [1, undefined, 'un', 'one'],
  [1, 'fs', 'une', 'one'],
  [2, 'fs', 'deux', 'two'],
  [9, undefined, 'neuf', 'nine'],
  [10, undefined, '10', '10'],
])('%d of class %s in words', (value, cls, french, english) => {
  expect(numberInWords(fr, value, cls)).toBe(french)
  expect(numberInWords(en, value)).toBe(english)
})

const fois = { fr: { one: 'abonné', other: 'abonnés' }, en: { one: 'user', other: 'users' } }
const nbsp = (text: string) => text.replace(/(\d) (?=\d)/g, '$1\u202F')

describe('a figure with what it counts', () => {
  test.each<[FigureValue, string, string]>([
    [{ kind: 'exact', value: 0 }, 'aucun abonné', 'no users'],
    [{ kind: 'exact', value: 1 }, 'un abonné', 'one user'],
    [{ kind: 'exact', value: 2 }, 'deux abonnés', 'two users'],
    [{ kind: 'exact', value: 11 }, '11 abonnés', '11 users'],
    [{ kind: 'about', value: 1200 }, 'quelque 1 200 abonnés', 'some 1,200 users'],
    [{ kind: 'over', value: 1 }, "plus d'un abonné", 'more than one user'],
    [{ kind: 'over', value: 8 }, 'plus de huit abonnés', 'more than eight users'],
    [{ kind: 'over', value: 5000 }, 'plus de 5 000 abonnés', 'more than 5,000 users'],
    [{ kind: 'nearly', value: 80 }, 'près de 80 abonnés', 'nearly 80 users'],
    [{ kind: 'exact', value: 1_000_000 }, "un million d'abonnés", '1 million users'],
    [{ kind: 'over', value: 1_000_000 }, "plus d'un million d'abonnés", 'more than 1 million users'],
    [{ kind: 'exact', value: 1_200_000 }, "1,2 million d'abonnés", '1.2 million users'],
    [{ kind: 'exact', value: 1_500_000 }, "1,5 million d'abonnés", '1.5 million users'],
    [{ kind: 'exact', value: 2_000_000 }, "2 millions d'abonnés", '2 million users'],
    [{ kind: 'about', value: 3_000_000 }, "quelque 3 millions d'abonnés", 'some 3 million users'],
    [{ kind: 'exact', value: 1_234_567 }, '1 234 567 abonnés', '1,234,567 users'],
    [{ kind: 'over', value: 2_000_000_000 }, "plus de 2 milliards d'abonnés", 'more than 2 billion users'],
    [{ kind: 'range', low: 200, high: 300 }, 'entre 200 et 300 abonnés', 'between 200 and 300 users'],
    [
      { kind: 'range', low: 1_000_000, high: 2_000_000 },
      "entre 1 et 2 millions d'abonnés",
      'between 1 and 2 million users',
    ],
    [
      { kind: 'range', low: 500_000, high: 1_000_000 },
      "entre 500 000 et un million d'abonnés",
      'between 500,000 and 1 million users',
    ],
    [{ kind: 'magnitude', word: 'dozens' }, "des dizaines d'abonnés", 'dozens of users'],
    [{ kind: 'magnitude', word: 'hundreds' }, "des centaines d'abonnés", 'hundreds of users'],
    [{ kind: 'magnitude', word: 'thousands' }, "des milliers d'abonnés", 'thousands of users'],
    [
      { kind: 'magnitude', word: 'tens of thousands' },
      "des dizaines de milliers d'abonnés",
      'tens of thousands of users',
    ],
    [
      { kind: 'magnitude', word: 'hundreds of thousands' },
      "des centaines de milliers d'abonnés",
      'hundreds of thousands of users',
    ],
    [{ kind: 'magnitude', word: 'millions' }, "des millions d'abonnés", 'millions of users'],
  ])('%j', (value, french, english) => {
    expect(figure(fr, value, fois.fr)).toBe(nbsp(french))
    expect(figure(en, value, fois.en)).toBe(english)
  })

  test('a feminine noun', () => {
    const plainte = { one: 'plainte', other: 'plaintes', class: 'fs' }
    expect(figure(fr, { kind: 'exact', value: 1 }, plainte)).toBe('une plainte')
    expect(figure(fr, { kind: 'exact', value: 0 }, plainte)).toBe('aucune plainte')
    expect(figure(fr, { kind: 'magnitude', word: 'thousands' }, plainte)).toBe('des milliers de plaintes')
  })

  test('without a noun', () => {
    expect(figure(fr, { kind: 'about', value: 1200 })).toBe('environ 1\u202F200')
    expect(figure(en, { kind: 'magnitude', word: 'thousands' })).toBe('thousands')
  })

  test('as a share', () => {
    expect(figure(fr, { kind: 'about', value: 40 }, 'percent')).toBe('environ 40 %')
    expect(figure(en, { kind: 'over', value: 40 }, 'percent')).toBe('more than 40%')
    expect(figure(fr, { kind: 'range', low: 5, high: 30 }, 'percent')).toBe('entre 5 et 30 %')
    expect(percent(fr, 12.5)).toBe('12,5 %')
  })

  test('a size without a word is a mistake of the grammar', () =>
    expect(() => figure(fr, { kind: 'magnitude', word: 'zillions' })).toThrow(/no magnitude/))

  test('what a verb agrees with', () => {
    expect(figureCount({ kind: 'over', value: 1 })).toBe(1)
    expect(figureCount({ kind: 'range', low: 1, high: 3 })).toBe(3)
    expect(figureCount({ kind: 'magnitude', word: 'dozens' })).toBeGreaterThan(2)
  })
})

test.each([
  [1, 'EUR', '1 euro', '€1'],
  [1.5, 'EUR', '1,50 euro', '€1.50'],
  [1200, 'EUR', '1 200 euros', '€1,200'],
  [3_000_000, 'EUR', "3 millions d'euros", '€3m'],
  [1_500_000_000, 'USD', '1,5 milliard de dollars', '$1.5bn'],
  [20, 'GBP', '20 livres sterling', '£20'],
  [20, 'SEK', '20 couronnes suédoises', 'SEK\u00A020'],
  [20, 'HUF', '20 HUF', 'HUF\u00A020'],
])('%d %s', (amount, currency, french, english) => {
  expect(money(fr, amount, currency)).toBe(nbsp(french))
  expect(money(en, amount, currency)).toBe(english)
})

test('dollars in Québec are Canadian', () => {
  expect(money(ca, 3_000_000, 'CAD')).toBe('3 millions de dollars')
  expect(money(ca, 20, 'USD')).toBe('20 dollars américains')
})

test.each([
  [1, '1er', '1st'],
  [2, '2e', '2nd'],
  [3, '3e', '3rd'],
  [11, '11e', '11th'],
  [21, '21e', '21st'],
])('rank %d', (value, french, english) => {
  expect(ordinal(fr, value)).toBe(french)
  expect(ordinal(en, value)).toBe(english)
})

test('a telephone number keeps the groups in which it was typed', () =>
  expect(phone(' 04 222 01 12')).toBe('04\u00A0222\u00A001\u00A012'))
