import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace, type Workspace, workspaceOf } from '../../src/foundation/workspace.ts'
import { GrammarError } from '../../src/language/grammar-error.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { openEditions } from '../../src/newsroom/open-editions.ts'

const root = resolve(import.meta.dirname, '../..')
const program = openWorkspace(root)
const FR = 'locales/editions/fr.yaml'

const site = (editions: string) => `name: Gazette
base: https://news.example/
zone: Europe/Brussels
editions: ${editions}
byline: { fr: La rédaction, en: The desk }
description: { fr: Des pannes., en: Outages. }
`

/** A newsroom with files of its own, over the program's. */
const newsroomOf = (files: Record<string, string>, editions = '[fr, en]'): Workspace =>
  withDefaults(workspaceOf({ 'content/site.yaml': site(editions), ...files }), program)

/** An edition file, with some of its lines written otherwise; `undefined` takes one out. */
function edition(changes: Record<string, string | undefined>): string {
  const fields = {
    id: 'fr',
    language: 'fr',
    tag: 'fr-BE',
    date_fns: 'fr',
    zone: 'Europe/Brussels',
    zone_name: 'heure de Bruxelles',
    home: 'BE',
    ...changes,
  }
  const lines = Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : `${field}: ${value}\n`))
  return `# Readers somewhere.\n${lines.join('')}`
}

const shown = ({ code, severity, place, facts }: Diagnostic) => ({
  code,
  severity,
  at: `${place.file}:${place.line}:${place.column}`,
  facts,
})

const found = (changes: Record<string, string | undefined>) =>
  openNewsroom(newsroomOf({ [FR]: edition(changes) })).diagnostics.map(shown)

test('has nothing against the editions of the program', () => {
  const { newsroom, diagnostics } = openNewsroom(newsroomOf({}, '[fr, en, nl, fr-ca, en-us]'))
  expect(diagnostics).toEqual([])
  expect(newsroom?.context.languages).toEqual(['fr', 'en', 'nl'])
})

describe('an edition whose id is not the name of its file', () => {
  const workspace = newsroomOf({ [FR]: edition({ id: 'en' }) })

  test('is a problem at its id, and there is no newsroom to write from', () => {
    const { newsroom, diagnostics } = openNewsroom(workspace)
    expect(newsroom).toBeUndefined()
    expect(diagnostics.map(shown)).toEqual([
      { code: 'locale/id', severity: 'error', at: `${FR}:2:5`, facts: { id: 'en', name: 'fr' } },
    ])
  })

  test('cannot be shown', async () => {
    const { newsroom } = openNewsroom(newsroomOf({}))
    const opened = openEditions(workspace, (newsroom as NonNullable<typeof newsroom>).site, ['fr'])
    await expect(opened).rejects.toThrow(GrammarError)
  })

  test('is a problem too where it is not published, and the others are', () => {
    const { newsroom, diagnostics } = openNewsroom(newsroomOf({ 'locales/editions/fr-ch.yaml': edition({}) }))
    expect(newsroom?.context.languages).toEqual(['fr', 'en'])
    expect(diagnostics).toMatchObject([{ code: 'locale/id', facts: { id: 'fr', name: 'fr-ch' } }])
  })

  test('as one whose file has a name that no edition can have', () => {
    const { diagnostics } = openNewsroom(newsroomOf({ 'locales/editions/FR ch.yaml': edition({ id: 'FR ch' }) }))
    expect(diagnostics).toMatchObject([{ code: 'locale/edition-name', facts: { name: 'FR ch' } }])
  })
})

describe('two published editions of one tag', () => {
  const SITE = 'content/site.yaml'

  test('cannot both be announced: neither is built', () => {
    const { newsroom, diagnostics } = openNewsroom(newsroomOf({}, '[fr, en, en-gb]'))
    expect(newsroom).toBeUndefined()
    expect(diagnostics.map(shown)).toEqual([
      {
        code: 'site/same-tag',
        severity: 'error',
        at: `${SITE}:4:20`,
        facts: { edition: 'en-gb', other: 'en', tag: 'en-GB' },
      },
    ])
  })

  test('are known by their tag however it is written', () => {
    const workspace = newsroomOf({ [FR]: edition({ tag: 'FR-fr' }) }, '[fr, fr-fr]')
    expect(openNewsroom(workspace).diagnostics).toMatchObject([{ code: 'site/same-tag' }])
  })

  test('or one edition twice', () => {
    expect(openNewsroom(newsroomOf({}, '[fr, en, fr]')).diagnostics.map(shown)).toEqual([
      { code: 'site/edition-twice', severity: 'error', at: `${SITE}:4:20`, facts: { edition: 'fr' } },
    ])
  })
})

test('a file in a folder below is no edition', () => {
  expect(openNewsroom(newsroomOf({ 'locales/editions/old/fr.yaml': 'nothing' })).diagnostics).toEqual([])
})

const needed = 'id, language, tag, date_fns, zone, zone_name, home'
const MISTAKES: [Record<string, string | undefined>, string, string, object][] = [
  [{ zone_name: undefined }, 'locale/missing-field', '2:1', { field: 'zone_name', needed }],
  [{ zone_name: '' }, 'locale/missing-field', '7:1', { field: 'zone_name', needed }],
  [{ id: undefined }, 'locale/missing-field', '2:1', { field: 'id', needed }],
  [{ zone_name: '12' }, 'locale/wrong-type', '7:12', { field: 'zone_name', expected: 'text', found: 'number' }],
  [{ spelling: '[a]' }, 'locale/wrong-type', '9:11', { field: 'spelling', expected: 'mapping', found: 'list' }],
  [{ tag: '12_x' }, 'locale/tag', '4:6', { value: '12_x' }],
  [{ date_fns: 'fr-FR' }, 'locale/date-fns', '5:11', { value: 'fr-FR', nearest: 'fr' }],
  [{ date_fns: 'fa' }, 'locale/date-fns', '5:11', { value: 'fa', context: 'known', known: 'fa-IR' }],
  [{ date_fns: '../fr' }, 'locale/date-fns', '5:11', { value: '../fr', nearest: 'fr' }],
  [{ date_fns: 'qqqqqq' }, 'locale/date-fns', '5:11', { value: 'qqqqqq', nearest: '' }],
  [{ home: 'ZZ' }, 'locale/home', '8:7', { value: 'ZZ', nearest: '' }],
  [{ home: 'UK' }, 'locale/home', '8:7', { value: 'UK', nearest: 'GB' }],
  [{ home: 'be' }, 'locale/home', '8:7', { value: 'be', nearest: 'BE' }],
  [{ zone: 'Europe/Brusels' }, 'time/unknown-zone', '6:7', { zone: 'Europe/Brusels', nearest: 'Europe/Brussels' }],
  [
    { says_zone: 'alwais' },
    'shape/not-a-known-value',
    '9:12',
    { field: 'says_zone', value: 'alwais', known: 'always, abroad', nearest: 'always' },
  ],
]

describe('a mistake in an edition file is said with its line', () => {
  test.each(MISTAKES)('%j', (changes, code, at, facts) => {
    expect(found(changes)).toEqual([{ code, severity: 'error', at: `${FR}:${at}`, facts }])
  })

  test('a field that nobody reads', () => {
    expect(found({ zone_nam: 'x' })).toMatchObject([
      { code: 'shape/unknown-field', at: `${FR}:9:1`, facts: { field: 'zone_nam', nearest: 'zone_name' } },
    ])
  })

  test('all of them at once', () => {
    const mistakes = { id: 'en', tag: '12_x', home: 'ZZ', date_fns: 'xx', zone: undefined }
    expect(found(mistakes).map(({ code }) => code)).toEqual([
      'locale/tag',
      'locale/date-fns',
      'locale/missing-field',
      'locale/home',
      'locale/id',
    ])
  })

  test('one in the grammar of an edition, too', async () => {
    const workspace = newsroomOf({ [FR]: `${edition({})}grammar:\n  numbers:\n    percent: "{nombre} %"\n` })
    const { newsroom } = openNewsroom(workspace)
    const error = await openEditions(workspace, (newsroom as NonNullable<typeof newsroom>).site, ['fr']).catch(
      one => one,
    )
    expect(error.diagnostics).toMatchObject([{ code: 'locale/grammar', place: { file: FR, line: 11, column: 14 } }])
  })

  test.each([
    ['numbers: { decimal: 4 }', { context: 'type', key: 'numbers.decimal', expected: 'text', found: 'number' }],
    ['numbers: { decimal: }', { context: 'missing', key: 'numbers.decimal' }],
    ['numbers: { decimol: "," }', { context: 'unknown', key: 'numbers.decimol' }],
    ['articles: le', { context: 'type', key: 'articles', expected: 'list', found: 'text' }],
  ])('and is told by its kind: %s', async (grammar, facts) => {
    const workspace = newsroomOf({ [FR]: `${edition({})}grammar:\n  ${grammar}\n` })
    const { newsroom } = openNewsroom(workspace)
    const error = await openEditions(workspace, (newsroom as NonNullable<typeof newsroom>).site, ['fr']).catch(
      one => one,
    )
    expect(error.diagnostics).toMatchObject([{ code: 'locale/grammar', facts, place: { file: FR, line: 10 } }])
    for (const language of ['fr', 'en']) {
      const texts = JSON.parse(readFileSync(resolve(root, `locales/${language}/problems.json`), 'utf8'))
      expect(diagnosticWords(language, texts).message(error.diagnostics[0])).toMatch(/«|“/)
    }
  })
})

describe.each(['fr', 'en'])('in %s', language => {
  const texts = JSON.parse(readFileSync(resolve(root, `locales/${language}/problems.json`), 'utf8'))
  const words = diagnosticWords(language, texts)

  test('every mistake is told in plain words, with what to do', () => {
    const files = MISTAKES.map(([changes]) => edition(changes))
    for (const file of [...files, edition({ id: 'en' }), edition({ zone_nam: 'x' })])
      for (const diagnostic of openNewsroom(newsroomOf({ [FR]: file })).diagnostics) {
        expect(words.message(diagnostic), diagnostic.code).toMatch(/\S{2}.*[.»”]$/)
        expect(words.hint(diagnostic), diagnostic.code).toMatch(/\S{2}.*[.?]$/)
      }
  })
})
