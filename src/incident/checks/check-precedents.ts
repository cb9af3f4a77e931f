import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { nearest } from '../../foundation/nearest-word.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** Precedents that refer to an incident of the newsroom refer to an existing one. */
export function checkPrecedents(
  { precedents }: IncidentDraft,
  ids: ReadonlySet<string>,
): readonly UnplacedDiagnostic[] {
  return precedents.flatMap(({ incident: id }, index): UnplacedDiagnostic[] => {
    if (id === undefined || ids.has(id)) return []
    const facts = { id, nearest: nearest(id, ids) ?? '' }
    return [{ code: 'publication/no-such-incident', facts, pointer: `/precedents/${index}/incident` }]
  })
}
