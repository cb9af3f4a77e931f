import { typeset } from '../language/typeset.ts'
import { type MessageMark, markOf } from '../plan/message-mark.ts'
import type { SentencePlan } from '../plan/sentence-plan.ts'
import type { Sentence } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { released } from './smooth-joints.ts'

/** Name of the wording of what an editor has typed in place of a made sentence. */
const BY_HAND = 'by-hand'

export const isByHand = ({ wording }: Pick<Sentence, 'wording'>): boolean => wording === BY_HAND

/** What a sentence of an article tells, as an incident file names it; none for titles and for what was typed whole. */
export const messageOf = ({ plan }: Sentence): MessageMark | undefined => plan && markOf(plan)

/**
 * What an editor has typed in place of made sentences, while it tells the same facts: then the text goes on as if they
 * had been said. Else they stand as made, and `check` asks.
 */
export function withTyped(
  plan: SentencePlan,
  made: readonly Sentence[],
  { typed, locale, locate }: DiscourseContext,
): readonly Sentence[] {
  const traced = made.map(({ spans, text, wording, from }) => ({ spans, text, wording, from, plan }))
  const [first] = traced
  if (typed.length === 0 || first === undefined) return traced
  const { tells, facts } = markOf(plan)
  const own = typed.find(one => one.tells === tells && (one.facts === undefined || one.facts === facts))
  if (!own) return traced
  const spans = released(typeset(locale, [{ text: own.text, fixed: 'typed' }]))
  const from = [...made.flatMap(one => one.from), locate(`/sentences/${own.index}/text/${locale.edition.language}`)]
  const text = spans.map(span => span.text).join('')
  return [{ spans, text, wording: BY_HAND, from: [...new Set(from)], plan }]
}
