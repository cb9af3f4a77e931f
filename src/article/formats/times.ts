import { nightOf } from '../../language/day.ts'
import { duration, isRound } from '../../language/duration.ts'
import { fill } from '../../language/frame.ts'
import {
  clock,
  clockInOwnZone,
  clocksChange,
  clockWithZone,
  day,
  eveOfMidnight,
  hours,
  isNear,
  moment,
  overnight,
  sameDay,
  stamp,
  window,
  withProvider,
  zoneName,
} from '../../language/moment.ts'
import { meet } from '../../language/phrase.ts'
import type { Slot } from '../../story/story.ts'
import { phraseNoun } from '../nouns.ts'
import type { Format, Sentencing } from '../telling.ts'
import { words } from '../telling.ts'
import type { Args } from '../wording.ts'

type Moment = Slot & { kind: 'when' }
type Lapse = Slot & { kind: 'duration' }

/** Day and hour: « mercredi vers 18h30 ». `as` is a frame of the grammar. */
const whole: Format<Moment> = (slot, args, sentencing) => {
  const { tongue, asOf } = sentencing
  const zoned = isHour(slot) && saysZone(slot, args.as, sentencing)
  return words(moment(tongue, slot.when, asOf, args.as, { zone: zoned }), slot)
}

const hour: Format<Moment> = (slot, args, sentencing) => {
  if (!isHour(slot)) return undefined
  const { tongue } = sentencing
  const as = args.as ?? 'at'
  const zoned = saysZone(slot, args.as, sentencing, args.zone)
  return words(zoned ? clockWithZone(tongue, slot.when, as) : clock(tongue, slot.when, as), slot)
}

/** Frames after which a zone can stand; the others belong to a span. */
const ZONED: ReadonlySet<string> = new Set(['at', 'since'])

/** The first time of a text in a frame that can carry it says its zone; so does one whose zone has changed its name since. */
function saysZone(slot: Moment, as: string | undefined, sentencing: Sentencing, asked?: string): boolean {
  if (!ZONED.has(as ?? 'at') && asked === undefined) return false
  const { zone } = sentencing
  const name = zoneOf(slot, sentencing)
  if (!zone.open && (zone.named ?? name) === name) return false
  zone.open = false
  zone.named = name
  return true
}

/** How the reader's zone is called at a moment: "EDT" before the clocks go back, "EST" after. */
const zoneOf = ({ when }: Moment, { tongue }: Sentencing): string => zoneName(tongue, tongue.edition.zone, when.at ?? 0)

/** « ce mercredi soir ». */
const dayOf: Format<Moment> = (slot, args, { tongue, asOf }) => words(day(tongue, slot.when, asOf, args.as), slot)

/**
 * The day, only while the story still speaks on that very day where it is read: the part of day is that of the moment of
 * speaking, « depuis près d'une heure ce mercredi soir » though it began in the afternoon; after many hours, the day alone.
 */
const today: Format<Moment> = (slot, args, sentencing) => {
  const { tongue, asOf, slots } = sentencing
  if (!isToday(slot, sentencing)) return undefined
  // « Ce dimanche après-midi » would swallow that it began in the morning.
  if (slot.when.precision === 'part' && day(tongue, slot.when, asOf) !== day(tongue, exactly(asOf), asOf))
    return undefined
  // What lasts since the morning is not told « depuis huit heures ce mardi soir ».
  // Nor is it told « depuis deux heures dans la nuit de jeudi à vendredi », where nights have a name of their own.
  const isNight = tongue.grammar.day.frames.adverb?.night && nightOf(tongue, exactly(asOf)) !== undefined
  if ((minutesOf(slots.elapsed) > PART_OF_A_DAY || isNight) && args.as === undefined)
    return words(day(tongue, { precision: 'day', at: asOf, until: asOf }, asOf), slot)
  return words(day(tongue, exactly(asOf), asOf, args.as), slot)
}

const exactly = (at: number) => ({ precision: 'exact', at }) as const

/** The day, only when it is another than the story's, or when a part of it says more: « depuis mardi matin ». */
const earlier: Format<Moment> = (slot, args, sentencing) =>
  isToday(slot, sentencing) && slot.when.precision !== 'part' ? undefined : dayOf(slot, args, sentencing)

/**
 * The hour alone while it is the story's one day, or that of the moment named before it (`beside`); else with its day. Of a
 * night's story told in the morning, "at 12:50am" could be either day.
 */
const near: Format<Moment> = (slot, args, sentencing) => {
  const isOfToday = isToday(slot, sentencing) || (led(args) && isToday(daysEnd(slot, sentencing), sentencing))
  const sameAsNamed = isBeside(slot, args, sentencing) ?? (isOfToday && isOfOneDay(sentencing))
  if (isHour(slot) && sameAsNamed) return hour(slot, args, sentencing)
  return led(args) ? dayThenHour(slot, args, sentencing) : whole(slot, args, sentencing)
}

/** The same after a word that meets what follows: « jusqu'à vendredi 5h », « jusqu'au 20 mars ». */
const nearAfter: Format<Moment> = (slot, args, sentencing) => {
  const filled = near(slot, args, sentencing)
  if (!args.word || !filled) return filled
  const { tongue } = sentencing
  const text = filled.spans.map(span => span.text).join('')
  return words(meet(tongue, args.word, phraseNoun(tongue, text, undefined)), slot)
}

/** Frames that another word leads, « depuis » or "until": after it no night has its own name. */
const led = ({ as }: Args): boolean => as === 'since' || as === 'bare' || as === 'from' || as === 'until'

/** At midnight, the moment on the day that ends: « jusqu'à mardi minuit » is no « mercredi minuit ». */
function daysEnd(slot: Moment, { tongue }: Sentencing): Moment {
  const eve = eveOfMidnight(tongue, slot.when)
  return eve ? { ...slot, when: eve } : slot
}

/** « (depuis) mardi 19h30 », "(since) 7:30pm on Tuesday"; a part of a day gives « (depuis) mardi soir ». */
const dayThenHour: Format<Moment> = (slot, { as }, sentencing) => {
  const { tongue, asOf } = sentencing
  if (!isHour(slot)) return words(day(tongue, slot.when, asOf, 'since'), slot)
  const frame = 'led' in tongue.grammar.day.frames ? 'led' : 'plain'
  const zoned = saysZone(slot, as, sentencing)
  const hour = zoned ? clockInOwnZone(tongue, slot.when, as) : clock(tongue, slot.when, as)
  const { when } = daysEnd(slot, sentencing)
  const parts = { day: day(tongue, when, asOf, frame), clock: hour }
  const { plain, midnight } = tongue.grammar.moment
  const isEve = when !== slot.when && isNear(tongue, when.at ?? 0, asOf)
  const text = fill(tongue, isEve ? (midnight ?? plain) : plain, parts)
  return words(zoned ? withProvider(tongue, slot.when, text) : text, slot)
}

/** `beside: first`: on the day of that other moment? Not known while the text has not named it. */
function isBeside({ when }: Moment, { beside }: Args, { tongue, slots, told, here }: Sentencing): boolean | undefined {
  const other = beside === undefined ? undefined : slots[beside]
  if (other?.kind !== 'when' || when.at === undefined || other.when.at === undefined) return undefined
  if (other.once && !told.has(other) && !here.has(other)) return undefined
  return sameDay(tongue, when.at, other.when.at)
}

/**
 * The day and its part; the day alone when the length in the slot `length` reaches into another part, and nothing when it
 * outlasts the day, unless only the start is meant (`start: yes`).
 */
const during: Format<Moment> = (slot, args, { tongue, asOf, slots }) => {
  const minutes = minutesOf(slots[args.length ?? 'duration'])
  const { at } = slot.when
  if (at === undefined) return words(day(tongue, slot.when, asOf), slot)
  const end = at + minutes * MINUTE
  const crosses = !sameDay(tongue, at, end)
  const asBegun = day(tongue, slot.when, asOf)
  if (
    minutes <= PART_OF_A_DAY &&
    (crosses || args.start || asBegun === day(tongue, { precision: 'exact', at: end }, asOf))
  )
    return words(asBegun, slot)
  return crosses && !args.start ? undefined : words(day(tongue, slot.when, asOf, 'plain'), slot)
}

const minutesOf = (length: Slot | undefined): number => (length?.kind === 'duration' ? length.minutes : 0)

const MINUTE = 60_000
/** An outage of more minutes than this cannot have been « mardi soir » from end to end. */
const PART_OF_A_DAY = 300

/** The day of a window that is over within half a day: a longer one is not told by its first day alone. */
const oneDay: Format<Moment> = (slot, args, sentencing) => {
  const { tongue, asOf, slots } = sentencing
  const to = slots[args.to ?? 'to']
  const { at } = slot.when
  if (to?.kind === 'when' && at !== undefined && (to.when.at ?? at) - at > HALF_A_DAY) return undefined
  const night = to?.kind === 'when' ? overnight(tongue, slot.when, to.when, asOf) : undefined
  if (night !== undefined) return words(night, slot)
  return dayOf(slot, args, sentencing)
}

const HALF_A_DAY = 12 * 60 * MINUTE

/** Two hours of one day, without the day: « de 8h48 à 23h20 »; the first of a text names the zone, one for both. */
const span: Format<Moment> = (slot, args, sentencing) => {
  const { tongue, slots, zone } = sentencing
  const to = slots[args.to ?? 'to']
  if (to?.kind !== 'when' || !isHour(slot) || !isHour(to)) return undefined
  const name = zoneOf(slot, sentencing)
  if (name !== zoneOf(to, sentencing) || name !== (zone.named ?? name)) return undefined
  if (slot.when.at === undefined || to.when.at === undefined || !sameDay(tongue, slot.when.at, to.when.at))
    return undefined
  const zoned = zone.open
  zone.open = false
  if (zoned) zone.named = name
  return { spans: [{ text: hours(tongue, slot.when, to.when, { zone: zoned }) }], from: [...slot.from, ...to.from] }
}

/** A window from this moment to the one in the slot named by `to`; the first hours of a text name the zone. */
const untilOther: Format<Moment> = (slot, args, sentencing) => {
  const { tongue, asOf, slots, zone } = sentencing
  const to = slots[args.to ?? 'to']
  if (to?.kind !== 'when') return undefined
  const zoned = zone.open && isHour(slot) && isHour(to)
  if (zoned) {
    zone.open = false
    zone.named = zoneOf(to, sentencing)
  }
  const text = window(tongue, slot.when, to.when, asOf, { zone: zoned })
  return { spans: [{ text }], from: [...slot.from, ...to.from] }
}

/** That clocks were changed between the moment `beside` names and this one, as the language says it: else nothing. */
const changed: Format<Moment> = (slot, { beside = '' }, { tongue, slots, term }) => {
  const other = slots[beside]
  if (other?.kind !== 'when' || !isHour(slot) || !isHour(other)) return undefined
  return clocksChange(tongue, other.when, slot.when) ? term('terms.clocks-changed') : undefined
}

const stamped: Format<Moment> = (slot, _args, { tongue }) =>
  slot.when.at === undefined ? undefined : words(stamp(tongue, slot.when.at), slot)

const isHour = ({ when }: Moment): boolean => when.precision !== 'day' && when.precision !== 'part'

const isToday = ({ when }: Moment, { tongue, asOf }: Sentencing): boolean =>
  when.at !== undefined && sameDay(tongue, when.at, asOf)

/** Did the trouble begin on the day that the story speaks from? */
const isOfOneDay = ({ tongue, asOf, began }: Sentencing): boolean => began === undefined || sameDay(tongue, began, asOf)

export const whenFormats: Readonly<Record<string, Format<Moment>>> = {
  '': whole,
  moment: whole,
  clock: hour,
  day: dayOf,
  today,
  earlier,
  during,
  oneday: oneDay,
  near: nearAfter,
  hours: span,
  window: untilOther,
  changed,
  stamp: stamped,
}

/** `round: no` just for a length that needs « plus de » or the like: the others have a shorter form of their own. */
const lapse: Format<Lapse> = (slot, args, { tongue }) =>
  args.round === 'no' && isRound(tongue, slot.minutes, slot.exact)
    ? undefined
    : words(duration(tongue, slot.minutes, { exact: slot.exact, as: args.as ?? 'plain' }), slot)

/** The same, only for a length that needs no « plus de »: "six-hour". */
const round: Format<Lapse> = (slot, args, sentencing) =>
  isRound(sentencing.tongue, slot.minutes, slot.exact) ? lapse(slot, args, sentencing) : undefined

export const durationFormats: Readonly<Record<string, Format<Lapse>>> = { '': lapse, plain: lapse, round }
