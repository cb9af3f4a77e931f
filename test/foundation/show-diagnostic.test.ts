import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { showDiagnostic, toJson } from '../../src/foundation/show-diagnostic.ts'

const wordsOf = (language: string) =>
  diagnosticWords(
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, `../../locales/${language}/problems.json`), 'utf8')),
  )
const english = wordsOf('en')

const source = 'state: ongoing\nstarted: 2026-03-02T09:40+01:00\nended:   2026-03-02T08:12+01:00\n'
const diagnostic: Diagnostic = {
  code: 'time/ends-before-it-starts',
  severity: 'error',
  place: { file: 'content/incidents/2026/2026-03-02-orion.yaml', line: 3, column: 10, length: 22 },
  facts: { started: '2026-03-02 09:40', ended: '2026-03-02 08:12' },
}

test('shows where, what, the line with carets, and a hint', () => {
  expect(showDiagnostic(diagnostic, english, { source })).toBe(
    `content/incidents/2026/2026-03-02-orion.yaml:3:10  time/ends-before-it-starts
It ends (2026-03-02 08:12) before it starts (2026-03-02 09:40).

  2 │ started: 2026-03-02T09:40+01:00
  3 │ ended:   2026-03-02T08:12+01:00
    │          ^^^^^^^^^^^^^^^^^^^^^^

Hint: Correct one of the two. A time without an offset is in the time zone of content/site.yaml.
`,
  )
})

test('speaks French with French spaces', () => {
  expect(showDiagnostic(diagnostic, wordsOf('fr'), { source })).toContain('Conseil\u00A0: Corrigez l’un des deux.')
})

test('a problem of a whole file has no frame', () => {
  const whole = { ...diagnostic, place: { file: 'a.yaml' } }
  expect(showDiagnostic(whole, english, { source })).toMatch(/^a\.yaml {2}time\//)
  expect(showDiagnostic(whole, english, { source })).not.toContain('│')
})

test('colours only when asked', () => {
  const esc = '\u001B'
  expect(showDiagnostic(diagnostic, english, { source })).not.toContain(esc)
  const coloured = showDiagnostic(diagnostic, english, { source, colour: true })
  expect(coloured).toContain(`${esc}[31m^^^^`)
  expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(
    showDiagnostic(diagnostic, english, { source }),
  )
})

describe('carets stand under the words', () => {
  const carets = (line: string, words: string) => {
    const column = line.indexOf(words) + 1
    const place = { file: 'a', line: 1, column, length: words.length }
    const shown = showDiagnostic({ ...diagnostic, place }, english, { source: line }).split('\n')
    const [text = '', under = ''] = shown.slice(3, 5)
    return { text, under }
  }

  test.each([
    ['plain', 'fr: Panne', 'Panne'],
    ['after accents of two parts', 'fr: e\u0301te\u0301 Panne', 'Panne'],
    ['after a no-break space', 'fr: «\u00A0a\u00A0» Panne', 'Panne'],
    ['after a tab', '\tfr: Panne', 'Panne'],
    ['after an escape sequence', 'fr: \u001B[31m Panne', 'Panne'],
  ])('%s', (_, line, words) => {
    const { text, under } = carets(line, words)
    const columns = [...text].filter(letter => !/\p{M}/u.test(letter)).join('')
    expect(under.indexOf('^')).toBe(columns.indexOf(words))
    expect(under.trimEnd().length - under.indexOf('^')).toBe(words.length)
  })

  test('an ideograph and an emoji take two columns', () => {
    expect(carets('fr: 日本 Panne', 'Panne').under.indexOf('^')).toBe('  1 │ fr: 日本 Panne'.indexOf('Panne') + 2)
    expect(carets('fr: 🔥 Panne', 'Panne').under.indexOf('^')).toBe('  1 │ fr: 🔥 Panne'.indexOf('Panne'))
  })

  test('a long line is cut around them', () => {
    const { text, under } = carets(`fr: ${'bla '.repeat(60)}Panne${' bla'.repeat(60)}`, 'Panne')
    expect(text.length).toBeLessThan(120)
    expect(text.slice(under.indexOf('^'), under.indexOf('^') + 5)).toBe('Panne')
    expect(text).toMatch(/│ ….*…$/)
  })
})

test('nothing typed moves the cursor of a terminal', () => {
  const nasty = { ...diagnostic, code: 'shape/empty', facts: { field: '\u001B[2J\u0007' } }
  const shown = showDiagnostic(nasty, english, { source: 'a: \u001B[2J' })
  expect(shown).not.toContain('\u001B')
  expect(shown).not.toContain('\u0007')
})

test('as data it has the keys of `check --json`', () => {
  expect(toJson(diagnostic, english)).toEqual({
    code: 'time/ends-before-it-starts',
    severity: 'error',
    file: 'content/incidents/2026/2026-03-02-orion.yaml',
    line: 3,
    column: 10,
    message: 'It ends (2026-03-02 08:12) before it starts (2026-03-02 09:40).',
    hint: 'Correct one of the two. A time without an offset is in the time zone of content/site.yaml.',
  })
  expect(toJson({ ...diagnostic, place: { file: 'a' } }, english)).toMatchObject({ line: null, column: null })
})
