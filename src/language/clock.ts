import { isSameZone, offsetAt } from '../foundation/time-zone.ts'
import { roundedAbout } from './about.ts'
import { fillFrame } from './grammar-frame.ts'
import { dayNumber, formatIn, isSummer, minuteOfDay, minutesOf, turnAt } from './local-time.ts'
import type { Locale } from './locale.ts'
import { hasHour, type Moment } from './moment-type.ts'
import { partForms } from './part-of-day.ts'
import { zoneNamedAs } from './zone-groups.ts'

export type { Moment } from './moment-type.ts'

/** Which zones a text says: the reader's by its name, and the provider's by its hour where clocks there show something else. */
export interface Zones {
  readonly zone?: boolean
  readonly there?: boolean
}

/**
 * The hour of a moment in the edition's zone, in a frame of the grammar (`clock.frames`): « vers 18h30 », "just before
 * 11am", « entre 17h et 18h ». A part of a day gives the part (« dans la soirée »); a day without an hour, or nothing
 * known, gives an empty text. Throws for a frame the grammar does not have.
 */
export function clock(locale: Locale, moment: Moment, as = 'at'): string {
  return clockIn(locale, moment, as, locale.edition.zone)
}

/** The hour with the reader's zone named, in another form where the provider's hour follows. */
export function clockInOwnZone(locale: Locale, moment: Moment, as = 'at'): string {
  const text = clock(locale, moment, as)
  if (text === '' || moment.at === undefined || !hasHour(moment)) return text
  return inOwnZone(locale, moment, text)
}

/** A text that tells the hour, with the reader's zone after it. */
export function inOwnZone(locale: Locale, moment: Moment, text: string): string {
  const { grammar, edition } = locale
  if (isZoneNamed(locale, moment)) return text
  const frame = isElsewhere(locale, moment) ? grammar.clock.beside : grammar.clock.zone
  return fillFrame(locale, frame, { clock: text, zone: zoneName(locale, edition.zone, moment.at ?? 0) })
}

/** A text that tells the hour, with the provider's hour in brackets after it where clocks there show something else. */
export function withProvider(locale: Locale, moment: Moment, text: string): string {
  const { at, zone } = moment
  if (at === undefined || zone === undefined || !hasHour(moment) || !isElsewhere(locale, moment)) return text
  const days = dayNumber(zone, at) - dayNumber(locale.edition.zone, at)
  const ofOtherDay = days !== 0 && 'there_day' in locale.grammar.clock.frames
  const there = clockIn(locale, moment, ofOtherDay ? 'there_day' : 'there', zone)
  const frames = locale.grammar.clock.provider
  const frame = days === 0 ? frames.same : days < 0 ? frames.earlier : frames.later
  return fillFrame(locale, frame, { clock: text, there, zone: zoneName(locale, zone, at) })
}

/**
 * Two hours as one span, without a day: « de 8h48 à 23h20 », "from 8:48am to 11:20pm". `zone` names the zone once; the
 * provider's hours follow: « de 8h48 à 23h20, heure de Bruxelles (23h48 à 14h20, heure du Pacifique) ».
 */
export function hours(
  locale: Locale,
  from: Moment,
  to: Moment,
  { zone = false, there: beside = true }: Zones = {},
): string {
  const { edition, grammar } = locale
  const text = fillFrame(locale, grammar.clock.span, spanOf(locale, from, to, edition.zone))
  if (from.at === undefined) return text
  const own = zone && !isZoneNamed(locale, to) ? inOwnZone(locale, from, text) : text
  if (!beside || !isElsewhere(locale, from) || from.zone === undefined || to.zone !== from.zone) return own
  const there = fillFrame(locale, grammar.clock.span_there, spanOf(locale, from, to, from.zone))
  return fillFrame(locale, grammar.clock.provider.same, {
    clock: own,
    there,
    zone: zoneName(locale, from.zone, from.at),
  })
}

/** The hours of a span: each in the frame of its precision, two exact ones as the edition writes a pair. */
export function spanOf(locale: Locale, from: Moment, to: Moment, zone: string): { from: string; to: string } {
  if (from.precision === 'exact' && to.precision === 'exact') {
    const [first, second] = timePair(locale, from.at ?? 0, to.at ?? 0, zone)
    return { from: first, to: second }
  }
  return { from: clockIn(locale, from, 'from', zone), to: clockIn(locale, to, 'until', zone) }
}

/** Are the reader's clocks put forward or back between two moments? Then the hours do not give the time that has passed. */
export function clocksChange({ edition }: Locale, from: Moment, to: Moment): boolean {
  if (from.at === undefined || to.at === undefined) return false
  return offsetAt(edition.zone, from.at) !== offsetAt(edition.zone, to.at)
}

/** Is the moment known in a zone whose clocks show another time than the reader's? A date alone is the same anywhere. */
export function isElsewhere(locale: Locale, moment: Moment): boolean {
  const { at, zone, precision } = moment
  if (at === undefined || zone === undefined || !(hasHour(moment) || precision === 'part')) return false
  return offsetAt(zone, at) !== offsetAt(locale.edition.zone, at)
}

/** A part of a day with the zone in which it is that part, where readers live in another: « mardi matin (heure de Tokyo) ». */
export function inZone(locale: Locale, moment: Moment, text: string): string {
  const { at, zone, precision } = moment
  if (at === undefined || zone === undefined || precision !== 'part' || !isElsewhere(locale, moment)) return text
  return fillFrame(locale, locale.grammar.clock.in_zone, { clock: text, zone: zoneName(locale, zone, at) })
}

/** How a zone is named in the edition at that instant: its own by `zone_name`, others by the grammar's `zones`. */
export function zoneName(locale: Locale, zone: string, instant: number): string {
  const { edition, grammar } = locale
  const own = zone === edition.zone
  const known = own ? { name: edition.zone_name, summer: edition.zone_name_summer } : zoneNamed(grammar.zones, zone)
  if (!known) {
    // Hours from Greenwich, which the database counts the other way round: Etc/GMT+5 is GMT-5.
    const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? []
    if (hours !== undefined) return `GMT${sign === '+' ? '−' : '+'}${hours}`
    const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
    return fillFrame(locale, grammar.clock.unknown_zone, { city })
  }
  return known.summer !== undefined && isSummer(zone, instant) ? known.summer : known.name
}

/** A zone may go by an older name of the same database: Asia/Calcutta, Europe/Kiev. */
function zoneNamed(zones: Locale['grammar']['zones'], zone: string) {
  const known = zones[zone] ?? zones[zoneNamedAs(zone)]
  return known ?? Object.entries(zones).find(([name]) => isSameZone(name, zone))?.[1]
}

function clockIn(locale: Locale, moment: Moment, as: string, zone: string): string {
  const { precision, at, until } = roundedAbout(locale, moment)
  const frames = locale.grammar.clock.frames[as]
  if (!frames) throw new Error(`the grammar of ${locale.edition.language} has no clock frame "${as}"`)
  if (precision === 'part') return inZone(locale, moment, fillFrame(locale, frames.part, partForms(locale, moment)))
  if (!hasHour(moment)) return ''
  if (at === undefined) throw new Error(`a moment of precision "${precision}" has no instant`)
  if (precision !== 'between' || until === undefined) {
    const frame = precision === 'between' ? frames.after : frames[precision as Hourly]
    return fillFrame(locale, frame, { time: timeIn(locale, at, zone) })
  }
  const [time, end] = timePair(locale, at, until, zone)
  return time === end
    ? fillFrame(locale, frames.about, { time: end })
    : fillFrame(locale, frames.between, { time, until: end })
}

type Hourly = 'exact' | 'about' | 'before' | 'after' | 'by' | 'from'

/** Two times as one span writes them: "5 and 6 p.m." where the edition says "p.m." once. */
export function timePair(locale: Locale, from: number, to: number, zone: string): [string, string] {
  const { pair } = locale.grammar.clock
  const end = timeIn(locale, to, zone)
  if (pair && ![from, to].some(instant => wordFor(locale, instant, zone) || turnAt(zone, instant))) {
    const same = formatIn(locale, from, zone, pair.same) === formatIn(locale, to, zone, pair.same)
    const near = dayNumber(zone, from) === dayNumber(zone, to)
    if (same && near) {
      const pattern = minuteOfDay(zone, from) % 60 === 0 ? pair.hour : pair.time
      const first = formatIn(locale, from, zone, pattern)
      if (from !== to) return [first, end]
    }
  }
  return [timeIn(locale, from, zone), end]
}

/** A clock time alone: « 18h30 », « 18h », « midi », "6:30pm", "noon"; one that comes twice that night with which of both. */
export function timeIn(locale: Locale, instant: number, zone: string): string {
  const ofLocale = times.get(locale) ?? new Map<string, Map<number, string>>()
  if (ofLocale.size === 0) times.set(locale, ofLocale)
  const ofZone = ofLocale.get(zone) ?? new Map<number, string>()
  if (ofZone.size === 0) ofLocale.set(zone, ofZone)
  const known = ofZone.get(instant)
  if (known !== undefined) return known
  if (ofZone.size >= KEPT) ofZone.clear()
  const { hour, time } = locale.grammar.clock
  const word = wordFor(locale, instant, zone)
  const shown = word ?? formatIn(locale, instant, zone, minuteOfDay(zone, instant) % 60 === 0 ? hour : time)
  const text = zone === locale.edition.zone ? oneOfTwo(locale, instant, shown) : shown
  ofZone.set(instant, text)
  return text
}

/**
 * An hour that readers' clocks show twice that night, with which of both it is: by the zone's own names where it has two,
 * "1:30 a.m. EDT". An hour abroad stands beside that of the reader, and needs no more.
 */
function oneOfTwo(locale: Locale, instant: number, time: string): string {
  const { edition, grammar } = locale
  const turn = turnAt(edition.zone, instant)
  if (turn === undefined) return time
  if (edition.zone_name_summer === undefined) return fillFrame(locale, grammar.clock.twice[turn], { time })
  return fillFrame(locale, grammar.clock.zone, { clock: time, zone: zoneName(locale, edition.zone, instant) })
}

/** Is the zone named already, since one of the hours told comes twice? "between 12:30 a.m. and 1:30 a.m. EDT". */
export const isZoneNamed = ({ edition }: Locale, { at, until, precision }: Moment): boolean =>
  edition.zone_name_summer !== undefined &&
  [at, precision === 'between' ? until : undefined].some(
    instant => instant !== undefined && turnAt(edition.zone, instant) !== undefined,
  )

/** A story formats its few hours for every wording it tries. */
const times = new WeakMap<Locale, Map<string, Map<number, string>>>()
const KEPT = 2000

function wordFor(locale: Locale, instant: number, zone: string): string | undefined {
  const minute = minuteOfDay(zone, instant)
  for (const [time, word] of Object.entries(locale.grammar.clock.words)) if (minutesOf(time) === minute) return word
  return undefined
}
