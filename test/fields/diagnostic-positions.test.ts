import { expect, test } from 'vitest'
import { incidentWith, read } from '../incident/sample-newsroom.ts'

/** What is proposed for each field that is missing. */
const proposed = (text: string) =>
  read(text).diagnostics.flatMap(({ code, facts }) => (code === 'shape/missing' ? [String(facts.right)] : []))

test('what is proposed where a needed field is missing makes an incident', () => {
  const lines = proposed('')
  expect(lines).toHaveLength(3)
  expect(read(`${lines.join('\n')}\n`).diagnostics).toEqual([])
})

test.each([
  ['providers', 'company: meta'],
  ['counts', 'value: 12'],
  ['attack', 'by: meta'],
  ['data_impact', 'by: meta'],
  ['planned', 'to: 2030-01-01T10:00'],
])('and so it does inside %s', (field, rest) => {
  const [right = ''] = proposed(incidentWith(`${field}: { ${rest} }`))
  const codes = read(incidentWith(`${field}: { ${rest}, ${right} }`)).diagnostics.map(({ code }) => code)
  expect(codes.filter(code => /^(?:shape|name|yaml)\//.test(code))).toEqual([])
})
