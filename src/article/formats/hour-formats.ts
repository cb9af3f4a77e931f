import type { When } from '../../fields/values.ts'
import { fillFrame } from '../../language/grammar-frame.ts'
import { clock, clockInOwnZone, day, hasHour, moment, withProvider, zoneName } from '../../language/moment.ts'
import type { Slot } from '../../story/story.ts'
import { type Format, type SentenceContext, words } from '../sentence-context.ts'

/** A slot with a moment. */
export type WhenSlot = Slot & { kind: 'when' }

/** Day and hour: « mercredi vers 18h30 ». `as` is a frame of the grammar. */
export const whole: Format<WhenSlot> = (slot, args, sentenceContext) => {
  const { locale, asOf } = sentenceContext
  const zoned = isHour(slot) && saysZone(slot, args.as, sentenceContext)
  return words(
    moment(locale, localWhen(slot, zoned, sentenceContext), asOf, args.as, zones(zoned, sentenceContext)),
    slot,
  )
}

/** The hour alone, with its zone where a text first names one. */
export const hour: Format<WhenSlot> = (slot, args, sentenceContext) => {
  if (!isHour(slot)) return undefined
  const { locale } = sentenceContext
  const as = args.as ?? 'at'
  const zoned = saysZone(slot, args.as, sentenceContext, args.zone)
  const when = localWhen(slot, zoned, sentenceContext)
  const text = zoned ? clockInOwnZone(locale, when, as) : clock(locale, when, as)
  return words(tellsThere(as, sentenceContext) ? withProvider(locale, when, text) : text, slot)
}

/** The hour at which something is so, or the day where no hour is known; `as: by` "by 3pm", "by Tuesday". */
export const hourOrDay: Format<WhenSlot> = (slot, args, sentenceContext) => {
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
export function localWhen({ when }: WhenSlot, zoned: boolean, { zone }: SentenceContext): When {
  if (!zone.there && hasHour(when)) return withoutZone(when)
  return zoned && zone.local !== undefined && when.zone === undefined ? { ...when, zone: zone.local } : when
}

const withoutZone = ({ zone: _, ...when }: When): When => when

/** Frames after which the hour in another zone can stand; the others belong to a span. */
const ZONED: ReadonlySet<string> = new Set(['at', 'since', 'by'])

/** Whether an hour is told as it is at the place, too. */
export const tellsThere = (as: string | undefined, { zone }: SentenceContext): boolean =>
  zone.there && ZONED.has(as ?? 'at')

/** What the hours of a span say of their zone. */
export const zones = (zone: boolean, { zone: { there } }: SentenceContext) => ({ zone, there })

/** Those of them that name the reader's own zone. */
const NAMING: ReadonlySet<string> = new Set(['at', 'since'])

/**
 * The first time of a text in a frame that can carry it names its zone; so does one whose zone has since changed its
 * name.
 */
export function saysZone(
  slot: WhenSlot,
  as: string | undefined,
  sentenceContext: SentenceContext,
  asked?: string,
): boolean {
  if (!NAMING.has(as ?? 'at') && asked === undefined) return false
  const { zone } = sentenceContext
  const name = zoneOf(slot, sentenceContext)
  if (!zone.open && (zone.named ?? name) === name) return false
  zone.open = false
  zone.named = name
  return true
}

/** The name of the reader's zone at a moment: "EDT" before the clocks go back, "EST" after. */
export const zoneOf = ({ when }: WhenSlot, { locale }: SentenceContext): string =>
  zoneName(locale, locale.edition.zone, when.at ?? 0)

/** Whether the hour is known. */
export const isHour = ({ when }: WhenSlot): boolean => hasHour(when)
