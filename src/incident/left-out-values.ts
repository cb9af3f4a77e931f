import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'
import { describedIncident } from './described-incident.ts'
import type { Advice, Claim, Incident, Role } from './incident.ts'
import { ASSERTING_OF_SERVICE, assertsIn, isSentIn, isSuspicion } from './suspicion.ts'

type WithAdvice = Pick<IncidentDraft, 'state' | 'as_of' | 'ended' | 'advice'>

/** The advice that still holds when the story speaks, with its place in the file; only this is ever told as advice. */
export function adviceInForce(story: WithAdvice): readonly { readonly advice: Advice; readonly at: Pointer }[] {
  return story.advice.flatMap((advice, index) => (isInForce(advice, story) ? [{ advice, at: `/advice/${index}` }] : []))
}

/** Places of advice that holds no longer: nothing below them is told. */
export const adviceOver = (story: WithAdvice): Pointer[] =>
  story.advice.flatMap((advice, index) => (isInForce(advice, story) ? [] : [`/advice/${index}`]))

/** Places of what is left out on purpose: advice that is over, what a retracted story withdraws, what asserts a mere suspicion. */
export const leftOut = (incident: Incident): Pointer[] => [
  ...adviceOver(incident),
  ...(incident.state === 'retracted' ? withdrawn(incident) : []),
  ...(isSuspicion(incident) ? assertsIn(incident).map(({ pointer, within = pointer }) => within) : []),
]

/**
 * What a retracted story keeps: who it is about, what was said about it, and of some only a part, which is looked at entry by
 * entry. It withdraws every other field, one that is yet to come as well.
 */
const STANDS: ReadonlySet<string> = new Set([
  ...['state', 'kind', 'as_of', 'company', 'providers', 'services', 'started', 'ended', 'counts', 'updates'],
  ...['statements', 'third_parties', 'advice', 'background', 'corrections', 'sources', 'facts'],
])

/** Roles that say whose customers suffer. */
const OF_CUSTOMERS: ReadonlySet<Role> = new Set<Role>(['affected', 'spared'])

function withdrawn(incident: Incident): Pointer[] {
  const { services, providers, started, ended, counts, updates, facts } = incident
  return [
    ...describedIncident().story.flatMap(({ name }) => (STANDS.has(name) ? [] : `/${name}`)),
    ...services.flatMap((_, index) => ASSERTING_OF_SERVICE.map(field => `/services/${index}/${field}`)),
    ...providers.flatMap(({ role }, index) => (OF_CUSTOMERS.has(role) ? [`/providers/${index}`] : [])),
    ...started.flatMap((when, index) => (isOfReports(when) ? [] : [`/started/${index}`])),
    ...ended.flatMap((when, index) => (isOfReports(when) ? [] : [`/ended/${index}`])),
    ...counts.flatMap(({ unit }, index) => (isSentIn(unit) ? [] : [`/counts/${index}`])),
    ...updates.map((_, index) => `/updates/${index}`),
    ...facts.flatMap((fact, index) => (isTold(incident, fact) ? [] : [`/facts/${index}`])),
  ]
}

/** Whether a fact is told: a retracted story keeps only what was said, or happened, once it was corrected, and
 * a suspicion what somebody says. */
export function isTold(incident: Pick<Incident, 'state' | 'kind' | 'corrections'>, { at, by }: Claim): boolean {
  const { state, corrections } = incident
  if (state !== 'retracted') return by !== undefined || !isSuspicion(incident)
  const since = corrections.at(-1)?.at.at
  return at?.at !== undefined && since !== undefined && at.at >= since
}

/** Whether a moment is one at which reports began or ended: a site that counts them says so. */
export const isOfReports = ({ source }: When): boolean => source?.kind === 'counter'

/** Advice holds until its own end, or else until the end of the trouble, unless it was given then or later. */
function isInForce({ replaced, valid_until, at }: Advice, { state, as_of, ended }: WithAdvice): boolean {
  if (replaced || state === 'retracted') return false
  if (valid_until) return as_of === undefined || (latestOf(valid_until) ?? Number.POSITIVE_INFINITY) >= as_of
  if (state !== 'resolved') return true
  const end = Math.max(...ended.flatMap(when => latestOf(when) ?? []))
  return at?.at !== undefined && Number.isFinite(end) && at.at >= end
}

const latestOf = ({ until, at }: When): number | undefined => until ?? at
