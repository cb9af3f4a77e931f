import { nightOf } from '../../language/day.ts'
import { day, isOnDay, sameDay } from '../../language/moment.ts'
import type { Slot } from '../../story/story.ts'
import { type Format, type SentenceContext, words } from '../sentence-context.ts'
import type { WhenSlot } from './hour-formats.ts'

/** « ce mercredi soir »; nothing where the frame is for days and no day is known. */
export const dayOf: Format<WhenSlot> = (slot, args, { locale, asOf }) => {
  const text = day(locale, slot.when, asOf, args.as)
  return text === '' ? undefined : words(text, slot)
}

/**
 * The day, only while `as_of` is on that very day where it is read: the part of day is that of `as_of`, « depuis près
 * d'une heure ce mercredi soir » though it began in the afternoon; after many hours, the day alone.
 */
export const today: Format<WhenSlot> = (slot, args, sentenceContext) => {
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
export const earlier: Format<WhenSlot> = (slot, args, sentenceContext) =>
  isToday(slot, sentenceContext) && slot.when.precision !== 'part' ? undefined : dayOf(slot, args, sentenceContext)

/** How long a length in a slot is; 0 where there is none. */
export const minutesOf = (length: Slot | undefined): number => (length?.kind === 'duration' ? length.minutes : 0)

/** An outage of more minutes than this cannot have been « mardi soir » from end to end. */
export const PART_OF_A_DAY = 300

/** Whether a moment is on the day from which the article speaks, where it is read. */
export const isToday = ({ when }: WhenSlot, { locale, asOf }: SentenceContext): boolean => isOnDay(locale, when, asOf)

/** Did the incident begin on the day of `as_of`? */
export const isOfOneDay = ({ locale, asOf, began }: SentenceContext): boolean =>
  began === undefined || sameDay(locale, began, asOf)
