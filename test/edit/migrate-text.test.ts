import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../src/edit/change-file.ts'
import { migratedText } from '../../src/edit/migrate-text.ts'
import { isError } from '../../src/foundation/diagnostic.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'

/** Samples and golden incidents as they were in 0.1.0. */
const folder = join(import.meta.dirname, 'files-of-0.1')
const { service } = openIncidentService(openWorkspace(resolve(import.meta.dirname, '../..')))
if (!service) throw new Error('no newsroom')
const { directory } = service.newsroom.context

const migrated = (text: string) => migratedText(text, directory)
const questions = (text: string) => migrated(text).open.map(({ code, pointer }) => `${code.slice(8)} ${pointer}`)
const comments = (text: string) => text.split('\n').flatMap(line => /(?:^|\s)#.*/.exec(line)?.[0].trim() ?? [])
const errors = (text: string) =>
  service
    .read({ file: 'incident.yaml', text })
    .diagnostics.filter(isError)
    .map(({ code }) => code)

describe.each(readdirSync(folder))('%s, of 0.1', name => {
  const before = readFileSync(join(folder, name), 'utf8')

  test('is free of errors once migrated, and keeps its comments', () => {
    const { text } = migrated(before)
    expect(errors(text)).toEqual([])
    expect(comments(text)).toEqual(comments(before))
  })

  test('is migrated once, whatever its line ends', () => {
    const { text } = migrated(before)
    expect(migrated(text).text).toBe(text)
    const returns = (lines: string) => lines.replaceAll('\n', '\r\n')
    expect(migrated(returns(before)).text).toBe(returns(text))
  })
})

describe('an attack that is claimed', () => {
  const attack = (value: string) => `company: meta\nservices: facebook\nattack: ${value} # on the wall\n`

  test('is one that is alleged: who says so is not made its author', () => {
    expect(migrated(attack('{ status: claimed, by: { name: Nuit noire } }')).text).toBe(
      attack('{ status: alleged, by: { name: Nuit noire } }'),
    )
    expect(migrated(attack('claimed')).text).toBe(attack('alleged'))
  })

  test.each([
    ['{ name: Nuit noire }', true],
    ['afp', false],
    ['meta', false],
    ['spokesperson', false],
    ['{ kind: authority, name: Office }', false],
  ])('leaves open whether %s did it: %s', (by, isOpen) => {
    expect(questions(attack(`{ status: claimed, by: ${by} }`))).toEqual(isOpen ? ['attack-claimed /attack/status'] : [])
  })

  test('stays where its author is named', () => {
    const named = attack('{ status: claimed, author: { name: Nuit noire } }')
    expect(migrated(named)).toEqual({ text: named, open: [] })
  })
})

describe('a list of steps', () => {
  test('is one advice, with its comments and blank lines', () => {
    const before =
      'advice: # for all\n  - fr: Attendez.\n    en: Wait.\n\n  # then\n  - { fr: "Relancez", en: Restart }\nalert: { fr: x }\n'
    const after =
      'advice: # for all\n  steps:\n    - fr: Attendez.\n      en: Wait.\n\n    # then\n    - { fr: "Relancez", en: Restart }\nalert: { fr: x }\n'
    expect(migrated(before).text).toBe(after)
    expect(migrated(after).text).toBe(after)
  })

  test.each([
    ['advice:\n- { fr: Attendez. }', 'advice:\n  steps:\n  - { fr: Attendez. }'],
    ['advice: [{ fr: Attendez. }, { fr: Relancez. }]', 'advice: { steps: [{ fr: Attendez. }, { fr: Relancez. }] }'],
    [
      'advice:\n  - fr: >\n      Attendez\n      encore.\n',
      'advice:\n  steps:\n    - fr: >\n        Attendez\n        encore.\n',
    ],
  ])('%j becomes %j', (before, after) => {
    expect(migrated(before).text).toBe(after)
  })

  test('stays where it is several pieces of advice', () => {
    const several = 'advice:\n  - { by: meta, steps: { fr: Attendez. } }\n  - { fr: Relancez. }\n'
    expect(migrated(several).text).toBe(several)
  })
})

test('an anchor and what stands around it are left as they are', () => {
  const anchored =
    'company: meta\nattack: &it { status: claimed, by: { name: Nuit noire } } # here\nservices: facebook\n'
  expect(migrated(anchored).text).toBe(anchored.replace('claimed', 'alleged'))
})

test.each([
  [
    'kind: emergency numbers\nadvice: { steps: { fr: Allez-y. }, numbers: "112" }',
    ['advice-urgent /advice', 'number-by /advice/numbers'],
  ],
  ['kind: outage\nadvice: { numbers: [{ number: "112", by: call }, "113"] }', ['number-by /advice/numbers/1']],
  [
    'counts:\n  - { source: downdetector, value: 90, unit: reports }\n  - { source: downdetector, value: 9, unit: reports, place: FR }',
    ['part-of /counts/1'],
  ],
  [
    'counts:\n  - { source: downdetector, value: 90, unit: reports }\n  - { source: isdown, value: 9, unit: reports, place: FR }',
    [],
  ],
  ['company: meta\nexpected: none', ['estimate-none /expected']],
  ['company: meta\nexpected: { kind: none, by: meta }', []],
  ['company: meta\ncause: unknown', ['cause-unknown /cause']],
  ['company: meta\ncause: unknown\nstatements: no answer', []],
  [
    'company: meta\nprecedents: [2023-05-02, { at: 2022-01-01, services: facebook }, { at: 2021-01-01, company: none }]',
    ['precedent /precedents/0'],
  ],
])('what only the editor can say of %j', (text, asked) => {
  expect(questions(text)).toEqual(asked)
  expect(migrated(text).text).toBe(text)
})

test.each(['a: [', 'just words', 'a: 1\n---\nb: 2\n', ''])('refuses what is no incident: %j', text => {
  expect(() => migrated(text)).toThrow(UnreadableFile)
})
