import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'
import type { Advice } from './incident.ts'

type WithAdvice = Pick<IncidentDraft, 'state' | 'as_of' | 'ended' | 'advice'>

/** The advice that still holds when the story speaks, with its place in the file; only this is ever told as advice. */
export function adviceInForce(story: WithAdvice): readonly { readonly advice: Advice; readonly at: Pointer }[] {
  return story.advice.flatMap((advice, index) => (isInForce(advice, story) ? [{ advice, at: `/advice/${index}` }] : []))
}

/** Places of advice that holds no longer: nothing below them is told. */
export const adviceOver = (story: WithAdvice): Pointer[] =>
  story.advice.flatMap((advice, index) => (isInForce(advice, story) ? [] : [`/advice/${index}`]))

/** Advice holds until its own end, or else until the end of the trouble, unless it was given then or later. */
function isInForce({ replaced, valid_until, at }: Advice, { state, as_of, ended }: WithAdvice): boolean {
  if (replaced || state === 'retracted') return false
  if (valid_until) return as_of === undefined || (latestOf(valid_until) ?? Number.POSITIVE_INFINITY) >= as_of
  if (state !== 'resolved') return true
  const end = Math.max(...ended.flatMap(when => latestOf(when) ?? []))
  return at?.at !== undefined && Number.isFinite(end) && at.at >= end
}

const latestOf = ({ until, at }: When): number | undefined => until ?? at
