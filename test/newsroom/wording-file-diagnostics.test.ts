import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wordingDiagnostics } from '../../src/article/wording-diagnostics.ts'
import { lexiconOf } from '../../src/article/wording-lexicon.ts'
import { readRequests } from '../../src/article/wording-requests.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openTranslations, variants } from '../../src/foundation/translations.ts'
import { openWorkspace, type Workspace, workspaceOf } from '../../src/foundation/workspace.ts'
import { newsroomWordingDiagnostics } from '../../src/newsroom/wording-file-diagnostics.ts'
import { presupposed } from '../../src/story/presupposed.ts'

const root = resolve(import.meta.dirname, '../..')
const program = openWorkspace(root)

/** A newsroom with files of its own, over the program's. */
function newsroomOf(files: Record<string, string>): Workspace {
  return withDefaults(workspaceOf(files), program)
}

const STORY = 'locales/en/story.json'

/** What is wrong with a newsroom's own wordings of one family, as they stand in its file. */
const found = (words: object, path = STORY) =>
  newsroomWordingDiagnostics(newsroomOf({ [path]: JSON.stringify(words, null, 2) })).map(({ code, place, facts }) => ({
    code,
    line: place.line,
    facts,
  }))

/** A condition that no fact can hold yet: one that `schema/wordings.json` defines and names of no key. */
const asked = readFileSync(resolve(root, 'schema/wordings.json'), 'utf8')
const waiting = Object.keys(presupposed).find(name => !new RegExp(`\\?${name}(?![\\w-])`).test(asked))

/** Every context in which stories ask for a key. */
function contextsOf(key: string): string[] {
  const { asks } = readRequests(JSON.parse(asked))
  return [...new Set(asks.flatMap(ask => (ask.key === key ? (ask.context ?? []) : [])))]
}

const own = (key: string, ...texts: string[]) => ({ providers: { [key]: texts } })

test('has nothing against the wordings of the program', () => {
  expect(newsroomWordingDiagnostics({ ...program, root: '' })).toEqual([])
})

test('has nothing to say of a newsroom without wordings of its own', () => {
  expect(newsroomWordingDiagnostics(newsroomOf({ 'content/site.yaml': 'name: x' }))).toEqual([])
})

test('has nothing against sound wordings of a newsroom', () => {
  expect(
    found(own('operator', '{{provider}} runs it.', '{{provider}} {{provider, agree(s: is; p: are)}} behind it.')),
  ).toEqual([])
})

test('passes over words of a folder that is no language, a copy or a draft', () => {
  expect(found({ providers: { operator: '{{nobody}}' } }, 'locales/old words/story.json')).toEqual([])
  expect(newsroomWordingDiagnostics(newsroomOf({ 'locales/draft-of-words/story.json': '{"providers"' }))).toEqual([])
})

test('has nothing against a key that a newsroom leaves without wordings', () => {
  expect(found({ headline: { outage_ongoing: [] } })).toEqual([])
  expect(found({ headline: { outage_ongong: [] } })).toMatchObject([{ code: 'wording/unasked' }])
})

test.each([
  [{ lead: { outage_ongoing: 4 } }, 'not-text', 'lead.outage_ongoing', 3],
  [{ lead: { outage_ongoing: ['{{services}}.', 4] } }, 'not-text', 'lead.outage_ongoing', 3],
  [{ lead: { outage_ongoing: [['{{services}}.']] } }, 'not-text', 'lead.outage_ongoing', 3],
  [{ remark: null }, 'not-text', 'remark', 2],
  [{ lead: [] }, 'not-keys', 'lead', 2],
  [{ lead: 4 }, 'not-keys', 'lead', 2],
  [{ units: null }, 'not-keys', 'units', 2],
])('%j would take wordings away', (words, code, key, line) => {
  expect(found(words)).toMatchObject([{ code: `wording/${code}`, line, facts: { key } }])
})

test.each(['[]', '"x"', 'null', '4'])('a file of words that holds %s has no keys', text => {
  expect(() => newsroomWordingDiagnostics(newsroomOf({ [STORY]: text }))).toThrow('keyless-file')
})

test('a document plan uses no moves in a comment', () => {
  const plan = '{{!-- {{say "leed"}} --}}\n{{! say "leed" }}{{#paragraph}}{{say "leed"}}{{/paragraph}}'
  const [one, ...others] = newsroomWordingDiagnostics(newsroomOf({ 'templates/article/brief.hbs': plan }))
  expect(one).toMatchObject({ code: 'outline/unknown-move', place: { line: 2 } })
  expect(others).toEqual([])
})

describe('planted mistakes are found, each at its line', () => {
  test.each([
    ['a bracket that is not closed', '{{provider}} runs it[ for {{company}}.', 'wording/unreadable', {}],
    [
      'a slot that is misspelt',
      '{{providr}} runs it.',
      'wording/unknown-slot',
      { slot: '{{providr}}', nearest: 'provider', right: '{{provider}}' },
    ],
    [
      'a slot of another sentence',
      '{{provider}} runs it[ since {{clock}}].',
      'wording/unknown-slot',
      { slot: '{{clock}}' },
    ],
    ['a slot that is nowhere', '{{xyzzy}} runs it.', 'wording/unknown-slot', { nearest: '' }],
    [
      'a format that is misspelt',
      '{{provider, lst}} runs it.',
      'wording/unknown-format',
      { format: 'lst', nearest: 'list' },
    ],
    ['a format of another kind of slot', '{{provider, clock}} runs it.', 'wording/unfit-format', { format: 'clock' }],
    [
      'a form that agrees with some only',
      '{{provider}} {{provider, agree(s: is)}} behind it.',
      'wording/agreement',
      { slot: '{{provider}}', classes: 'p' },
    ],
    ['a text that stands twice', '{{provider}} runs it.', 'wording/twice', {}],
    [
      'other names than its siblings',
      '{{provider}} runs {{services}}.',
      'wording/other-names',
      { names: '{{services}}', context: 'alone' },
    ],
  ])('%s', (_, text, code, facts) => {
    const diagnostics = found(own('operator', '{{provider}} runs it.', 'It is run by {{provider}}.', text))
    expect(diagnostics).toMatchObject([{ code, line: 6, facts }])
  })

  test.each([
    [
      'a clock',
      '{{services}} {{services, agree(s: is; p: are)}} down at {{asof, clock(as: sinse)}}.',
      { frame: 'sinse', nearest: 'since' },
    ],
    ['a day', 'Down[ {{day, day(as: adverbe)}}]', { slot: '{{day}}', nearest: 'adverb' }],
    ['a length', 'Down[ for {{elapsed, plain(as: qqqqq)}}]', { slot: '{{elapsed}}', nearest: '' }],
  ])('a frame that the grammar does not have, of %s', (_, text, facts) => {
    expect(found({ headline: { outage_ongoing: [text] } })).toMatchObject([{ code: 'wording/unknown-frame', facts }])
  })

  test('a slot that another names and no story has', () => {
    const text = 'Work {{from, window(to: untill)}}.'
    expect(found({ headline: { outage_planned: [text] } })).toMatchObject([
      { code: 'wording/unknown-slot', facts: { slot: '{{untill}}' } },
    ])
  })

  test('a name that siblings have', () => {
    const diagnostics = found(
      own('upstream', '{{services}} {{services, agree(s: needs; p: need)}} {{provider}}.', 'It needs {{provider}}.'),
    )
    expect(diagnostics).toMatchObject([
      { code: 'wording/other-names', line: 5, facts: { others: '{{services}}', context: 'nobody' } },
    ])
  })

  test('a slot, under the very slot', () => {
    const text = '{"providers": {"operator": "{{provider}} runs it[ at {{provider, lst}}]."}}'
    const [first] = newsroomWordingDiagnostics(newsroomOf({ [STORY]: text }))
    expect(first?.place).toEqual({ file: STORY, line: 1, column: text.indexOf('{{provider, lst') + 1, length: 17 })
  })

  test('a key that no story asks for', () => {
    expect(found({ providers: { operater: '{{provider}} runs it.' } })).toMatchObject([
      { code: 'wording/unasked', line: 3, facts: { key: 'providers.operater', nearest: 'providers.operator' } },
    ])
  })

  test('a context that no story has', () => {
    expect(found({ providers: { operator_soon: '{{provider}} runs it.' } })).toMatchObject([
      { code: 'wording/unasked' },
    ])
  })

  test.each([
    ['counts.affected', '{{source}}: {{figure}}.'],
    ['counts.share', '{{source}}: {{figure}}.'],
    ['lead.outage', '{{services}} {{services, agree(s: is; p: are)}} down.'],
  ])('a key whose every context has wordings of its own, of all those it is asked in: %s', (key, text) => {
    const [family = '', name = ''] = key.split('.')
    const contexts = contextsOf(key)
    expect(contexts.length).toBeGreaterThan(1)
    const words = (own: readonly string[]) => ({
      [family]: { [name]: [text], ...Object.fromEntries(own.map(one => [`${name}_${one}`, [`${text}`]])) },
    })
    const unasked = (own: readonly string[]) => found(words(own)).filter(({ code }) => code === 'wording/unasked')
    expect(unasked(contexts)).toMatchObject([{ line: 3, facts: { key, context: 'shadowed' } }])
  })

  test('a key of a move that no document plan uses', () => {
    const bare = Object.fromEntries(
      program.list('templates/article').map(path => [path, '{{#paragraph "lead"}}{{say "lead"}}{{/paragraph}}']),
    )
    const words = { [STORY]: JSON.stringify(own('operator', '{{provider}} runs it.')) }
    expect(newsroomWordingDiagnostics(newsroomOf({ ...bare, ...words }))).toMatchObject([
      { code: 'wording/unasked', facts: { moves: 'providers', context: 'outline' } },
    ])
  })

  test('a move that no story has, at its place in the document plan', () => {
    const plan = '{{#paragraph "lead"}}\n  {{say "leed"}}\n{{/paragraph}}'
    expect(newsroomWordingDiagnostics(newsroomOf({ 'templates/article/ongoing.hbs': plan }))).toMatchObject([
      {
        code: 'outline/unknown-move',
        severity: 'error',
        place: { line: 2, column: 10, length: 4 },
        facts: { nearest: 'lead' },
      },
    ])
  })

  test('slots that are not there where it is asked for', () => {
    const lead = { outage_planned: ['{{services}} will be down for {{duration}}.'] }
    expect(found({ lead })).toMatchObject([{ code: 'wording/unknown-slot', facts: { slot: '{{duration}}' } }])
    const both = { attack: { confirmed: ['It was {{attacked}}.'], denied: ['It was {{attacked}}.'] } }
    expect(found(both).length).toBeGreaterThan(0)
  })

  test('a key that a more particular one always stands before', () => {
    const diagnostics = found({ lead: { outage: ['{{services}} {{services, agree(s: is; p: are)}} down.'] } })
    expect(diagnostics).toMatchObject([{ code: 'wording/unasked', line: 3, facts: { context: 'shadowed' } }])
  })

  test('slots that are never there together where it is asked for', () => {
    const asked = readRequests({
      conditions: {},
      shared: '',
      moves: { start: [{ keys: 'start.known', in: { now: 'clock:when!', past: 'day:when!' } }] },
      terms: [],
    })
    const story = {
      start: { known: ['at {{clock}}', 'on {{day, day}}', '{{day, day}} at {{clock}}', 'at {{clock}}[ on {{day}}]'] },
    }
    const words = openTranslations('en', { story })
    const lexicons = [lexiconOf('en', (key, choice) => variants(words, key, choice), asked)]
    expect(
      wordingDiagnostics(story, {
        lexicons,
        language: 'en',
        requests: asked,
        movesUsed: new Set(['start']),
        forms: undefined,
        cues: {},
        sure: {},
      }),
    ).toEqual([
      {
        code: 'wording/never',
        severity: 'warning',
        at: ['start', 'known', 2],
        facts: { slots: '{{day}}, {{clock}}' },
      },
    ])
  })

  test('a condition that does not exist, under its wording', () => {
    const start = { known_now: ['?frist: It began {{clock, near}}.', 'It began[?certian  then] {{clock, near}}.'] }
    expect(found({ start })).toMatchObject([
      { code: 'wording/unknown-condition', line: 4, facts: { condition: 'frist', nearest: 'first' } },
      { code: 'wording/unknown-condition', line: 5, facts: { condition: 'certian', nearest: 'certain' } },
    ])
  })

  test('a condition that no story of the key holds; one that waits for its field is left', () => {
    const start = ['?certain: It began {{clock, near}}.', 'It began {{clock, near}}[?operates  there].']
    const waits = waiting === undefined ? [] : [`It began {{clock, near}}[?${waiting}  now].`]
    expect(found({ start: { known_now: [...start, ...waits] } })).toMatchObject([
      { code: 'wording/never-so', line: 4, facts: { condition: '?certain' } },
      { code: 'wording/never-so', line: 5, facts: { condition: '?operates', context: 'group' } },
    ])
  })

  test('a condition that cannot be read', () => {
    const start = { known_now: ['?First: It began {{clock, near}}.', 'It began {{clock, near}}[?order, later].'] }
    expect(found({ start }).map(({ code, line }) => [code, line])).toEqual([
      ['wording/unreadable', 4],
      ['wording/unreadable', 5],
    ])
  })

  test('a wording that another always beats', () => {
    const counts = { affected: ['{{figure}} are hit.', '{{source}} counts {{figure}}.'] }
    expect(found({ counts }).find(({ code }) => code === 'wording/beaten')).toMatchObject({
      line: 4,
      facts: { wording: '{{figure}} are hit.', better: '{{source}} counts {{figure}}.' },
    })
  })

  test('a title that is too long before any slot is filled', () => {
    const words = { outage_ongoing: [`Down: ${'x'.repeat(105)}`, `Down[: ${'x'.repeat(105)}]`] }
    expect(found({ headline: words })).toMatchObject([{ code: 'wording/too-long', line: 4, facts: { length: '111' } }])
    expect(found({ lead: words }).filter(({ code }) => code === 'wording/too-long')).toEqual([])
  })

  test('a key that stands twice', () => {
    const text =
      '{\n  "providers": {\n    "operator": "{{provider}} runs it.",\n    "operator": "It is run by {{provider}}."\n  }\n}'
    expect(newsroomWordingDiagnostics(newsroomOf({ [STORY]: text }))).toMatchObject([
      { code: 'wording/key-twice', place: { file: STORY, line: 4 }, facts: { key: 'providers.operator' } },
    ])
  })

  test('a mistake in the words of one edition', () => {
    const words = own('operator', '{{providr}} runs it.')
    expect(found(words, 'locales/editions/en-us.story.json')).toMatchObject([{ code: 'wording/unknown-slot', line: 4 }])
  })

  test('a mistake in a term', () => {
    expect(found({ impact: { down: 'down for {{servces}}' } })).toMatchObject([
      { code: 'wording/unknown-slot', facts: { nearest: 'services' } },
    ])
    expect(found({ impact: { dwon: 'down' } })).toMatchObject([
      { code: 'wording/unasked', facts: { nearest: 'impact.down' } },
    ])
    expect(found({ languages: { la: 'Latin' } })).toEqual([])
  })
})

describe.each(['fr', 'en'])('in %s', language => {
  const words = diagnosticWords(
    language,
    JSON.parse(readFileSync(resolve(root, `locales/${language}/problems.json`), 'utf8')),
  )

  test('every mistake is told, with what to do', () => {
    const texts = [
      '{{provider}} runs it.',
      '{{provider',
      '{{providr}}',
      '{{xyzzy}}',
      '{{provider, lst}}',
      '{{provider, qqqqqq}}',
      '{{provider, clock}}',
      '{{provider}} {{provider, agree(s: is)}}.',
      '{{provider}} runs it.',
      '{{provider}} for {{services}}.',
      '?operate: {{provider}} runs it.',
      '?qqqqqq: {{provider}} runs it.',
      '?first: {{provider}} runs it.',
      '{{provider}} runs it[?first  at first].',
    ]
    const files = {
      [STORY]: JSON.stringify({
        providers: { operator: texts, upstream: ['{{provider}}.'], operater: 'x', qqqqqq: 'x' },
        headline: { outage_ongoing: ['x'.repeat(111)] },
        lead: {
          outage: 'Down.',
          outage_ongoing: ['{{services}} at {{asof, clock(as: sinse)}}.', '{{asof, clock(as: q)}}'],
        },
        remark: [4],
        units: 'x',
        counts: { affected: ['{{figure}} are hit.', '{{source}} counts {{figure}}.'] },
      }),
      'locales/fr/story.json': '{"providers": {"operator": "a", "operator": "{{provider}}."}}',
      'templates/article/ongoing.hbs': '{{say "leed"}}{{say "qqqqqq"}}',
    }
    const diagnostics = newsroomWordingDiagnostics(newsroomOf(files))
    for (const diagnostic of diagnostics) {
      expect(words.message(diagnostic), diagnostic.code).toMatch(/\S{2}.*[.»”]$/)
      expect(words.hint(diagnostic), diagnostic.code).toMatch(/[.?]$/)
    }
    const codes = new Set(diagnostics.map(({ code }) => code.split('/')[1]))
    expect([...codes].sort()).toEqual([
      'agreement',
      'beaten',
      'key-twice',
      'never-so',
      'not-keys',
      'not-text',
      'other-names',
      'too-long',
      'twice',
      'unasked',
      'unfit-format',
      'unknown-condition',
      'unknown-format',
      'unknown-frame',
      'unknown-move',
      'unknown-slot',
      'unreadable',
    ])
  })
})
