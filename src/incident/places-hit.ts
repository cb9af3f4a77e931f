import type { Named } from '../fields/directory.ts'
import type { Incident } from './incident.ts'

/** Every place hit, by the story or by one of its services; where the fault is, is none of them. */
export function placesHit({ scope, services }: Pick<Incident, 'scope' | 'services'>): readonly Named[] {
  const all = [
    ...(scope?.places.map(({ place }) => place) ?? []),
    ...services.flatMap(({ scope: own }) => own?.places ?? []),
  ]
  return all.filter(({ id }, index) => all.findIndex(other => other.id === id) === index)
}
