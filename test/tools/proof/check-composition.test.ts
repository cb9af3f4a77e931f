import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import { yamlOf } from '../../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import { compositionDiagnostics } from '../../../tools/proof/check-composition.ts'
import { readRulebook } from '../../../tools/proof/rulebook.ts'
import { articleOf, incidentOf, namedAs, realiserOf } from '../../article/realise.ts'

const workspace = openWorkspace(resolve(import.meta.dirname, '../../..'))
const rulebook = readRulebook(yamlOf(workspace, 'locales/fr/proof.yaml'), 'locales/fr/proof.yaml')
const { locale } = realiserOf('fr')
const whole = articleOf(
  incidentOf('state: ongoing\nas_of: 2026-02-10T16:00\nservices: facebook\nstarted: 2026-02-10T15:00\n'),
  'fr',
)

const sentence = (text: string, from = ['/counts/0/value']) => ({ spans: [{ text }], text, wording: 'x#1', from })

const withSentences = (texts: readonly string[], from?: string[]): Article => ({
  ...whole,
  brief: [],
  standfirst: { ...whole.standfirst, text: '' },
  paragraphs: [{ move: 'start', form: 'prose', sentences: texts.map(text => sentence(text, from)) }],
})

const checksOf = (...articles: Article[]) => [
  ...new Set(
    compositionDiagnostics(
      articles.map(article => ({ article, locale, rulebook })),
      [namedAs('BE')],
    ).map(({ check }) => check.slice('composition/'.length)),
  ),
]

test.each([
  ['day', ['La panne a commencé mardi à 8h.', 'Elle a pris fin mardi à 9h.']],
  ['opening', ['La panne a touché Namur.', 'La panne a duré une heure.']],
  ['verb', ['Tout va bien, a indiqué Meta.', 'Rien ne va, a indiqué Telnova.']],
  ['connective', ['Par ailleurs, les trains roulent.']],
])('finds a repeated %s, or what links nothing', (check, texts) => {
  expect(checksOf(withSentences(texts))).toEqual([check])
})

test('finds a place named twice, where the sentences are about places', () => {
  const texts = ['Les trains roulent en Belgique.', 'On compte cent plaintes en Belgique.']
  expect(checksOf(withSentences(texts, ['/scope/places/0']))).toEqual(['place'])
  expect(checksOf(withSentences(texts))).toEqual([])
})

test('several days in one paragraph are each named', () => {
  expect(
    checksOf(withSentences(['Elle a commencé mardi à 8h.', 'La reprise, mercredi, a été suivie mardi de plaintes.'])),
  ).toEqual([])
})

test('finds a standfirst of hours, and what only one edition tells', () => {
  const hours = { ...withSentences([]), standfirst: sentence('La panne a commencé à 8h.', ['/started']) }
  expect(checksOf(hours)).toEqual(['standfirst'])
  expect(checksOf(withSentences(['On compte cent plaintes.']), withSentences([]))).toEqual(['parity-body'])
})
