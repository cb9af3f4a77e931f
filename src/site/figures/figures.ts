import { nounOf } from '../../article/nouns.ts'
import type { Incident } from '../../incident/incident.ts'
import type { Voice } from '../house.ts'
import { plain } from '../plain.ts'
import { isCountry } from '../subject.ts'
import { type Chart, chartOf } from './counts.ts'
import { mapOf } from './map.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** The pictures of an article, each as a template draws it; `false` where its facts give none. */
export interface Figures {
  readonly timeline: Timeline | false
  readonly counts: Chart | false
  readonly map: object | false
}

/** Every picture that the facts of an incident give. */
export function figuresOf(incident: Incident, voice: Voice): Figures {
  return { timeline: timelineOf(incident, voice), counts: chartOf(incident, voice), map: mapFigure(incident, voice) }
}

/** The countries named. A story of the whole world needs no map, and one of a region none that would colour its country. */
function mapFigure({ scope }: Incident, { tongue }: Voice): object | false {
  if (!scope || scope.reach === 'world') return false
  const places = scope.places.filter(isCountry)
  if (places.length === 0) return false
  const drawn = mapOf(places.map(({ id }) => id))
  if (!drawn) return false
  const names = places.map(named => plain(nounOf(tongue, named).text))
  return { ...drawn, names, summary: names.join(', ') }
}
