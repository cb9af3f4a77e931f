import type { When } from '../../fields/values.ts'
import { DAY, HOUR, MINUTE } from '../../foundation/time-units.ts'
import { roundedAbout } from '../../language/about.ts'
import { nightOf } from '../../language/day.ts'
import { duration, givenLength, isRound } from '../../language/duration.ts'
import { fillFrame } from '../../language/grammar-frame.ts'
import { turnAt } from '../../language/local-time.ts'
import type { Locale } from '../../language/locale.ts'
import {
  clock,
  clockInOwnZone,
  clocksChange,
  day,
  eveOfMidnight,
  hasHour,
  hours,
  isNear,
  isOnDay,
  moment,
  overnight,
  sameDay,
  stampOf,
  window,
  withProvider,
  zoneName,
} from '../../language/moment.ts'
import { partOf } from '../../language/part-of-day.ts'
import { joinWord } from '../../language/phrase.ts'
import type { Slot } from '../../story/story.ts'
import { phraseNoun } from '../noun-phrases.ts'
import type { Format, SentenceContext } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import type { Args } from '../wording.ts'

type WhenSlot = Slot & { kind: 'when' }
type DurationSlot = Slot & { kind: 'duration' }

/** Day and hour: « mercredi vers 18h30 ». `as` is a frame of the grammar. */
const whole: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf } = sentenceContext
  const zoned = isHour(slot) && saysZone(slot, args.as, sentenceContext)
  return words(
    moment(locale, localWhen(slot, zoned, sentenceContext), asOf, args.as, zones(zoned, sentenceContext)),
    slot,
  )
}

const hour: Format<WhenSlot> = (slot, args, sentenceContext) => {
  if (!isHour(slot)) return undefined
  const { locale } = sentenceContext
  const as = args.as ?? 'at'
  const zoned = saysZone(slot, args.as, sentenceContext, args.zone)
  const when = localWhen(slot, zoned, sentenceContext)
  const text = zoned ? clockInOwnZone(locale, when, as) : clock(locale, when, as)
  return words(tellsThere(as, sentenceContext) ? withProvider(locale, when, text) : text, slot)
}

/** The hour at which something is so, or the day where no hour is known; `as: by` "by 3pm", "by Tuesday". */
const hourOrDay: Format<WhenSlot> = (slot, args, sentenceContext) => {
  if (isHour(slot)) return hour(slot, args, sentenceContext)
  const { locale, asOf } = sentenceContext
  const names = { day: day(locale, slot.when, asOf), led: day(locale, slot.when, asOf, 'since') }
  if (args.as === 'since') return words(names.led, slot)
  return words(args.as === 'by' ? fillFrame(locale, locale.grammar.clock.by_day, names) : names.day, slot)
}

/**
 * The moment with the zone of the places it is about, where it has none of its own and is the first to name the reader's:
 * "at 3am GMT (4am CET)"; without any where none is told.
 */
function localWhen({ when }: WhenSlot, zoned: boolean, { zone }: SentenceContext): When {
  if (!zone.there && hasHour(when)) return withoutZone(when)
  return zoned && zone.local !== undefined && when.zone === undefined ? { ...when, zone: zone.local } : when
}

const withoutZone = ({ zone: _, ...when }: When): When => when

/** Frames after which the hour in another zone can stand; the others belong to a span. */
const ZONED: ReadonlySet<string> = new Set(['at', 'since', 'by'])

const tellsThere = (as: string | undefined, { zone }: SentenceContext): boolean => zone.there && ZONED.has(as ?? 'at')

const zones = (zone: boolean, { zone: { there } }: SentenceContext) => ({ zone, there })

/** Those of them that name the reader's own zone. */
const NAMING: ReadonlySet<string> = new Set(['at', 'since'])

/**
 * The first time of a text in a frame that can carry it names its zone; so does one whose zone has since changed its
 * name.
 */
function saysZone(slot: WhenSlot, as: string | undefined, sentenceContext: SentenceContext, asked?: string): boolean {
  if (!NAMING.has(as ?? 'at') && asked === undefined) return false
  const { zone } = sentenceContext
  const name = zoneOf(slot, sentenceContext)
  if (!zone.open && (zone.named ?? name) === name) return false
  zone.open = false
  zone.named = name
  return true
}

/** The name of the reader's zone at a moment: "EDT" before the clocks go back, "EST" after. */
const zoneOf = ({ when }: WhenSlot, { locale }: SentenceContext): string =>
  zoneName(locale, locale.edition.zone, when.at ?? 0)

/** « ce mercredi soir »; nothing where the frame is for days and no day is known. */
const dayOf: Format<WhenSlot> = (slot, args, { locale, asOf }) => {
  const text = day(locale, slot.when, asOf, args.as)
  return text === '' ? undefined : words(text, slot)
}

/**
 * The day, only while `as_of` is on that very day where it is read: the part of day is that of `as_of`, « depuis près
 * d'une heure ce mercredi soir » though it began in the afternoon; after many hours, the day alone.
 */
const today: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf, spoken, slots } = sentenceContext
  if (!isToday(slot, sentenceContext)) return undefined
  // « Ce dimanche après-midi » would hide that it began in the morning.
  if (slot.when.precision === 'part' && day(locale, slot.when, asOf) !== day(locale, spoken, asOf)) return undefined
  // What has lasted since the morning is not « depuis huit heures ce mardi soir ».
  // Nor « depuis deux heures dans la nuit de jeudi à vendredi », where nights have a name of their own.
  const isNight = locale.grammar.day.frames.adverb?.night && nightOf(locale, spoken) !== undefined
  if ((minutesOf(slots.elapsed) > PART_OF_A_DAY || isNight) && args.as === undefined)
    return words(day(locale, { precision: 'day', at: asOf, until: asOf }, asOf), slot)
  return words(day(locale, spoken, asOf, args.as), slot)
}

/** The day, only when it is not that of `as_of`, or when a part of day says more: « depuis mardi matin ». */
const earlier: Format<WhenSlot> = (slot, args, sentenceContext) =>
  isToday(slot, sentenceContext) && slot.when.precision !== 'part' ? undefined : dayOf(slot, args, sentenceContext)

/**
 * The hour alone while everything happens on one day, or on that of the moment named before it (`beside`); else with
 * its day. In a story about a night, published in the morning, "at 12:50am" could be either day.
 */
const near: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const isOfToday =
    isToday(slot, sentenceContext) ||
    (followsPreposition(args) && isToday(daysEnd(slot, sentenceContext), sentenceContext))
  const sameAsNamed =
    isBeside(slot, args, sentenceContext) ??
    (isOfToldDay(slot, sentenceContext) || (isOfToday && isOfOneDay(sentenceContext)))
  if (isHour(slot) && sameAsNamed) return hour(slot, args, sentenceContext)
  return followsPreposition(args) ? dayThenHour(slot, args, sentenceContext) : whole(slot, args, sentenceContext)
}

/** The same after a word that contracts with what follows: « jusqu'à vendredi 5h », « jusqu'au 20 mars ». */
const nearAfter: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const filled = near(slot, args, sentenceContext)
  if (!args.word || !filled) return filled
  const { locale } = sentenceContext
  const text = filled.spans.map(span => span.text).join('')
  return words(joinWord(locale, args.word, phraseNoun(locale, text, undefined)), slot)
}

/** Frames that follow a preposition, « depuis » or "until": in them no night has its own name. */
const followsPreposition = ({ as }: Args): boolean => as === 'since' || as === 'bare' || as === 'from' || as === 'until'

/** Midnight belongs to the day that ends: « jusqu'à mardi minuit » is no « mercredi minuit ». */
function daysEnd(slot: WhenSlot, { locale }: SentenceContext): WhenSlot {
  const eve = eveOfMidnight(locale, slot.when)
  return eve ? { ...slot, when: eve } : slot
}

/** « (depuis) mardi 19h30 », "(since) 7:30pm on Tuesday"; a part of a day gives « (depuis) mardi soir ». */
const dayThenHour: Format<WhenSlot> = (slot, { as }, sentenceContext) => {
  const { locale, asOf } = sentenceContext
  if (!isHour(slot)) return words(day(locale, slot.when, asOf, 'since'), slot)
  const frame = 'led' in locale.grammar.day.frames ? 'led' : 'plain'
  const zoned = saysZone(slot, as, sentenceContext)
  const known = localWhen(slot, zoned, sentenceContext)
  const hour = zoned ? clockInOwnZone(locale, known, as) : clock(locale, known, as)
  const { when } = daysEnd(slot, sentenceContext)
  const parts = { day: day(locale, when, asOf, frame), clock: hour }
  const { plain, midnight } = locale.grammar.moment
  const isEve = when !== slot.when && isNear(locale, when.at ?? 0, asOf)
  const text = fillFrame(locale, isEve ? (midnight ?? plain) : plain, parts)
  return words(tellsThere(as, sentenceContext) ? withProvider(locale, known, text) : text, slot)
}

/**
 * `beside: first`: is it on the day of that other moment, so that its hour alone cannot be of another? Only while the other
 * stands in the same sentence or the one before; else on the day of which the sentence before has told; `undefined` where
 * neither names one.
 */
function isBeside(
  { when }: WhenSlot,
  { beside }: Args,
  { locale, asOf, slots, justTold, filledHere }: SentenceContext,
): boolean | undefined {
  if (beside === undefined || when.at === undefined) return undefined
  const other = slots[beside]
  const isHere = other !== undefined && (!other.once || justTold.has(other) || filledHere.has(other))
  const named = isHere ? [other] : [...justTold]
  const days = named.flatMap(slot => (slot.kind === 'when' && slot.when.at !== undefined ? [slot.when] : []))
  if (days.length === 0) return undefined
  if (days.every(day => isOfNamedDay(locale, when, day) || (isHere && isOfSameNight(locale, day, when, asOf))))
    return true
  // An hour after midnight bears the names of two days, but the sentence before has told of this one, or of that very moment.
  const isOfOneDate = isHere && days.every(day => isOnDay(locale, day, when.at ?? 0))
  const isTold = (told: When) => days.some(({ at }) => at === told.at) || isOfNamedDay(locale, when, told)
  return isOfOneDate && momentsOf(justTold).some(isTold)
}

const momentsOf = (slots: ReadonlySet<Slot>): When[] =>
  [...slots].flatMap(slot => (slot.kind === 'when' && slot.when.at !== undefined ? [slot.when] : []))

/** Whether it is of the one day that its paragraph has told so far. */
function isOfToldDay({ when }: WhenSlot, { locale, justTold }: SentenceContext): boolean {
  const days = momentsOf(justTold)
  return when.at !== undefined && days.length > 0 && days.every(day => isOfNamedDay(locale, when, day))
}

/** « De 23h30 à 1h10 »: after an hour of the same night no day is missed, where nights have names. */
const isOfSameNight = (locale: Locale, from: When, to: When, asOf: number): boolean =>
  hasHour(from) && hasHour(to) && (to.at ?? 0) > (from.at ?? 0) && overnight(locale, from, to, asOf) !== undefined

/** A night that bears the names of two days stands for neither of them: only an hour of that night needs no day. */
function isOfNamedDay(locale: Locale, when: When, named: When): boolean {
  if (!isOnDay(locale, named, when.at ?? 0)) return false
  const night = locale.grammar.moment.night === null ? undefined : nightOf(locale, named)
  return night === undefined || night === nightOf(locale, when)
}

/**
 * The day and its part; the day alone when the duration in the slot `length` reaches into another part of day; where it
 * reaches into another day the night that holds it, and nothing when none does, unless only the start is meant
 * (`start: yes`).
 */
const during: Format<WhenSlot> = (slot, args, { locale, asOf, slots }) => {
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

const minutesOf = (length: Slot | undefined): number => (length?.kind === 'duration' ? length.minutes : 0)

/** An outage of more minutes than this cannot have been « mardi soir » from end to end. */
const PART_OF_A_DAY = 300

/** The day of a window that is over within half a day: a longer one is not described by its first day alone. */
const oneDay: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf, slots } = sentenceContext
  const to = slots[args.to ?? 'to']
  const { at } = slot.when
  if (to?.kind === 'when' && at !== undefined && (to.when.at ?? at) - at > HALF_A_DAY) return undefined
  const night = to?.kind === 'when' ? overnight(locale, slot.when, to.when, asOf) : undefined
  if (night !== undefined) return words(night, slot)
  return dayOf(slot, args, sentenceContext)
}

/** As a headline says when it is planned: the day of what is over within half a day, else from when until when. */
const brief: Format<WhenSlot> = (slot, args, sentenceContext) =>
  oneDay(slot, args, sentenceContext) ?? untilOther(slot, args, sentenceContext) ?? whole(slot, args, sentenceContext)

const HALF_A_DAY = 12 * HOUR

/** Two hours of one day, without the day: « de 8h48 à 23h20 »; the first of a text names the zone, once for both. */
const span: Format<WhenSlot> = (slot, args, sentenceContext) => {
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
const untilOther: Format<WhenSlot> = (slot, args, sentenceContext) => {
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
const changed: Format<WhenSlot> = (slot, { beside = '' }, { locale, slots, term }) => {
  const other = slots[beside]
  if (other?.kind !== 'when' || !isHour(slot) || !isHour(other)) return undefined
  return clocksChange(locale, other.when, slot.when) ? term('terms.clocks-changed') : undefined
}

const stamped: Format<WhenSlot> = (slot, _args, { locale }) =>
  slot.when.at === undefined ? undefined : words(stampOf(locale, slot.when), slot)

const isHour = ({ when }: WhenSlot): boolean => hasHour(when)

const isToday = ({ when }: WhenSlot, { locale, asOf }: SentenceContext): boolean => isOnDay(locale, when, asOf)

/** Did the incident begin on the day of `as_of`? */
const isOfOneDay = ({ locale, asOf, began }: SentenceContext): boolean =>
  began === undefined || sameDay(locale, began, asOf)

/** An hour that is only about is told as people say it, but never past the moment at which the text speaks. */
const saidAbout =
  (format: Format<WhenSlot>): Format<WhenSlot> =>
  (slot, args, sentenceContext) => {
    if (slot.when.precision !== 'about') return format(slot, args, sentenceContext)
    const when = roundedAbout(sentenceContext.locale, slot.when, sentenceContext.asOf)
    return format(when === slot.when ? slot : { ...slot, when }, args, sentenceContext)
  }

const exactFormats: Readonly<Record<string, Format<WhenSlot>>> = {
  '': whole,
  moment: whole,
  clock: hour,
  // « À 15h », « ce mardi ».
  hour_or_day: hourOrDay,
  day: dayOf,
  today,
  earlier,
  during,
  oneday: oneDay,
  brief,
  near: nearAfter,
  hours: span,
  window: untilOther,
  changed,
  stamp: stamped,
}

export const whenFormats: Readonly<Record<string, Format<WhenSlot>>> = Object.fromEntries(
  Object.entries(exactFormats).map(([name, format]) => [name, saidAbout(format)]),
)

/** `round: no` only for a length that needs « plus de » or the like: the others have a shorter form of their own. */
const lapse: Format<DurationSlot> = (slot, args, { locale }) => {
  if (args.round === 'no' && isShort(locale, slot)) return undefined
  const as = args.as ?? 'plain'
  const { given, precision, minutes, exact } = slot
  const text = given
    ? givenLength(locale, given, { as, ...(precision && { precision }) })
    : duration(locale, minutes, { exact, as })
  return words(text, slot)
}

/** Whether it makes an adjective: "six-hour"; what somebody gave as a range, or as « au moins », does not. */
const isShort = (locale: Locale, { given, precision = 'exact', minutes, exact }: DurationSlot): boolean =>
  given
    ? given.kind === 'one' && precision === 'exact' && isRound(locale, minutes, true)
    : isRound(locale, minutes, exact)

/** The same, only for a length that needs no « plus de »: "six-hour". */
const round: Format<DurationSlot> = (slot, args, sentenceContext) =>
  isShort(sentenceContext.locale, slot) ? lapse(slot, args, sentenceContext) : undefined

export const durationFormats: Readonly<Record<string, Format<DurationSlot>>> = { '': lapse, plain: lapse, round }
