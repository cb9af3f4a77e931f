import { describe, expect, test } from 'vitest'
import { hexDigestOf } from '../../src/foundation/digest.ts'
import { verdictOf } from '../../src/publish/post-fields.ts'
import { fc } from '../machine/property.ts'

describe('three versions of a field', () => {
  test.each([
    ['nobody changed it', 'a', 'a', 'a', 'same'],
    ['both made the same change', 'b', 'b', 'a', 'same'],
    ['only we changed it', 'b', 'a', 'a', 'write'],
    ['only they changed it', 'a', 'b', 'a', 'kept'],
    ['both changed it', 'b', 'c', 'a', 'conflict'],
  ])('%s: ours %s, theirs %s, last %s: %s', (_, ours, theirs, last, verdict) => {
    expect(verdictOf(ours, theirs, hexDigestOf(last))).toBe(verdict)
  })

  test('what we wrote last is not known: a difference is a conflict, an empty field is filled', () => {
    expect(verdictOf('a', 'b', undefined)).toBe('conflict')
    expect(verdictOf('a', '', undefined)).toBe('write')
  })

  test('a hand edit is never written over', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (ours, theirs, last) => {
        if (verdictOf(ours, theirs, hexDigestOf(last)) === 'write') expect(theirs).toBe(last)
      }),
    )
  })
})
