import { describe, expect, test } from 'vitest'
import { incidentWith, read } from './sample-newsroom.ts'

/** The incident of these fields; its problems when there is none. */
function incidentOf(fields: string) {
  const { incident, diagnostics } = read(incidentWith(fields))
  if (!incident) throw new Error(JSON.stringify(diagnostics))
  return incident
}

const codesOf = (fields: string) => read(incidentWith(fields)).diagnostics.map(({ code }) => code)

const COMPANY = 'company: { name: Brisemar Télécom, fr: { class: ms }, en: { class: s, name: Brisemar Telecom } }'

describe('a name written in place', () => {
  test.each(['brisemar-telecom', 'Brisemar Télécom', 'Brisemar Telecom', 'brisemar télécom'])(
    'is used again as %s, where a name stands and where somebody speaks',
    again => {
      const { services, started } = incidentOf(
        `${COMPANY}\nservices: { service: ${again} }\nstarted: { at: 2024-12-11T18:30, source: ${again} }`,
      )
      expect(services[0]?.service).toMatchObject({ name: 'Brisemar Télécom', kind: 'company' })
      expect(started[0]?.source).toMatchObject({ kind: 'company', name: { name: 'Brisemar Télécom' } })
    },
  )

  test('is known above the line where it stands', () => {
    const { started, counts } = incidentOf(`started: { at: 2024-12-11T18:30, source: hopital-saint-luc }
knock_on: { who: { name: Hôpital Saint-Luc }, fr: a, en: b, by: hopital-saint-luc }
counts: { source: hopital-saint-luc, unit: reports, value: 3 }`)
    expect(started[0]?.source?.name?.name).toBe('Hôpital Saint-Luc')
    expect(counts[0]?.source?.name?.name).toBe('Hôpital Saint-Luc')
  })

  test('keeps what a speaker is', () => {
    const { statements } = incidentOf(`statements:
  - { by: { name: Jo Doe, role: { fr: porte-parole, en: spokesperson } }, original: { lang: en, text: a }, translations: { fr: b } }
  - { by: jo-doe, original: { lang: en, text: c }, translations: { fr: d } }`)
    expect(statements.map(({ by }) => by)).toEqual([statements[0]?.by, statements[0]?.by])
  })

  test('is not known in the next file', () => {
    incidentOf(COMPANY)
    expect(codesOf('company: brisemar-telecom')).toEqual(['name/unknown'])
  })

  test('gives way to the directory, whose ids are the same everywhere', () => {
    const { company, services } = incidentOf('company: { name: Meta, fr: { class: fs } }\nservices: [meta, facebook]')
    expect(company?.forms.fr?.class).toBe('fs')
    expect(services[0]?.service.forms.fr?.class).toBe('ms')
  })

  test('serves as a place only if it is one', () => {
    expect(codesOf(`${COMPANY}\nscope: brisemar-telecom`)).toEqual(['name/unknown-place'])
    const place = 'counts: { place: { name: Brisemar, fr: { in: à } }, unit: reports, value: 3 }\nscope: brisemar'
    expect(incidentOf(place).scope?.places[0]?.place.name).toBe('Brisemar')
  })
})

describe('a name of the directory with what is peculiar to it here', () => {
  test.each([
    'services: { id: x, company: google }',
    'services: { service: x, company: google }',
    'services: { service: { id: x, company: google } }',
  ])('%s', fields => {
    const [only] = incidentOf(fields).services
    expect(only?.service).toMatchObject({ id: 'x', name: 'X', company: 'google', owner: { id: 'google' } })
  })

  test('is whose the file says, written in place or not', () => {
    const [only] = incidentOf(`${COMPANY}\nservices: { id: x, company: brisemar-telecom, impact: slow }`).services
    expect(only).toMatchObject({ impact: 'slow', service: { id: 'x', owner: { name: 'Brisemar Télécom' } } })
  })

  test('is another than that of somebody else', () => {
    expect(codesOf('services: [{ id: x, company: google }, { id: x, company: meta }]')).toEqual([])
    expect(codesOf('services: [{ id: x, company: google }, { id: x, company: google }]')).toEqual(['name/same-twice'])
  })

  test('is called here as the file says', () => {
    const [only] = incidentOf('services: { id: x, fr: { name: le réseau X } }').services
    expect(only?.service.forms).toMatchObject({ fr: { name: 'le réseau X', elides: false }, en: { class: 's' } })
  })

  test('is reported where it stands', () => {
    const { diagnostics } = read(incidentWith('services: { id: x, company: gogle }'))
    expect(diagnostics).toMatchObject([{ code: 'name/unknown', facts: { name: 'gogle', nearest: 'google' } }])
    expect(codesOf('services: { impact: slow }')).toEqual(['shape/missing'])
    expect(codesOf('services: { name: Orage, imapct: slow }')).toEqual(['shape/unknown-field'])
  })
})
