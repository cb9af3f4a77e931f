import { expect, test } from 'vitest'
import { readIncident } from '../../src/incident/read-incident.ts'
import { codesAt } from './codes-at.ts'
import { context, incidentWith } from './sample-newsroom.ts'

test('a precedent refers to an incident that is there', () => {
  const text = incidentWith('precedents: { at: 2021-10-04, incident: 2021-10-04-mata }')
  const ids = new Set(['2021-10-04-meta'])
  expect(readIncident({ file: 'a.yaml', text }, context).diagnostics).toEqual([])
  const { diagnostics } = readIncident({ file: 'a.yaml', text }, { ...context, ids })
  expect(codesAt(diagnostics)).toEqual(['a.yaml:5:41 publication/no-such-incident'])
  expect(diagnostics[0]?.facts).toEqual({ id: '2021-10-04-mata', nearest: '2021-10-04-meta' })
})

test.each([
  ['before the start', '2021-10-04', []],
  ['after it', '2024-12-12', ['time/precedent-after-start']],
])('a precedent %s', (_, at, codes) => {
  const text = incidentWith(`started: 2024-12-11T18:30\nprecedents: { at: ${at}, text: { fr: a, en: b } }`)
  expect(readIncident({ file: 'a.yaml', text }, context).diagnostics.map(({ code }) => code)).toEqual(codes)
})
