import type { Diagnostic } from '../foundation/diagnostic.ts'
import { placeAt } from '../foundation/text-place.ts'
import type { Incident } from '../incident/incident.ts'
import type { Plan } from '../plan/plan.ts'
import { rankingOf } from '../plan/plan.ts'
import { isAbout } from '../plan/ranking.ts'
import { rangesOf } from '../yaml/pointer-positions.ts'

/** An angle that names no message that can lead (`article/angle`), with those that can. */
export function angleDiagnostics(incident: Incident, plan: Plan, text?: string): Diagnostic[] {
  const { angle } = incident.publication
  if (angle === undefined || (plan.leader && isAbout(plan.leader, angle))) return []
  const range = text === undefined ? undefined : rangesOf(text)('/angle')
  const isThere = rankingOf(plan).some(({ angle: one }) => one === angle || one.startsWith(`${angle}/`))
  const known = rankingOf(plan).flatMap(({ angle: one, mayLead }) => (mayLead ? [one] : []))
  return [
    {
      code: 'article/angle',
      severity: 'warning',
      place: text !== undefined && range ? placeAt(incident.file, text, range.from, range.to) : { file: incident.file },
      facts: { angle, known: [...new Set(known)].join(', '), context: isThere ? 'untitled' : '' },
    },
  ]
}
