import { expect, test } from 'vitest'
import { isZone } from '../../src/foundation/time-zone.ts'

test.each([
  ['Europe/Brussels', true],
  ['UTC', true],
  ['Etc/GMT+5', true],
  ['Europe/Bruxelles', false],
  ['Nowhere/Land+01', false],
  ['+01:00', false],
  ['', false],
])('%s is a zone: %s', (zone, known) => {
  expect(isZone(zone)).toBe(known)
})
