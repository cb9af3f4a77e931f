import { expect, test } from 'vitest'
import { agree, classOf } from '../../src/language/agreement.ts'
import { list, listWithWords } from '../../src/language/list.ts'
import { allLocales } from './locales.ts'

const { fr, en, 'en-us': us } = (await allLocales()) as Record<'fr' | 'en' | 'en-us', never>

test.each([
  [['ms'], 'ms'],
  [['fp'], 'fp'],
  [['ms', 'fs'], 'mp'],
  [['fs', 'fs'], 'fp'],
  [['fs', 'fp', 'fs'], 'fp'],
  [['fs', 'fs', 'mp'], 'mp'],
  [['mp', 'mp'], 'mp'],
])('subjects of classes %j agree as %s', (classes, cls) => expect(classOf(fr, classes)).toBe(cls))

test.each([
  [['s'], 's'],
  [['p'], 'p'],
  [['s', 's'], 'p'],
])('English subjects %j agree as %s', (classes, cls) => expect(classOf(en, classes)).toBe(cls))

test.each([
  ['ms', { ms: 'touché', fs: 'touchée', mp: 'touchés', fp: 'touchées' }, 'touché'],
  ['fp', { ms: 'touché', fs: 'touchée', mp: 'touchés', fp: 'touchées' }, 'touchées'],
  ['fs', { s: 'est', p: 'sont' }, 'est'],
  ['mp', { s: 'est', p: 'sont' }, 'sont'],
  ['fp', { m: 'tous', f: 'toutes' }, 'toutes'],
  ['ms', { s: 'est', ms: 'premier' }, 'premier'],
  ['p', { s: 'est', p: 'sont' }, 'sont'],
])('%s takes of %j %s', (cls, forms, form) => expect(agree(fr, cls, forms as Record<string, string>)).toBe(form))

test('what cannot agree is a mistake of the wording or the directory', () => {
  expect(() => agree(fr, 'ms', { p: 'sont' })).toThrow(/no form for "ms"/)
  expect(() => agree(fr, 'xx', { s: 'est' })).toThrow(/no class/)
  expect(() => classOf(fr, [])).toThrow(/empty/)
})

test.each<[string[], string, string]>([
  [[], '', ''],
  [['A'], 'A', 'A'],
  [['A', 'B'], 'A et B', 'A and B'],
  [['A', 'B', 'C'], 'A, B et C', 'A, B and C'],
  [['A', 'B', 'C', 'D'], 'A, B, C et D', 'A, B, C and D'],
])('%j is listed', (items, french, english) => {
  expect(list(fr, items)).toBe(french)
  expect(list(en, items)).toBe(english)
  expect(list(us, items)).toBe(english)
})

test('or', () => {
  expect(list(fr, ['A', 'B', 'C'], 'or')).toBe('A, B ou C')
  expect(list(en, ['A', 'B'], 'or')).toBe('A or B')
})

test('a word before each item is said again where the language says it again', () => {
  const places = [
    { word: 'en', noun: { text: 'Espagne', class: 'fs' } },
    { word: 'à', noun: { article: 'le', text: 'Portugal', class: 'ms' } },
  ]
  expect(listWithWords(fr, places)).toBe('en Espagne et au Portugal')
  const inEnglish = ['Spain', 'Portugal'].map(text => ({ word: 'in', noun: { text, class: 's' } }))
  expect(listWithWords(en, inEnglish)).toBe('in Spain and Portugal')
  const mixed = [...inEnglish, { word: 'on', noun: { text: 'Jersey', class: 's' } }]
  expect(listWithWords(en, mixed)).toBe('in Spain, Portugal and on Jersey')
  expect(listWithWords(en, [{ word: 'in', noun: { article: 'the', text: 'US', class: 's' } }])).toBe('in the US')
})
