import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changed, type FileChange, UnreadableFile } from '../../src/edit/change-file.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'

const set = (field: string, value: FileChange['value']): FileChange => ({ kind: 'set', field, value })
const append = (field: string, value: FileChange['value']): FileChange => ({ kind: 'append', field, value })

describe('a change in place', () => {
  test.each<[name: string, before: string, change: FileChange, after: string]>([
    [
      'replaces a word and keeps the note beside it',
      'state: ongoing # since noon\nas_of: x\n',
      set('state', 'resolved'),
      'state: resolved # since noon\nas_of: x\n',
    ],
    [
      'puts a new field after those that stand before it',
      'state: ongoing\nstarted: 2026-01-02T10:00 # about\n\n# who\nsources: [a]\n',
      set('ended', '2026-01-02T11:00'),
      'state: ongoing\nstarted: 2026-01-02T10:00 # about\nended: 2026-01-02T11:00\n\n# who\nsources: [a]\n',
    ],
    [
      'puts quotes where they are needed',
      'state: a\n',
      set('company', 'Panne : fin'),
      'state: a\ncompany: "Panne : fin"\n',
    ],
    ['fills an empty field', 'state:\nas_of: x\n', set('state', 'resolved'), 'state: resolved\nas_of: x\n'],
    [
      'replaces a block',
      'ended:\n  at: x\n  source: meta\n# end\nscope: world\n',
      set('ended', 'y'),
      'ended: y\n# end\nscope: world\n',
    ],
    [
      'adds to a list',
      'updates:\n  - at: a\n    fr: b # note\n\nsources: [c]\n',
      append('updates', { at: 'd' }),
      'updates:\n  - at: a\n    fr: b # note\n  - { at: d }\n\nsources: [c]\n',
    ],
    [
      'adds to a list that is not indented',
      'updates:\n- at: a\nsources: [c]\n',
      append('updates', { at: 'd' }),
      'updates:\n- at: a\n- { at: d }\nsources: [c]\n',
    ],
    [
      'adds inside brackets',
      'sources: [a, b] # two\n',
      append('sources', 'c'),
      'sources: [ a, b, c ] # two\n'.replace('[ a, b, c ]', '[a, b, c]'),
    ],
    [
      'gives a single item its dash',
      'counts: { value: 3, unit: reports } # one\n',
      append('counts', { value: '4' }),
      'counts:\n  - { value: 3, unit: reports } # one\n  - { value: "4" }\n',
    ],
    [
      'gives a single block its dash',
      'statements:\n  by: meta\n  # letter for letter\n  original:\n    lang: en\n    text: >-\n      Hello\n      you.\n\nscope: world\n',
      append('statements', 'declined'),
      'statements:\n  - by: meta\n    # letter for letter\n    original:\n      lang: en\n      text: >-\n        Hello\n        you.\n  - declined\n\nscope: world\n',
    ],
    [
      'keeps Windows line ends',
      'state: ongoing\r\nas_of: x\r\n',
      append('updates', { at: 'd' }),
      'state: ongoing\r\nas_of: x\r\n\r\nupdates:\r\n  - at: d\r\n',
    ],
    ['begins an empty file', '', set('state', 'ongoing'), 'state: ongoing\n'],
    [
      'leaves a file that ends without a line break so',
      'state: ongoing',
      set('as_of', 'x'),
      'state: ongoing\nas_of: x',
    ],
  ])('%s', (_, before, change, after) => {
    expect(changed(before, [change])).toBe(after)
  })

  test('a file in one pair of braces is written anew, and means the same', () => {
    const after = changed('{ state: ongoing, services: [a] }\n', [set('ended', 'x')])
    expect(parseYaml(after)).toEqual({ ok: true, value: { state: 'ongoing', services: ['a'], ended: 'x' } })
  })

  test('a file that cannot be read is not changed', () => {
    expect(() => changed('a: b: c\n', [set('state', 'x')])).toThrow(UnreadableFile)
  })
})

const folder = resolve(import.meta.dirname, '../../content/incidents')
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'))

test.each(samples)('%s: only what is changed changes, whatever is changed', file => {
  const text = readFileSync(join(folder, file), 'utf8')
  const raw = parseYaml(text)
  const before = (raw.ok ? raw.value : {}) as Record<string, unknown>
  const words = fc.oneof(
    fc
      .string({ minLength: 1, maxLength: 40 })
      .filter(word => !/[\p{Cc}\uFEFF\uFFFE\uFFFF]/u.test(word) && word.trim() !== ''),
    fc.constantFrom('Panne : fin', 'x #y', '@a', "l'accès « là »", 'no', '18:30', 'long '.repeat(60).trim()),
  )
  const value = fc.oneof(words, fc.record({ at: words, fr: words, en: words }))
  const change = fc.record({
    kind: fc.constantFrom('set' as const, 'append' as const),
    field: fc.constantFrom(
      'state',
      'as_of',
      'ended',
      'updates',
      'statements',
      'counts',
      'sources',
      'services',
      'resolution',
    ),
    value,
  })
  fc.assert(
    fc.property(change, one => {
      const after = parseYaml(changed(text, [one]))
      const old = before[one.field]
      const list = old === undefined ? [] : Array.isArray(old) ? old : [old]
      const wanted = { ...before, [one.field]: one.kind === 'set' ? one.value : [...list, one.value] }
      expect(after).toEqual({ ok: true, value: wanted })
      // Every comment is still there.
      const comments = (of: string) =>
        of
          .split('\n')
          .filter(line => /^\s*#/.test(line))
          .map(line => line.trim())
      if (one.kind === 'append') expect(comments(changed(text, [one]))).toEqual(comments(text))
    }),
    { numRuns: runs(40) },
  )
})
