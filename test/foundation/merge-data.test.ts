import { expect, test } from 'vitest'
import { merge } from '../../src/foundation/merge-data.ts'

test.each([
  ['a key more', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ['a key anew', { a: 1, b: 2 }, { a: 3 }, { a: 3, b: 2 }],
  ['a key below another', { a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
  ['a list, whole', { a: [1, 2] }, { a: [3] }, { a: [3] }],
  ['nothing at all, with null', { a: { b: 1 } }, { a: null }, { a: null }],
  ['a text where keys were', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
  ['keys where a text was', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
  ['nothing, where nothing is given', { a: 1 }, undefined, { a: 1 }],
])('what lies over gives %s', (_, under, over, merged) => {
  const before = JSON.stringify([under, over])
  expect(merge(under, over)).toEqual(merged)
  expect(JSON.stringify([under, over])).toBe(before)
})
