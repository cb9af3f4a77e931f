import { duration, givenLength, isRound } from '../../language/duration.ts'
import type { Locale } from '../../language/locale.ts'
import type { Slot } from '../../story/story.ts'
import { type Format, words } from '../sentence-context.ts'

type DurationSlot = Slot & { kind: 'duration' }

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

/** The formats of lengths, by name. */
export const durationFormats: Readonly<Record<string, Format<DurationSlot>>> = { '': lapse, plain: lapse, round }
