import { roundedAbout } from '../../language/about.ts'
import { stampOf } from '../../language/moment.ts'
import { type Format, words } from '../sentence-context.ts'
import { dayOf, earlier, today } from './day-formats.ts'
import { hour, hourOrDay, type WhenSlot, whole } from './hour-formats.ts'
import { nearAfter } from './near-formats.ts'
import { brief, changed, during, oneDay, span, untilOther } from './span-formats.ts'

const stamped: Format<WhenSlot> = (slot, _args, { locale }) =>
  slot.when.at === undefined ? undefined : words(stampOf(locale, slot.when), slot)

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

/** The formats of moments, by name: an hour that is only about is told as people say it. */
export const whenFormats: Readonly<Record<string, Format<WhenSlot>>> = Object.fromEntries(
  Object.entries(exactFormats).map(([name, format]) => [name, saidAbout(format)]),
)
