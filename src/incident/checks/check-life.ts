import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { adviceOver } from '../left-out-values.ts'
import { presentClauses } from '../present-clauses.ts'

/** What was true only while it lasted, in a story that says that it is over. */
export function checkLife(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  return [...clauses(draft, context), ...(draft.state === 'resolved' ? [...advice(draft), ...figures(draft)] : [])]
}

function* clauses(draft: IncidentDraft, context: FieldContext): Generator<UnplacedDiagnostic> {
  for (const { pointer, text, isMarked } of presentClauses(draft, context))
    if (!isMarked) yield { code: 'life/present-tense', facts: { text }, pointer }
}

/** Advice without an end of its own, which ends with the trouble. */
function* advice(draft: IncidentDraft): Generator<UnplacedDiagnostic> {
  const over = new Set(adviceOver(draft))
  for (const [index, { valid_until, replaced }] of draft.advice.entries()) {
    const pointer = `/advice/${index}`
    if (valid_until || replaced || !over.has(pointer)) continue
    yield { code: 'life/advice-over', facts: {}, pointer }
  }
}

/** A figure of "now" without the hour of that now. */
function* figures({ counts }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, { phase, at }] of counts.entries())
    if (phase === 'now' && !at) yield { code: 'life/count-now', facts: {}, pointer: `/counts/${index}/phase` }
}
