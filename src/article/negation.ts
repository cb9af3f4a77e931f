import type { Slot } from '../story/story.ts'
import type { SentenceContext } from './sentence-context.ts'
import type { Segment } from './wording.ts'

type SlotSegment = Segment & { readonly kind: 'slot' }

/** How a wording says a figure of none: by the verb that it negates, or without one by the word for zero. */
export interface Negated {
  readonly figure: SlotSegment
  readonly verb: SlotSegment | undefined
}

/**
 * What a figure of none does to its clause, in a language whose verbs are negated with it: « aucun client n'était touché »,
 * « Netpouls n'a compté aucun signalement »; without a verb that agrees « on comptait zéro signalement ».
 */
export function negatedIn(
  segments: readonly Segment[],
  { locale, slots }: Pick<SentenceContext, 'locale' | 'slots'>,
): Negated | undefined {
  if (locale.grammar.numbers.negation === undefined || !Object.values(slots).some(isNone)) return undefined
  const all = segments.flatMap(slotsIn)
  const at = all.findIndex(one => isNone(slots[one.name]) && SAID.has(one.format) && one.args.only === undefined)
  const figure = all[at]
  if (!figure) return undefined
  // A verb agrees in number alone; what agrees in gender too is a participle.
  const agrees = (one: SlotSegment) => one.format === 'agree' && one.args.s !== undefined
  const own = all.find(one => agrees(one) && one.name === figure.name)
  const outcome = all.slice(at).find(({ name }) => slots[name]?.kind === 'term')
  return { figure, verb: own ?? outcome ?? all.slice(0, at).findLast(agrees) }
}

const SAID: ReadonlySet<string> = new Set(['', 'figure'])

const isNone = (slot: Slot | undefined): boolean =>
  slot?.kind === 'figure' && slot.figure?.kind === 'exact' && slot.figure.value === 0 && slot.unit !== 'percent'

const slotsIn = (segment: Segment): readonly SlotSegment[] => {
  if (segment.kind === 'slot') return [segment]
  return segment.kind === 'group' ? segment.segments.flatMap(slotsIn) : []
}
