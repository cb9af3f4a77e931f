import { datesOf } from '../article/article-dates.ts'
import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { readText } from '../foundation/read-text.ts'
import { DAY, HOUR } from '../foundation/time-units.ts'
import { wall } from '../incident/checks/shown-local-time.ts'
import type { Incident } from '../incident/incident.ts'
import { agesAt } from '../site/aging.ts'
import { linesOf } from '../yaml/pointer-positions.ts'
import type { IncidentService } from './incident-service.ts'
import type { Newsroom } from './newsroom.ts'

/** A version is often written for the hour that comes; a day later it is a mistyped date. */
const AHEAD = HOUR

/** For so long the newsroom is reminded of a story that has not moved: afterwards nobody waits for its end. */
const REMINDED = 60 * DAY

/**
 * What is wrong with an incident at one moment: it speaks from the future, or is told as happening now though nobody has touched it
 * for long.
 */
export function presentDiagnostics(
  incident: Incident,
  { site, workspace }: Pick<Newsroom, 'site' | 'workspace'>,
  now: Instant,
  text?: string,
): Diagnostic[] {
  const { as_of, file, publication } = incident
  const place = (pointer: string) => linesOf(text ?? readText(workspace, incident.file).text ?? '', file)(pointer)
  const shown = { as_of: wall(as_of, site.zone), now: wall(now, site.zone) }
  // Of which no hour is known, it speaks from the last instant that may be meant.
  if ((incident.as_of_moment.at ?? as_of) > now + AHEAD)
    return [diagnostic('time/as-of-in-future', shown, place('/as_of'))]
  const ages = agesAt(datesOf(incident), incident, site)
  if (publication.draft || ages === undefined || ages > now || now > ages + REMINDED) return []
  const context = incident.state === 'planned' ? 'planned' : ''
  return [diagnostic('time/not-updated', { ...shown, context }, place(context ? '/state' : '/as_of'))]
}

/** The same of every incident. */
export function newsroomPresentDiagnostics(service: IncidentService, now: Instant): Diagnostic[] {
  return service.list().files.flatMap(file => {
    const { incident, text } = service.load(file)
    return incident ? presentDiagnostics(incident, service.newsroom, now, text) : []
  })
}
