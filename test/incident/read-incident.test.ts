import { expect, test } from 'vitest'
import { readIncident } from '../../src/incident/read-incident.ts'
import { context, incidentWith } from './sample-newsroom.ts'

const BASE = 'state: ongoing\nas_of: 2024-12-11T19:25\nservices: [facebook]\n'

/** The fields that an incident's problems name. */
function named(text: string): unknown[] {
  return readIncident({ file: 'a.yaml', text: BASE + text }, context).diagnostics.map(({ facts }) => facts.field)
}

// An editor looks for what is typed, not for the name in the full form.
test.each([
  ['cause: { status: official, text: { fr: a, en: b }, at: 2024-12-11T20:00 }', 'cause › at'],
  ['updates: [{ at: 2024-12-11T20:00, state: ongoing, fr: a, en: b }]', 'updates › 0 › at'],
  ['background: { fr: a }', 'background'],
  ['knock_on: [{ fr: a, en: b }, { fr: a }]', 'knock_on › 1'],
  ['statements: { by: { fr: a }, original: { lang: fr, text: a }, translations: { en: b } }', 'statements › by'],
  ['statements: { by: meta, original: { lang: fr, text: a } }', 'statements › original'],
])('%s', (text, field) => {
  expect(named(text)).toEqual([field])
})

test('the rule of names holds only inside content/incidents', () => {
  const text = incidentWith('')
  expect(readIncident({ file: '/tmp/x.yaml', text }, context).diagnostics).toEqual([])
  const inside = readIncident({ file: 'content/incidents/2024/x.yaml', text }, { ...context, inContent: true })
  expect(inside.diagnostics.map(({ code }) => code)).toEqual(['file/name'])
})

test('the incident is called after its file', () => {
  expect(readIncident({ file: 'a/b/2024-12-11-meta.yaml', text: incidentWith('') }, context).incident?.id).toBe(
    '2024-12-11-meta',
  )
})
