import type { FieldContext } from '../../fields/field-context.ts'
import type { Instant } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { latest } from './check-moments.ts'
import { isTyped } from './check-state.ts'
import { wall } from './shown-local-time.ts'

/** What is announced or expected is in the future, and both agree. */
export function checkAnnounced(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [...ahead(draft, zone), ...expected(draft, zone)]
}

/** What is announced is in the future. */
function* ahead(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { state, as_of, started, planned } = draft
  if (state !== 'planned') return
  for (const [index, when] of started.entries()) {
    if (when.at === undefined || as_of === undefined || when.at > as_of) continue
    const facts = { started: wall(when.at, zone), as_of: wall(as_of, zone) }
    yield { code: 'state/planned-but-started', facts, pointer: `/started/${index}/at` }
  }
  if (!isTyped(draft, 'planned') && !isTyped(draft, 'started'))
    yield { code: 'state/planned-without-window', facts: {}, pointer: '/state' }
  const [from, to] = [planned?.from.at, planned?.to && latest(planned.to)]
  const end = to ?? (planned && latest(planned.from))
  const isInverted = to !== undefined && from !== undefined && to <= from
  if (end === undefined || as_of === undefined || end > as_of || isInverted) return
  const facts = { to: wall(end, zone), as_of: wall(as_of, zone) }
  yield to === undefined
    ? { code: 'time/planned-in-the-past', facts: { ...facts, context: 'from' }, pointer: '/planned/from/at' }
    : { code: 'time/planned-in-the-past', facts: { ...facts, context: '' }, pointer: '/planned/to/at' }
}

/** The expected end is after `as_of`, and not before the announced window. */
function* expected(
  { state, as_of, planned, expected: awaited }: IncidentDraft,
  zone: string,
): Generator<UnplacedDiagnostic> {
  if (awaited?.kind !== 'at' || state === 'resolved' || state === 'retracted') return
  const end = latest(awaited.when)
  if (end === undefined) return
  const pointer = '/expected/when/at'
  const told = (other: Instant) => ({ expected: wall(end, zone), other: wall(other, zone) })
  if (state === 'planned' && planned?.from.at !== undefined) {
    const close = planned.to?.at
    if (end < planned.from.at) {
      yield { code: 'time/expected-before-window', facts: told(planned.from.at), pointer }
    } else if (close !== undefined && end < close) {
      yield { code: 'time/expected-inside-window', facts: told(close), pointer }
    }
  } else if (as_of !== undefined && end < as_of) {
    yield { code: 'time/expected-before-as-of', facts: told(as_of), pointer }
  }
}
