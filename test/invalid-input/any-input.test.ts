import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readable } from '../../src/foundation/decode-text.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'
import { documentOf } from '../../src/yaml/pointer-positions.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { context, incidentWith, read } from '../incident/sample-newsroom.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'

const root = join(import.meta.dirname, '../..')
const samples = [
  ...readdirSync(join(root, 'test/invalid-input/cases'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'too-large' && entry.name !== 'far-too-deep')
    .map(({ name }) => readFileSync(join(root, 'test/invalid-input/cases', name, 'incident.yaml'), 'utf8')),
  incidentWith('started: 2024-12-11T18:30\nheadline: { fr: a, en: b }'),
]

/** Every problem stands somewhere in the file and can be told. */
function sound(text: string, bytes?: Uint8Array): void {
  const { diagnostics, incident } = readIncident({ file: 'incident.yaml', ...(bytes ? { bytes } : { text }) }, context)
  const lines = text.split('\n').length
  for (const { place, fix, code } of diagnostics) {
    expect(place.line ?? 1, code).toBeGreaterThan(0)
    expect(place.line ?? 1, code).toBeLessThanOrEqual(lines)
    expect(place.column ?? 1, code).toBeGreaterThan(0)
    if (fix) {
      expect(fix.from, code).toBeGreaterThanOrEqual(0)
      expect(fix.to, code).toBeGreaterThanOrEqual(fix.from)
      expect(fix.to, code).toBeLessThanOrEqual(text.length)
    }
  }
  const fixes = diagnostics.flatMap(({ fix }) => fix ?? []).sort((x, y) => x.from - y.from || x.to - y.to)
  // Corrections are applied together: none may change what another one replaces.
  for (const [index, fix] of fixes.entries()) expect(fix.from).toBeGreaterThanOrEqual(fixes[index - 1]?.to ?? 0)
  expect(incident === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
}

describe('nothing an editor types makes the reader fail', () => {
  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(() => readIncident({ file: 'a', bytes }, context)).not.toThrow()
      }),
    )
  })

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => sound(text)))
  })

  const signs = fc.constantFrom(
    ':',
    ' ',
    '  ',
    '- ',
    '\n',
    '\n  ',
    '#',
    ' #a',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    '|',
    '>',
    '&a',
    '*a',
    '!x',
    '%',
    '@',
    '\t',
    '? ',
    '---\n',
    '...',
    'fr',
    'en',
    'state',
    'services',
    'at',
    'é',
    '\u00A0',
    '\u202F',
    '\\',
    '~',
    'ongoing',
    'facebook',
    '2024-12-11T18:30',
    '__proto__',
    '\r\n',
  )

  test('signs of YAML', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), parts => sound(parts.join(''))),
      { numRuns: runs(250) },
    )
  })

  test('good files with something put in, taken out or doubled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(signs, fc.string({ maxLength: 4 }))), {
          minLength: 1,
          maxLength: 3,
        }),
        (sample, changes) => {
          let text = sample
          for (const [where, length, put] of changes) {
            const at = where % (text.length + 1)
            text = text.slice(0, at) + put + text.slice(at + length)
          }
          sound(text)
        },
      ),
      { numRuns: runs(200) },
    )
  })

  const fields = [
    'state',
    'as_of',
    'services',
    'company',
    'started',
    'ended',
    'planned',
    'expected',
    'scope',
    'counts',
    'statements',
    'reactions',
    'third_parties',
    'cause',
    'causes',
    'attack',
    'data_impact',
    'updates',
    'resolution',
    'residual',
    'advice',
    'knock_on',
    'economy',
    'compensation',
    'precedents',
    'background',
    'corrections',
    'sources',
    'slug',
    'former_slugs',
    'reviewed',
    'headline',
    'tags',
    'draft',
    'not_affected',
    'still_works',
    'symptoms',
    'providers',
  ]
  const keys = fc.constantFrom(
    'at',
    'by',
    'fr',
    'en',
    'text',
    'status',
    'kind',
    'name',
    'quote',
    'original',
    'lang',
    'who',
    'until',
    'precision',
    'service',
    'value',
    'range',
    'steps',
    'id',
    'forms',
    'source',
    'toString',
    'length',
  )
  const words = fc.constantFrom(
    'unknown',
    'meta',
    'facebook',
    'BE',
    'exact',
    'said',
    'none',
    '2024-12-11T18:30',
    '12',
    'no answer',
    '',
    'zzz',
  )
  const anything = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  })).value

  test('any value in any field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 5 }), values => {
        sound(stringify(values, { aliasDuplicateObjects: false }))
      }),
      { numRuns: runs(250) },
    )
  })
})

describe('both readers of YAML read alike', () => {
  /** Without what is refused before reading, and keys that are no text, which the readers spell differently. */
  const alike = (text: string): void => {
    if (readable(text, 'a').text === undefined) return
    const fast = parseYaml(text)
    if (!fast.ok || readYaml(text, 'a').diagnostics.length > 0 || JSON.stringify(fast.value)?.includes('[object'))
      return
    const slow = documentOf(text)
    expect(
      slow.errors.map(({ message }) => message),
      text,
    ).toEqual([])
    expect(slow.toJS() ?? null, text).toEqual(fast.value)
  }

  test.each(samples)('%#', text => alike(text))

  test.each(
    readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml')),
  )('%s', name => alike(readFileSync(join(root, 'content', name), 'utf8')))

  test('made-up scalars, quoted or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', "'"), (text, mark) => {
        alike(`a: ${mark}${text.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')}${mark}\nb: [x, y]\n`)
      }),
      { numRuns: runs(250) },
    )
  })

  test('block scalars', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '#', ':', "'", '-'), maxLength: 8 })
    fc.assert(
      fc.property(
        fc.constantFrom('|', '>', '>-', '|+', '|2', '>2-'),
        fc.array(line, { maxLength: 6 }),
        (head, lines) => {
          alike(`a: ${head}\n${lines.map(each => `  ${each}`.trimEnd().concat('\n')).join('')}b: c\n`)
        },
      ),
      { numRuns: runs(250) },
    )
  })
})

test('a correction does what an editor would have done', () => {
  const typed = incidentWith("headline:\n  fr: Panne mondiale : Meta s'excuse\n  en: 'It's over'")
  const { diagnostics } = read(typed)
  const fixed = diagnostics
    .flatMap(({ fix }) => fix ?? [])
    .reduceRight((done, fix) => done.slice(0, fix.from) + fix.text + done.slice(fix.to), typed)
  expect(read(fixed).incident?.publication.headline).toEqual({ fr: "Panne mondiale : Meta s'excuse", en: "It's over" })
})
