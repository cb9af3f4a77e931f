import { describe, expect, test } from 'vitest'
import { typedMoment, writtenMoment } from '../../src/edit/typed-moment.ts'

const zone = 'Europe/Brussels'
const at = (iso: string) => Date.parse(iso)
/** A winter evening. */
const now = at('2026-01-20T20:30:00Z')

describe('an hour alone is the last such hour of the newsroom', () => {
  test.each([
    ['21:30', '2026-01-20T21:30', 'this very minute'],
    ['21:31', '2026-01-19T21:31', 'not yet today, so yesterday'],
    ['9h', '2026-01-20T09:00', 'this morning'],
    ['9h05', '2026-01-20T09:05', 'as the French write it'],
    [' 0:00 ', '2026-01-20T00:00', 'midnight'],
  ])('%s: %s, %s', (typed, written) => {
    expect(typedMoment(typed, { now, zone })).toEqual({ written, at: at(`${written}:00+01:00`) })
  })

  test('in the night that has it twice the later one that is past, with its offset', () => {
    const autumn = { now: at('2025-10-26T01:45:00Z'), zone }
    expect(typedMoment('2:30', autumn)).toEqual({ written: '2025-10-26T02:30+01:00', at: at('2025-10-26T01:30:00Z') })
    const between = { now: at('2025-10-26T00:45:00Z'), zone }
    expect(typedMoment('2:30', between)?.written).toBe('2025-10-26T02:30+02:00')
  })

  test('in the night that skips it that of the day before', () => {
    expect(typedMoment('2:30', { now: at('2026-03-29T10:00:00Z'), zone })?.written).toBe('2026-03-28T02:30')
  })
})

describe('in full it stands as it was typed', () => {
  test.each([
    ['2026-01-20 21:40', '2026-01-20T21:40', '2026-01-20T20:40:00Z'],
    ['2026-01-20T21:40Z', '2026-01-20T21:40Z', '2026-01-20T21:40:00Z'],
    ['2026-07-20T21:40', '2026-07-20T21:40', '2026-07-20T19:40:00Z'],
    ['2026-01-20T21:40-05:00', '2026-01-20T21:40-05:00', '2026-01-21T02:40:00Z'],
  ])('%s', (typed, written, instant) => {
    expect(typedMoment(typed, { now, zone })).toEqual({ written, at: at(instant) })
  })

  test.each(['24:00', '9:60', '9', 'tonight', '', '2026-02-30T10:00', '2026-03-29T02:30'])('%j is no moment', typed => {
    expect(typedMoment(typed, { now, zone })).toBeUndefined()
  })
})

test.each([
  ['2026-01-20T20:40:59Z', '2026-01-20T21:40'],
  ['2025-10-26T00:30:00Z', '2025-10-26T02:30+02:00'],
  ['2025-10-26T01:30:00Z', '2025-10-26T02:30+01:00'],
])('%s is written %s, with an offset only where the hour comes twice', (instant, written) => {
  expect(writtenMoment(at(instant), zone)).toBe(written)
})
