import type { When } from '../fields/values.ts'
import type { End, Incident } from './incident.ts'

/** Every moment that readers may be told. */
export function momentsOf(incident: Incident): readonly When[] {
  const known = moments.get(incident) ?? findMoments(incident)
  moments.set(incident, known)
  return known
}

/** Every length of an article asks for them, in every edition. */
const moments = new WeakMap<Incident, readonly When[]>()

function findMoments(incident: Incident): readonly When[] {
  const { started, ended, planned, expected, advice, services } = incident
  return [
    ...started,
    ...ended,
    ...services.flatMap(({ started: own, ended: over }) => [own, over]),
    ...[...planned, ...services.flatMap(service => service.planned ?? []), ...incident.intervals].flatMap(
      ({ from, to }) => [from, to],
    ),
    ...incident.recovery.map(({ at }) => at),
    ...expected.flatMap(one => (one.kind === 'none' ? [] : [one.kind === 'at' ? one.when : undefined, one.at])),
    ...advice.flatMap(({ at, valid_until }) => [at, valid_until]),
    ...[...incident.counts, ...incident.statements, ...incident.third_parties, ...incident.causes].map(({ at }) => at),
    ...[...incident.updates, ...incident.precedents].map(({ at }) => at),
  ].filter(moment => moment !== undefined)
}

/** The ends that are everybody's: what is over for some is not over. */
export const wholeEnds = (ended: readonly End[]): readonly End[] =>
  ended.filter(({ for: whose }) => whose === undefined || whose === 'all')

/** Whether a moment is known to come after another. */
export function comesAfter(later: When | undefined, earlier: When | undefined): boolean {
  const [from, until] = [earliestOf(later), latestOf(earlier)]
  return from !== undefined && until !== undefined && from > until
}

const earliestOf = (when: When | undefined): number | undefined =>
  when?.precision === 'before' || when?.precision === 'by' ? undefined : when?.at

const latestOf = (when: When | undefined): number | undefined =>
  when?.precision === 'after' || when?.precision === 'from' ? undefined : (when?.until ?? when?.at)
