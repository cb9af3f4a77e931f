import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { proofread } from '../../src/article/proofread-article.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { articleOf, EDITIONS, incidentOf } from './realise.ts'

const content = resolve(import.meta.dirname, '../../content/incidents')
const samples = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'))

const TEXT = `state: ongoing
as_of: 2026-03-03T12:00
company: orion-telecom
services: mobile-data
started: 2026-03-03T10:00
background:
  - { fr: Les équipes travaillent au retour de la connexion mobile., en: Teams are working to bring the mobile connection back. }
published: 2026-03-03T10:30
`

const read = (text: string, change: (article: Article) => Article = article => article) => {
  const incident = incidentOf(text)
  return proofread(
    storyOf(incident),
    ['fr', 'en'].map(edition => change(articleOf(incident, edition))),
    text,
  )
}

test.each(samples)('has nothing against the sample %s', path => {
  const text = readFileSync(join(content, path), 'utf8')
  const incident = incidentOf(text, path)
  const articles = EDITIONS.map(edition => articleOf(incident, edition))
  expect(proofread(storyOf(incident), articles, text)).toEqual([])
})

describe('planted mistakes are found', () => {
  test('a value that no article tells, at its line', () => {
    const diagnostics = read(TEXT, article => ({ ...article, untold: ['/started'] }))
    expect(diagnostics).toMatchObject([
      { code: 'article/untold', place: { line: 5 }, facts: { field: 'started', context: 'state' } },
    ])
  })

  test('several values of one entry that no article tells: once', () => {
    const untold = ['/counts/0/value', '/counts/0/unit', '/started']
    const diagnostics = read(TEXT, article => ({ ...article, untold }))
    expect(diagnostics).toMatchObject([
      { code: 'article/untold', facts: { field: 'counts › 0 › value, unit' } },
      { code: 'article/untold', facts: { field: 'started' } },
    ])
  })

  test('words marked for titles that nothing on top quotes', () => {
    const marked =
      'statements: { original: { lang: fr, text: Un incendie a ravagé nos locaux. }, translations: { en: Fire has gutted our premises. }, highlight: { fr: ravagé nos locaux, en: gutted our premises } }\n'
    const top =
      "headline: { fr: Serveurs hors ligne, en: Servers offline }\nstandfirst: { fr: Personne n'est blessé., en: Nobody is hurt. }\n"
    const diagnostics = read(TEXT.replace('published', `${marked}${top}published`))
    expect(diagnostics).toMatchObject([{ code: 'article/highlight-unused', facts: { angle: 'statements/0' } }])
  })

  test('a channel without words, in a statement of which the rest is told', () => {
    const statement = 'statements: { via: { name: RTL }, original: { lang: fr, text: Nous cherchons } }\n'
    const diagnostics = read(TEXT.replace('published', `${statement}published`))
    expect(diagnostics).toMatchObject([
      { code: 'article/untold', place: { line: 8 }, facts: { field: 'statements › via', context: 'part' } },
    ])
  })

  test('a value told in one language only', () => {
    const diagnostics = read(TEXT, article =>
      article.edition === 'en' ? { ...article, untold: ['/background/0'] } : article,
    )
    expect(diagnostics).toMatchObject([{ code: 'article/untold-in', place: { line: 7 }, facts: { editions: 'en' } }])
  })

  test.each([
    ['article/headline-long', 'warning', 65],
    ['article/headline-long', 'warning', 95],
    ['article/headline-too-long', 'error', 120],
  ])('%s: a headline typed too long, at its line', (code, severity, length) => {
    const long = 'x'.repeat(length)
    const diagnostics = read(`${TEXT}headline: { fr: ${long}, en: short enough for all }\n`)
    expect(diagnostics).toMatchObject([{ code, severity, place: { line: 9 }, facts: { edition: 'fr', length } }])
  })

  test('an alert typed too long, at its line; a made one fits', () => {
    expect(read(`${TEXT}alert: { fr: ${'x'.repeat(110)} }\n`)).toEqual([])
    const diagnostics = read(`${TEXT}alert: { fr: ${'x'.repeat(111)} }\n`)
    const facts = { edition: 'fr', length: 111, most: 110 }
    expect(diagnostics).toMatchObject([{ code: 'article/alert-long', severity: 'warning', place: { line: 9 }, facts }])
  })

  test('two sentences that say the same', () => {
    const more =
      '  - { fr: Les équipes travaillent au retour rapide de la connexion mobile., en: Teams are working to bring the mobile connection back soon. }\n'
    const diagnostics = read(TEXT.replace('published', `${more}published`))
    expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([
      ['article/said-twice', 8],
      ['article/said-twice', 8],
    ])
  })

  test.each(['fr', 'en'])('each has its words in %s', language => {
    const file = resolve(import.meta.dirname, `../../locales/${language}/problems.json`)
    const words = diagnosticWords(language, JSON.parse(readFileSync(file, 'utf8')))
    const all = [
      ...read(TEXT, article => ({ ...article, untold: ['/started'] })),
      ...read(TEXT, article => (article.edition === 'en' ? { ...article, untold: ['/started'] } : article)),
      ...read(`${TEXT}headline: { fr: ${'x'.repeat(95)}, en: ${'y'.repeat(120)} }\n`),
      ...read(`${TEXT}alert: { fr: ${'x'.repeat(120)} }\n`),
    ]
    for (const diagnostic of all) {
      expect(words.message(diagnostic)).toMatch(/\S{2}/)
      expect(words.hint(diagnostic)).toMatch(/\.$/)
    }
  })
})
