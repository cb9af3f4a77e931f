import type { Instant, When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { MINUTE } from '../foundation/time-units.ts'
import type { Incident } from '../incident/incident.ts'
import type { Group } from './service-groups.ts'
import { length, once, sourced, sourcedAt, tenseOf } from './slots.ts'
import type { Slot } from './story.ts'
import { isSameSpeaker } from './story-holds.ts'

const HOURLY: ReadonlySet<When['precision']> = new Set(['exact', 'about', 'before', 'after', 'by', 'from', 'between'])

/** Known to the hour, however roughly. */
export const hasHour = (value: When | undefined): boolean =>
  value !== undefined && HOURLY.has(value.precision) && value.grain === undefined

/** A limit says nothing of how long it was: « à 18h au plus tard » may be noon. */
const isLimit = ({ precision }: When): boolean => precision === 'by' || precision === 'from'

/** Elapsed time between two known moments, in minutes; none when one of them is only a day or a part of day. */
function span(from: When | undefined, to: When | undefined, ...pointers: Pointer[]): Slot | undefined {
  if (!from || !to || !hasHour(from) || !hasHour(to) || isLimit(from) || isLimit(to)) return undefined
  const [start, end] = [middleOf(from), middleOf(to)]
  if (start === undefined || end === undefined) return undefined
  const minutes = inStepsOf(Math.max(slackOf(from), slackOf(to)), Math.round((end - start) / MINUTE))
  if (minutes <= 0) return undefined
  const exact = from.precision === 'exact' && to.precision === 'exact'
  return { kind: 'duration', minutes, exact, from: pointers, ...sourced(from.source, pointers) }
}

/**
 * How long it lasted: as somebody says; else worked out, only where both ends are the newsroom's, or of one source, who then
 * answers for the length too. Of two sources nobody has said how long, nor of what failed at several times.
 */
export function lengthOf(incident: Incident, from: When | undefined, to: When | undefined): Slot | undefined {
  const claimed = incident.lasted.findIndex(({ for: whose }) => whose === undefined)
  if (claimed >= 0) return claimedLength(incident, claimed)
  const [start, end] = [from?.source, to?.source]
  if (incident.intervals.length > 0) return undefined
  if ((start || end) && !(start && end && isSameSpeaker(start, end))) return undefined
  return once(span(from, to, '/started', '/ended'))
}

/** A length as somebody gives it. */
export function claimedLength({ lasted }: Incident, index: number): Slot | undefined {
  const one = lasted[index]
  const at = `/lasted/${index}`
  return one && once({ ...length(one.of, `${at}/of`, one.precision), ...sourcedAt(one.by, `${at}/by`) })
}

/** The width in minutes of the interval in which a moment lies. */
const slackOf = (value: When | undefined): number =>
  value?.precision === 'between' && value.at !== undefined && value.until !== undefined
    ? Math.round((value.until - value.at) / MINUTE)
    : 0

/** A duration known to half an hour is told by the half hour: "about three hours", not "just over three hours". */
const inStepsOf = (step: number, minutes: number): number =>
  step > 0 && step < minutes ? Math.round(minutes / step) * step : minutes

/** The middle of an interval of an hour or less; of a wider one no duration can be told. */
function middleOf(value: When | undefined): Instant | undefined {
  if (value?.precision !== 'between' || value.at === undefined || value.until === undefined) return value?.at
  return value.until - value.at > 60 * MINUTE ? undefined : (value.at + value.until) / 2
}

/**
 * How long the subject has been failing. Services with a start of their own have failed since then, not since the
 * start of the incident; of several with different starts nothing is said.
 */
export function elapsedOf(incident: Incident, lead: Group | undefined, started: When | undefined): Slot | undefined {
  const { intervals } = incident
  if (intervals.length > 0) return sinceAgain(incident)
  const own = ownStarts(lead, started)
  const [first = started] = own
  if (own.some(one => one?.at !== first?.at || one?.precision !== first?.precision)) return undefined
  const index = incident.services.findIndex(service => service.started !== undefined && service.started === first)
  return once(span(first, incident.as_of_moment, index < 0 ? '/started' : `/services/${index}/started`))
}

/** How long it has been failing again, where it came back in between. */
function sinceAgain({ intervals, as_of_moment }: Incident): Slot | undefined {
  const index = intervals.findIndex(({ to, services }) => to === undefined && services.length === 0)
  return once(span(intervals[index]?.from, as_of_moment, `/intervals/${index}/from`))
}

/** Whether the subject has failed since the start of the incident, all the time. */
export const isSinceStart = (incident: Incident, lead: Group | undefined, started: When | undefined): boolean =>
  tenseOf(incident) !== 'now' ||
  (incident.intervals.length === 0 && ownStarts(lead, started).every(own => own?.at === started?.at))

/** When each service of a group began to fail. */
const ownStarts = (group: Group | undefined, started: When | undefined): (When | undefined)[] =>
  group?.services.map(service => service.started ?? started) ?? []
