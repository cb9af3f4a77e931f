import { describe, expect, test } from 'vitest'
import { minutesOf } from '../../src/fields/length-field.ts'
import { instantsAt, readMoment, wallAt } from '../../src/fields/typed-local-time.ts'
import type { When } from '../../src/fields/values.ts'
import { incidentWith, read } from '../incident/sample-newsroom.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'

const utc = (text: string): number => Date.parse(text)
/** Of the newsroom: a day, and what is like it, is one where it was written. */
const zone = 'Europe/Brussels'

/** The moments of `started:` as read, in a newsroom of Brussels. */
function startedOf(value: string): readonly When[] | undefined {
  return read(incidentWith(`as_of: 2025-12-31T12:00\nstarted: ${value}`)).incident?.started
}

describe('a moment is read as', () => {
  test.each<[string, When]>([
    ['2024-12-11T18:30', { precision: 'exact', at: utc('2024-12-11T17:30Z') }],
    ['2024-12-11 18:30', { precision: 'exact', at: utc('2024-12-11T17:30Z') }],
    ['2024-12-11T18:30+01:00', { precision: 'exact', at: utc('2024-12-11T17:30Z') }],
    ['2024-12-11T12:30-0500', { precision: 'exact', at: utc('2024-12-11T17:30Z') }],
    ['2024-12-11T17:30:15Z', { precision: 'exact', at: utc('2024-12-11T17:30:15Z') }],
    ['2024-07-01T18:30', { precision: 'exact', at: utc('2024-07-01T16:30Z') }],
    ['unknown', { precision: 'unknown' }],
    ['2024-12-11', { precision: 'day', at: utc('2024-12-10T23:00Z'), until: utc('2024-12-11T23:00Z') - 1, zone }],
    // The day on which clocks go forward has 23 hours.
    ['2024-03-31', { precision: 'day', at: utc('2024-03-30T23:00Z'), until: utc('2024-03-31T22:00Z') - 1, zone }],
    ['{ at: 2024-12-11T18:30, precision: about }', { precision: 'about', at: utc('2024-12-11T17:30Z') }],
    [
      '{ at: 2024-12-11T18:30, precision: day }',
      { precision: 'day', at: utc('2024-12-10T23:00Z'), until: utc('2024-12-11T23:00Z') - 1, zone },
    ],
    [
      '{ at: 2024-12-11, part: evening }',
      { precision: 'part', part: 'evening', at: utc('2024-12-11T17:00Z'), until: utc('2024-12-11T23:00Z') - 1, zone },
    ],
    [
      '{ at: 2024-12-11T05:00, until: 2024-12-11T07:00 }',
      { precision: 'between', at: utc('2024-12-11T04:00Z'), until: utc('2024-12-11T06:00Z') },
    ],
    // The moment's own zone is the clock it is read on.
    [
      '{ at: 2024-12-11T12:30, zone: America/New_York }',
      { precision: 'exact', at: utc('2024-12-11T17:30Z'), zone: 'America/New_York' },
    ],
    ['{ precision: unknown, source: users }', { precision: 'unknown', source: { kind: 'users' } }],
    [
      '{ at: 2024-12-11, part: late morning, zone: Asia/Tokyo }',
      {
        precision: 'part',
        part: 'late morning',
        at: utc('2024-12-11T00:00Z'),
        until: utc('2024-12-11T03:00Z') - 1,
        zone: 'Asia/Tokyo',
      },
    ],
    [
      '{ at: 2024-02, precision: about }',
      { precision: 'about', grain: 'month', at: utc('2024-01-31T23:00Z'), until: utc('2024-02-29T23:00Z') - 1, zone },
    ],
    ['2024-02', { precision: 'month', at: utc('2024-01-31T23:00Z'), until: utc('2024-02-29T23:00Z') - 1, zone }],
    [
      '{ at: 2024-02-11, precision: month }',
      { precision: 'month', at: utc('2024-01-31T23:00Z'), until: utc('2024-02-29T23:00Z') - 1, zone },
    ],
    ['2023', { precision: 'year', at: utc('2022-12-31T23:00Z'), until: utc('2023-12-31T23:00Z') - 1, zone }],
    [
      '{ at: 2023, season: spring }',
      {
        precision: 'season',
        season: 'spring',
        at: utc('2022-12-31T23:00Z'),
        until: utc('2023-12-31T23:00Z') - 1,
        zone,
      },
    ],
    ['{ at: 2024-12-11T18:30, precision: by }', { precision: 'by', at: utc('2024-12-11T17:30Z') }],
    [
      '{ at: 2024-12-11, precision: by }',
      { precision: 'by', grain: 'day', at: utc('2024-12-10T23:00Z'), until: utc('2024-12-11T23:00Z') - 1, zone },
    ],
    [
      '{ at: 2024-02, precision: from }',
      { precision: 'from', grain: 'month', at: utc('2024-01-31T23:00Z'), until: utc('2024-02-29T23:00Z') - 1, zone },
    ],
    [
      '{ at: 2024-12-11, until: 2024-12-12 }',
      { precision: 'between', grain: 'day', at: utc('2024-12-10T23:00Z'), until: utc('2024-12-12T23:00Z') - 1, zone },
    ],
    // The second of two hours that the clock shows twice, said by its offset.
    ['2024-10-27T02:30+01:00', { precision: 'exact', at: utc('2024-10-27T01:30Z') }],
  ])('%s', (typed, when) => {
    expect(startedOf(typed)).toEqual([when])
  })

  test.each([
    // Around a day: the hour was forgotten.
    ['{ at: 2024-12-11, precision: about }', 'time/hour-missing'],
    ['{ at: 2024-12, part: evening }', 'time/hour-missing'],
    ['{ at: 2024, until: 2025 }', 'time/hour-missing'],
    ['{ at: 2024-12, season: winter }', 'time/season-needs-year'],
    ['{ at: 2024-12-11T18:30, season: winter }', 'time/season-needs-year'],
    ['{ at: 2024, precision: season }', 'shape/missing'],
    ['2024-13', 'time/unreadable'],
    ['24', 'time/unreadable'],
  ])('%s is not: %s', (typed, code) => {
    const { diagnostics } = read(incidentWith(`as_of: 2025-12-31T12:00\nstarted: ${typed}`))
    expect(diagnostics.map(one => one.code)).toEqual([code])
  })

  test('several moments, each with its source', () => {
    const [first, second] = startedOf('[2024-12-11T18:30, { at: 2024-12-11T18:12, source: downdetector }]') ?? []
    expect(first?.source).toBeUndefined()
    expect(second?.source).toMatchObject({ kind: 'counter', name: { id: 'downdetector' } })
  })
})

describe('clocks', () => {
  const zones = [
    'Europe/Brussels',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'Pacific/Apia',
    'UTC',
  ]

  test('what a clock on the wall shows leads back to the instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: utc('2015-01-01T00:00Z') / 60_000, max: utc('2035-01-01T00:00Z') / 60_000 }),
        (zone, minutes) => {
          const instant = minutes * 60_000
          expect(instantsAt(wallAt(instant, zone), zone)).toContain(instant)
        },
      ),
      { numRuns: runs(200) },
    )
  })

  test.each([
    ['Europe/Brussels', '2024-03-31T02:30Z', 0],
    ['Europe/Brussels', '2024-03-31T03:00Z', 1],
    ['Europe/Brussels', '2024-10-27T02:30Z', 2],
    ['Europe/Brussels', '2024-10-27T03:00Z', 1],
    ['America/New_York', '2024-03-10T02:30Z', 0],
    ['America/New_York', '2024-11-03T01:30Z', 2],
    ['Australia/Lord_Howe', '2024-04-07T01:45Z', 2],
    ['UTC', '2024-03-31T02:30Z', 1],
  ])('%s shows %s %i times', (zone, wall, times) => {
    expect(instantsAt(utc(wall), zone)).toHaveLength(times)
  })
})

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-12-11T24:00', false],
  ['2024-12-11T18:60', false],
  ['2024-12-11T18:30+15:00', false],
  ['2024-12-11T18:30-12:30', false],
  ['2024-12-11T18:30+01:75', false],
  ['2024-12-11T18:30+05:45', true],
  ['2024-1-1', false],
  ['18:30', false],
  ['', false],
])('%s can be read: %s', (text, readable) => {
  expect(typeof readMoment(text) === 'object').toBe(readable)
})

test.each([
  ['6h', 360],
  ['45min', 45],
  ['1h30', 90],
  ['1h30min', 90],
  ['2d', 2880],
  ['2d 4h', 3120],
  ['1.5h', 90],
  ['90 minutes', 90],
  ['2w', 20160],
  ['3 months', 131490],
  ['6', undefined],
  ['', undefined],
  ['0h', undefined],
  ['soon', undefined],
])('%s lasts %s minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes)
})
