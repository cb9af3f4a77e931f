import { lstatSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/edit/apply-fixes.ts'
import { withNearFixes } from '../../src/edit/misspelling-fixes.ts'
import { PathRefused, saveContent } from '../../src/edit/save-content.ts'
import { tidy } from '../../src/edit/trim-text.ts'
import { kept, splice } from '../../src/foundation/splice-text.ts'
import { difference, shownDifference } from '../../src/foundation/text-diff.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'
import { openTestNewsroom } from '../cli/test-newsroom.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'

const { newsroom } = openNewsroom(openTestNewsroom().settings.workspace)
if (!newsroom) throw new Error('the sample newsroom cannot be read')
const { context } = newsroom
const read = (text: string) =>
  withNearFixes(readIncident({ file: 'a.yaml', text }, context).diagnostics, text, context.directory)

const sound = 'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [facebook]\n'

describe('safe corrections', () => {
  test.each<[string, string, string]>([
    [
      'a colon in a text',
      `${sound}headline:\n  fr: Panne : fin # note\n  en: x\n`,
      `${sound}headline:\n  fr: "Panne : fin # note"\n  en: x\n`,
    ],
    ['a hash that cut a text', `${sound}tags: panne #FacebookDown\n`, `${sound}tags: "panne #FacebookDown"\n`],
    ['an @', `${sound}headline: { fr: @Meta, en: x }\n`, `${sound}headline: { fr: "@Meta", en: x }\n`],
    [
      'two of them, and an unknown name that they hid',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [instagarm] # whom\nheadline:\n  fr: a : b\n  en: c : d\n',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [instagram] # whom\nheadline:\n  fr: "a : b"\n  en: "c : d"\n',
    ],
    [
      'a name written as readers know it',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [Instagram]\n',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [instagram]\n',
    ],
    [
      'a space forgotten above a block that is in order',
      `${sound}started:2026-01-02T18:00\nheadline:\n  fr: Panne\n  en: Down\n`,
      `${sound}started: 2026-01-02T18:00\nheadline:\n  fr: Panne\n  en: Down\n`,
    ],
    [
      'spaces forgotten below a field',
      `${sound}headline:\n  fr:Panne\n  en:Down\n`,
      `${sound}headline:\n  fr: Panne\n  en: Down\n`,
    ],
    [
      'a space forgotten after a dash',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices:\n  - facebook\n  -instagram\n',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices:\n  - facebook\n  - instagram\n',
    ],
    [
      'a list without its brackets',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: facebook, Instagram # both\n',
      'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [facebook, instagram] # both\n',
    ],
    ['a word with a slip', 'state: ongoign\nas_of: 2026-01-02T19:00\nservices: [facebook]\n', sound],
    ['a field with a slip', 'state: ongoing\nas_of: 2026-01-02T19:00\nservcies: [facebook]\n', sound],
  ])('%s', (_, before, after) => {
    const { text, fixed } = applyFixes(before, read)
    expect(text).toBe(after)
    expect(fixed.length).toBeGreaterThan(0)
    expect(read(text).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('what is in order is left alone', () => {
    expect(applyFixes(sound, read)).toEqual({ text: sound, fixed: [] })
  })

  test.each(['stated: x', 'scopesymptoms: x', ' scope:\n  reach: world', ' company:\n    name: X'])(
    'no guess is made for %j',
    line => {
      const before = `${sound}${line}\n`
      expect(applyFixes(before, read).text).toBe(before)
    },
  )

  test('mending twice changes nothing more', () => {
    const pieces = fc.constantFrom(
      'state: ongoing\n',
      'as_of: 2026-01-02T19:00\n',
      'services: [instagarm]\n',
      'tags: a #b\n',
      'headline:\n',
      '  fr: a : b\n',
      '\ten: x\n',
      'x',
      ' ',
      '#',
      '"',
      '[',
      '@a\n',
      'company: Meta\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), parts => {
        const once = applyFixes(parts.join(''), read).text
        expect(applyFixes(once, read).text).toBe(once)
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('trailing spaces', () => {
  test.each([
    ['a: b  \nc: d\t\n\n\n', 'a: b\nc: d\n'],
    ['a: b \r\nc: d', 'a: b\r\nc: d\r\n'],
    ['a: |\n  b  \n  c\nd: e  \n', 'a: |\n  b  \n  c\nd: e\n'],
    ['', ''],
    ['a: b: c  \n', 'a: b: c  \n'],
  ])('%j', (before, after) => expect(tidy(before)).toBe(after))

  test('never change what is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a: ', '- ', '  ', '\n', 'x ', '|\n', '>-\n', '# n ', 'b: "y  "', '\t'), {
          maxLength: 20,
        }),
        parts => {
          const text = parts.join('')
          expect(parseYaml(tidy(text))).toEqual(parseYaml(text))
        },
      ),
    )
  })
})

test('edits that overlap are applied once', () => {
  const edits = [
    { from: 4, to: 6, text: 'X' },
    { from: 0, to: 5, text: 'Y' },
    { from: 6, to: 6, text: '!' },
  ]
  expect(splice('abcdefgh', edits)).toBe('Yf!gh')
  expect(kept(edits)).toHaveLength(2)
})

test('a difference leads from the old list to the new one, in any order', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const steps = difference(before, after, word => word)
      expect(steps.flatMap(step => (step.kind === 'come' ? [] : step.old))).toEqual(before)
      expect(steps.flatMap(step => (step.kind === 'gone' ? [] : step.new))).toEqual(after)
    }),
  )
  expect(shownDifference('a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nX\ne\nf\ng', 1).map(({ sign, text }) => sign + text)).toEqual(
    [' c', '-d', '+X', ' e'],
  )
})

describe('files are written only below content/', () => {
  const root = mkdtempSync(join(tmpdir(), 'depeche-save-'))
  const outside = mkdtempSync(join(tmpdir(), 'depeche-out-'))
  mkdirSync(join(root, 'content/incidents'), { recursive: true })
  writeFileSync(join(outside, 'a.yaml'), 'untouched')
  symlinkSync(outside, join(root, 'content/incidents/2024'))
  symlinkSync(join(outside, 'a.yaml'), join(root, 'content/incidents/link.yaml'))

  test('in a folder that is made', () => {
    saveContent(root, 'content/incidents/2026/a.yaml', 'x: 1\n')
    expect(readFileSync(join(root, 'content/incidents/2026/a.yaml'), 'utf8')).toBe('x: 1\n')
    expect(lstatSync(join(root, 'content/incidents/2026/a.yaml')).isFile()).toBe(true)
  })

  test.each([
    '../a.yaml',
    'content/../../a.yaml',
    '/etc/a.yaml',
    'content/incidents/2024/a.yaml',
    'content/incidents/2024/new/a.yaml',
    'content/incidents/link.yaml',
    'content/a.js',
    'content/.git/a.yaml',
    'content//a.yaml',
    'content/a.yaml\0',
    'locales/fr/a.yaml',
    'content\\a.yaml',
  ])('%j is refused', path => {
    expect(() => saveContent(root, path, 'x')).toThrow(PathRefused)
    expect(readFileSync(join(outside, 'a.yaml'), 'utf8')).toBe('untouched')
  })
})
