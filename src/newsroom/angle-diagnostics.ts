import type { Diagnostic } from '../foundation/diagnostic.ts'
import { placeAt } from '../foundation/text-place.ts'
import type { Incident } from '../incident/incident.ts'
import type { Plan } from '../plan/plan.ts'
import { rankingOf } from '../plan/plan.ts'
import { angleOf, isAbout } from '../plan/ranking.ts'
import { rangesOf } from '../yaml/pointer-positions.ts'

/** An angle that names no message that can lead (`article/angle`), with those that can. */
export function angleDiagnostics(incident: Incident, plan: Plan, text?: string): Diagnostic[] {
  return [...chosenAngle(incident, plan, text), ...lowerHeadline(incident, plan, text)]
}

/** A headline of a lower fact, since what leads is too long for it (`article/headline-lower`), with where a shorter text can be typed. */
function lowerHeadline({ file, publication }: Incident, { untitled }: Plan, text?: string): Diagnostic[] {
  if (!untitled || Object.keys(publication.headline ?? {}).length > 0) return []
  const angle = angleOf(untitled)
  const range = text === undefined ? undefined : rangesOf(text)(`/${angle}`)
  return [
    {
      code: 'article/headline-lower',
      severity: 'warning',
      place: text !== undefined && range ? placeAt(file, text, range.from, range.to) : { file },
      facts: { angle, context: angle.startsWith('facts/') ? '' : 'untitled' },
    },
  ]
}

function chosenAngle(incident: Incident, plan: Plan, text?: string): Diagnostic[] {
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
