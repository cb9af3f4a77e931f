import { describe, expect, test } from 'vitest'
import { type JsonPath, jsonPlaces } from '../../src/yaml/json-positions.ts'

const text = `{
\t"lead": {
    "outage": ["One {{services}}", "Two: \\"quoted\\", \\u00e9"],
    "empty": []
  },
  "lead.other": null, "count": 12
}
`

const shown = (path: JsonPath, of = text): string => {
  const { from, to } = jsonPlaces(of).rangeOf(path)
  return of.slice(from, to)
}

describe('the range at a path of a JSON text', () => {
  test.each<[JsonPath, string]>([
    [['lead', 'outage', 0], '"One {{services}}"'],
    [['lead', 'outage', 1], '"Two: \\"quoted\\", \\u00e9"'],
    [['count'], '12'],
    [['lead.other'], 'null'],
  ])('%j is its value', (path, value) => expect(shown(path)).toBe(value))

  test.each<[JsonPath, string]>([
    [['lead'], '"lead"'],
    [['lead', 'outage'], '"outage"'],
    [['lead', 'empty'], '"empty"'],
  ])('%j, an object or a list, is its key', (path, key) => expect(shown(path)).toBe(key))

  test('the whole text is its opening bracket', () => {
    expect(shown([])).toBe('{')
    expect(shown([0], '[[1], 2]')).toBe('[')
  })

  test('what is missing is its nearest ancestor', () => {
    expect(shown(['lead', 'outage', 7])).toBe('"outage"')
    expect(shown(['lead', 'missing', 'deep'])).toBe('"lead"')
    expect(shown(['nothing'])).toBe('{')
  })
})

test('of a key that stands twice the last one counts, and it is named', () => {
  const twice = '{ "a": { "b": "one", "b": "two" }, "list": [{ "c": 1, "c": 2 }] }'
  expect(jsonPlaces(twice).twice).toEqual([
    ['a', 'b'],
    ['list', 0, 'c'],
  ])
  expect(shown(['a', 'b'], twice)).toBe('"two"')
  expect(jsonPlaces(text).twice).toEqual([])
})
