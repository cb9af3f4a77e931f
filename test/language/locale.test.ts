import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { merge } from '../../src/foundation/merge-data.ts'
import { loadDateFnsLocale } from '../../src/language/date-fns-locale.ts'
import type { Edition } from '../../src/language/edition.ts'
import { compileLocale, GrammarError } from '../../src/language/locale.ts'
import { clock, day, type Moment, moment, stamp, window } from '../../src/language/moment.ts'
import { fc } from '../machine/property.ts'
import { allLocales, clockWithZone, EDITIONS, editionOf, localeData } from './locales.ts'

const locales = await allLocales()
const locale = await loadDateFnsLocale('fr')

/** The problems of a locale made from the French files with something laid over them. */
function diagnosticsOf(grammar: unknown, edition: unknown = {}): string[] {
  try {
    compileLocale(merge(localeData('fr/grammar.yaml'), grammar), merge(editionOf('fr'), edition) as Edition, locale)
    return []
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error
    return error.diagnostics.map(({ place, facts }) => `${place.file} ${facts.key}: ${facts.reason}`)
  }
}

describe('a mistake in a grammar is said where a linguist can mend it', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'an unknown slot',
      { numbers: { percent: '{nombre} %' } },
      /fr\/grammar\.yaml numbers\.percent: .*\{nombre\}.*\{number\}/,
    ],
    ['an open brace', { numbers: { percent: '{number %' } }, /numbers\.percent: .*brace/],
    [
      'an unknown slot of a day',
      { day: { frames: { plain: { at: { today: '{jour}' } } } } },
      /day\.frames\.plain.*\{jour\}/,
    ],
    ['a part without a form', { day: { whole: { extra: '' } } }, /parts\.night\.forms: the form "extra" is missing/],
    ['a missing key', { list: { and: null } }, /list\.and/],
    ['a key nobody reads', { lists: {} }, /lists/],
    [
      'a broken pattern',
      { sound: { patterns: [{ match: '(', vowel: true }] } },
      /sound\.patterns\.0\.match: not a regular/,
    ],
    ['a time that is none', { clock: { words: { '25:00': 'x' } } }, /clock\.words/],
    ['a class that is not declared', { default_class: 'xx' }, /default_class: .*xx/],
    ['a date-fns pattern', { day: { date: 'YYYY nn' } }, /day\.date: /],
  ])('%s', (_name, grammar, said) => expect(diagnosticsOf(grammar).join('\n')).toMatch(said))

  test('in the file of the edition when the edition says it', () =>
    expect(diagnosticsOf({}, { grammar: { numbers: { percent: '{nombre}' } } })[0]).toMatch(
      /^locales\/editions\/fr\.yaml /,
    ))

  test('nothing at all', () => {
    expect(() => compileLocale(null, editionOf('fr'), locale)).toThrow(GrammarError)
  })
})

test('an edition is laid over its language key by key', () => {
  expect(merge({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, d: null })).toEqual({ a: { b: 1, c: [3] }, d: null })
  expect(locales['fr-ca']?.grammar.clock.hour).toBe("H 'h'")
  expect(locales['fr-ca']?.grammar.clock.zone).toBe(locales.fr?.grammar.clock.zone)
})

test.each(EDITIONS)('%s tells any moment without a hole', id => {
  const locale = locales[id] as never
  // Any time of some years, and oftener than chance has it a night on which clocks are put back.
  const instant = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.integer({ min: Date.parse('2019-12-30T00:00Z'), max: Date.parse('2027-01-03T00:00Z') }),
    },
    fc
      .record({
        night: fc.constantFrom('2026-10-24T22:00Z', '2026-11-01T03:00Z'),
        quarter: fc.integer({ min: 0, max: 24 }),
      })
      .map(({ night, quarter }) => Date.parse(night) + quarter * 15 * 60_000),
  )
  const known = fc.record({
    precision: fc.constantFrom('exact', 'about', 'before', 'after', 'between', 'part', 'day', 'unknown'),
    at: instant,
    length: fc.integer({ min: 0, max: 86_400_000 }),
    part: fc.constantFrom('night', 'morning', 'midday', 'afternoon', 'evening'),
    zone: fc.constantFrom(undefined, 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Sydney'),
  })
  fc.assert(
    fc.property(known, known, instant, (one, other, asOf) => {
      const moments = [one, other].map(
        ({ length, zone, ...rest }) => ({ ...rest, until: rest.at + length, ...(zone && { zone }) }) as Moment,
      )
      const [first, second] = moments.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) as [Moment, Moment]
      const texts = [
        clockWithZone(locale, first),
        ...['at', 'by', 'since', 'from', 'until', 'as_from', 'bare'].map(as => clock(locale, first, as)),
        ...['adverb', 'plain', 'bare', 'date', 'dateAdverb'].map(as => day(locale, first, asOf, as)),
        moment(locale, first, asOf),
        window(locale, first, second, asOf),
        window(locale, first, undefined, asOf),
        stamp(locale, asOf, { zone: true }),
      ]
      for (const text of texts) {
        expect(text).toBe(text.trim())
        expect(text).not.toMatch(/[{}]| {2}|undefined|NaN|\b(\p{L}{2,}) \1\b/u)
      }
      if (first.precision !== 'unknown') expect(moment(locale, first, asOf)).not.toBe('')
    }),
  )
})

test('no file of this room names a language', () => {
  const room = new URL('../../src/language/', import.meta.url)
  const names = /(['"`])(?:fr|en|nl)(?:-[A-Z]{2})?\1/
  const found = readdirSync(room).flatMap(file =>
    readFileSync(new URL(file, room), 'utf8')
      .split('\n')
      .filter(line => names.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line))
      .map(line => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
