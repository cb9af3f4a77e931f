import { nounOf } from '../../article/noun-phrases.ts'
import type { Named } from '../../fields/directory.ts'
import type { Incident } from '../../incident/incident.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'
import { isCountry } from '../subject.ts'
import { countryNumber } from './country-numbers.ts'
import { type DrawnMap, mapOf } from './map.ts'
import { sourceName } from './named-source.ts'
import { placePosition } from './place-positions.ts'

/** How a place stands: a colour of the map and a line of its legend, in this order. */
const STANDINGS = ['hit', 'partly', 'planned', 'back', 'spared', 'origin'] as const

export type Standing = (typeof STANDINGS)[number]

interface StandingPlace {
  readonly place: Named
  readonly standing: Standing
}

/** A map of the places of an incident, with its facts in words. */
export interface PlaceMap extends DrawnMap {
  readonly title: string
  readonly summary: string
  readonly legend: readonly { readonly standing: Standing; readonly text: string }[]
  readonly notes: readonly string[]
  /** Positions of towns or regions are on it. */
  readonly positioned: boolean
}

/**
 * Where it is, as the text says it: places hit, hit in part, spared, working again, and where the fault is, each apart. A
 * worldwide story needs no map.
 */
export function placeMapOf(incident: Incident, siteEdition: SiteEdition): PlaceMap | false {
  if (incident.scope?.reach === 'world') return false
  const places = placesOf(incident)
  const isStruck = places.some(({ standing }) => standing !== 'spared' && standing !== 'origin')
  if (!isStruck) return false
  const drawn = mapOf({
    countries: places.filter(isFilled).map(({ place, standing }) => ({
      code: place.id,
      standing,
      name: nameOf(place, siteEdition),
    })),
    points: places.flatMap(({ place, standing }) => {
      const position = placePosition(place.id)
      return position ? [{ ...position, standing, name: nameOf(place, siteEdition), country: place.lies?.country }] : []
    }),
  })
  if (!drawn || !isShown(places)) return false
  const legend = STANDINGS.flatMap(standing => legendOf(standing, places, incident, siteEdition))
  return {
    ...drawn,
    title: siteEdition.say('figure.map', { context: incident.state === 'planned' ? 'planned' : 'hit' }),
    summary: legend.map(({ text }) => text).join(' '),
    legend,
    notes: notesOf(places, drawn, incident, siteEdition),
    positioned: drawn.points.length > 0,
  }
}

/** Countries are filled; where the fault is, is a point or only named: it need not be where anybody is hit. */
const isFilled = ({ place, standing }: StandingPlace): boolean => isCountry(place) && standing !== 'origin'

const isDrawn = (one: StandingPlace): boolean =>
  isFilled(one) ? countryNumber(one.place.id) !== undefined : placePosition(one.place.id) !== undefined

/** Whether some place that is hit is on the map: one of the spared alone would say the contrary. */
const isShown = (places: readonly StandingPlace[]): boolean =>
  places.some(one => one.standing !== 'spared' && one.standing !== 'origin' && isDrawn(one))

const nameOf = (named: Named, { locale }: SiteEdition): string => plain(nounOf(locale, named).text)

/** Each place once for each thing said of it: hit or not, and whether the fault is there. */
function placesOf(incident: Incident): readonly StandingPlace[] {
  const { scope, services, origin, state } = incident
  const general = struck(incident, scope?.degree)
  const all: StandingPlace[] = [
    ...(scope?.places ?? []).map(({ place, impact, degree, ended }) => ({
      place,
      standing: standingOf(
        impact,
        ended !== undefined && state !== 'resolved',
        degree ? struck(incident, degree) : general,
      ),
    })),
    ...services.flatMap(({ scope: own, impact, ended }) =>
      (own?.places ?? []).map(place => ({
        place,
        standing: standingOf(impact, ended !== undefined && state !== 'resolved', struck(incident, own?.degree)),
      })),
    ),
    ...(scope?.except ?? []).map(place => ({ place, standing: 'spared' as const })),
  ]
  const once = all
    // What one service is spared of, another may suffer from: the worst is drawn.
    .sort((one, other) => STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing))
    .filter(({ place }, index, sorted) => sorted.findIndex(other => other.place.id === place.id) === index)
  return origin?.place ? [...once, { place: origin.place, standing: 'origin' }] : once
}

function standingOf(impact: string | undefined, isOver: boolean, otherwise: Standing): Standing {
  if (impact === 'unaffected') return 'spared'
  return isOver ? 'back' : otherwise
}

/** What a place is that is not spared: announced work is no trouble, and few of its users are not all of it. */
function struck({ state }: Incident, degree: string | undefined): Standing {
  if (state === 'planned') return 'planned'
  return degree === 'part' || degree === 'few' ? 'partly' : 'hit'
}

function legendOf(standing: Standing, places: readonly StandingPlace[], incident: Incident, siteEdition: SiteEdition) {
  const names = places.filter(one => one.standing === standing).map(({ place }) => nameOf(place, siteEdition))
  if (names.length === 0) return []
  const isPast = incident.state === 'resolved'
  const isApparent = incident.scope?.evidence === 'apparent' && (standing === 'hit' || standing === 'partly')
  const context = isApparent ? (isPast ? 'apparent-past' : 'apparent') : isPast ? 'past' : 'now'
  return [{ standing, text: siteEdition.say(`figure.map-${standing}`, { context, places: names.join(', ') }) }]
}

function notesOf(
  places: readonly StandingPlace[],
  { points }: DrawnMap,
  { scope }: Incident,
  siteEdition: SiteEdition,
): string[] {
  const { say } = siteEdition
  const absent = places.filter(one => !isDrawn(one)).map(({ place }) => nameOf(place, siteEdition))
  const source = sourceName(scope?.source, siteEdition)
  return [
    ...(absent.length > 0 ? [say('figure.map-absent', { places: absent.join(', ') })] : []),
    ...(points.some(({ isRegion }) => isRegion) ? [say('figure.map-regions')] : []),
    ...(source === undefined ? [] : [say('figure.source', { who: source })]),
  ]
}
