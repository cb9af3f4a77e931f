import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { nounsIn } from '../../src/newsroom/noun-genders.ts'
import { context, incidentWith } from './sample-newsroom.ts'

const nouns = nounsIn(openWorkspace(new URL('../..', import.meta.url).pathname))
const directory = { names: context.directory.names }

function read(fields: string) {
  const text = incidentWith(fields)
  return readIncident({ file: 'content/incidents/2024/2024-12-11-test.yaml', text }, { ...context, directory, nouns })
}

/** The first service of these fields. */
function serviceOf(fields: string) {
  const { incident, diagnostics } = read(fields)
  if (!incident) throw new Error(JSON.stringify(diagnostics))
  return incident.services[0]
}

describe('a name written with its article', () => {
  test('needs no class', () => {
    expect(serviceOf('services: { fr: la distribution, en: deliveries }')?.service).toEqual({
      id: 'distribution',
      kind: 'service',
      name: 'distribution',
      common: true,
      forms: { fr: { name: 'distribution', article: 'la', class: 'fs' }, en: { name: 'deliveries', class: 'p' } },
    })
  })

  test.each([
    'services: { fr: la distribution, en: deliveries, impact: slow }',
    'services: { service: { fr: la distribution, en: deliveries }, impact: slow }',
  ])('stands beside the other fields of a service, or under its own: %s', fields => {
    expect(serviceOf(fields)).toMatchObject({ impact: 'slow', service: { name: 'distribution', common: true } })
  })

  test('is used again by what it is called, with or without the article', () => {
    for (const again of ['distribution', 'la distribution', 'deliveries']) {
      const counts = `counts: { source: downdetector, unit: reports, value: 3, service: ${again} }`
      const { incident } = read(`services: { fr: la distribution, en: deliveries }\n${counts}`)
      expect(incident?.counts[0]?.service?.name).toBe('distribution')
    }
  })

  test('takes the class that is typed', () => {
    expect(serviceOf("services: { fr: { name: l'e-box, class: fs }, en: the e-box }")?.service.forms).toEqual({
      fr: { name: 'e-box', article: 'la', class: 'fs', elides: true },
      en: { name: 'e-box', article: 'the', class: 's' },
    })
  })

  test('whose class nobody can know is asked about, with the choice', () => {
    const { diagnostics } = read("services: { fr: l'e-box, en: the e-box }")
    expect(diagnostics).toMatchObject([
      {
        code: 'name/no-class',
        severity: 'error',
        facts: { classes: 'ms, fs', examples: expect.stringContaining("fr: { name: l'e-box, class: fs }") },
      },
    ])
    expect(diagnostics[0]?.place.column).toBeGreaterThan(1)
  })

  test('is not asked about in a language that is not published', () => {
    expect(serviceOf('services: { fr: la distribution, en: deliveries, nl: de leveringen }')?.service.forms.nl).toEqual(
      {
        name: 'leveringen',
        article: 'de',
        class: 'p',
      },
    )
  })

  test('leaves alone what says its article, a brand, and a place that says its prepositions', () => {
    const fields = 'services: { name: Orage, fr: { name: zone sud, article: la, class: fs }, en: Windows }'
    expect(serviceOf(fields)?.service).toMatchObject({
      name: 'Orage',
      forms: { fr: { name: 'zone sud', article: 'la' }, en: { name: 'Windows' } },
    })
    expect(serviceOf(fields)?.service.common).toBeUndefined()
    const { incident } = read('scope: { places: { name: Puy, kind: place, fr: { name: Le Puy, in: à }, en: Puy } }')
    expect(incident?.scope?.places[0]?.place.forms.fr).toEqual({ name: 'Le Puy', in: 'à' })
  })

  test('serves for companies and speakers too, which are no common nouns', () => {
    const { incident } = read('company: { fr: la clinique Saint-Luc, en: Saint Luke clinic }\nservices: facebook')
    expect(incident?.company).toMatchObject({ kind: 'company', forms: { fr: { article: 'la', class: 'fs' } } })
    expect(incident?.company?.common).toBeUndefined()
  })

  test('still works: a text by language stays a text', () => {
    const { incident } = read('still_works: { fr: les appels passent, en: calls go through }')
    expect(incident?.still_works).toEqual([{ text: { fr: 'les appels passent', en: 'calls go through' } }])
  })
})
