import { describe, expect, test } from 'vitest'
import { day, hours, type Moment, moment, overnight, sameDay, stamp, window } from '../../src/language/moment.ts'
import { allLocales, clockWithZone, EDITIONS } from './locales.ts'

const locales = await allLocales()
const fr = locales.fr as never
const en = locales.en as never
const us = locales['en-us'] as never
const at = (text: string): number => Date.parse(text)
const exact = (text: string): Moment => ({ precision: 'exact', at: at(text) })
const about = (text: string): Moment => ({ precision: 'about', at: at(text) })

const reads = (read: (locale: never) => string): string[] => EDITIONS.map(id => read(locales[id] as never))

// Wednesday 11 December 2024, 19:25 in Brussels, 13:25 in New York.
const asOf = at('2024-12-11T19:25+01:00')
const thursday = at('2024-12-12T09:00+01:00')

describe('the day', () => {
  const evening = about('2024-12-11T18:30+01:00')

  test('while it lasts', () =>
    expect(reads(locale => day(locale, evening, asOf))).toEqual([
      'ce mercredi soir',
      'ce mercredi soir',
      'mercredi',
      'on Wednesday evening',
      'on Wednesday afternoon',
      'Wednesday',
    ]))

  test.each([
    ['2024-12-12T09:00+01:00', 'mercredi soir', 'on Wednesday evening'],
    ['2024-12-17T23:59+01:00', 'mercredi soir', 'on Wednesday evening'],
    ['2024-12-18T00:00+01:00', 'le 11 décembre au soir', 'on the evening of 11 December'],
    ['2024-12-31T23:59+01:00', 'le 11 décembre au soir', 'on the evening of 11 December'],
    ['2025-01-01T00:00+01:00', 'le 11 décembre 2024 au soir', 'on the evening of 11 December 2024'],
    ['2024-12-06T12:00+01:00', 'mercredi soir', 'on Wednesday evening'],
    ['2024-12-04T12:00+01:00', 'le 11 décembre au soir', 'on the evening of 11 December'],
  ])('seen from %s', (from, french, english) => {
    expect(day(fr, evening, at(from))).toBe(french)
    expect(day(en, evening, at(from))).toBe(english)
  })

  test.each([
    ['2024-12-11T05:00+01:00', 'ce mercredi matin', 'on Wednesday morning'],
    ['2024-12-11T11:59+01:00', 'ce mercredi matin', 'on Wednesday morning'],
    ['2024-12-11T12:00+01:00', 'ce mercredi midi', 'on Wednesday'],
    ['2024-12-11T13:30+01:00', 'ce mercredi après-midi', 'on Wednesday afternoon'],
    ['2024-12-11T17:59+01:00', 'ce mercredi après-midi', 'on Wednesday afternoon'],
    ['2024-12-11T18:00+01:00', 'ce mercredi soir', 'on Wednesday evening'],
    ['2024-12-11T23:59+01:00', 'ce mercredi soir', 'on Wednesday night'],
    ['2024-12-11T00:40+01:00', 'dans la nuit de mardi à mercredi', 'in the early hours of Wednesday'],
    ['2024-12-11T04:59+01:00', 'dans la nuit de mardi à mercredi', 'in the early hours of Wednesday'],
  ])('%s lies in its part', (instant, french, english) => {
    expect(day(fr, exact(instant), asOf)).toBe(french)
    expect(day(en, exact(instant), asOf)).toBe(english)
  })

  test('in other frames', () => {
    const first = exact('2024-03-01T18:30+01:00')
    expect(day(fr, first, asOf, 'date')).toBe('vendredi 1er mars 2024')
    expect(day(fr, first, asOf, 'dateAdverb')).toBe('le vendredi 1er mars')
    expect(day(fr, evening, asOf, 'plain')).toBe('ce mercredi')
    expect(day(fr, evening, thursday, 'bare')).toBe('mercredi soir')
    expect(day(en, first, asOf, 'date')).toBe('Friday 1 March 2024')
    expect(day(us, first, asOf, 'date')).toBe('Friday, March 1, 2024')
    expect(day(us, evening, asOf, 'date')).toBe('Wednesday, Dec. 11, 2024')
    expect(day(us, exact('2024-09-02T12:00-04:00'), asOf, 'dateAdverb')).toBe('on Monday, Sept. 2')
    expect(() => day(fr, first, asOf, 'nope')).toThrow(/no day frame/)
    expect(day(fr, { precision: 'unknown' }, asOf)).toBe('')
  })

  test('a day without an hour keeps its name in another zone', () => {
    const known: Moment = {
      precision: 'day',
      at: at('2024-12-10T00:00+01:00'),
      until: at('2024-12-10T23:59+01:00'),
    }
    expect(reads(locale => day(locale, known, asOf))).toEqual([
      'mardi',
      'mardi',
      'mardi',
      'on Tuesday',
      'on Tuesday',
      'Tuesday',
    ])
    expect(day(us, { precision: 'day', at: at('2024-12-10T00:00+01:00') }, asOf)).toBe('Tuesday')
    expect(day(fr, known, at('2024-12-31T12:00Z'))).toBe('le 10 décembre')
    expect(day(en, known, at('2025-12-31T12:00Z'))).toBe('on 10 December 2024')
  })

  test('a night that a source names', () => {
    const night: Moment = {
      precision: 'part',
      part: 'night',
      at: at('2024-12-10T23:00+01:00'),
      until: at('2024-12-11T05:00+01:00'),
      zone: 'Europe/Brussels',
    }
    expect(reads(locale => day(locale, night, asOf))).toEqual([
      'dans la nuit de mardi à mercredi',
      'dans la nuit de mardi à mercredi',
      'dans la nuit de mardi à mercredi (heure de Bruxelles)',
      'overnight into Wednesday',
      'overnight into Wednesday (CET)',
      'overnight into Wednesday (Brussels time)',
    ])
    expect(day(fr, night, at('2024-12-30T12:00Z'))).toBe('dans la nuit du 10 au 11 décembre')
    expect(day(fr, night, at('2025-12-30T12:00Z'))).toBe('dans la nuit du 10 au 11 décembre 2024')
    expect(day(en, night, at('2024-12-30T12:00Z'))).toBe('overnight into 11 December')
  })

  test('a night over the end of the year and of a month', () => {
    expect(day(fr, exact('2025-01-01T00:40+01:00'), at('2025-01-01T09:00+01:00'))).toBe(
      'dans la nuit de mardi à mercredi',
    )
    expect(day(fr, exact('2025-01-01T00:40+01:00'), at('2025-03-01T09:00+01:00'))).toBe(
      'dans la nuit du 31 décembre au 1er janvier',
    )
    expect(day(en, exact('2025-01-01T00:40+01:00'), at('2025-03-01T09:00+01:00'))).toBe(
      'in the early hours of 1 January',
    )
  })

  test('two instants of a day are of one day only for some readers', () => {
    const before = at('2024-12-11T23:30Z')
    expect(sameDay(en, before, asOf)).toBe(false)
    expect(sameDay(locales['en-gb'] as never, before, asOf)).toBe(true)
  })
})

describe('day and hour together', () => {
  test.each<[string, Moment, string[]]>([
    [
      'the next day',
      about('2024-12-11T18:30+01:00'),
      [
        'mercredi vers 18h30',
        'mercredi vers 18h30',
        'mercredi vers 12 h 30',
        'at around 6:30pm on Wednesday',
        'at around 5:30pm on Wednesday',
        'around 12:30 p.m. Wednesday',
      ],
    ],
    [
      'in the night',
      about('2024-12-12T00:40+01:00'),
      [
        'dans la nuit de mercredi à jeudi, vers 0h40',
        'dans la nuit de mercredi à jeudi, vers 0h40',
        'mercredi vers 18 h 40',
        'at around 12:40am on Thursday',
        'at around 11:40pm on Wednesday',
        'around 6:40 p.m. Wednesday',
      ],
    ],
    [
      'at midnight',
      exact('2024-12-12T00:00+01:00'),
      [
        'dans la nuit de mercredi à jeudi, à minuit',
        'dans la nuit de mercredi à jeudi, à minuit',
        'mercredi à 18 h',
        'at midnight on Wednesday night',
        'at 11pm on Wednesday',
        'at 6 p.m. Wednesday',
      ],
    ],
    [
      'a part of a day',
      { precision: 'part', part: 'evening', at: at('2024-12-11T18:00+01:00'), until: at('2024-12-11T23:59+01:00') },
      [
        'mercredi soir',
        'mercredi soir',
        'mercredi soir',
        'on Wednesday evening',
        'on Wednesday evening',
        'Wednesday evening',
      ],
    ],
    [
      'across midnight',
      { precision: 'between', at: at('2024-12-11T23:00+01:00'), until: at('2024-12-12T01:00+01:00') },
      [
        'dans la nuit de mercredi à jeudi, entre 23h et 1h',
        'dans la nuit de mercredi à jeudi, entre 23h et 1h',
        'mercredi entre 17 h et 19 h',
        'between 11pm on Wednesday and 1am on Thursday',
        'between 10pm and midnight on Wednesday',
        'between 5 and 7 p.m. Wednesday',
      ],
    ],
  ])('%s', (_name, known, expected) => expect(reads(locale => moment(locale, known, thursday))).toEqual(expected))

  test('on the day itself and later', () => {
    const known = about('2024-12-11T18:30+01:00')
    expect(moment(fr, known, asOf)).toBe('ce mercredi vers 18h30')
    expect(moment(en, known, asOf)).toBe('at around 6:30pm on Wednesday')
    expect(moment(us, known, asOf)).toBe('around 12:30 p.m. Wednesday')
    expect(moment(fr, known, at('2024-12-20T12:00Z'))).toBe('le 11 décembre vers 18h30')
    expect(moment(fr, known, at('2025-02-20T12:00Z'))).toBe('le 11 décembre 2024 vers 18h30')
    expect(moment(us, known, at('2025-02-20T12:00Z'))).toBe('around 12:30 p.m. on Dec. 11, 2024')
  })

  test('midnight in New York ends the day it is named after', () =>
    expect(moment(us, exact('2024-12-12T00:00-05:00'), at('2024-12-12T15:00Z'))).toBe('at midnight Wednesday'))

  test('the first of a month', () =>
    expect(moment(fr, exact('2024-11-01T09:00+01:00'), asOf)).toBe('le 1er novembre à 9h'))

  test('the zone once: the reader’s beside the hour, the provider’s hour at the end', () => {
    const seattle: Moment = { precision: 'exact', at: at('2025-10-19T23:49-07:00'), zone: 'America/Los_Angeles' }
    const later = at('2025-10-21T12:00Z')
    expect(moment(fr, seattle, later, 'at', { zone: true })).toBe(
      'lundi à 8h49, heure de Bruxelles (la veille à 23h49, heure du Pacifique)',
    )
    expect(moment(en, seattle, later, 'at', { zone: true })).toBe(
      'at 8:49am Brussels time on Monday (11:49pm PT the previous day)',
    )
    const own = about('2024-12-11T18:30+01:00')
    expect(moment(fr, own, thursday, 'at', { zone: true })).toBe('mercredi vers 18h30 (heure de Bruxelles)')
    expect(moment(en, own, thursday, 'at', { zone: true })).toBe('at around 6:30pm Brussels time on Wednesday')
    expect(moment(us, own, thursday, 'at', { zone: true })).toBe('around 12:30 p.m. EST Wednesday')
  })

  test('nothing known', () => expect(moment(fr, { precision: 'unknown' }, asOf)).toBe(''))
})

describe('a planned window', () => {
  test.each<[string, string, string, string, string]>([
    [
      '2024-12-15T01:00+01:00',
      '2024-12-15T05:00+01:00',
      'dans la nuit de samedi à dimanche, de 1h à 5h',
      'from 1am to 5am on Sunday',
      'from 7 to 11 p.m. Saturday',
    ],
    [
      '2024-12-14T22:00+01:00',
      '2024-12-15T06:00+01:00',
      'dans la nuit de samedi à dimanche, de 22h à 6h',
      'from 10pm on Saturday to 6am on Sunday',
      'from 4 p.m. to midnight Saturday',
    ],
    [
      '2024-12-14T14:00+01:00',
      '2024-12-14T17:30+01:00',
      'samedi de 14h à 17h30',
      'from 2pm to 5:30pm on Saturday',
      'from 8 to 11:30 a.m. Saturday',
    ],
    [
      '2024-12-11T20:00+01:00',
      '2024-12-11T23:00+01:00',
      'ce mercredi de 20h à 23h',
      'from 8pm to 11pm on Wednesday',
      'from 2 to 5 p.m. Wednesday',
    ],
    [
      '2024-12-14T22:00+01:00',
      '2024-12-16T05:00+01:00',
      'de samedi 22h à lundi 5h',
      'from 10pm on Saturday to 5am on Monday',
      'from 4 p.m. Saturday to 11 p.m. Sunday',
    ],
    [
      '2024-12-14T22:00+01:00',
      '2024-12-15T00:00+01:00',
      'samedi de 22h à minuit',
      'from 10pm to midnight on Saturday',
      'from 4 to 6 p.m. Saturday',
    ],
    [
      '2024-12-24T22:00+01:00',
      '2024-12-27T12:00+01:00',
      'du 24 décembre à 22h au 27 décembre à midi',
      'from 10pm on 24 December to noon on 27 December',
      'from 4 p.m. on Dec. 24 to 6 a.m. on Dec. 27',
    ],
    [
      '2024-12-31T22:00+01:00',
      '2025-01-01T06:00+01:00',
      'dans la nuit du 31 décembre 2024 au 1er janvier 2025, de 22h à 6h',
      'from 10pm on 31 December to 6am on 1 January 2025',
      'from 4 p.m. to midnight on Dec. 31',
    ],
  ])('%s to %s', (from, to, french, english, american) => {
    expect(window(fr, exact(from), exact(to), asOf)).toBe(french)
    expect(window(en, exact(from), exact(to), asOf)).toBe(english)
    expect(window(us, exact(from), exact(to), asOf)).toBe(american)
  })

  test('with the zone after the second hour', () => {
    const [from, to] = [exact('2024-12-14T01:00+01:00'), exact('2024-12-14T05:00+01:00')]
    expect(window(fr, from, to, asOf, { zone: true })).toBe(
      'dans la nuit de vendredi à samedi, de 1h à 5h (heure de Bruxelles)',
    )
    expect(window(en, from, to, asOf, { zone: true })).toBe('from 1am to 5am Brussels time on Saturday')
    expect(window(us, from, to, asOf, { zone: true })).toBe('from 7 to 11 p.m. EST Friday')
  })

  test('by the night that holds it, where one does', () => {
    const night = [exact('2024-12-14T23:00+01:00'), exact('2024-12-15T05:30+01:00')] as const
    expect(overnight(fr, ...night, asOf)).toBe('dans la nuit de samedi à dimanche')
    expect(overnight(en, ...night, asOf)).toBe('overnight into Sunday')
    expect(overnight(fr, exact('2024-12-14T14:00+01:00'), exact('2024-12-14T18:00+01:00'), asOf)).toBeUndefined()
  })

  const dayOf = (date: string): Moment => ({ precision: 'day', at: at(`${date}T00:00+01:00`) })
  test('of whole days', () => {
    expect(window(fr, dayOf('2024-12-14'), dayOf('2024-12-16'), asOf)).toBe('de samedi à lundi')
    expect(window(fr, dayOf('2024-12-21'), dayOf('2024-12-23'), asOf)).toBe('du 21 au 23 décembre')
    expect(window(en, dayOf('2024-12-21'), dayOf('2024-12-23'), asOf)).toBe('from 21 to 23 December')
    expect(window(us, dayOf('2024-12-21'), dayOf('2024-12-23'), asOf)).toBe('from Dec. 21 to Dec. 23')
    expect(window(fr, dayOf('2024-12-14'), dayOf('2024-12-14'), asOf)).toBe('samedi')
  })

  test('without an end', () => {
    expect(window(fr, exact('2024-12-14T22:00+01:00'), undefined, asOf)).toBe('à partir de samedi 22h')
    expect(window(en, exact('2024-12-14T22:00+01:00'), undefined, asOf)).toBe('from 10pm on Saturday')
    expect(window(fr, exact('2024-12-24T22:00+01:00'), undefined, asOf)).toBe('à partir du 24 décembre à 22h')
    expect(window(fr, dayOf('2024-12-24'), { precision: 'unknown' }, asOf)).toBe('à partir du 24 décembre')
    expect(window(fr, { precision: 'unknown' }, undefined, asOf)).toBe('')
  })

  test('told about, not exactly', () =>
    expect(window(fr, about('2024-12-14T14:00+01:00'), about('2024-12-14T17:00+01:00'), asOf)).toBe(
      'samedi de 14h environ à 17h environ',
    ))
})

test('a stamp names date and hour in full, and the zone once', () => {
  expect(reads(locale => stamp(locale, asOf))).toEqual([
    '11 décembre 2024 à 19h25',
    '11 décembre 2024 à 19h25',
    '11 décembre 2024 à 13 h 25',
    '11 December 2024 at 7:25pm',
    '11 December 2024 at 6:25pm',
    'Dec. 11, 2024, at 1:25 p.m.',
  ])
  expect(stamp(fr, asOf, { zone: true })).toBe('11 décembre 2024 à 19h25 (heure de Bruxelles)')
  expect(stamp(us, asOf, { zone: true })).toBe('Dec. 11, 2024, at 1:25 p.m. EST')
  expect(stamp(fr, at('2024-03-01T09:00+01:00'))).toBe('1er mars 2024 à 9h')
})

test('an hour that comes twice has its zone once, in a stamp, in a span and between two hours', () => {
  const twice = at('2026-11-01T01:00-04:00')
  const before = at('2026-11-01T00:30-04:00')
  expect(stamp(us, twice, { zone: true })).toBe('Nov. 1, 2026, at 1 a.m. EDT')
  const [from, to] = [before, twice].map(instant => ({ precision: 'exact', at: instant, until: instant }) as const)
  expect(hours(us, from as Moment, to as Moment, { zone: true })).toBe('from 12:30 a.m. to 1 a.m. EDT')
  expect(clockWithZone(us, { precision: 'between', at: before, until: twice })).toBe(
    'between 12:30 a.m. and 1 a.m. EDT',
  )
})

describe('what is wider than a day', () => {
  const known = (precision: Moment['precision'], from: string, until: string, more: Partial<Moment> = {}): Moment => ({
    precision,
    at: at(from),
    until: at(until),
    zone: 'Europe/Brussels',
    ...more,
  })
  const may = known('month', '2023-05-01T00:00+02:00', '2023-05-31T23:59+02:00')
  const november = known('month', '2024-11-01T00:00+01:00', '2024-11-30T23:59+01:00')
  const year = known('year', '2023-01-01T00:00+01:00', '2023-12-31T23:59+01:00')
  const autumn = { ...year, precision: 'season', season: 'autumn' } as const

  test.each<[string, Moment, string[]]>([
    ['a month', may, ['en mai 2023', 'en mai 2023', 'en mai 2023', 'in May 2023', 'in May 2023', 'in May 2023']],
    [
      'a month of this year',
      november,
      ['en novembre', 'en novembre', 'en novembre', 'in November', 'in November', 'in November'],
    ],
    ['a year', year, ['en 2023', 'en 2023', 'en 2023', 'in 2023', 'in 2023', 'in 2023']],
    [
      'a season',
      autumn,
      [
        'à l’automne 2023',
        'à l’automne 2023',
        'à l’automne 2023',
        'in the autumn of 2023',
        'in the autumn of 2023',
        'in the fall of 2023',
      ].map(text => text.replace('’', "'")),
    ],
    [
      'no later than a month',
      { ...november, precision: 'by', grain: 'month' },
      [
        'en novembre au plus tard',
        'en novembre au plus tard',
        'en novembre au plus tard',
        'by November',
        'by November',
        'by November',
      ],
    ],
    [
      'between two days',
      {
        precision: 'between',
        grain: 'day',
        at: at('2024-12-07T00:00+01:00'),
        until: at('2024-12-08T23:59+01:00'),
        zone: 'Europe/Brussels',
      },
      [
        'entre samedi et dimanche',
        'entre samedi et dimanche',
        'entre samedi et dimanche',
        'between Saturday and Sunday',
        'between Saturday and Sunday',
        'between Saturday and Sunday',
      ],
    ],
  ])('%s', (_name, moment, expected) => expect(reads(locale => day(locale, moment, asOf))).toEqual(expected))

  test('after a word that leads it', () => {
    expect([may, year, autumn].map(one => day(fr, one, asOf, 'since'))).toEqual(['mai 2023', '2023', "l'automne 2023"])
    expect([may, year, autumn].map(one => day(en, one, asOf, 'since'))).toEqual([
      'May 2023',
      '2023',
      'the autumn of 2023',
    ])
  })

  test('a window of months', () => {
    expect(window(fr, may, { ...november, precision: 'by', grain: 'month' }, asOf)).toBe(
      'de mai 2023 à novembre au plus tard',
    )
    expect(window(fr, autumn, may, asOf)).toBe("de l'automne 2023 à mai 2023")
    expect(window(en, may, november, asOf)).toBe('from May 2023 to November')
    expect(window(fr, may, undefined, asOf)).toBe('à partir de mai 2023')
  })
})

describe('early and late in a part of the day', () => {
  const part = (part: string): Moment => ({
    precision: 'part',
    part,
    at: at('2024-12-10T09:00+01:00'),
    until: at('2024-12-10T11:59+01:00'),
  })
  test.each([
    ['early morning', 'tôt mardi matin', 'early on Tuesday morning'],
    ['late morning', 'mardi en fin de matinée', 'late on Tuesday morning'],
    ['late afternoon', "mardi en fin d'après-midi", 'late on Tuesday afternoon'],
    ['early evening', 'mardi en début de soirée', 'early on Tuesday evening'],
  ])('%s', (name, french, english) => {
    expect(day(fr, part(name), asOf)).toBe(french)
    expect(day(en, part(name), asOf)).toBe(english)
  })

  test('months later', () => {
    expect(day(fr, part('late morning'), at('2025-06-01T12:00Z'))).toBe('le 10 décembre 2024 en fin de matinée')
    expect(day(en, part('late morning'), at('2025-06-01T12:00Z'))).toBe('late on the morning of 10 December 2024')
    expect(day(us, part('early evening'), asOf, 'since')).toBe('early Tuesday evening')
  })

  test('it is that part where it was written, and nowhere else', () => {
    const vancouver: Moment = {
      precision: 'part',
      part: 'morning',
      at: at('2026-02-10T06:00-08:00'),
      until: at('2026-02-10T11:59-08:00'),
      zone: 'America/Vancouver',
    }
    const then = at('2026-02-11T22:00+01:00')
    expect(day(fr, vancouver, then)).toBe('mardi matin (heure de Vancouver)')
    expect(day(en, vancouver, then)).toBe('on Tuesday morning (Vancouver time)')
    expect(moment(fr, vancouver, then)).toBe('mardi matin (heure de Vancouver)')
  })

  test('a day abroad is that day', () => {
    const sydney: Moment = {
      precision: 'day',
      at: at('2026-03-11T00:00+11:00'),
      until: at('2026-03-11T23:59+11:00'),
      zone: 'Australia/Sydney',
    }
    expect(day(us, sydney, at('2026-03-13T15:00Z'))).toBe('Wednesday')
  })
})
