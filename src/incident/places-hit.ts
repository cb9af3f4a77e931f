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

/** The same without those that are named because they are spared, or have only a service that works. */
export function placesStruck({ scope, services }: Pick<Incident, 'scope' | 'services'>): readonly Named[] {
  const isHit = ({ impact }: { readonly impact?: string | undefined }) => impact !== 'unaffected'
  const spared = new Set(scope?.except.map(({ id }) => id))
  return placesHit({
    scope: scope && { ...scope, places: scope.places.filter(hit => isHit(hit) && !spared.has(hit.place.id)) },
    services: services.filter(isHit),
  })
}
