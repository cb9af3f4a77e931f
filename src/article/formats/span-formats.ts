import { DAY, HOUR, MINUTE } from '../../foundation/time-units.ts'
import { turnAt } from '../../language/local-time.ts'
import { clocksChange, day, hours, overnight, sameDay, window } from '../../language/moment.ts'
import { partOf } from '../../language/part-of-day.ts'
import { type Format, type SentenceContext, words } from '../sentence-context.ts'
import { dayOf, minutesOf, PART_OF_A_DAY } from './day-formats.ts'
import { isHour, type WhenSlot, whole, zoneOf, zones } from './hour-formats.ts'
import { isOfToldDay } from './near-formats.ts'

/**
 * The day and its part; the day alone when the duration in the slot `length` reaches into another part of day; where it
 * reaches into another day the night that holds it, and nothing when none does, unless only the start is meant
 * (`start: yes`).
 */
export const during: Format<WhenSlot> = (slot, args, { locale, asOf, slots }) => {
  const minutes = minutesOf(slots[args.length ?? 'duration'])
  const { when } = slot
  if (when.at === undefined || minutes === 0) return words(day(locale, when, asOf), slot)
  const end = { precision: 'exact', at: when.at + minutes * MINUTE } as const
  if (!sameDay(locale, when.at, end.at)) {
    const night = overnight(locale, when, end, asOf)
    if (night !== undefined) return words(night, slot)
    if (!args.start) return undefined
  }
  const asBegun = day(locale, when, asOf)
  // "Wednesday evening" holds its last hours too, which by themselves are "Wednesday night".
  const isOfOneSort = sameDay(locale, when.at, end.at) && partOf(locale, when) === partOf(locale, end)
  const isOfOnePart = minutes <= PART_OF_A_DAY && (args.start || isOfOneSort || asBegun === day(locale, end, asOf))
  return words(isOfOnePart ? asBegun : day(locale, when, asOf, 'plain'), slot)
}

/** The day of a window that is over within half a day: a longer one is not described by its first day alone. */
export const oneDay: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf, slots } = sentenceContext
  const to = slots[args.to ?? 'to']
  const { at } = slot.when
  if (to?.kind === 'when' && at !== undefined && (to.when.at ?? at) - at > HALF_A_DAY) return undefined
  const night = to?.kind === 'when' ? overnight(locale, slot.when, to.when, asOf) : undefined
  if (night !== undefined) return words(night, slot)
  return dayOf(slot, args, sentenceContext)
}

/** As a headline says when it is planned: the day of what is over within half a day, else from when until when. */
export const brief: Format<WhenSlot> = (slot, args, sentenceContext) =>
  oneDay(slot, args, sentenceContext) ?? untilOther(slot, args, sentenceContext) ?? whole(slot, args, sentenceContext)

const HALF_A_DAY = 12 * HOUR

/** Two hours of one day, without the day: « de 8h48 à 23h20 »; the first of a text names the zone, once for both. */
export const span: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, slots, zone } = sentenceContext
  const to = slots[args.to ?? 'to']
  if (to?.kind !== 'when' || !isHour(slot) || !isHour(to)) return undefined
  const name = zoneOf(slot, sentenceContext)
  if (name !== zoneOf(to, sentenceContext) || name !== (zone.named ?? name)) return undefined
  if (slot.when.at === undefined || to.when.at === undefined || !sameDay(locale, slot.when.at, to.when.at))
    return undefined
  const zoned = zone.open
  zone.open = false
  if (zoned) zone.named = name
  return {
    spans: [{ text: hours(locale, slot.when, to.when, zones(zoned, sentenceContext)) }],
    from: [...slot.from, ...to.from],
  }
}

/** A window from this moment to the one in the slot named by `to`; the first hours of a text name the zone. */
export const untilOther: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf, slots, zone } = sentenceContext
  const to = slots[args.to ?? 'to']
  if (to?.kind !== 'when') return undefined
  const zoned = zone.open && isHour(slot) && isHour(to)
  if (zoned) {
    zone.open = false
    zone.named = zoneOf(to, sentenceContext)
  }
  const isToldDay = [slot, to].every(one => isHour(one) && isOfToldDay(one, sentenceContext))
  const text = isToldDay
    ? hours(locale, slot.when, to.when, zones(zoned, sentenceContext))
    : window(locale, slot.when, to.when, asOf, zones(zoned, sentenceContext))
  const explained = zoned && zoneOf(slot, sentenceContext) !== zoneOf(to, sentenceContext)
  const change = explained ? undefined : changeOfClocks(slot, to, sentenceContext)
  return { spans: [{ text }, ...(change?.spans ?? [])], from: [...slot.from, ...to.from] }
}

/** « De 1h à 5h, avec un changement d'heure »: hours of less than a day between which clocks are changed and that do not say so. */
function changeOfClocks(from: WhenSlot, to: WhenSlot, { locale, term, zone: { there } }: SentenceContext) {
  const [start = 0, end = 0] = [from.when.at, to.when.at]
  if (!there || !isHour(from) || !isHour(to) || end - start > DAY) return undefined
  const { zone } = locale.edition
  if (turnAt(zone, start) || turnAt(zone, end) || !clocksChange(locale, from.when, to.when)) return undefined
  return term('terms.clocks-change')
}

/**
 * States that clocks were changed between the moment `beside` names and this one, in the language's words: else
 * nothing.
 */
export const changed: Format<WhenSlot> = (slot, { beside = '' }, { locale, slots, term }) => {
  const other = slots[beside]
  if (other?.kind !== 'when' || !isHour(slot) || !isHour(other)) return undefined
  return clocksChange(locale, other.when, slot.when) ? term('terms.clocks-changed') : undefined
}
