import type { Named } from '../fields/directory.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Impact, Incident, PlaceHit } from '../incident/incident.ts'
import { type Group, SEVERITY } from './service-groups.ts'

/** Places of which the same is said, with the lines that say so. */
export interface PlaceGroup extends Omit<PlaceHit, 'place'> {
  readonly places: readonly Named[]
  readonly at: readonly Pointer[]
}

/** Where what fails most fails most: the places that a title may name. */
export interface LeadPlaces {
  readonly places: readonly Named[]
  readonly at: readonly Pointer[]
  /** What is wrong there, where that is not as with the services. */
  readonly impact?: Impact
}

interface Hit extends PlaceHit {
  readonly index: number
}

const hitsOf = ({ scope }: Incident): readonly Hit[] => (scope?.places ?? []).map((hit, index) => ({ ...hit, index }))

const isDetailed = ({ impact, degree, ended, services }: PlaceHit): boolean =>
  impact !== undefined || degree !== undefined || ended !== undefined || services.length > 0

const pointerOf = ({ index }: Hit): Pointer => `/scope/places/${index}`

/** The places that a title and the first sentence name: those hit hardest; all of them when it is over. */
export function leadPlaces(incident: Incident, lead: Group | undefined): LeadPlaces {
  const hits = hitsOf(incident)
  const worst = worstHits(incident, lead, hits)
  const [first] = worst
  return {
    places: worst.map(({ place }) => place),
    at: [...worst.map(hit => `${pointerOf(hit)}/place`), ...(worst.length > 0 ? ['/scope/reach'] : [])],
    ...(first?.impact && isRunning(incident) && { impact: first.impact }),
  }
}

const isRunning = ({ state }: Incident): boolean => state !== 'resolved' && state !== 'retracted'

function worstHits(incident: Incident, lead: Group | undefined, hits: readonly Hit[]): readonly Hit[] {
  if (!isRunning(incident) || !hits.some(isDetailed)) return hits
  const failing = hits.filter(hit => isHitByLead(hit, lead))
  const rank = ({ impact }: Hit) => SEVERITY.indexOf(impact ?? lead?.impact ?? 'down')
  const worst = Math.min(...failing.map(rank))
  const hardest = failing.filter(hit => rank(hit) === worst)
  const many = hardest.filter(({ degree }) => degree !== 'few' && degree !== 'part')
  return many.length > 0 ? many : hardest
}

/** Whether all that the lead is about still fails there. */
function isHitByLead({ impact, ended, services }: Hit, lead: Group | undefined): boolean {
  if (ended !== undefined || impact === 'unaffected') return false
  const there = new Set(services.map(({ id }) => id))
  return services.length === 0 || (lead?.services.every(({ service }) => there.has(service.id)) ?? true)
}

/** Places of which more is known than that they are hit, those that are alike together. */
export function placeGroups(incident: Incident, lead: Group | undefined): readonly PlaceGroup[] {
  const hits = hitsOf(incident)
  if (!hits.some(isDetailed)) return []
  const named = new Set(leadPlaces(incident, lead).places.map(({ id }) => id))
  const alike = new Map<string, Hit[]>()
  for (const hit of hits) {
    // Hit as the lead says: nothing is left to tell.
    if (named.has(hit.place.id) && !hit.degree && !hit.ended && (isRunning(incident) || !hit.impact)) continue
    const key = JSON.stringify([hit.impact, hit.degree, hit.ended, hit.services.map(({ id }) => id)])
    alike.set(key, [...(alike.get(key) ?? []), hit])
  }
  return [...alike.values()].flatMap(group => groupOf(group))
}

function groupOf(hits: readonly Hit[]): PlaceGroup[] {
  const [first] = hits
  if (!first) return []
  const { place: _, index: __, ...same } = first
  return [{ ...same, places: hits.map(({ place }) => place), at: hits.map(pointerOf) }]
}
