import { expect, test } from 'vitest'
import { slugOf } from '../../src/foundation/slug.ts'
import { fc } from '../machine/property.ts'

test.each([
  ['Panne chez Méta !', 'panne-chez-meta'],
  ['Orion & Moi', 'orion-moi'],
  ['Œuvres du Cœur Lætitia', 'oeuvres-du-coeur-laetitia'],
  ['ÅNGSTRÖM 5', 'angstrom-5'],
  ['東京', ''],
  ['', ''],
])('%s gives "%s"', (text, slug) => expect(slugOf(text)).toBe(slug))

test('of any text it can stand in an address, and is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(slugOf(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(slugOf(slugOf(text))).toBe(slugOf(text))
    }),
  )
})
