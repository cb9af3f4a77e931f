import { describe, expect, test } from 'vitest'
import { incidentWith, read } from './sample-newsroom.ts'

/** The incident of these fields; its problems when there is none. */
function incidentOf(fields: string) {
  const { incident, diagnostics } = read(incidentWith(fields))
  if (!incident) throw new Error(JSON.stringify(diagnostics))
  return incident
}

// The same thing said in short and in full must be read alike.
describe.each([
  ['services', 'services: facebook', 'services: [{ service: { id: facebook } }]'],
  [
    'services',
    'services: [{ service: whatsapp, platforms: iOS }]',
    'services: { service: whatsapp, platforms: [iOS] }',
  ],
  [
    'services',
    'services: { name: Orage, fr: { class: ms } }',
    'services: { service: { name: Orage, fr: { class: ms } } }',
  ],
  ['not_affected', 'not_affected: x', 'not_affected: [x]'],
  ['still_works', 'still_works: x', 'still_works: [{ service: x }]'],
  ['still_works', 'still_works: { fr: a, en: b }', 'still_works: { text: { fr: a, en: b } }'],
  ['scope', 'scope: world', 'scope: { reach: world, evidence: confirmed }'],
  ['scope', 'scope: BE', 'scope: { places: [BE] }'],
  ['scope', 'scope: [BE, FR]', 'scope: { places: [{ id: BE }, FR] }'],
  ['causes', 'cause: unknown', 'causes: [{ status: unknown }]'],
  ['causes', 'cause: { fr: a, en: b }', 'causes: [{ status: supposed, text: { fr: a, en: b } }]'],
  ['attack', 'attack: denied', 'attack: { status: denied }'],
  ['data_impact', 'data_impact: none', 'data_impact: { status: none }'],
  ['expected', 'expected: none', 'expected: { kind: none }'],
  ['expected', 'expected: 2024-12-11T20:00', 'expected: { kind: at, when: { at: 2024-12-11T20:00 } }'],
  [
    'expected',
    'expected: { at: 2024-12-11T20:00, precision: about }',
    'expected: { when: { at: 2024-12-11T20:00, precision: about } }',
  ],
  ['statements', 'statements: no answer', 'statements: [{ by: meta, kind: no answer }]'],
  ['symptoms', 'symptoms: { fr: a, en: b }', 'symptoms: [{ text: { fr: a, en: b } }]'],
  ['symptoms', 'symptoms: { fr: a, en: b, error: "500" }', 'symptoms: { text: { fr: a, en: b }, error: "500" }'],
  [
    'updates',
    'updates: { at: 2024-12-11T19:00, fr: a, en: b }',
    'updates: [{ at: 2024-12-11T19:00, text: { fr: a, en: b } }]',
  ],
  ['background', 'background: { fr: a, en: b }', 'background: [{ text: { fr: a, en: b } }]'],
  ['residual', 'residual: { fr: a, en: b, by: meta }', 'residual: [{ text: { fr: a, en: b }, by: { id: meta } }]'],
  ['resolution', 'resolution: { fr: a, en: b }', 'resolution: { text: { fr: a, en: b } }'],
  ['advice', 'advice: { fr: a, en: b }', 'advice: [{ steps: [{ fr: a, en: b }] }]'],
  ['advice', 'advice: { numbers: "04 222 01 12" }', 'advice: [{ numbers: [{ number: 04 222 01 12 }] }]'],
  ['knock_on', 'knock_on: instagram', 'knock_on: [{ who: [instagram] }]'],
  ['precedents', 'precedents: 2021-10-04', 'precedents: [{ at: { at: 2021-10-04 } }]'],
  ['sources', 'sources: https://example.org/', 'sources: [{ url: https://example.org/ }]'],
  [
    'reactions',
    'reactions: { quote: { lang: fr, text: a, translations: { en: b }, who: users } }',
    'reactions: [{ who: users, original: { lang: fr, text: a }, translations: { en: { text: b, by: desk } } }]',
  ],
  ['publication', 'slug: panne', 'slug: { fr: panne, en: panne }'],
  ['publication', 'former_slugs: a', 'former_slugs: { fr: [a], en: a }'],
  ['publication', 'reviewed: desk', 'reviewed: { by: desk }'],
  ['publication', 'draft: yes', 'draft: true'],
] as const)('%s: %s', (field, inShort, inFull) => {
  test('is read like the full form', () => {
    expect(incidentOf(inShort)[field]).toEqual(incidentOf(inFull)[field])
    expect(incidentOf(inShort)[field]).not.toEqual(incidentOf('')[field])
  })
})

describe('who says so', () => {
  const speaker = (by: string) => incidentOf(`cause: { status: official, fr: a, en: b, by: ${by} }`).causes[0]?.by

  test.each([
    ['meta', { kind: 'company', name: { id: 'meta' } }],
    ['downdetector', { kind: 'counter', name: { id: 'downdetector' } }],
    ['zuckerberg', { kind: 'person', name: { id: 'zuckerberg' } }],
    // A service that speaks is told like a company.
    ['whatsapp', { kind: 'company', name: { id: 'whatsapp' } }],
    ['users', { kind: 'users' }],
    ['status page', { kind: 'status page' }],
    ['{ fr: un internaute, en: one user }', { kind: 'user', called: { fr: 'un internaute', en: 'one user' } }],
    [
      '{ name: Jeanne Dupont, role: { fr: ministre, en: minister } }',
      { kind: 'person', name: { name: 'Jeanne Dupont', kind: 'person' }, role: { en: 'minister' } },
    ],
    [
      '{ id: zuckerberg, role: { fr: patron, en: boss } }',
      { kind: 'person', name: { id: 'zuckerberg' }, role: { fr: 'patron' } },
    ],
    ['{ name: zuckerberg, role: { fr: patron, en: boss } }', { kind: 'person', name: { id: 'zuckerberg' } }],
    [
      '{ kind: spokesperson, role: { fr: porte-parole, en: spokesperson } }',
      { kind: 'spokesperson', role: { fr: 'porte-parole' } },
    ],
    [
      '{ kind: authority, name: BIPT, fr: IBPT }',
      { kind: 'authority', name: { name: 'BIPT', forms: { fr: { name: 'IBPT' } } } },
    ],
  ])('%s', (by, expected) => {
    expect(speaker(by)).toMatchObject(expected)
  })

  test('the newsroom is nobody else', () => {
    expect(speaker('newsroom')).toBeUndefined()
  })

  test('a statement without a speaker is the company’s', () => {
    const fields = 'statements: { original: { lang: fr, text: a }, translations: { en: b } }'
    expect(incidentOf(fields).statements[0]?.by).toMatchObject({ kind: 'company', name: { id: 'meta' } })
  })
})

describe('figures', () => {
  const figure = (fields: string) => incidentOf(`counts: { unit: reports, ${fields} }`).counts[0]?.figure

  test.each([
    ['value: 1200', { kind: 'exact', value: 1200 }],
    ['value: 1 200', { kind: 'exact', value: 1200 }],
    ['value: 1\u202f200\u202f000', { kind: 'exact', value: 1_200_000 }],
    ['value: 500, precision: over', { kind: 'over', value: 500 }],
    ['value: tens of thousands', { kind: 'magnitude', word: 'tens of thousands' }],
    ['range: [100, 200]', { kind: 'range', low: 100, high: 200 }],
  ])('%s', (fields, expected) => {
    expect(figure(fields)).toEqual(expected)
  })
})

test.each([
  ['value: 12.5', 12.5],
  ['value: 0.125', 0.125],
  ['value: 100', 100],
])('percent: %s', (typed, value) => {
  expect(incidentOf(`counts: { unit: percent, of: users, outcome: hit, ${typed} }`).counts[0]?.figure).toEqual({
    kind: 'exact',
    value,
  })
})

describe('everything an editor types stays as typed', () => {
  test.each(['no', 'yes', 'on', 'true', '0800', '18:30', '2024-12-11', '1_000', '0x1F', '1e3', '.5', 'NaN', '404'])(
    '%s',
    typed => {
      const { publication } = incidentOf(`headline: { fr: ${typed}, en: ${typed} }\ntags: [${typed}]`)
      expect(publication.headline).toEqual({ fr: typed, en: typed })
      expect(publication.tags).toEqual([typed])
    },
  )
})
