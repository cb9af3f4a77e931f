import { describe, expect, test } from 'vitest'
import { isoLocal, isSummer } from '../../src/language/local-time.ts'
import { clock, hours, type Moment, zoneName } from '../../src/language/moment.ts'
import { allLocales, clockWithZone, EDITIONS } from './locales.ts'

const locales = await allLocales()
const at = (text: string): number => Date.parse(text)

/** One moment, as each edition reads it: fr, fr-fr, fr-ca, en, en-gb, en-us. */
function reads(read: (id: string) => string): string[] {
  return EDITIONS.map(read)
}

const evening = at('2024-12-11T18:30+01:00')

describe('a clock time by its precision', () => {
  const cases: [string, Moment, string[]][] = [
    [
      'at',
      { precision: 'exact', at: evening },
      ['à 18h30', 'à 18h30', 'à 12 h 30', 'at 6:30pm', 'at 5:30pm', 'at 12:30 p.m.'],
    ],
    [
      'at',
      { precision: 'about', at: evening },
      ['vers 18h30', 'vers 18h30', 'vers 12 h 30', 'at around 6:30pm', 'at around 5:30pm', 'around 12:30 p.m.'],
    ],
    [
      'at',
      { precision: 'before', at: at('2024-12-11T17:00+01:00') },
      [
        'peu avant 17h',
        'peu avant 17h',
        'peu avant 11 h',
        'just before 5pm',
        'just before 4pm',
        'shortly before 11 a.m.',
      ],
    ],
    [
      'at',
      { precision: 'after', at: at('2024-12-11T17:00+01:00') },
      ['peu après 17h', 'peu après 17h', 'peu après 11 h', 'just after 5pm', 'just after 4pm', 'shortly after 11 a.m.'],
    ],
    [
      'at',
      { precision: 'between', at: at('2024-12-11T17:00+01:00'), until: at('2024-12-11T18:00+01:00') },
      [
        'entre 17h et 18h',
        'entre 17h et 18h',
        'entre 11 h et midi',
        'between 5pm and 6pm',
        'between 4pm and 5pm',
        'between 11 a.m. and noon',
      ],
    ],
    [
      'at',
      { precision: 'between', at: at('2024-12-11T20:00+01:00'), until: at('2024-12-11T20:30+01:00') },
      [
        'entre 20h et 20h30',
        'entre 20h et 20h30',
        'entre 14 h et 14 h 30',
        'between 8pm and 8:30pm',
        'between 7pm and 7:30pm',
        'between 2 and 2:30 p.m.',
      ],
    ],
    [
      'at',
      {
        precision: 'part',
        part: 'evening',
        at: at('2024-12-11T18:00+01:00'),
        until: at('2024-12-11T23:59+01:00'),
      },
      ['dans la soirée', 'dans la soirée', 'dans la soirée', 'in the evening', 'in the evening', 'in the evening'],
    ],
    [
      'since',
      { precision: 'about', at: evening },
      ['18h30 environ', '18h30 environ', '12 h 30 environ', 'about 6:30pm', 'about 5:30pm', 'about 12:30 p.m.'],
    ],
    ['since', { precision: 'exact', at: evening }, ['18h30', '18h30', '12 h 30', '6:30pm', '5:30pm', '12:30 p.m.']],
    [
      'since',
      { precision: 'between', at: at('2024-12-11T14:00+01:00'), until: at('2024-12-11T15:00+01:00') },
      ['au moins 15h', 'au moins 15h', 'au moins 9 h', 'at least 3pm', 'at least 2pm', 'at least 9 a.m.'],
    ],
    [
      'bare',
      { precision: 'about', at: evening },
      ['18h30 environ', '18h30 environ', '12 h 30 environ', 'about 6:30pm', 'about 5:30pm', 'about 12:30 p.m.'],
    ],
    [
      'at',
      { precision: 'by', at: evening },
      [
        'à 18h30 au plus tard',
        'à 18h30 au plus tard',
        'à 12 h 30 au plus tard',
        'by 6:30pm',
        'by 5:30pm',
        'by 12:30 p.m.',
      ],
    ],
    [
      'since',
      { precision: 'by', at: evening },
      [
        '18h30 au plus tard',
        '18h30 au plus tard',
        '12 h 30 au plus tard',
        '6:30pm at the latest',
        '5:30pm at the latest',
        '12:30 p.m. at the latest',
      ],
    ],
    [
      'at',
      { precision: 'from', at: evening },
      [
        'à 18h30 au plus tôt',
        'à 18h30 au plus tôt',
        'à 12 h 30 au plus tôt',
        'no earlier than 6:30pm',
        'no earlier than 5:30pm',
        'no earlier than 12:30 p.m.',
      ],
    ],
    [
      'by',
      { precision: 'exact', at: evening },
      ['à 18h30', 'à 18h30', 'à 12 h 30', 'by 6:30pm', 'by 5:30pm', 'by 12:30 p.m.'],
    ],
    [
      'as_from',
      { precision: 'exact', at: at('2024-12-11T10:00+01:00') },
      ['dès 10h', 'dès 10h', 'dès 4 h', 'from 10am', 'from 9am', 'from 4 a.m.'],
    ],
  ]
  test.each(cases)('%s %j', (as, moment, expected) =>
    expect(reads(id => clock(locales[id] as never, moment, as))).toEqual(expected),
  )
})

describe('noon, midnight and what is near them', () => {
  test.each([
    ['2024-12-11T12:00+01:00', 'à midi', 'at noon'],
    ['2024-12-11T00:00+01:00', 'à minuit', 'at midnight'],
    ['2024-12-11T12:01+01:00', 'à 12h01', 'at 12:01pm'],
    ['2024-12-11T00:01+01:00', 'à 0h01', 'at 12:01am'],
    ['2024-12-11T01:00+01:00', 'à 1h', 'at 1am'],
    ['2024-12-11T09:05+01:00', 'à 9h05', 'at 9:05am'],
    ['2024-12-11T23:59+01:00', 'à 23h59', 'at 11:59pm'],
  ])('%s', (instant, french, english) => {
    const moment: Moment = { precision: 'exact', at: at(instant) }
    expect(clock(locales.fr as never, moment)).toBe(french)
    expect(clock(locales.en as never, moment)).toBe(english)
  })
})

test('nothing known gives no words; a missing instant or frame is a mistake of ours', () => {
  const fr = locales.fr as never
  expect(clock(fr, { precision: 'unknown' })).toBe('')
  expect(clock(fr, { precision: 'day', at: evening })).toBe('')
  expect(() => clock(fr, { precision: 'exact' })).toThrow(/no instant/)
  expect(() => clock(fr, { precision: 'exact', at: evening }, 'nope')).toThrow(/no clock frame/)
})

describe('the zone after the hour', () => {
  test('of the reader', () =>
    expect(reads(id => clockWithZone(locales[id] as never, { precision: 'about', at: evening }))).toEqual([
      'vers 18h30 (heure de Bruxelles)',
      'vers 18h30 (heure de Paris)',
      "vers 12 h 30 (heure de l'Est)",
      'at around 6:30pm Brussels time',
      'at around 5:30pm GMT',
      'around 12:30 p.m. EST',
    ]))

  test('in summer', () =>
    expect(
      reads(id => clockWithZone(locales[id] as never, { precision: 'exact', at: at('2024-07-11T18:30+02:00') })),
    ).toEqual([
      'à 18h30 (heure de Bruxelles)',
      'à 18h30 (heure de Paris)',
      "à 12 h 30 (heure de l'Est)",
      'at 6:30pm Brussels time',
      'at 5:30pm BST',
      'at 12:30 p.m. EDT',
    ]))

  const inNewYork: Moment = { precision: 'exact', at: at('2024-03-05T15:10+01:00'), zone: 'America/New_York' }
  test('of the provider, in brackets, where clocks show something else', () =>
    expect(reads(id => clockWithZone(locales[id] as never, inNewYork))).toEqual([
      'à 15h10, heure de Bruxelles (9h10, heure de New York)',
      'à 15h10, heure de Paris (9h10, heure de New York)',
      "à 9 h 10 (heure de l'Est)",
      'at 3:10pm Brussels time (9:10am ET)',
      'at 2:10pm GMT (9:10am ET)',
      'at 9:10 a.m. EST',
    ]))

  const inSeattle: Moment = { precision: 'exact', at: at('2025-10-19T23:49-07:00'), zone: 'America/Los_Angeles' }
  test('of a provider whose date is another', () =>
    expect(reads(id => clockWithZone(locales[id] as never, inSeattle))).toEqual([
      'à 8h49, heure de Bruxelles (la veille à 23h49, heure du Pacifique)',
      'à 8h49, heure de Paris (la veille à 23h49, heure du Pacifique)',
      "à 2 h 49, heure de l'Est (la veille à 23 h 49, heure du Pacifique)",
      'at 8:49am Brussels time (11:49pm PT the previous day)',
      'at 7:49am BST (11:49pm PT the previous day)',
      'at 2:49 a.m. EDT (11:49 p.m. PDT the previous day)',
    ]))

  test('of a provider the grammar does not list', () => {
    const inLima: Moment = { precision: 'exact', at: evening, zone: 'America/Lima' }
    expect(clockWithZone(locales.fr as never, inLima)).toBe('à 18h30, heure de Bruxelles (12h30, heure de Lima)')
    expect(clockWithZone(locales.en as never, inLima)).toBe('at 6:30pm Brussels time (12:30pm Lima time)')
  })

  test('does not follow a part of the day', () =>
    expect(clockWithZone(locales.fr as never, { precision: 'part', part: 'evening', at: evening })).toBe(
      'dans la soirée',
    ))
})

describe('both sides of a change of clock', () => {
  // Brussels: 31 March 2024 at 2h becomes 3h; 27 October 2024 at 3h becomes 2h.
  test.each([
    ['2024-03-31T00:59Z', 'à 1h59', 'at 12:59am'],
    ['2024-03-31T01:00Z', 'à 3h', 'at 2am'],
    ['2024-10-27T00:30Z', "à 2h30 (heure d'été)", 'at 1:30am BST'],
    ['2024-10-27T01:30Z', "à 2h30 (heure d'hiver)", 'at 1:30am GMT'],
    ['2024-10-27T02:30Z', 'à 3h30', 'at 2:30am'],
  ])('%s', (instant, brussels, london) => {
    const moment: Moment = { precision: 'exact', at: at(instant) }
    expect(clock(locales.fr as never, moment)).toBe(brussels)
    expect(clock(locales['en-gb'] as never, moment)).toBe(london)
  })

  test('Paris and New York are five hours apart for two weeks in March', () =>
    expect(
      clockWithZone(locales['fr-fr'] as never, {
        precision: 'exact',
        at: at('2024-03-20T15:00+01:00'),
        zone: 'America/New_York',
      }),
    ).toBe('à 15h, heure de Paris (10h, heure de New York)'))

  test('the name of the zone changes with the clock', () => {
    const gb = locales['en-gb'] as never
    expect(zoneName(gb, 'Europe/London', at('2024-03-31T00:59Z'))).toBe('GMT')
    expect(zoneName(gb, 'Europe/London', at('2024-03-31T01:00Z'))).toBe('BST')
    expect(zoneName(gb, 'Australia/Sydney', at('2024-01-15T00:00Z'))).toBe('AEDT')
    expect(zoneName(gb, 'Australia/Sydney', at('2024-07-15T00:00Z'))).toBe('AEST')
    expect(isSummer('Asia/Tokyo', at('2024-07-15T00:00Z'))).toBe(false)
  })

  test('an unknown zone is a mistake', () => {
    const moment: Moment = { precision: 'exact', at: evening, zone: 'Europe/Nowhere' }
    expect(() => clockWithZone(locales.fr as never, moment)).toThrow(/no time zone/)
  })
})

test.each([
  ['fr', '2024-12-11T18:25Z', '2024-12-11T19:25:00+01:00'],
  ['fr', '2024-07-11T18:25Z', '2024-07-11T20:25:00+02:00'],
  ['en-gb', '2024-12-11T18:25Z', '2024-12-11T18:25:00+00:00'],
  ['fr-ca', '2024-12-31T23:59Z', '2024-12-31T18:59:00-05:00'],
])('%s writes %s as %s for machines', (id, instant, iso) =>
  expect(isoLocal(locales[id] as never, at(instant))).toBe(iso),
)

describe('two hours as a span', () => {
  const inSeattle = { precision: 'exact', zone: 'America/Los_Angeles' } as const
  const from: Moment = { ...inSeattle, at: at('2025-10-20T00:11-07:00') }
  const to: Moment = { ...inSeattle, at: at('2025-10-20T14:20-07:00') }

  test('without zone', () =>
    expect(reads(id => hours(locales[id] as never, from, to, { there: false }))).toEqual([
      'de 9h11 à 23h20',
      'de 9h11 à 23h20',
      'de 3 h 11 à 17 h 20',
      'from 9:11am to 11:20pm',
      'from 8:11am to 10:20pm',
      'from 3:11 a.m. to 5:20 p.m.',
    ]))

  test('with the hours of the provider', () => {
    expect(hours(locales.fr as never, from, to, { zone: true })).toBe(
      'de 9h11 à 23h20, heure de Bruxelles (de 0h11 à 14h20, heure du Pacifique)',
    )
    expect(hours(locales.en as never, from, to, { zone: true })).toBe(
      'from 9:11am to 11:20pm Brussels time (12:11am to 2:20pm PT)',
    )
  })

  test('with the zone of the reader, and about', () => {
    const rough: Moment = { precision: 'about', at: evening }
    const end: Moment = { precision: 'exact', at: at('2024-12-11T22:10+01:00') }
    expect(hours(locales.fr as never, rough, end, { zone: true })).toBe('de 18h30 environ à 22h10 (heure de Bruxelles)')
    expect(hours(locales['en-us'] as never, rough, end, { zone: true })).toBe('from about 12:30 p.m. to 4:10 p.m. EST')
  })
})
