import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../src/directory/read-directory.ts'
import type { Directory } from '../../src/fields/directory.ts'
import type { FieldContext } from '../../src/fields/field-context.ts'
import { lookUp } from '../../src/fields/name-lookup.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { entries, places, readYaml } from '../content/read-content.ts'

// Places as an incident may name them, in the newsroom as it stands.

const workspace = openWorkspace(new URL('../..', import.meta.url).pathname)
const { directory, diagnostics } = readDirectory(workspace, { languages: ['fr', 'en', 'nl'] })
const context: FieldContext = { directory, zone: 'UTC', languages: ['fr', 'en', 'nl'], editions: [] }
const all = [...directory.names.values()].filter(({ kind }) => kind === 'place')

/** The place that a name in an incident is read as, or its diagnostics. */
function read(typed: string, names: Directory = directory) {
  const said: { code: string; facts: Record<string, unknown> }[] = []
  const found = lookUp({ ...context, directory: names }, typed, 'place', {
    diagnose: (code, facts) => {
      said.push({ code, facts: facts as Record<string, unknown> })
      return undefined
    },
  })
  return { id: found?.id, code: said[0]?.code, facts: said[0]?.facts ?? {} }
}

const words = (language: string) =>
  diagnosticWords(language, JSON.parse(`${workspace.read(`locales/${language}/problems.json`)}`))

function hint(typed: string, language: string): string {
  const { code = '', facts } = read(typed)
  const shown = { code, facts: facts as never, severity: 'error', place: { file: 'a.yaml' } } as const
  expect(words(language).message(shown)).not.toMatch(/undefined|\[object/)
  return words(language).hint(shown) ?? ''
}

test('the places are read without diagnostics', () => {
  expect(diagnostics.filter(({ place }) => place.file.startsWith('locales/'))).toEqual([])
})

describe('what places are', () => {
  const facts = readYaml<{
    areas: string[]
    regions: Record<string, string[]>
    towns: Record<string, string[]>
    codes: Record<string, string>
  }>('locales/places.yaml')
  const slugs = Object.keys(places('fr')).filter(key => /^[a-z]/.test(key))
  const listed = [...facts.areas, ...Object.values(facts.regions).flat(), ...Object.values(facts.towns).flat()]

  test('is said once of every place without a code', () => {
    expect([...listed].sort()).toEqual([...slugs].sort())
  })

  test('other codes lead to a place, and are the code of none', () => {
    const ids = new Set(all.map(({ id }) => id))
    expect(Object.entries(facts.codes).filter(([code, id]) => ids.has(code) || !ids.has(id))).toEqual([])
  })

  test.each([
    ['FR', 60],
    ['CH', 25],
    ['GB', 30],
    ['US', 40],
    ['BE', 40],
    ['CA', 40],
    ['LU', 8],
    ['IE', 10],
  ])('the towns of %s are %d at least', (country, least) => {
    expect(facts.towns[country]?.length).toBeGreaterThanOrEqual(least)
  })

  test('no place has the id of a company or service', () => {
    const ids = new Set(all.map(({ id }) => id))
    expect(entries().filter(({ file, id }) => file !== 'places' && ids.has(id))).toEqual([])
  })
})

describe('the parts of countries', () => {
  const parts = (country: string) => all.filter(({ id }) => id.startsWith(`${country}-`)).map(({ id }) => id.slice(3))
  test('cantons, provinces, Länder, states: all of them', () => {
    expect(parts('CH').sort().join(' ')).toBe(
      'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH',
    )
    expect(parts('DE').sort().join(' ')).toBe('BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH')
    expect(parts('NL').sort().join(' ')).toBe('DR FL FR GE GR LI NB NH OV UT ZE ZH')
    expect(parts('US')).toHaveLength(51)
    expect(parts('IE')).toHaveLength(30)
    expect(parts('BE')).toHaveLength(13)
  })

  test('every département, the overseas ones by their other code', () => {
    const numbers = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')).filter(n => n !== '20')
    const codes = [...numbers, '2A', '2B', '971', '972', '973', '974', '976']
    expect(codes.filter(code => read(`FR-${code}`).id === undefined)).toEqual([])
    expect(read('FR-974').id).toBe('RE')
    expect(read('FR-75').id).toBe('paris')
  })
})

describe('a place by its name', () => {
  test.each([
    ['Argovie', 'CH-AG'],
    ['Aargau', 'CH-AG'],
    ['canton of Aargau', 'CH-AG'],
    ['Bâle-Campagne', 'CH-BL'],
    ['bale campagne', 'CH-BL'],
    ['Basel-Landschaft', 'CH-BL'],
    ['Grisons', 'CH-GR'],
    ['Basse-Saxe', 'DE-NI'],
    ['Dunkerque', 'dunkirk'],
    ['Duinkerke', 'dunkirk'],
    ['Louvain', 'leuven'],
    ['les Pays-Bas', 'NL'],
    ['Holland', 'NL'],
    ['The Hague', 'the-hague'],
    ['La Haye', 'the-hague'],
    ['Le Havre', 'le-havre'],
    ['United Kingdom', 'GB'],
    ['UK', 'GB'],
    ['Quebec', 'CA-QC'],
    ['le Québec', 'CA-QC'],
    ['Quebec City', 'quebec-city'],
    ['Saguenay-Lac-Saint-Jean', 'saguenay-lac-saint-jean'],
    ['Genève', 'geneva'],
    ['canton de Genève', 'CH-GE'],
    ['New York', 'new-york'],
    ['Kyiv', 'kyiv'],
    ['Londonderry', 'derry'],
    ['le monde', 'world'],
  ])('%s is %s', (typed, id) => expect(read(typed).id).toBe(id))

  test.each([
    ['Québec', ['CA-QC', 'quebec-city']],
    ['Luxembourg', ['LU', 'luxembourg-city']],
    ['Jura', ['FR-39', 'CH-JU']],
    ['Vienne', ['FR-86', 'vienna']],
    ['Congo', ['CD', 'CG']],
    ['Georgia', ['GE', 'US-GA']],
  ])('%s may be several, and none is chosen', (typed, ids) => {
    expect(read(typed)).toMatchObject({ id: undefined, code: 'name/ambiguous-place' })
    for (const id of ids) expect(hint(typed, 'en')).toContain(`${id} (`)
  })

  test('each name leads to its place, in whatever language, or is said to be that of several', () => {
    const lost = all.flatMap(({ id, forms }) =>
      Object.entries(forms).flatMap(([language, { name }]) => {
        if (name === undefined) return []
        const found = read(name)
        return found.id === id || found.code === 'name/ambiguous-place' ? [] : [`${language}: ${name} → ${found.id}`]
      }),
    )
    expect(lost).toEqual([])
  })
})

describe('a place that is not known', () => {
  test('a code is answered with those of its country, in the language of the messages', () => {
    expect(read('CH-XX')).toMatchObject({ code: 'name/unknown-code' })
    expect(hint('CH-XX', 'en')).toContain('CH-AG (canton of Aargau)')
    expect(hint('CH-XX', 'fr')).toContain('CH-AG (Argovie)')
    expect(hint('CH-XX', 'fr')).not.toMatch(/Tchad|TD/)
    expect(hint('FR-99', 'en')).toContain('FR-62, FR-63')
    expect(hint('PL-MZ', 'en')).toContain('code: PL-MZ')
    expect(hint('XX', 'fr')).not.toContain('(')
  })

  test('a word is answered with what is a slip away, not with what is merely alike', () => {
    expect(hint('Bruxeles', 'fr')).toContain('brussels (Bruxelles)')
    expect(hint('Bruxeles', 'en')).toContain('brussels (Brussels)')
    expect(hint('hassel', 'en')).toContain('hasselt')
    // A town of another name, though four letters of seven are the same.
    expect(hint('Kassell-les-Bains', 'en')).not.toContain('hasselt')
    expect(hint('Nowhereville', 'en')).toContain('depeche places Nowhereville')
  })

  test('a code in small letters is mended', () => {
    const { code, facts } = read('ch-ag')
    expect(code).toBe('name/unknown-place')
    expect(facts.nearest).toBe('CH-AG')
  })
})
