import { expect, test } from 'vitest'
import { readIncident } from '../../src/incident/read-incident.ts'
import { context, incidentWith } from './sample-newsroom.ts'

const codes = (text: string, zones: readonly string[]) =>
  readIncident(
    { file: 'incident.yaml', text: incidentWith(text) },
    { ...context, site: { ...context.site, editions: ['fr', 'en', ...zones] }, zones },
  )
    .diagnostics.map(({ code }) => code)
    .filter(code => code === 'text/typed-hour')

const REMARK =
  'residual: { fr: "Certains messages ne sont arrivés qu\'à 22h40.", en: "Some messages did not arrive until 10:40pm." }'

test('an hour within a text is named where an edition shows others', () => {
  expect(codes(REMARK, ['Europe/Brussels', 'America/Toronto'])).toEqual(['text/typed-hour'])
})

test('nothing is said where all clocks show the same', () => {
  expect(codes(REMARK, ['Europe/Brussels', 'Europe/Paris'])).toEqual([])
})

test('of figures that are no hours nothing is said', () => {
  const text =
    'residual: { fr: "Il reste 12 lignes et 3,5 % des clients.", en: "12 lines and 3.5 percent of customers remain." }'
  expect(codes(text, ['America/Toronto'])).toEqual([])
})
