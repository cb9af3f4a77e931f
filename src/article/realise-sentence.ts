import type { SentencePlan } from '../plan/sentence-plan.ts'
import type { SentenceRules } from '../plan/sentence-rules.ts'
import type { Fact, Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { findWording, joinedSentence, type RealisedFact, realiseFact } from './realise-fact.ts'
import { withTyped } from './sentence-by-hand.ts'

/**
 * A planned sentence in words: one; two where it would be too long; none where all of it has been told. An editor's own
 * words stand in its place.
 */
export function realiseSentences(
  plan: SentencePlan,
  discourse: DiscourseContext,
  rules: SentenceRules,
): readonly Sentence[] {
  return withTyped(plan, made(plan, discourse, rules), discourse)
}

function made(plan: SentencePlan, discourse: DiscourseContext, rules: SentenceRules): Sentence[] {
  const { fact, joined } = plan
  // Alone, a fact keeps its own source.
  const isShared = joined?.source !== undefined && findWording(joined.fact, discourse) !== undefined
  const source = isShared ? joined.source : undefined
  discourse.answeredBy = source === undefined ? undefined : fact.slots[source]
  const first = realiseFact(source === undefined ? fact : without(fact, source), discourse)
  discourse.answeredBy = undefined
  discourse.speaksAgain = first && speakerIn(first)
  const second = joined && realiseFact(joined.fact, discourse)
  discourse.speaksAgain = undefined
  if (!first || !second || !joined) return [first, second].flatMap(one => one?.sentence ?? [])
  const { join } = discourse.locale.grammar
  const connective = source === undefined ? join[joined.relation] : join.both
  const sentence = joinedSentence(first, second, connective, discourse)
  const isShort = wordsIn(sentence) <= rules.most_words && !hasInnerEnd(sentence)
  return isShort || source !== undefined ? [sentence] : [first.sentence, second.sentence]
}

/** Who says what the sentence says, where it names them. */
const speakerIn = ({ chosen: { filled } }: RealisedFact): Slot | undefined =>
  [...filled.wanted, ...filled.news].find(({ kind }) => kind === 'speaker')

function without(fact: Fact, name: string): Fact {
  const { [name]: _, ...slots } = fact.slots
  return { ...fact, slots }
}

/** Words of a sentence, roughly. */
export const wordsIn = ({ text }: Sentence): number => text.split(/\s+/u).length

/** What was typed as several sentences is joined to nothing, and what has a colon or a semicolon of its own. */
const hasInnerEnd = ({ text }: Sentence): boolean => /[.!?…] \p{Lu}|[:;].*[:;]/u.test(text)
