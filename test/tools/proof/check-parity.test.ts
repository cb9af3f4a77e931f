import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import { disparities, type EditionArticle, figuresOf } from '../../../tools/proof/check-parity.ts'
import { readRulebook } from '../../../tools/proof/rulebook.ts'
import { realiserOf } from '../../article/realise.ts'
import { named } from '../../article/said.ts'
import { article, prose, sentence } from '../../site/fixture.ts'

const locales = resolve(import.meta.dirname, '../../../locales')
const rulebookOf = (language: string) => {
  const file = join(locales, language, 'proof.yaml')
  return readRulebook(load(readFileSync(file, 'utf8')), file)
}
const version = (edition: 'fr' | 'en', changes: Partial<Article>): EditionArticle => ({
  article: article({ edition, ...changes }),
  locale: realiserOf(edition).locale,
  rulebook: rulebookOf(edition),
})
const told = (edition: 'fr' | 'en', text: string) => version(edition, { paragraphs: [prose(text)] })

/** What is found, and the edition that lacks it. */
const found = (...versions: EditionArticle[]) =>
  disparities(versions, [named('meta'), named('facebook')]).map(
    ({ check, found: what, edition }) => `${check} ${what} ${edition}`,
  )

describe('two editions of one article', () => {
  test.each<[string, string, string, string[]]>([
    ['tell the same', 'Meta compte 1 200 plaintes.', 'Meta counts 1,200 complaints.', []],
    ['lack a figure', 'Meta compte 1 200 plaintes.', 'Meta counts complaints.', ['facts/figure 1200 en']],
    ['differ in a figure', 'Meta : 1 200', 'Meta: 1,300', ['facts/figure 1200 en', 'facts/figure 1300 fr']],
    ['write a small figure in words', 'Meta : 12', 'Meta: twelve', []],
    ['lack a name', 'Meta et Facebook', 'Meta', ['facts/name facebook en']],
    ['have a name in another word only', 'Meta', 'Metaverse', ['facts/name meta en']],
  ])('%s', (_, french, english, expected) => {
    expect(found(told('fr', french.replaceAll(' 200', '\u202f200')), told('en', english))).toEqual(expected)
  })

  test('a quotation in another language has figures of its own', () => {
    const quoted = sentence('Meta : ', { text: '1,200 complaints', lang: 'en' })
    const french = version('fr', { paragraphs: [{ move: 'lead', form: 'prose', sentences: [quoted] }] })
    expect(found(french, told('en', 'Meta: 1,200 complaints'))).toEqual([])
  })

  test('a value that no sentence tells is found, but for words for a headline', () => {
    const untold = ['/counts/0/value', '/statements/0/highlight/fr']
    expect(found(version('fr', { untold, paragraphs: [] }))).toEqual(['facts/untold /counts/#/value fr'])
  })
})

test.each([
  ['fr', '1\u202f200 et 12,5 et 1\u202f234,5', ['1200', '1234.5']],
  ['en', '1,200 and 12.5 and 1,234.5', ['1200', '1234.5']],
] as const)('figures in %s are read in one notation, small ones left out', (edition, text, figures) => {
  expect(figuresOf(told(edition, text))).toEqual(figures)
})
