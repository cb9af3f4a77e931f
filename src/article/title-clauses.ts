import type { Fact } from '../story/story.ts'
import type { Sentence } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { joinedSentence } from './join-sentences.ts'
import { findWording, type RealisedWording, sentenceOf } from './realise-fact.ts'

/** A fact with the wording chosen for it as a title. */
export interface Title {
  readonly fact: Fact
  readonly candidate: RealisedWording
}

/** A title of two clauses, within a length: what leads, and what is added to it; none where there is no room for both. */
export function withSecondClause(
  { fact, candidate }: Title,
  second: Fact,
  discourse: DiscourseContext,
  limit: number,
): Sentence | undefined {
  const first = { chosen: candidate, sentence: sentenceOf(fact, candidate, discourse) }
  const { after_colon, plain } = discourse.locale.grammar.join.title
  const joint = first.sentence.text.includes(':') ? after_colon : plain
  const room = limit - first.sentence.text.length - joint.length
  if (room <= 0) return undefined
  const chosen = findWording(second, discourse, { limit: room, tried: new Map() })
  if (!chosen) return undefined
  return joinedSentence([first, { chosen, sentence: sentenceOf(second, chosen, discourse) }], [joint], discourse)
}
