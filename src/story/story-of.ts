import type { Incident } from '../incident/incident.ts'
import { advice } from './facts/advice-facts.ts'
import { expected, planned } from './facts/announced-facts.ts'
import { attack, causes, data, resolution } from './facts/cause-facts.ts'
import { withClaims } from './facts/claim-facts.ts'
import { counts } from './facts/count-facts.ts'
import { background, economy, knockOn, residual } from './facts/effect-facts.ts'
import { casualties, event, eventTimes } from './facts/event-facts.ts'
import { corrections, precedents, reports, takenBack, updates, withoutWithdrawn } from './facts/history-facts.ts'
import { lead, openingOf, titles } from './facts/lead-facts.ts'
import { providers } from './facts/provider-facts.ts'
import { reactions, thirdParties } from './facts/reaction-facts.ts'
import { beyond, scope } from './facts/scope-facts.ts'
import { others, roll, serviceTimes, unaffected } from './facts/service-facts.ts'
import { statements } from './facts/statement-facts.ts'
import { asSuspicion } from './facts/suspicion-facts.ts'
import { symptoms } from './facts/symptom-facts.ts'
import { end, intervals, lengths, recovery, start } from './facts/time-facts.ts'
import type { Story } from './story.ts'
import { storyContextOf } from './story-context.ts'
import { heldByStory } from './story-holds.ts'

/**
 * The facts of one incident, by move, without a word of any language. The document plans (`templates/article/`) decide
 * which moves come when, and which are left out.
 */
export function storyOf(incident: Incident): Story {
  const storyContext = storyContextOf(incident)
  // One object filled, not spread: a copy that is spread and then added to costs ten times as much.
  const moves = Object.assign(titles(storyContext), {
    lead: lead(storyContext),
    scope: scope(storyContext),
    beyond: beyond(storyContext),
    others: others(storyContext),
    symptoms: symptoms(storyContext),
    times: serviceTimes(storyContext),
    start: start(storyContext),
    end: end(storyContext),
    event: event(storyContext),
    event_times: eventTimes(storyContext),
    casualties: casualties(storyContext),
    intervals: intervals(storyContext),
    length: lengths(storyContext),
    recovery: recovery(storyContext),
    expected: expected(storyContext),
    planned: planned(storyContext),
    counts: counts(storyContext),
    ...statements(storyContext),
    reactions: reactions(storyContext),
    third: thirdParties(storyContext),
    ...causes(storyContext),
    attack: attack(storyContext),
    data: data(storyContext),
    resolution: resolution(storyContext),
    residual: residual(storyContext),
    providers: providers(storyContext),
    unaffected: unaffected(storyContext),
    ...advice(storyContext),
    knock: knockOn(storyContext),
    economy: economy(storyContext),
    precedents: precedents(storyContext),
    background: background(storyContext),
    ...corrections(storyContext),
    ...updates(storyContext),
    taken_back: takenBack(storyContext),
    reports: reports(storyContext),
    roll: roll(storyContext),
    // What the plan raises above its place.
    high: [],
  })
  return {
    incident,
    opening: openingOf(storyContext),
    moves: withClaims(storyContext, asSuspicion(storyContext, withoutWithdrawn(incident, moves))),
    holds: heldByStory(incident),
    shared: { ...storyContext.event, ...(storyContext.described && { described: storyContext.described }) },
  }
}
