import { describe, expect, test } from 'vitest'
import { locate } from '../../src/fields/short-form-pointers.ts'
import { valueAt } from '../../src/foundation/pointer.ts'
import { readerValues } from '../../src/incident/reader-values.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'
import { linesOf } from '../../src/yaml/pointer-positions.ts'
import { incidentWith, read } from '../incident/sample-newsroom.ts'

const text = incidentWith(`services:
  - facebook
  - { service: whatsapp, impact: degraded, symptoms: { fr: a, en: b } }
  - { name: Orage, fr: { class: ms }, en: { class: s } }
started: 2024-12-11T18:30
expected: { at: 2024-12-11T21:00, precision: about }
scope: { reach: world, beyond: BE }
counts: { source: downdetector, unit: reports, range: [100, 200] }
statements:
  via: x
  original: { lang: en, text: We apologise. }
  translations:
    fr: { text: Toutes nos excuses., by: desk }
  highlight: { fr: nos excuses, en: apologise }
reactions:
  - on: x
    quote: { lang: fr, text: Ah, translations: { en: Oh }, who: { fr: un internaute, en: one user } }
cause: unknown
background: { fr: c, en: d, by: meta }
updates:
  - { at: 2024-12-11T19:00, fr: e, en: f }
advice:
  numbers: [112, { number: "04 222 01 12", for: { fr: g, en: h } }]
published: 2024-12-11T19:30
`)
const { incident, diagnostics } = read(text)
if (!incident) throw new Error(JSON.stringify(diagnostics))

test.each([
  ['/services/0', '/services/0'],
  ['/services/0/service', '/services/0'],
  ['/services/1/service', '/services/1/service'],
  ['/services/1/symptoms/fr', '/services/1/symptoms/fr'],
  ['/services/2/service', '/services/2'],
  ['/services/2/service/name', '/services/2/name'],
  ['/started/0', '/started'],
  ['/started/0/at', '/started'],
  ['/expected/when/at', '/expected/at'],
  ['/expected/when', '/expected'],
  ['/scope/beyond/0', '/scope/beyond'],
  ['/counts/0/source', '/counts/source'],
  ['/counts/0/figure', '/counts/range'],
  ['/counts/0/figure/high', '/counts/range/1'],
  ['/statements/0/quote', '/statements/original'],
  ['/statements/0/quote/text', '/statements/original/text'],
  ['/statements/0/quote/translations/fr/text', '/statements/translations/fr/text'],
  ['/statements/0/highlight/fr', '/statements/highlight/fr'],
  ['/reactions/0/who', '/reactions/0/quote/who'],
  ['/reactions/0/quote', '/reactions/0/quote'],
  ['/causes/0/status', '/cause'],
  ['/causes/0', '/cause'],
  ['/background/0/text', '/background'],
  ['/background/0/text/fr', '/background/fr'],
  ['/background/0/by', '/background/by'],
  ['/updates/0/text/en', '/updates/0/en'],
  ['/advice/0/numbers/0/number', '/advice/numbers/0'],
  ['/advice/0/numbers/1/for', '/advice/numbers/1/for'],
  ['/publication/published', '/published'],
  ['', ''],
])('%s stands at %s', (full, typed) => {
  expect(locate(incident.raw, full)).toBe(typed)
})

test('values for readers, as they stand in the file', () => {
  expect([...readerValues(incident)].sort()).toEqual(
    [
      '/company',
      '/services/0',
      '/services/1/service',
      '/services/1/impact',
      '/services/1/symptoms',
      '/services/2',
      '/started',
      '/expected',
      '/scope/reach',
      '/scope/beyond',
      '/counts/source',
      '/counts/range',
      '/statements/via',
      '/statements/original',
      '/statements/highlight',
      '/reactions/0/on',
      '/reactions/0/quote',
      '/reactions/0/quote/who',
      '/cause',
      '/background',
      '/background/by',
      '/updates/0/at',
      '/updates/0',
      '/advice/numbers/0',
      '/advice/numbers/1/number',
      '/advice/numbers/1/for',
    ].sort(),
  )
})

test('every one of them leads to something', () => {
  for (const pointer of readerValues(incident)) expect(valueAt(incident.raw, pointer), pointer).toBeDefined()
})

describe('lines', () => {
  const sample =
    '\uFEFFstate: ongoing\r\n# note\r\nservices:\r\n  - facebook\r\n  - { service: x, impact: slow }\r\nheadline:\r\n  fr: "é 🔥 à"\r\n'
  const place = linesOf(sample, 'a.yaml')

  test.each([
    ['/state', 'value', { line: 1, column: 8, length: 7 }],
    ['/state', 'key', { line: 1, column: 1, length: 5 }],
    ['/services/0', 'value', { line: 4, column: 5, length: 8 }],
    ['/services/1', 'value', { line: 5, column: 5, length: 28 }],
    ['/services/1/impact', 'value', { line: 5, column: 27, length: 4 }],
    ['/services/1/impact', 'key', { line: 5, column: 19, length: 6 }],
    // A block counts from its key.
    ['/services', 'value', { line: 3, column: 1, length: 8 }],
    ['/headline/fr', 'value', { line: 7, column: 7, length: 8 }],
    // What is not there is shown at what is around it.
    ['/headline/en', 'value', { line: 6, column: 1, length: 8 }],
    ['', 'value', { line: 1, column: 1, length: 5 }],
  ] as const)('%s (%s)', (pointer, part, expected) => {
    expect(place(pointer, part)).toEqual({ file: 'a.yaml', ...expected })
  })

  test('every value of an incident has a place that holds it', () => {
    const placeOf = linesOf(text, 'a.yaml')
    const lines = text.split('\n')
    const walk = (value: unknown, pointer: string): void => {
      const { line = 0, column = 0, length = 0 } = placeOf(pointer)
      if (typeof value === 'string') {
        const shown = lines[line - 1]?.slice(column - 1, column - 1 + length) ?? ''
        expect(shown.replace(/^["']|["']$/g, ''), pointer).toBe(value)
      } else {
        expect(line, pointer).toBeGreaterThan(0)
        for (const [key, item] of Object.entries(value as object)) walk(item, `${pointer}/${key}`)
      }
    }
    const parsed = parseYaml(text)
    walk(parsed.ok ? parsed.value : undefined, '')
  })
})
