import { describe, expect, test } from 'vitest'
import { read } from '../incident/sample-newsroom.ts'

/** The figure of a count as an editor types it, or the codes of what is wrong with it. */
function figureOf(fields: string): unknown {
  const text = `state: ongoing\nas_of: 2024-12-11T19:25\nservices: [facebook]\ncounts: { source: downdetector, ${fields} }\n`
  const { incident, diagnostics } = read(text)
  return incident ? incident.counts[0]?.figure : diagnostics.map(({ code }) => code)
}

describe('a figure', () => {
  test.each<[string, string, unknown]>([
    ['a number', 'unit: reports, value: 1200', { kind: 'exact', value: 1200 }],
    ['a number in groups', 'unit: reports, value: 1 200', { kind: 'exact', value: 1200 }],
    ['about a number', 'unit: reports, value: 1200, precision: about', { kind: 'about', value: 1200 }],
    ['a size', 'unit: reports, value: tens of thousands', { kind: 'magnitude', word: 'tens of thousands' }],
    ['a range', 'unit: reports, range: [100, 200]', { kind: 'range', low: 100, high: 200 }],
    ['a share', 'unit: percent, of: users, outcome: hit, value: 12.5', { kind: 'exact', value: 12.5 }],
    ['a number that may be another', 'unit: reports, value: 12.000', ['shape/not-a-number']],
    ['words that are no size', 'unit: reports, value: lots', ['shape/not-a-number']],
    ['a part of a report', 'unit: reports, value: 12.5', ['shape/not-whole']],
    ['more than all', 'unit: percent, of: users, outcome: hit, value: 120', ['shape/number-out-of-range']],
    ['both a number and a range', 'unit: reports, value: 5, range: [1, 9]', ['shape/only-one']],
    ['a range the wrong way round', 'unit: reports, range: [200, 100]', ['shape/wrong-type']],
    ['a range of one', 'unit: reports, range: [100]', ['shape/wrong-type']],
    ['a range of sizes', 'unit: reports, range: [hundreds, thousands]', ['shape/wrong-type', 'shape/wrong-type']],
    ['neither', 'unit: reports', ['shape/one-of']],
  ])('%s', (_, fields, figure) => expect(figureOf(fields)).toEqual(figure))
})
