import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { incidentSchemaJson } from '../../src/incident/incident-schema.ts'
import { incidentReference, referencePage } from '../../src/incident/reference-page.ts'
import { referenceWords } from '../../src/incident/reference-words.ts'
import { conforms } from './conforms-to-schema.ts'
import { incidentWith, read } from './sample-newsroom.ts'

const root = join(import.meta.dirname, '../..')
const schema = incidentSchemaJson()

test('schema/incident.schema.json is up to date (depeche schema)', () => {
  const written = readFileSync(join(root, 'schema/incident.schema.json'), 'utf8')
  expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(schema))
})

const jsonIn = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const examples = jsonIn('schema/field-examples.json')
const wordsIn = (language: string) => referenceWords(jsonIn(`locales/${language}/fields.json`))

test.each(['en', 'fr'])('the reference page in %s is up to date (depeche schema)', language => {
  const words = wordsIn(language)
  const written = readFileSync(join(root, words.label('file')), 'utf8')
  expect(written).toBe(referencePage(written, words, examples))
})

test('the page in French says in French whatever a shape says of itself', () => {
  const { texts } = jsonIn('locales/fr/fields.json')
  const untranslated = new Set<string>()
  const text = (said: string) => {
    if (said !== '' && !(said in texts)) untranslated.add(said)
    return said
  }
  incidentReference({ ...wordsIn('fr'), text }, {})
  expect([...untranslated]).toEqual([])
})

test('making it twice gives the same', () => {
  expect(JSON.stringify(incidentSchemaJson())).toBe(JSON.stringify(incidentSchemaJson()))
  const make = () => incidentReference(wordsIn('en'), examples)
  expect(make()).toBe(make())
})

type Node = { readonly [key: string]: unknown }

/** Every mapping of fields in the schema, with the way to it. */
function* groups(node: unknown, path = ''): Generator<[string, Node]> {
  if (typeof node !== 'object' || node === null) return
  if ('properties' in node && typeof node.properties === 'object') yield [path, node as Node]
  for (const [key, value] of Object.entries(node)) yield* groups(value, `${path}/${key}`)
}

describe.each([...groups(schema)])('%s', (_, group) => {
  const fields = Object.entries(group.properties as Record<string, Node>)

  test('takes no other fields', () => {
    expect(group.additionalProperties).toBe(false)
  })

  test('says what each field is', () => {
    const silent = fields.filter(([, field]) => !field.title && !field.description && !field.$ref).map(([name]) => name)
    expect(silent).toEqual([])
  })

  test('says what each word means', () => {
    const dumb = fields.filter(([, { enum: words, enumDescriptions: meanings }]) =>
      Array.isArray(words) ? !Array.isArray(meanings) || meanings.length !== words.length : false,
    )
    expect(dumb).toEqual([])
  })
})

test('every reference leads somewhere', () => {
  const refs = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, id = '']) => id)
  const known = new Set(Object.keys(schema.$defs as object))
  expect(refs.filter(id => !known.has(id))).toEqual([])
})

test('every field is on the reference page', () => {
  const page = incidentReference(wordsIn('en'), examples)
  const missing = [...groups(schema)].flatMap(([path, group]) =>
    Object.keys(group.properties as object)
      .filter(field => !page.includes(`| \`${field}\``))
      .map(field => `${path}/${field}`),
  )
  expect(missing).toEqual([])
})

describe('the schema lets pass what the reader lets pass', () => {
  const accepts = (text: string) => conforms(parse(text), schema, schema)

  const incidents = readdirSync(join(root, 'content/incidents'), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.yaml'),
  )
  test.each(incidents)('%s', name => {
    expect(accepts(readFileSync(join(root, 'content/incidents', name), 'utf8'))).toBe(true)
  })

  test.each([
    'cause: { fr: a, en: b, by: meta }',
    'updates: { at: 2024-12-11T19:00, fr: a, en: b, by: { fr: x, en: y } }',
    'expected: { at: 2024-12-11T21:00, precision: about }',
    'still_works: [x, { fr: a, en: b }, { service: x }]',
    'counts: { unit: percent, of: users, outcome: hit, value: 40, source: users }',
    'slug: { fr: a }',
  ])('%s', fields => {
    expect(accepts(incidentWith(fields))).toBe(true)
    expect(read(incidentWith(fields)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('the schema refuses what the reader refuses', () => {
  test.each([
    'sevices: x',
    'kind: panne',
    'counts: { unit: reports, value: lots }',
    'started: hier',
    'headline: Panne',
    'services: [{ service: facebook, impact: bad }]',
    'slug: [a]',
    'statements: nothing',
  ])('%s', fields => {
    expect(conforms(parse(incidentWith(fields)), schema, schema)).toBe(false)
    expect(read(incidentWith(fields)).incident).toBeUndefined()
  })
})
