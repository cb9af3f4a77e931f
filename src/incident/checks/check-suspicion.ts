import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { assertsIn, isSuspicion } from '../suspicion.ts'

/** What takes a fault for granted although nobody confirms one, or there was none; a false alarm that goes on. */
export function checkSuspicion(draft: IncidentDraft): readonly UnplacedDiagnostic[] {
  return [...assertions(draft), ...falseAlarms(draft)]
}

function* assertions(draft: IncidentDraft): Generator<UnplacedDiagnostic> {
  if (!isSuspicion(draft)) return
  const context = draft.state === 'unconfirmed' ? '' : 'over'
  for (const { field, pointer } of assertsIn(draft))
    yield { code: 'state/asserts-a-suspicion', facts: { field, context }, pointer }
}

/** What is known to be nothing neither goes on nor is suspected. */
function* falseAlarms({ state, kind }: IncidentDraft): Generator<UnplacedDiagnostic> {
  if (kind !== 'false alarm' || state === undefined || state === 'retracted' || state === 'resolved') return
  yield { code: 'state/false-alarm-goes-on', facts: { state }, pointer: '/kind' }
}
