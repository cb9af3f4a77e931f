import { describe, expect, test } from 'vitest'
import { roundedFigure } from '../../src/language/about.ts'
import type { Locale } from '../../src/language/locale.ts'
import { clock, day, moment, zoneName } from '../../src/language/moment.ts'
import { figure } from '../../src/language/number.ts'
import { localeOf } from './locales.ts'

const locales: Record<string, Locale> = Object.fromEntries(
  await Promise.all(['fr', 'fr-ca', 'en', 'en-gb', 'en-us', 'nl'].map(async id => [id, await localeOf(id)] as const)),
)
const localeFor = (id: string): Locale => {
  const found = locales[id]
  if (!found) throw new Error(id)
  return found
}
/** Brussels winter time on a day of January 2026 (the 5th is a Monday). */
const at = (time: string, date = 5) => Date.parse(`2026-01-${String(date).padStart(2, '0')}T${time}:00+01:00`)
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

/** AP: "use about with round figures"; Imprimerie nationale, « Heures »: « vers midi », « vers 18 h 30 ». */
describe('an hour that is only about', () => {
  test.each([
    ['18:28', 'vers 18h30', 'at around 6:30pm', 'rond 18.30 uur'],
    ['18:31', 'vers 18h30', 'at around 6:30pm', 'rond 18.30 uur'],
    ['18:33', 'vers 18h35', 'at around 6:35pm', 'rond 18.35 uur'],
    ['12:02', 'vers midi', 'at around noon', 'rond 12 uur'],
    ['11:58', 'vers midi', 'at around noon', 'rond 12 uur'],
    ['09:59', 'vers 10h', 'at around 10am', 'rond 10 uur'],
    ['10:12', 'vers 10h10', 'at around 10:10am', 'rond 10.10 uur'],
    ['10:00', 'vers 10h', 'at around 10am', 'rond 10 uur'],
    ['10:15', 'vers 10h15', 'at around 10:15am', 'rond 10.15 uur'],
    ['23:58', 'vers minuit', 'at around midnight', 'rond middernacht'],
    ['00:02', 'vers minuit', 'at around midnight', 'rond middernacht'],
    ['07:44', 'vers 7h45', 'at around 7:45am', 'rond 7.45 uur'],
    ['14:27', 'vers 14h25', 'at around 2:25pm', 'rond 14.25 uur'],
    ['14:28', 'vers 14h30', 'at around 2:30pm', 'rond 14.30 uur'],
  ])('%s', (time, french, english, dutch) => {
    const about = { precision: 'about', at: at(time) } as const
    expect(plain(clock(localeFor('fr'), about))).toBe(french)
    expect(plain(clock(localeFor('en'), about))).toBe(english)
    expect(plain(clock(localeFor('nl'), about))).toBe(dutch)
  })

  test.each([
    ['fr', '23:58', 5, '09:00', 6, 'dans la nuit de lundi à mardi, vers minuit'],
    ['en', '23:58', 5, '09:00', 6, 'at around midnight on Monday night'],
    ['fr', '18:28', 5, '20:00', 5, 'ce lundi vers 18h30'],
    ['en', '18:28', 5, '20:00', 5, 'at around 6:30pm on Monday'],
    // Never past the moment at which the text speaks.
    ['fr', '18:28', 5, '18:29', 5, 'ce lundi vers 18h25'],
    ['en', '18:28', 5, '18:29', 5, 'at around 6:25pm on Monday'],
    ['fr', '23:58', 5, '23:59', 5, 'ce lundi vers 23h55'],
    ['fr', '18:28', 5, '18:30', 5, 'ce lundi vers 18h30'],
    // What lies ahead may be.
    ['fr', '18:28', 5, '17:00', 5, 'ce lundi vers 18h30'],
  ])('%s: %s of the %s, told at %s of the %s: %s', (edition, time, date, now, today, expected) => {
    const about = { precision: 'about', at: at(time, date) } as const
    expect(plain(moment(localeFor(edition), about, at(now, today)))).toBe(expected)
  })

  test('an exact hour stays', () => {
    expect(clock(localeFor('fr'), { precision: 'exact', at: at('18:28') })).toBe('à 18h28')
    expect(clock(localeFor('en'), { precision: 'before', at: at('18:28') })).toBe('just before 6:28pm')
  })
})

test.each([
  [12480, 12500],
  [12450, 12500],
  [1230, 1230],
  [1234, 1230],
  [487, 490],
  [100, 100],
  [104, 100],
  [48, 48],
  [7, 7],
  [0, 0],
  [999, 1000],
  [1999, 2000],
  [123456, 123000],
  [1400000, 1400000],
  [1234567, 1230000],
  [2.5, 2.5],
])('about %s is about %s', (value, said) => {
  expect(roundedFigure(value)).toBe(said)
  expect(plain(figure(localeFor('en'), { kind: 'exact', value: 12480 }))).toBe('12,480')
})

test.each([
  ['fr', 12480, 'environ 12 500'],
  ['en', 12480, 'about 12,500'],
  ['en-us', 487, 'about 490'],
])('%s: about %s is "%s"', (edition, value, said) =>
  expect(plain(figure(localeFor(edition), { kind: 'about', value }))).toBe(said),
)

/** Guardian and BBC: Monday night from nine on; French « lundi soir » until midnight. */
test.each([
  ['22:40', 'ce lundi soir', 'on Monday night'],
  ['21:00', 'ce lundi soir', 'on Monday night'],
  ['20:59', 'ce lundi soir', 'on Monday evening'],
  ['18:00', 'ce lundi soir', 'on Monday evening'],
  ['23:59', 'ce lundi soir', 'on Monday night'],
  ['17:00', 'ce lundi après-midi', 'on Monday afternoon'],
])('%s on Monday', (time, french, english) => {
  expect(day(localeFor('fr'), { precision: 'exact', at: at(time) }, at('23:59'))).toBe(french)
  expect(day(localeFor('en'), { precision: 'exact', at: at(time) }, at('23:59'))).toBe(english)
})

/** AP, "time zones"; Reuters, "ET"; IANA tz database (backward) for other names of a zone. */
describe('zones', () => {
  const winter = at('12:00')
  const summer = Date.UTC(2026, 6, 6, 12)
  test.each([
    ['America/New_York', 'heure de New York', 'ET', 'EST'],
    ['US/Eastern', 'heure de New York', 'ET', 'EST'],
    ['America/Detroit', 'heure de New York', 'ET', 'EST'],
    ['America/Indiana/Indianapolis', 'heure de New York', 'ET', 'EST'],
    ['America/Kentucky/Louisville', 'heure de New York', 'ET', 'EST'],
    ['America/Chicago', 'heure de Chicago', 'CT', 'CST'],
    ['US/Central', 'heure de Chicago', 'CT', 'CST'],
    ['America/North_Dakota/Center', 'heure de Chicago', 'CT', 'CST'],
    ['America/Denver', 'heure de Denver', 'MT', 'MST'],
    ['America/Boise', 'heure de Denver', 'MT', 'MST'],
    ['US/Mountain', 'heure de Denver', 'MT', 'MST'],
    ['America/Los_Angeles', 'heure du Pacifique', 'PT', 'PST'],
    ['US/Pacific', 'heure du Pacifique', 'PT', 'PST'],
    ['UTC', 'temps universel', 'UTC', 'UTC'],
    ['Etc/UTC', 'temps universel', 'UTC', 'UTC'],
    ['Etc/GMT+5', 'GMT−5', 'GMT−5', 'GMT−5'],
    ['Etc/GMT-3', 'GMT+3', 'GMT+3', 'GMT+3'],
    ['Europe/Paris', 'heure de Paris', 'CET', 'Paris time'],
    ['Europe/Monaco', 'heure de Paris', 'CET', 'Paris time'],
    ['Europe/Vaduz', 'heure de Zurich', 'CET', 'Zurich time'],
    ['Europe/Vatican', 'heure de Rome', 'CET', 'Rome time'],
    ['Europe/London', 'heure de Londres', 'GMT', 'London time'],
    ['GB', 'heure de Londres', 'GMT', 'London time'],
    ['Europe/Belfast', 'heure de Londres', 'GMT', 'London time'],
    ['Europe/Kiev', 'heure de Kiev', 'Kyiv time', 'Kyiv time'],
    ['Asia/Calcutta', "heure de l'Inde", 'India time', 'India time'],
    ['Asia/Saigon', 'heure du Vietnam', 'Vietnam time', 'Vietnam time'],
    ['Japan', 'heure de Tokyo', 'Japan time', 'Japan time'],
    ['Asia/Tokyo', 'heure de Tokyo', 'Japan time', 'Japan time'],
    ['Australia/Hobart', 'heure de Sydney', 'AEDT', 'Sydney time'],
    ['Europe/Vilnius', 'heure de Vilnius', 'Vilnius time', 'Vilnius time'],
    ['America/Argentina/Cordoba', 'heure de Cordoba', 'Cordoba time', 'Cordoba time'],
  ])('%s', (zone, french, english, american) => {
    expect(plain(zoneName(localeFor('fr'), zone, winter))).toBe(french)
    expect(zoneName(localeFor('en'), zone, winter)).toBe(english)
    expect(zoneName(localeFor('en-us'), zone, winter)).toBe(american)
  })

  test.each([
    ['America/New_York', "heure de l'Est"],
    ['America/Detroit', "heure de l'Est"],
    ['America/Winnipeg', 'heure du Centre'],
    ['America/Boise', 'heure des Rocheuses'],
    ['America/Vancouver', 'heure du Pacifique'],
    ['Europe/Paris', 'heure de Paris'],
    ['Europe/Monaco', 'heure de Paris'],
  ])('%s in Québec', (zone, name) => expect(zoneName(localeFor('fr-ca'), zone, winter)).toBe(name))

  test('in summer', () => {
    expect(zoneName(localeFor('en'), 'Europe/Vaduz', summer)).toBe('CEST')
    expect(zoneName(localeFor('en-us'), 'America/Detroit', summer)).toBe('EDT')
  })

  test('every zone of the database has a name', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      for (const id of ['fr', 'en', 'nl']) expect(zoneName(localeFor(id), zone, winter)).not.toMatch(/undefined|Etc|_/)
  })
})
