import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { When } from '../../src/fields/values.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { glanceOf } from '../../src/site/at-a-glance.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident, sentence } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')

const named = (id: string, kind: Named['kind']): Named => ({ id, kind, name: id, forms: {} })
const at = (hour: number): When => ({ precision: 'exact', at: Date.UTC(2026, 2, 2, hour - 1) })
const services = [{ service: named('Orion Mail', 'service') }] as unknown as Incident['services']
const place = { evidence: 'confirmed', beyond: [], except: [], places: [{ place: named('Namur', 'place') }] }
const scope = place as unknown as NonNullable<Incident['scope']>

function rows(changes: Partial<Incident>, told = article(), aged = false): string[] | false {
  const glance = glanceOf(
    { ...told, ...(changes.state && { state: changes.state }) },
    incident({ services, scope, ...changes }),
    aged,
    fr,
  )
  return glance && [...glance.facts, ...glance.more].map(({ label, value }) => `${label} : ${value}`)
}

describe('at a glance stands', () => {
  test.each<[string, Partial<Incident>, string[] | false]>([
    [
      'how long it lasted, when it is over',
      { started: [at(9)], ended: [at(11)], company: named('Orion', 'company') },
      ['État : Résolu', 'Durée : deux heures', 'Où : Namur', 'Quoi : Orion Mail (Orion)'],
    ],
    [
      'since when, while it goes on',
      { state: 'ongoing', started: [at(9)] },
      ['État : Résolu', 'Depuis : 2 mars 2026 à 9h', 'Où : Namur', 'Quoi : Orion Mail'],
    ],
    [
      'no hour on which sources disagree',
      { started: [at(9), at(8)] },
      ['État : Résolu', 'Où : Namur', 'Quoi : Orion Mail'],
    ],
    [
      'the doubt about where it is',
      { scope: { ...scope, evidence: 'apparent' }, started: [at(9)] },
      ['État : Résolu', 'Début : 2 mars 2026 à 9h', 'Où, semble-t-il : Namur', 'Quoi : Orion Mail'],
    ],
    ['nothing of what is withdrawn', { state: 'retracted', started: [at(9)] }, false],
    ['neither hour nor place of what is only suspected', { state: 'unconfirmed', started: [at(9)] }, false],
  ])('%s', (_, changes, expected) => {
    expect(rows(changes)).toEqual(expected)
  })

  test('cause and advice in the words of the article, and nothing that rests on more', () => {
    const paragraphs = [
      {
        move: 'cause',
        form: 'prose' as const,
        sentences: [
          { ...sentence('La panne vient d’un câble et dure.'), from: ['/causes/0', '/started/0'] },
          { ...sentence('Selon Orion, un câble est coupé.'), from: ['/causes/0/text'] },
          { ...sentence('Redémarrez.'), from: ['/advice/0'] },
        ],
      },
    ]
    expect(rows({ started: [at(9)] }, article({ paragraphs }))).toEqual(
      expect.arrayContaining(['Cause : Selon Orion, un câble est coupé.', 'Que faire : Redémarrez.']),
    )
  })
})
