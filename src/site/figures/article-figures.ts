import type { Article } from '../../article/article.ts'
import type { Incident } from '../../incident/incident.ts'
import { isSentIn, isSuspicion } from '../../incident/suspicion.ts'
import type { SiteEdition } from '../site-context.ts'
import { type Chart, chartOf } from './count-chart.ts'
import { type PlaceMap, placeMapOf } from './place-map.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** The figures of an article, as template data; `false` where its facts give none. */
export interface ArticleFigures {
  readonly timeline: Timeline | false
  readonly counts: Chart | false
  readonly map: PlaceMap | false
}

/** Every figure that the facts of an incident allow. */
export function figuresOf(
  { event }: Pick<Article, 'event'>,
  incident: Incident,
  siteEdition: SiteEdition,
): ArticleFigures {
  // A retracted story shows nothing of what it withdraws.
  if (incident.state === 'retracted') return { timeline: false, counts: false, map: false }
  // Nor does one of a suspicion show when and where something fails.
  if (isSuspicion(incident)) {
    const counts = incident.counts.filter(({ unit }) => isSentIn(unit))
    return { timeline: false, counts: chartOf({ ...incident, counts }, siteEdition), map: false }
  }
  return {
    timeline: timelineOf(incident, event, siteEdition),
    counts: chartOf(incident, siteEdition),
    map: placeMapOf(incident, siteEdition),
  }
}
