import type { Incident } from '../incident/incident.ts'
import { castOf } from './cast.ts'
import { attack, causes, data, resolution } from './facts/causes.ts'
import { counts } from './facts/counts.ts'
import { advice, background, economy, knockOn, residual } from './facts/effects.ts'
import { corrections, precedents, updates, withdrawn } from './facts/history.ts'
import { lead, titles } from './facts/lead.ts'
import { beyond, scope } from './facts/scope.ts'
import { others, providers, roll, serviceTimes, symptoms, unaffected } from './facts/services.ts'
import { statements } from './facts/statements.ts'
import { reactions, thirdParties } from './facts/voices.ts'
import { end, expected, planned, start } from './facts/when.ts'
import type { Story } from './story.ts'

/**
 * What one incident has to tell, move by move and without a word of any language. Which move comes when, and which are
 * left out, is the outline's business (`templates/article/`).
 */
export function storyOf(incident: Incident): Story {
  const cast = castOf(incident)
  const moves = {
    ...titles(cast),
    lead: lead(cast),
    scope: scope(cast),
    beyond: beyond(cast),
    others: others(cast),
    symptoms: symptoms(cast),
    times: serviceTimes(cast),
    start: start(cast),
    end: end(cast),
    expected: expected(cast),
    planned: planned(cast),
    counts: counts(cast),
    ...statements(cast),
    reactions: reactions(cast),
    third: thirdParties(cast),
    ...causes(cast),
    attack: attack(cast),
    data: data(cast),
    resolution: resolution(cast),
    residual: residual(cast),
    providers: providers(cast),
    unaffected: unaffected(cast),
    ...advice(cast),
    knock: knockOn(cast),
    economy: economy(cast),
    precedents: precedents(cast),
    background: background(cast),
    ...corrections(cast),
    updates: updates(cast),
    roll: roll(cast),
  }
  return {
    incident,
    moves: { ...moves, withdrawn: withdrawn(incident, moves) },
    shared: { ...cast.event, ...(cast.described && { described: cast.described }) },
  }
}
