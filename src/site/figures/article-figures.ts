import { nounOf } from '../../article/noun-phrases.ts'
import type { Incident } from '../../incident/incident.ts'
import { placesHit } from '../../incident/places-hit.ts'
import { isSentIn, isSuspicion } from '../../incident/suspicion.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'
import { isCountry } from '../subject.ts'
import { type Chart, chartOf } from './count-chart.ts'
import { mapOf } from './map.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** The figures of an article, as template data; `false` where its facts give none. */
export interface ArticleFigures {
  readonly timeline: Timeline | false
  readonly counts: Chart | false
  readonly map: object | false
}

/** Every figure that the facts of an incident allow. */
export function figuresOf(incident: Incident, siteEdition: SiteEdition): ArticleFigures {
  // A retracted story shows nothing of what it withdraws.
  if (incident.state === 'retracted') return { timeline: false, counts: false, map: false }
  // Nor does one of a suspicion show when and where something fails.
  if (isSuspicion(incident)) {
    const counts = incident.counts.filter(({ unit }) => isSentIn(unit))
    return { timeline: false, counts: chartOf({ ...incident, counts }, siteEdition), map: false }
  }
  return {
    timeline: timelineOf(incident, siteEdition),
    counts: chartOf(incident, siteEdition),
    map: mapFigure(incident, siteEdition),
  }
}

/** The countries named. A worldwide story needs no map, and a regional one none that would colour the whole country. */
function mapFigure(incident: Incident, { locale }: SiteEdition): object | false {
  if (incident.scope?.reach === 'world') return false
  const places = placesHit(incident).filter(isCountry)
  if (places.length === 0) return false
  const drawn = mapOf(places.map(({ id }) => id))
  if (!drawn) return false
  const names = places.map(named => plain(nounOf(locale, named).text))
  return { ...drawn, names, summary: names.join(', ') }
}
