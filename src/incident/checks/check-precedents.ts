import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { nearest } from '../../foundation/nearest-word.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { firstStart } from './check-moments.ts'
import { wall } from './shown-local-time.ts'

/**
 * Precedents lie before the incident, and those that refer to an incident of the newsroom refer to an existing one.
 *
 * @param ids of the newsroom's incidents; without them no reference is checked
 * @param zone IANA zone of the newsroom
 */
export function checkPrecedents(
  draft: IncidentDraft,
  ids: ReadonlySet<string> | undefined,
  zone: string,
): readonly UnplacedDiagnostic[] {
  return [...afterStart(draft, zone), ...(ids ? unknownIds(draft, ids) : [])]
}

function* afterStart({ precedents, started }: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(started)
  for (const [index, { at }] of precedents.entries()) {
    if (start === undefined || at.at === undefined || at.at < start) continue
    const facts = { at: wall(at.at, zone), started: wall(start, zone) }
    yield { code: 'time/precedent-after-start', facts, pointer: `/precedents/${index}/at/at` }
  }
}

function unknownIds({ precedents }: IncidentDraft, ids: ReadonlySet<string>): UnplacedDiagnostic[] {
  return precedents.flatMap(({ incident: id }, index): UnplacedDiagnostic[] => {
    if (id === undefined || ids.has(id)) return []
    const facts = { id, nearest: nearest(id, ids) ?? '' }
    return [{ code: 'publication/no-such-incident', facts, pointer: `/precedents/${index}/incident` }]
  })
}
