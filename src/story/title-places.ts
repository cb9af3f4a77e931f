import { names, once } from './slots.ts'
import type { Slot } from './story.ts'
import type { StoryContext } from './story-context.ts'

/**
 * Where all that a title names fails: the places of its services, where they have their own. Where services fail in different
 * places, what is over was over in each for itself.
 */
export function placesInTitles({ incident, slots, groups }: StoryContext): Slot | undefined {
  const [first, ...others] = incident.state === 'resolved' ? groups : groups.slice(0, 1)
  if (others.some(({ scope }) => scope !== first?.scope)) return undefined
  const own = first?.scope
  if (own && own.places.length > 0) return own.source ? undefined : placesOf(own)
  return incident.scope?.evidence === 'apparent' ? undefined : slots.places
}

const placesOf = ({ places, at }: NonNullable<StoryContext['groups'][number]['scope']>): Slot | undefined =>
  once(
    names(
      places,
      at.map(line => `${line}/places`),
    ),
  )
