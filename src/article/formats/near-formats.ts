import type { When } from '../../fields/values.ts'
import { nightOf } from '../../language/day.ts'
import { fillFrame } from '../../language/grammar-frame.ts'
import type { Locale } from '../../language/locale.ts'
import {
  clock,
  clockInOwnZone,
  day,
  eveOfMidnight,
  hasHour,
  isNear,
  isOnDay,
  overnight,
  withProvider,
} from '../../language/moment.ts'
import { joinWord } from '../../language/phrase.ts'
import type { Slot } from '../../story/story.ts'
import { phraseNoun } from '../noun-phrases.ts'
import { type Format, type SentenceContext, words } from '../sentence-context.ts'
import type { Args } from '../wording.ts'
import { isOfOneDay, isToday } from './day-formats.ts'
import { hour, isHour, localWhen, saysZone, tellsThere, type WhenSlot, whole } from './hour-formats.ts'

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
export const nearAfter: Format<WhenSlot> = (slot, args, sentenceContext) => {
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
export function isOfToldDay({ when }: WhenSlot, { locale, justTold }: SentenceContext): boolean {
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
