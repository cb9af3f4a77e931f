import type { Article } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'
import { HOUR } from '../foundation/time-units.ts'
import type { Incident, State } from '../incident/incident.ts'
import type { SiteSettings } from '../settings/site-settings.ts'

/** Hours after which what is told as happening now is only what was last seen, where the settings say nothing. */
const HOURS = 24

/** Of these, the share of what is told to people in danger: what was true this morning may harm this evening. */
const SOONER = 0.25

const GOING_ON: ReadonlySet<State> = new Set(['ongoing', 'recovering', 'disputed', 'unconfirmed'])

/**
 * From when on a story is no longer told as happening now: one under way that has not moved for so many hours, or announced work
 * whose time is past. `undefined` for what is over.
 */
export function agesAt(
  { updated }: Pick<Article, 'updated'>,
  incident: Incident,
  { live_hours = HOURS }: Pick<SiteSettings, 'live_hours'>,
): Instant | undefined {
  if (incident.state === 'planned') return plannedUntil(incident)
  if (!isGoingOn(incident)) return undefined
  return updated + live_hours * (isForLife(incident) ? SOONER : 1) * HOUR
}

/** Whether it goes on, as far as its file says; announced work does not. */
export const isGoingOn = ({ state }: Pick<Incident, 'state'>): boolean => GOING_ON.has(state)

/** Whether a story is under way at a moment: it goes on, and it has moved of late. Announced work is not. */
export function isUnderWay(
  article: Pick<Article, 'updated'>,
  incident: Incident,
  site: Pick<SiteSettings, 'live_hours'>,
  now: Instant,
): boolean {
  return isGoingOn(incident) && (agesAt(article, incident, site) ?? Number.NEGATIVE_INFINITY) > now
}

/** Advice that is urgent, or a number for emergencies that fails. */
const isForLife = ({ kind, advice, casualties }: Incident): boolean =>
  kind === 'emergency numbers' || advice.length > 0 || casualties.some(({ none }) => none !== true)

/** The last end announced; where one is not, its beginning and a day. */
function plannedUntil({ planned, services }: Incident): Instant | undefined {
  const windows = [...planned, ...services.flatMap(({ planned: own }) => own ?? [])]
  const ends = windows.map(({ from, to }) => {
    const end = to?.until ?? to?.at
    return end ?? (from.at === undefined ? undefined : (from.until ?? from.at) + HOURS * HOUR)
  })
  return ends.length === 0 || ends.includes(undefined) ? undefined : Math.max(...ends.map(end => end ?? 0))
}
