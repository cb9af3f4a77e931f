import type { Named } from '../fields/directory.ts'
import { names, once } from './slots.ts'
import type { Slot } from './story.ts'
import type { StoryContext } from './story-context.ts'
import { widthOfNames } from './title-width.ts'

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

/** So many characters of places have room in a title; an alert names a few more. */
const ROOM = { headline: 40, alert: 66 }
/** Two are named as long as they can be. */
const TWO = 64
const MOST = 3

/** Places that a title has room for: all of them, or the first and how many others. */
export function shortPlaces(slot: Slot | undefined, title: 'headline' | 'alert'): Slot | undefined {
  if (slot?.kind !== 'names') return slot
  const { names: all } = slot
  const room = all.length > 2 ? ROOM[title] : TWO
  return all.length <= MOST && widthOfNames(all) <= room ? slot : firstPlace(slot)
}

/** The first place and how many others; of two, that it is not the only one. */
export function firstPlace(slot: Slot | undefined): Slot | undefined {
  if (slot?.kind !== 'names' || slot.more) return undefined
  const { names: all } = slot
  const [first, ...others] = all
  if (!first || others.length === 0) return undefined
  const among = others.length === 1 ? 'elsewhere' : `more-${sortOfAll(all)}`
  return { ...slot, names: [first], more: others.length, among }
}

/** What all of these are, as a key; places of several sorts are only places. */
function sortOfAll(places: readonly Named[]): string {
  const [sort = 'area', another] = new Set(places.map(({ lies }) => lies?.division ?? lies?.sort ?? 'area'))
  return another === undefined ? sort : 'area'
}
