import { duration } from '../../language/duration.ts'
import { fill } from '../../language/frame.ts'
import { clock, clockWithZone, day, hours, moment, sameDay, stamp, window } from '../../language/moment.ts'
import type { Slot } from '../../story/story.ts'
import type { Format, Sentencing } from '../telling.ts'
import { words } from '../telling.ts'
import type { Args } from '../wording.ts'

type Moment = Slot & { kind: 'when' }
type Lapse = Slot & { kind: 'duration' }

/** Day and hour: « mercredi vers 18h30 ». `as` is a frame of the grammar. */
const whole: Format<Moment> = (slot, args, { tongue, asOf, zone }) => {
  const zoned = isHour(slot) && saysZone(args.as, zone)
  return words(moment(tongue, slot.when, asOf, args.as, { zone: zoned }), slot)
}

const hour: Format<Moment> = (slot, args, { tongue, zone }) => {
  if (!isHour(slot)) return undefined
  const as = args.as ?? 'at'
  return words(
    saysZone(args.as, zone, args.zone) ? clockWithZone(tongue, slot.when, as) : clock(tongue, slot.when, as),
    slot,
  )
}

/** The first time of a text in a frame that can carry it says its zone. */
function saysZone(as: string | undefined, zone: { open: boolean }, asked?: string): boolean {
  if (!zone.open || (as !== undefined && as !== 'at' && asked === undefined)) return false
  zone.open = false
  return true
}

/** « ce mercredi soir ». */
const dayOf: Format<Moment> = (slot, args, { tongue, asOf }) => words(day(tongue, slot.when, asOf, args.as), slot)

/** The day, only while the story still speaks on that very day where it is read. */
const today: Format<Moment> = (slot, args, sentencing) =>
  isToday(slot, sentencing) ? dayOf(slot, args, sentencing) : undefined

/** The day, only when it is another than the story's. */
const earlier: Format<Moment> = (slot, args, sentencing) =>
  isToday(slot, sentencing) ? undefined : dayOf(slot, args, sentencing)

/** The hour alone while it is the story's own day, else with its day. */
const near: Format<Moment> = (slot, args, sentencing) =>
  isHour(slot) && (isToday(slot, sentencing) || isBeside(slot, args, sentencing))
    ? hour(slot, args, sentencing)
    : led(args)
      ? dayThenHour(slot, args, sentencing)
      : whole(slot, args, sentencing)

/** Frames that another word leads, « depuis » or "until": after it no night has its own name. */
const led = ({ as }: Args): boolean => as === 'since' || as === 'bare' || as === 'from' || as === 'until'

/** « (depuis) mardi 19h30 », "(since) 7:30pm on Tuesday"; a part of a day gives « (depuis) mardi soir ». */
const dayThenHour: Format<Moment> = (slot, { as }, { tongue, asOf }) => {
  if (!isHour(slot)) return words(day(tongue, slot.when, asOf, 'since'), slot)
  const parts = { day: day(tongue, slot.when, asOf, 'plain'), clock: clock(tongue, slot.when, as) }
  return words(fill(tongue, tongue.grammar.moment.plain, parts), slot)
}

/** `beside: first`: on the day of that other moment, which the text has named. */
function isBeside({ when }: Moment, { beside }: Args, { tongue, slots, told, here }: Sentencing): boolean {
  const other = beside === undefined ? undefined : slots[beside]
  return (
    other?.kind === 'when' &&
    (!other.once || told.has(other) || here.has(other)) &&
    when.at !== undefined &&
    other.when.at !== undefined &&
    sameDay(tongue, when.at, other.when.at)
  )
}

/** The day and its part, or the day alone when the length in the slot `length` outlasts any part of a day. */
const during: Format<Moment> = (slot, args, { tongue, asOf, slots }) => {
  const length = slots[args.length ?? 'duration']
  const long = length?.kind === 'duration' && length.minutes > PART_OF_A_DAY
  return words(day(tongue, slot.when, asOf, long ? 'plain' : undefined), slot)
}

/** An outage of more minutes than this cannot have been « mardi soir » from end to end. */
const PART_OF_A_DAY = 300

/** Two hours of one day, without the day: « de 8h48 à 23h20 »; the first of a text names the zone. */
const span: Format<Moment> = (slot, args, { tongue, slots, zone }) => {
  const to = slots[args.to ?? 'to']
  if (to?.kind !== 'when' || !isHour(slot) || !isHour(to)) return undefined
  if (slot.when.at === undefined || to.when.at === undefined || !sameDay(tongue, slot.when.at, to.when.at))
    return undefined
  const zoned = zone.open
  zone.open = false
  return { spans: [{ text: hours(tongue, slot.when, to.when, { zone: zoned }) }], from: [...slot.from, ...to.from] }
}

/** A window from this moment to the one in the slot named by `to`. */
const untilOther: Format<Moment> = (slot, args, { tongue, asOf, slots }) => {
  const to = slots[args.to ?? 'to']
  return to?.kind === 'when'
    ? { spans: [{ text: window(tongue, slot.when, to.when, asOf) }], from: [...slot.from, ...to.from] }
    : undefined
}

const stamped: Format<Moment> = (slot, _args, { tongue }) =>
  slot.when.at === undefined ? undefined : words(stamp(tongue, slot.when.at), slot)

const isHour = ({ when }: Moment): boolean => when.precision !== 'day' && when.precision !== 'part'

const isToday = ({ when }: Moment, { tongue, asOf }: Sentencing): boolean =>
  when.at !== undefined && sameDay(tongue, when.at, asOf)

export const whenFormats: Readonly<Record<string, Format<Moment>>> = {
  '': whole,
  moment: whole,
  clock: hour,
  day: dayOf,
  today,
  earlier,
  during,
  near,
  hours: span,
  window: untilOther,
  stamp: stamped,
}

const lapse: Format<Lapse> = (slot, args, { tongue }) =>
  words(duration(tongue, slot.minutes, { exact: slot.exact, as: args.as ?? 'plain' }), slot)

export const durationFormats: Readonly<Record<string, Format<Lapse>>> = { '': lapse, plain: lapse }
