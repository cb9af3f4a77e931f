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

/** Every figure that the facts of an incident allow; drawn once for its page and for the lists that show it. */
export function figuresOf(
  article: Pick<Article, 'event'>,
  incident: Incident,
  siteEdition: SiteEdition,
): ArticleFigures {
  const ofIncident = drawn.get(incident) ?? new Map<SiteEdition, ArticleFigures>()
  drawn.set(incident, ofIncident)
  const figures = ofIncident.get(siteEdition) ?? drawnFigures(article, incident, siteEdition)
  ofIncident.set(siteEdition, figures)
  return figures
}

const drawn = new WeakMap<Incident, Map<SiteEdition, ArticleFigures>>()

function drawnFigures({ event }: Pick<Article, 'event'>, incident: Incident, siteEdition: SiteEdition): ArticleFigures {
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

/** The figure that may lead a page in place of a photograph: where it is, or else how many. */
export type LeadFigure = Pick<ArticleFigures, 'map' | 'counts'>

/** That of an article; nothing where its facts give none. */
export function leadFigureOf(
  article: Pick<Article, 'event'>,
  incident: Incident,
  siteEdition: SiteEdition,
): LeadFigure | undefined {
  const { map, counts } = figuresOf(article, incident, siteEdition)
  return map || counts ? { map, counts: map ? false : counts } : undefined
}
