import { expect, test } from 'vitest'
import { pointerTo, shownPath, tokensOf, valueAt, valueOn } from '../../src/foundation/pointer.ts'
import { fc } from '../machine/property.ts'

test.each([
  ['', []],
  ['/services/0', ['services', '0']],
  ['/a~1b/c~0d', ['a/b', 'c~d']],
  ['/', ['']],
])('%j is the path %j', (pointer, path) => {
  expect(tokensOf(pointer)).toEqual(path)
  expect(pointerTo(path)).toBe(pointer)
})

test('whatever a key is called, its pointer leads back to it', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), path => {
      expect(tokensOf(pointerTo(path))).toEqual(path)
    }),
  )
})

test.each([
  ['/a/1/b', 2],
  ['/a/9', undefined],
  ['/a/length', 2],
  ['/constructor', undefined],
  ['/a/1/b/c', undefined],
])('at %s stands %j', (pointer, value) => expect(valueAt({ a: [1, { b: 2 }] }, pointer)).toBe(value))

test('a path leads through nothing to nothing, and is shown as editors read it', () => {
  expect(valueOn(null, ['a'])).toBeUndefined()
  expect(valueOn({ a: null }, ['a'])).toBeNull()
  expect(shownPath('/knock_on/1')).toBe('knock_on › 1')
})
