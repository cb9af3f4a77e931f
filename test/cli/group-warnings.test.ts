import { expect, test } from 'vitest'
import { gatherAlike } from '../../src/cli/group-warnings.ts'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'

const at = (code: string, line: number, severity: Diagnostic['severity'] = 'warning') =>
  ({ code, severity, place: { file: `${line}.yaml`, line }, facts: {} }) as unknown as Diagnostic

test('of many warnings of one sort the first is shown, and where the next ones are', () => {
  const all = Array.from({ length: 9 }, (_, line) => at('life/present-tense', line))
  expect(gatherAlike(all)).toEqual({
    shown: all.slice(0, 1),
    alike: [{ code: 'life/present-tense', count: 8, places: ['1.yaml:1', '2.yaml:2', '3.yaml:3'] }],
  })
})

test('errors, and a few warnings of one sort, are shown each', () => {
  const all = [
    ...Array.from({ length: 9 }, (_, line) => at('yaml/comma', line, 'error')),
    ...Array.from({ length: 4 }, (_, line) => at('life/count-now', line)),
  ]
  expect(gatherAlike(all)).toEqual({ shown: all, alike: [] })
})
