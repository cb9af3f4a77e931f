import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { namesOfParts } from '../../src/incident/part-names.ts'
import { type Knowledge, noteOver, offersAt } from '../../src/studio/complete/completions.ts'
import { contextAt } from '../../src/studio/complete/cursor-context.ts'
import { indentAfter } from '../../src/studio/complete/indent.ts'
import { fc } from '../machine/property.ts'

const project = resolve(import.meta.dirname, '../..')
const knowledge: Knowledge = {
  schema: JSON.parse(readFileSync(resolve(project, 'schema/incident.schema.json'), 'utf8')),
  names: [
    {
      id: 'instagram',
      kind: 'service',
      name: 'Instagram',
      rank: 1,
      what: { fr: ['Instagram', 'un réseau social'], en: ['Instagram', 'a social network'] },
    },
    { id: 'meta', kind: 'company', name: 'Meta', rank: 1, what: {} },
    { id: 'x', kind: 'channel', name: 'X', rank: 1, what: {} },
    { id: 'BE', kind: 'place', name: 'Belgique', rank: 1, what: {} },
  ],
  parts: namesOfParts(),
  languages: ['fr', 'en'],
  now: () => '2026-01-02T19:00',
}

/** The text before and after `|`. */
function at(marked: string): [text: string, offset: number] {
  return [marked.replace('|', ''), marked.indexOf('|')]
}

describe('where the cursor stands', () => {
  test.each<[string, path: string, kind: string, word: string]>([
    ['st|', '', 'key', 'st'],
    ['state: on|', 'state', 'value', 'on'],
    ['state: |', 'state', 'value', ''],
    ['scope:\n  re|', 'scope', 'key', 're'],
    ['scope:\n  reach: wo|', 'scope/reach', 'value', 'wo'],
    ['services:\n  - insta|', 'services/*', 'key', 'insta'],
    ['services:\n- insta|', 'services/*', 'key', 'insta'],
    ['services: [facebook, insta|', 'services/*', 'value', 'insta'],
    ['services:\n  - facebook\n  - service: insta|', 'services/*/service', 'value', 'insta'],
    ['services:\n  - service: facebook\n    imp|', 'services/*', 'key', 'imp'],
    ['started: { at: 2024-01-01T10:00, pre|', 'started', 'key', 'pre'],
    ['started: { at: 2024-01-01T10:00, precision: ab|', 'started/precision', 'value', 'ab'],
    ['statements:\n  by: meta\n  original:\n    lang: |', 'statements/original/lang', 'value', ''],
    [
      'statements:\n  - by: meta\n    original:\n      lang: en\n    translations:\n      f|',
      'statements/*/translations',
      'key',
      'f',
    ],
    ['a:\n  b:\n    c: d\n  e|', 'a', 'key', 'e'],
    ['a:\n  b:\n    c: d\n# note: x\ne|', '', 'key', 'e'],
    ['a:\n  - b: { c: [1, { d: |', 'a/*/b/c/*/d', 'value', ''],
    ['a: >-\n  text: of several\n  lines\nb|', '', 'key', 'b'],
  ])('%j', (marked, path, kind, word) => {
    const context = contextAt(...at(marked))
    expect(context && { path: context.path.join('/'), kind: context.kind, word: context.word }).toEqual({
      path,
      kind,
      word,
    })
  })

  test.each(['# no|', 'state: ongoing # no|', 'a: |-\n  text: of|'.replace('|-', '>-')])('%j is nowhere', marked => {
    const offset = marked.lastIndexOf('|')
    expect(contextAt(marked.slice(0, offset), offset)).toBeUndefined()
  })

  test('no text is too broken', () => {
    const pieces = fc.constantFrom(
      'a:',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      'é',
      ':',
      '\t',
      '|',
      '>',
      'b: c',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), (parts, cursor) => {
        const text = parts.join('')
        const offset = Math.min(cursor, text.length)
        expect(() => offersAt(text, offset, knowledge)).not.toThrow()
        expect(() => noteOver(text, offset, knowledge)).not.toThrow()
        const found = offersAt(text, offset, knowledge)
        if (found) expect(found.from).toBeLessThanOrEqual(offset)
      }),
    )
  })
})

describe('what is offered', () => {
  const labels = (marked: string) => offersAt(...at(marked), knowledge)?.offers.map(({ label }) => label) ?? []
  test.each<[string, string[], string[]]>([
    ['|', ['state', 'as_of', 'services'], ['reach']],
    ['state: ongoing\n|', ['as_of'], ['state']],
    ['state: |', ['ongoing', 'resolved'], ['world']],
    ['as_of: |', ['2026-01-02T19:00'], []],
    ['company: |', ['meta'], ['BE']],
    ['services: [|', ['instagram'], ['BE']],
    ['services:\n  - |', ['instagram', 'service', 'impact'], ['BE']],
    ['services:\n  - service: instagram\n    |', ['impact', 'usable'], ['service']],
    ['scope:\n  |', ['reach', 'places'], ['state']],
    ['scope: { reach: |', ['world', 'country'], []],
    ['scope: { places: [|', ['BE'], ['instagram']],
    ['headline:\n  |', ['fr', 'en'], []],
    ['headline: { fr: x, |', ['en'], ['fr']],
    ['started: { precision: |', ['about', 'between'], []],
    ['statements:\n  - via: |', ['x'], ['BE']],
    ['statements:\n  - by: |', ['meta', 'spokesperson'], ['BE']],
    ['draft: |', ['true', 'false'], []],
  ])('%j', (marked, there, absent) => {
    const found = labels(marked)
    for (const label of there) expect(found).toContain(label)
    for (const label of absent) expect(found).not.toContain(label)
  })
})

test.each<[string, string, string]>([
  ['as_|of: x', 'As of', 'moment from which'],
  ['state: ong|oing', 'ongoing', 'It is happening.'],
  ['services: [insta|gram]', 'Instagram', 'un réseau social'],
  ['scope: { rea|ch: world }', 'Reach', 'How far'],
])('over %j stands what it means', (marked, title, note) => {
  const found = noteOver(...at(marked), knowledge)
  expect(found?.title).toBe(title)
  expect(found?.note).toContain(note)
})

test.each<[string, number]>([
  ['', 0],
  ['state: ongoing', 0],
  ['headline:', 2],
  ['  fr: a text', 2],
  ['  fr: >-', 4],
  ['services:', 2],
  ['  - facebook', 2],
  ['  - at: 18:30', 4],
  ['  - original:', 6],
  ['  # note:', 2],
  ['scope: # how far', 2],
])('after %j a line begins on column %i', (line, column) => {
  expect(indentAfter(line)).toBe(column)
})
