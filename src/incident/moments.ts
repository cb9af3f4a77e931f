import type { When } from '../fields/values.ts'
import type { Incident } from './incident.ts'

/** Every moment that readers may be told. */
export function momentsOf(incident: Incident): readonly When[] {
  const { started, ended, planned, expected, advice } = incident
  return [
    ...started,
    ...ended,
    ...incident.services.flatMap(({ started: own, ended: over }) => [own, over]),
    planned?.from,
    planned?.to,
    expected?.kind === 'at' ? expected.when : undefined,
    ...advice.flatMap(({ at, valid_until }) => [at, valid_until]),
    ...[...incident.counts, ...incident.statements, ...incident.third_parties, ...incident.causes].map(({ at }) => at),
    ...[...incident.updates, ...incident.precedents].map(({ at }) => at),
  ].filter(moment => moment !== undefined)
}
