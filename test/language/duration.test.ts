import { describe, expect, test } from 'vitest'
import { duration } from '../../src/language/duration.ts'
import { fc } from '../machine/property.ts'
import { allLocales, EDITIONS } from './locales.ts'

const locales = await allLocales()
const fr = locales.fr as never
const en = locales.en as never

const H = 60
const D = 24 * 60

describe('a length that is known roughly', () => {
  test.each([
    [0, 'quelques minutes', 'a few minutes'],
    [4, 'quelques minutes', 'a few minutes'],
    [10, 'une dizaine de minutes', 'about 10 minutes'],
    [12, 'une bonne dizaine de minutes', 'just over 10 minutes'],
    [15, "un quart d'heure environ", 'about 15 minutes'],
    [17, "un bon quart d'heure", 'just over 15 minutes'],
    [19, 'près de 20 minutes', 'nearly 20 minutes'],
    [20, 'une vingtaine de minutes', 'about 20 minutes'],
    [23, 'une bonne vingtaine de minutes', 'just over 20 minutes'],
    [25, 'plus de 20 minutes', 'more than 20 minutes'],
    [28, "près d'une demi-heure", 'nearly half an hour'],
    [30, 'une demi-heure environ', 'about half an hour'],
    [33, 'une bonne demi-heure', 'just over half an hour'],
    [40, 'une quarantaine de minutes', 'about 40 minutes'],
    [45, "environ trois quarts d'heure", 'about 45 minutes'],
    [50, "près d'une heure", 'nearly an hour'],
    [55, "près d'une heure", 'nearly an hour'],
    [59, "près d'une heure", 'nearly an hour'],
    [H, 'environ une heure', 'about an hour'],
    [65, "un peu plus d'une heure", 'just over an hour'],
    [75, "plus d'une heure", 'more than an hour'],
    [85, "près d'une heure et demie", 'nearly an hour and a half'],
    [90, 'environ une heure et demie', 'about an hour and a half'],
    [2 * H, 'environ deux heures', 'about two hours'],
    [220, 'un peu plus de trois heures et demie', 'just over three and a half hours'],
    [6 * H + 15, 'plus de six heures', 'more than six hours'],
    [6 * H + 50, 'près de sept heures', 'nearly seven hours'],
    [10 * H + 20, 'un peu plus de 10 heures', 'just over 10 hours'],
    [14 * H + 30, 'plus de 14 heures', 'more than 14 hours'],
    [23 * H + 45, 'près de 24 heures', 'nearly 24 hours'],
    [36 * H, 'environ 36 heures', 'about 36 hours'],
    [2 * D, 'environ deux jours', 'about two days'],
    [2 * D + 4 * H, 'un peu plus de deux jours', 'just over two days'],
    [2 * D + 8 * H, 'plus de deux jours', 'more than two days'],
    [2 * D + 18 * H, 'près de trois jours', 'nearly three days'],
    [14 * D, 'environ deux semaines', 'about two weeks'],
    [80 * D, 'plus de deux mois', 'more than two months'],
  ])('%i minutes', (minutes, french, english) => {
    expect(duration(fr, minutes)).toBe(french)
    expect(duration(en, minutes)).toBe(english)
  })
})

describe('a length whose ends are known to the minute', () => {
  test.each([
    [0, "moins d'une minute", 'less than a minute'],
    [1, 'une minute', 'a minute'],
    [2, 'deux minutes', 'two minutes'],
    [22, '22 minutes', '22 minutes'],
    [49, '49 minutes', '49 minutes'],
    [50, "près d'une heure", 'nearly an hour'],
    [60, 'une heure', 'an hour'],
    [61, "un peu plus d'une heure", 'just over an hour'],
    [90, 'une heure et demie', 'an hour and a half'],
    [150, 'deux heures et demie', 'two and a half hours'],
    [6 * H, 'six heures', 'six hours'],
    [24 * H, '24 heures', '24 hours'],
    [2 * D, 'deux jours', 'two days'],
    [7 * D, 'sept jours', 'seven days'],
  ])('%i minutes', (minutes, french, english) => {
    expect(duration(fr, minutes, { exact: true })).toBe(french)
    expect(duration(en, minutes, { exact: true })).toBe(english)
  })
})

describe('a length that qualifies « une panne », "outage"', () => {
  test.each([
    [3, 'de quelques minutes', 'brief'],
    [20, "d'une vingtaine de minutes", '20-minute'],
    [30, "d'une demi-heure environ", 'half-hour'],
    [55, "de près d'une heure", 'nearly one-hour'],
    [60, "d'environ une heure", 'one-hour'],
    [90, "d'environ une heure et demie", '90-minute'],
    [220, "d'un peu plus de trois heures et demie", 'more than three-and-a-half-hour'],
    [6 * H, "d'environ six heures", 'six-hour'],
    [18 * H, "d'environ 18 heures", '18-hour'],
    [2 * D, "d'environ deux jours", 'two-day'],
  ])('%i minutes', (minutes, french, english) => {
    expect(duration(fr, minutes, { as: 'compound' })).toBe(french)
    expect(duration(en, minutes, { as: 'compound' })).toBe(english)
  })

  test('exact', () => expect(duration(fr, 6 * H, { exact: true, as: 'compound' })).toBe('de six heures'))
})

test('what no grammar or clock can mean is a mistake', () => {
  expect(() => duration(fr, 10, { as: 'nope' })).toThrow(/no duration frame/)
  expect(() => duration(fr, -1)).toThrow(/-1 minutes/)
  expect(() => duration(fr, Number.NaN)).toThrow(/NaN/)
})

test.each(EDITIONS)('%s has words for every length, and no brace or double space in them', id => {
  const locale = locales[id] as never
  const any = fc.tuple(fc.integer({ min: 0, max: 500_000 }), fc.boolean(), fc.constantFrom('plain', 'compound'))
  fc.assert(
    fc.property(any, ([minutes, exact, as]) => {
      const text = duration(locale, minutes, { exact, as })
      expect(text).toMatch(/^\S/)
      expect(text).not.toMatch(/[{}]| {2}|undefined|NaN/)
    }),
  )
})

test('a rough length names no minute that the source does not', () => {
  const round = new Set(['5', '10', '15', '20', '30', '40', '45'])
  for (let minutes = 0; minutes < 60; minutes++) {
    const [figure] = duration(en, minutes).match(/\d+/) ?? []
    if (figure !== undefined) expect(round).toContain(figure)
  }
})

test('a longer outage is never told as a shorter one', () => {
  // "nearly two hours" may be said of more than "more than an hour", never of less.
  const told = (minutes: number) => duration(en, minutes, { exact: true })
  let last = ''
  const seen = new Set<string>()
  for (let minutes = 0; minutes < 3 * D; minutes++) {
    const text = told(minutes)
    if (text !== last) expect(seen, `${minutes} minutes come back to "${text}"`).not.toContain(text)
    seen.add(text)
    last = text
  }
})
