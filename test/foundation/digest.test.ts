import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf, digestOfAll, hash32, hexDigestOf } from '../../src/foundation/digest.ts'
import { fc } from '../machine/property.ts'

// They stand in manifests and in published posts: another value would write everything anew, or take our own posts for
// edited by hand.
test('digests stay what they are', () => {
  expect(digestOf('Une panne, à Liège')).toBe('bxtsl5qTAmSHXC0f')
  expect(digestOf(new TextEncoder().encode('Une panne, à Liège'))).toBe('bxtsl5qTAmSHXC0f')
  expect(hexDigestOf('Une panne, à Liège')).toBe('c991ed4d945814b8')
  expect(hash32('2024-12-11-meta lead.outage#1')).toBe(2_566_314_986)
})

test('the digest of pieces is that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), pieces => {
      for (const algorithm of ['sha256', 'sha1'] as const) {
        const whole = createHash(algorithm).update(pieces.join('')).digest('base64url')
        expect(digestOfAll(pieces, algorithm)).toBe(whole)
      }
    }),
  )
})
