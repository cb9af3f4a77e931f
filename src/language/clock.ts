import { fill } from './frame.ts'
import { partOf } from './part.ts'
import type { Tongue } from './tongue.ts'
import { dayNumber, formatIn, isSummer, minuteOfDay, minutesOf, offsetAt } from './wall.ts'
import type { Moment } from './when.ts'

export type { Moment } from './when.ts'

/**
 * The hour of a moment in the edition's zone, in a frame of the grammar (`clock.frames`): « vers 18h30 », "just before
 * 11am", « entre 17h et 18h ». A part of a day gives the part (« dans la soirée »); a day without an hour, or nothing
 * known, gives an empty text. Throws for a frame the grammar does not have.
 */
export function clock(tongue: Tongue, moment: Moment, as = 'at'): string {
  return clockIn(tongue, moment, as, tongue.edition.zone)
}

/**
 * The hour with its zone named: « 18h30 (heure de Bruxelles) », "5:30pm GMT". When the moment has a provider's zone in
 * which clocks show something else, that time follows: « 15h10, heure de Bruxelles (9h10, heure de l'Est) ».
 */
export function clockWithZone(tongue: Tongue, moment: Moment, as = 'at'): string {
  return withProvider(tongue, moment, clockInOwnZone(tongue, moment, as))
}

/** The hour with the reader's zone named, in another form where the provider's hour will be told beside it. */
export function clockInOwnZone(tongue: Tongue, moment: Moment, as = 'at'): string {
  const text = clock(tongue, moment, as)
  if (text === '' || moment.at === undefined || moment.precision === 'part') return text
  return inOwnZone(tongue, moment, text)
}

/** A text that tells the hour, with the reader's zone after it. */
export function inOwnZone(tongue: Tongue, moment: Moment, text: string): string {
  const { grammar, edition } = tongue
  const frame = isElsewhere(tongue, moment) ? grammar.clock.beside : grammar.clock.zone
  return fill(tongue, frame, { clock: text, zone: zoneName(tongue, edition.zone, moment.at ?? 0) })
}

/** A text that tells the hour, with the provider's hour in brackets after it where clocks there show something else. */
export function withProvider(tongue: Tongue, moment: Moment, text: string): string {
  const { at, zone } = moment
  if (at === undefined || zone === undefined || !isElsewhere(tongue, moment)) return text
  const there = clockIn(tongue, moment, 'there', zone)
  const days = dayNumber(zone, at) - dayNumber(tongue.edition.zone, at)
  const frames = tongue.grammar.clock.provider
  const frame = days === 0 ? frames.same : days < 0 ? frames.earlier : frames.later
  return fill(tongue, frame, { clock: text, there, zone: zoneName(tongue, zone, at) })
}

/**
 * Two hours as one span, without a day: « de 8h48 à 23h20 », "from 8:48am to 11:20pm". `zone` names the zone once, and gives
 * the provider's hours: « de 8h48 à 23h20, heure de Bruxelles (23h48 à 14h20, heure du Pacifique) ».
 */
export function hours(
  tongue: Tongue,
  from: Moment,
  to: Moment,
  { zone = false }: { readonly zone?: boolean } = {},
): string {
  const { edition, grammar } = tongue
  const text = fill(tongue, grammar.clock.span, spanOf(tongue, from, to, edition.zone))
  if (!zone || from.at === undefined) return text
  const own = inOwnZone(tongue, from, text)
  if (!isElsewhere(tongue, from) || from.zone === undefined) return own
  const there = fill(tongue, grammar.clock.span_there, spanOf(tongue, from, to, from.zone))
  return fill(tongue, grammar.clock.provider.same, { clock: own, there, zone: zoneName(tongue, from.zone, from.at) })
}

/** The hours of a span: each in the frame of its precision, two exact ones as the edition writes a pair. */
export function spanOf(tongue: Tongue, from: Moment, to: Moment, zone: string): { from: string; to: string } {
  if (from.precision === 'exact' && to.precision === 'exact') {
    const [first, second] = timePair(tongue, from.at ?? 0, to.at ?? 0, zone)
    return { from: first, to: second }
  }
  return { from: clockIn(tongue, from, 'from', zone), to: clockIn(tongue, to, 'until', zone) }
}

/** Are the reader's clocks put forward or back between two moments? Then the hours do not give the time that has passed. */
export function clocksChange({ edition }: Tongue, from: Moment, to: Moment): boolean {
  if (from.at === undefined || to.at === undefined) return false
  return offsetAt(edition.zone, from.at) !== offsetAt(edition.zone, to.at)
}

/** Does the moment have a provider whose clocks show another time than the reader's? */
export function isElsewhere(tongue: Tongue, { at, zone, precision }: Moment): boolean {
  if (at === undefined || zone === undefined || precision === 'part' || precision === 'day') return false
  return offsetAt(zone, at) !== offsetAt(tongue.edition.zone, at)
}

/** How a zone is named in the edition at that instant: its own by `zone_name`, others by the grammar's `zones`. */
export function zoneName(tongue: Tongue, zone: string, instant: number): string {
  const { edition, grammar } = tongue
  const own = zone === edition.zone
  const known = own ? { name: edition.zone_name, summer: edition.zone_name_summer } : grammar.zones[zone]
  if (!known) {
    const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
    return fill(tongue, grammar.clock.unknown_zone, { city })
  }
  return known.summer !== undefined && isSummer(zone, instant) ? known.summer : known.name
}

function clockIn(tongue: Tongue, moment: Moment, as: string, zone: string): string {
  const { precision, at, until } = moment
  const frames = tongue.grammar.clock.frames[as]
  if (!frames) throw new Error(`the grammar of ${tongue.edition.language} has no clock frame "${as}"`)
  if (precision === 'unknown' || precision === 'day') return ''
  if (at === undefined) throw new Error(`a moment of precision "${precision}" has no instant`)
  if (precision === 'part')
    return fill(tongue, frames.part, tongue.grammar.day.parts[partOf(tongue, moment, zone)].forms)
  if (precision !== 'between' || until === undefined) {
    const frame = precision === 'between' ? frames.after : frames[precision]
    return fill(tongue, frame, { time: timeIn(tongue, at, zone) })
  }
  const [time, end] = timePair(tongue, at, until, zone)
  return time === end ? fill(tongue, frames.about, { time: end }) : fill(tongue, frames.between, { time, until: end })
}

/** Two times as one span writes them: "5 and 6 p.m." where the edition says "p.m." once. */
export function timePair(tongue: Tongue, from: number, to: number, zone: string): [string, string] {
  const { pair } = tongue.grammar.clock
  const end = timeIn(tongue, to, zone)
  if (pair && !wordFor(tongue, from, zone) && !wordFor(tongue, to, zone)) {
    const same = formatIn(tongue, from, zone, pair.same) === formatIn(tongue, to, zone, pair.same)
    const near = dayNumber(zone, from) === dayNumber(zone, to)
    if (same && near) {
      const pattern = minuteOfDay(zone, from) % 60 === 0 ? pair.hour : pair.time
      const first = formatIn(tongue, from, zone, pattern)
      if (from !== to) return [first, end]
    }
  }
  return [timeIn(tongue, from, zone), end]
}

/** A clock time alone: « 18h30 », « 18h », « midi », "6:30pm", "noon". */
export function timeIn(tongue: Tongue, instant: number, zone: string): string {
  const ofTongue = times.get(tongue) ?? new Map<string, Map<number, string>>()
  if (ofTongue.size === 0) times.set(tongue, ofTongue)
  const inZone = ofTongue.get(zone) ?? new Map<number, string>()
  if (inZone.size === 0) ofTongue.set(zone, inZone)
  const known = inZone.get(instant)
  if (known !== undefined) return known
  if (inZone.size >= KEPT) inZone.clear()
  const { hour, time } = tongue.grammar.clock
  const word = wordFor(tongue, instant, zone)
  const text = word ?? formatIn(tongue, instant, zone, minuteOfDay(zone, instant) % 60 === 0 ? hour : time)
  inZone.set(instant, text)
  return text
}

/** A story asks for its few hours with every wording that it tries. */
const times = new WeakMap<Tongue, Map<string, Map<number, string>>>()
const KEPT = 2000

function wordFor(tongue: Tongue, instant: number, zone: string): string | undefined {
  const minute = minuteOfDay(zone, instant)
  for (const [time, word] of Object.entries(tongue.grammar.clock.words)) if (minutesOf(time) === minute) return word
  return undefined
}
