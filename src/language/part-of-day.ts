import { HOUR } from '../foundation/time-units.ts'
import { dayNumber, minuteOfDay, minutesOf } from './local-time.ts'
import type { Locale } from './locale.ts'
import { hasHour, type Moment, wideOf } from './moment-type.ts'

/** A part of a day, as the grammar's `day.parts` names them. */
export type Part = 'night' | 'morning' | 'midday' | 'afternoon' | 'evening'

/**
 * The part of the day in which a moment lies, where it is read; a part that a source named is that part everywhere, since
 * nobody knows which hour it stands for.
 */
export function partOf(locale: Locale, moment: Moment, zone = locale.edition.zone): Part {
  if (!isPart(moment) || moment.part === undefined) return partAt(locale, middleOf(moment), zone)
  return (moment.part.split(' ').at(-1) ?? moment.part) as Part
}

/** Is it a part of a day, or a limit that is known to one? */
const isPart = ({ precision, grain }: Moment): boolean => precision === 'part' || grain === 'part'

/** The instant that decides day and part: the middle of the interval, so that a day keeps its name across zones. */
export function middleOf(moment: Moment): number {
  const { at, until, precision } = moment
  if (at === undefined) throw new Error(`a moment of precision "${precision}" has no instant`)
  if (until !== undefined) return precision === 'between' ? at : Math.floor((at + until) / 2)
  return wideOf(moment) === 'day' ? at + 12 * HOUR : at
}

/**
 * The zone in which a moment has its day: the reader's, but that of whoever knows it for what has no hour. The tenth of
 * March in Sydney is no other day for anybody.
 */
export function zoneOfDay({ edition }: Locale, moment: Moment): string {
  return hasHour(moment) ? edition.zone : (moment.zone ?? edition.zone)
}

/** The local day that names a moment; the hours of a night after midnight take the name of the new day. */
export function dayOf(locale: Locale, moment: Moment): number {
  return dayNumber(zoneOfDay(locale, moment), middleOf(moment))
}

/** The part of the day at an instant. */
function partAt(locale: Locale, instant: number, zone = locale.edition.zone): Part {
  const minute = minuteOfDay(zone, instant)
  let latest: [Part, number] | undefined
  let last: [Part, number] | undefined
  for (const [part, { from }] of Object.entries(locale.grammar.day.parts) as [Part, { from: string }][]) {
    const start = minutesOf(from)
    if (start <= minute && (!latest || start >= latest[1])) latest = [part, start]
    if (!last || start > last[1]) last = [part, start]
  }
  const [part] = latest ?? last ?? []
  if (!part) throw new Error('the grammar has no parts of the day')
  return part
}

/** The forms of the part of a day in which a moment lies, early or late in it where a source says so. */
export function partForms(locale: Locale, moment: Moment): Readonly<Record<string, string>> {
  const part = partOf(locale, moment)
  const { parts, late_evening: late } = locale.grammar.day
  const isLate = late && part === 'evening' && moment.precision !== 'part' && isFrom(locale, moment, late.from)
  const { forms } = isLate ? late : parts[part]
  const shade = shadeOf(locale, moment)
  return shade ? { ...forms, ...shade.forms } : forms
}

/** Is it at this hour of its day or later? */
const isFrom = ({ edition }: Locale, moment: Moment, time: string): boolean =>
  minuteOfDay(edition.zone, middleOf(moment)) >= minutesOf(time)

/** How the language says early or late in a part of the day. */
export function shadeOf({ grammar }: Locale, { precision, part }: Moment) {
  const { shades } = grammar.day
  return precision === 'part' && part !== undefined && part in shades ? shades[part as keyof typeof shades] : undefined
}
