import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import { fixesApart } from '../../src/foundation/separate-fixes.ts'

const withFix = (from: number, to: number): Diagnostic => ({
  code: 'yaml/colon',
  severity: 'error',
  place: { file: 'a.yaml' },
  facts: {},
  fix: { from, to, text: '' },
})

test.each([
  [
    'apart',
    [
      [0, 2],
      [3, 5],
    ],
    [true, true],
  ],
  [
    'side by side',
    [
      [0, 2],
      [2, 5],
    ],
    [true, true],
  ],
  [
    'one upon the other',
    [
      [0, 3],
      [2, 5],
    ],
    [true, false],
  ],
  [
    'one in the other',
    [
      [0, 9],
      [2, 5],
    ],
    [true, false],
  ],
  [
    'not in the order of the text',
    [
      [5, 9],
      [0, 2],
    ],
    [true, true],
  ],
  [
    'not in order, and one upon the other',
    [
      [5, 9],
      [0, 6],
    ],
    [true, false],
  ],
  [
    'with a third that only meets what was dropped',
    [
      [0, 3],
      [2, 6],
      [4, 5],
    ],
    [true, false, true],
  ],
])('of fixes that lie %s, the first of those that meet is offered; no diagnostic is lost', (_, ranges, offered) => {
  const apart = fixesApart(ranges.map(([from = 0, to = 0]) => withFix(from, to)))
  expect(apart.map(({ fix }) => fix !== undefined)).toEqual(offered)
})
