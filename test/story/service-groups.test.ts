import { expect, test } from 'vitest'
import { groupServices } from '../../src/story/service-groups.ts'
import { incidentOf } from '../article/realise.ts'

/** Each group as its services, its impact, and what else is said of it. */
function groupsOf(services: string, fields = ''): string[] {
  const incident = incidentOf(`state: ongoing\nas_of: 2026-03-02T19:00\nservices: ${services}\n${fields}`)
  return groupServices(incident).map(({ impact, services: some, lesser, over }) =>
    [some.map(({ service }) => service.id).join('+'), impact, lesser && 'lesser', over && 'over']
      .filter(Boolean)
      .join(' '),
  )
}

test.each<[string, string, string, string[]]>([
  ['what fails alike is together, in the order of the file', '[facebook, instagram]', '', ['facebook+instagram down']],
  [
    'the worst comes first',
    '[{ service: facebook, impact: slow }, { service: instagram, impact: down }]',
    '',
    ['instagram down', 'facebook slow'],
  ],
  [
    'what is hit less comes after what is hit',
    '[{ service: facebook, degree: lesser }, { service: instagram, impact: slow }]',
    '',
    ['instagram slow', 'facebook down lesser'],
  ],
  ['where all are hit less, none is', '[{ service: facebook, degree: lesser }]', '', ['facebook down']],
  [
    'what is over comes last while others still fail',
    '[{ service: facebook, ended: 2026-03-02T18:00 }, { service: instagram, impact: slow }]',
    '',
    ['instagram slow', 'facebook down over'],
  ],
  [
    'numbers to call for help come before all else',
    '[mobile-data, "112"]',
    'kind: emergency numbers',
    ['112 degraded', 'mobile-data degraded'],
  ],
  ['common nouns stand last among names', '[mobile-data, facebook]', '', ['facebook+mobile-data down']],
])('%s', (_, services, fields, groups) => expect(groupsOf(services, fields)).toEqual(groups))

test('where no service is known there is no group', () => {
  const incident = incidentOf('state: ongoing\nas_of: 2026-03-02T19:00\nservices: facebook\n')
  expect(groupServices({ ...incident, services: [] })).toEqual([])
})
