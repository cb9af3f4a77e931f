import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { inPlaces } from '../../src/article/formats/place-formats.ts'
import type { Instant } from '../../src/fields/values.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { zoneName } from '../../src/language/moment.ts'
import { joinWord, possessive } from '../../src/language/phrase.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { sayWording } from '../../src/newsroom/say-wording.ts'
import { namedAs, realiserOf } from '../article/realise.ts'

/** Rows of usage, in `usage.yaml`; what is typed goes the way of `depeche say`. */
type Row = readonly [string, string, string, string, string]
interface Usage {
  readonly de: readonly string[]
  readonly a: readonly string[]
  readonly possessives: readonly string[]
  readonly places: readonly Row[]
  readonly zones: readonly Row[]
  readonly moments: readonly Row[]
  readonly lengths: readonly Row[]
  readonly figures: readonly Row[]
  readonly names: readonly Row[]
  readonly ends: readonly Row[]
}

const usage = load(readFileSync(resolve(import.meta.dirname, 'usage.yaml'), 'utf8')) as Usage
const { service } = openIncidentService(openWorkspace(resolve(import.meta.dirname, '../..')))
if (!service) throw new Error('no newsroom')
const localeFor = (id: string) => realiserOf(id).locale
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('’', "'")

async function said(edition: string, wording: string, slot: readonly [string, string], asOf = '2026-03-03T18:00') {
  const [name, value] = slot
  const { said } = await sayWording(service as NonNullable<typeof service>, {
    edition,
    wording,
    slots: [{ name, value }],
    asOf: Date.parse(`${asOf}:00+01:00`) as Instant,
    holds: [],
    known: false,
  })
  return plain(said[0]?.text ?? '').replace(' Brussels time', '')
}

describe('words meet names', () => {
  test.each(usage.de)('%s', expected =>
    expect(joinWord(localeFor('fr'), 'de', expected.replace(/^(?:d'|de )/u, ''))).toBe(expected),
  )
  test.each(usage.a)('%s', expected =>
    expect(joinWord(localeFor('en'), 'a', expected.replace(/^an? /u, ''))).toBe(expected),
  )
  test.each(usage.possessives)('%s', expected =>
    expect(possessive(localeFor('en'), { text: expected.replace(/'s?$/u, ''), class: 's' })).toBe(expected),
  )
  test.each(usage.names)('%s: %s with %s', async (edition, wording, name, expected) => {
    const forms = 'kind: company, fr: { class: ms }, en: { class: s }, nl: { class: c }'
    expect(await said(edition, wording, ['c', `{ name: "${name}", ${forms} }`])).toBe(expected)
  })
  test.each(usage.ends)('%s: %s', async (edition, typed, expected) =>
    expect(await said(edition, '{{text}}.', ['text', `{ ${edition}: ${JSON.stringify(typed)} }`])).toBe(expected),
  )
})

test.each(usage.places)('the place %s', (id, ...expected) => {
  const place = (edition: string, field: 'in' | 'of') => plain(inPlaces(localeFor(edition), [namedAs(id)], field))
  expect([place('fr', 'in'), place('fr', 'of'), place('en', 'in'), place('nl', 'in')]).toEqual(expected)
})

test.each(usage.zones)('the zone %s', (zone, ...expected) => {
  const winter = Date.parse('2026-01-15T12:00:00Z')
  expect(['fr', 'fr-ca', 'en', 'en-us'].map(edition => plain(zoneName(localeFor(edition), zone, winter)))).toEqual(
    expected,
  )
})

describe('what is typed', () => {
  test.each(usage.moments)('the moment %s, at %s', async (typed, asOf, ...expected) =>
    expect(await inThree('{{w, moment}}', ['w', typed], asOf)).toEqual(expected),
  )
  test.each(usage.lengths)('the length %s', async (typed, ...expected) =>
    expect(await inThree('{{elapsed}}', ['elapsed', typed])).toEqual(expected),
  )
  test.each(usage.figures)('the figure %s', async (typed, ...expected) =>
    expect(await inThree('{{figure, figure}}', ['figure', typed])).toEqual(expected),
  )
})

/** The words of a slot in French, English and Dutch, within a sentence. */
const inThree = async (wording: string, slot: readonly [string, string], asOf?: string) =>
  (await Promise.all(['fr', 'en', 'nl'].map(edition => said(edition, `x ${wording}`, slot, asOf)))).map(text =>
    text.slice(2),
  )
