import type { CountOutcome, CountUnit, LocalText } from '../../fields/values.ts'
import type { Count, Incident } from '../../incident/incident.ts'
import { isSentIn } from '../../incident/suspicion.ts'
import { type Tense, tenseOf } from '../slots.ts'
import { cutOf } from '../sort-words.ts'
import { hasHour } from '../story-lengths.ts'

/** What happens once; the others last: « sont touchés », but « ont été bloqués ». */
const EVENTS: ReadonlySet<CountOutcome> = new Set([
  'blocked',
  'failed',
  'attempted',
  'delayed',
  'lost',
  'unanswered',
  'cancelled',
  'made',
])

/** What became of what is counted, in words of the file. */
export const ownOutcome = ({ outcome }: Count): LocalText | undefined =>
  typeof outcome === 'object' ? outcome : undefined

/** What became of what is counted; of what is sent in, of a share of it, and of what has a noun of its own, nothing. */
export function outcomeOf({ outcome, unit, of }: Count): CountOutcome | undefined {
  const isSent = isSentIn(unit) || of === 'reports'
  if (outcome === 'made' && isSent) return undefined
  if (outcome !== undefined) return typeof outcome === 'object' ? undefined : outcome
  return isSent || typeof unit === 'object' || PASSING.has(unit) ? undefined : 'hit'
}

/** What goes through, more of it or less while something fails: nothing is said to have befallen it but what was entered. */
const PASSING: ReadonlySet<CountUnit> = new Set(['calls', 'percent', 'messages', 'orders', 'payments', 'megawatts'])

/** Its name among the wordings: people have service, things work; whom a cut of power hits has none. */
export function outcomeTerm(count: Count, incident: Incident): CountOutcome | 'served' | Cut | undefined {
  const outcome = outcomeOf(count)
  if (outcome === 'hit') return cutFrom(count, incident) ?? outcome
  return outcome === 'working' && isPeople(count) ? 'served' : outcome
}

/** What those whom a cut hits are without. */
type Cut = 'powerless' | 'waterless'

/** Of what those counted are cut off, where nothing else is said of them and all of it is cut. */
export function cutFrom(count: Count, incident: Incident): Cut | undefined {
  const { outcome, unit } = count
  if ((outcome !== undefined && outcome !== 'hit') || !SUPPLIED.has(unit)) return undefined
  const isWhole = incident.services.every(({ impact }) => impact === undefined || impact === 'down')
  const cut = isWhole ? cutOf(incident) : undefined
  if (cut === 'water-cut') return 'waterless'
  const isHome = unit === 'households' || unit === 'homes'
  return cut === 'power-cut' || (isHome && incident.kind === 'power cut') ? 'powerless' : undefined
}

/** Those whom power and water are brought to. */
const SUPPLIED: ReadonlySet<unknown> = new Set<CountUnit>([
  'customers',
  'households',
  'homes',
  'premises',
  'businesses',
])

/** Whether people are counted. */
const isPeople = ({ unit, of }: Count): boolean => PEOPLE.has(unit === 'percent' ? of : unit)

const PEOPLE: ReadonlySet<unknown> = new Set<CountUnit>(['users', 'customers', 'households', 'patients'])

/** While service comes back, who was hit is no longer so, unless the figure is the latest. */
export function tenseOfCount(count: Count, incident: Incident): Tense {
  const isBefore = incident.state === 'recovering' && outcomeOf(count) === 'hit' && count.phase !== 'now' && !count.from
  return isBefore ? 'past' : tenseOf(incident)
}

/**
 * The tense of what became of it: now, since an hour, at one, in the past, to come; `still` for the latest figure where it is
 * falling.
 */
export function outcomeTense(count: Count, incident: Incident, isFalling: boolean): string {
  const tense = tenseOfCount(count, incident)
  const { at, from, during, phase } = count
  if (tense === 'future') return tense
  const isSpan = from !== undefined && at !== undefined
  const isEvent = EVENTS.has(outcomeOf(count) ?? 'hit')
  if (isSpan || during !== undefined || (isEvent && phase === 'peak')) return 'past'
  // What happened by an hour had happened then; what happened on a day is past.
  if (isEvent) return !at ? tense : hasHour(at) ? 'then' : 'past'
  const isStill = phase === 'now' && isFalling && outcomeOf(count) !== 'restored'
  if (at || phase === 'peak') return isStill ? 'still-then' : 'then'
  if (tense === 'past') return isStill ? 'still-then' : 'past'
  return isStill ? 'still-now' : from ? 'since' : 'now'
}
