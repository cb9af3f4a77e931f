import type { FieldContext } from '../../fields/field-context.ts'
import type { Instant } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { firstStart, latest } from './check-moments.ts'
import { wall } from './shown-local-time.ts'

/** Moments that are possible but unlikely beside each other: a year or an hour is probably mistyped. */
export function checkOddMoments(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [...counts(draft, zone), ...services(draft, zone), ...corrections(draft, zone), ...advice(draft, zone)]
}

function* counts(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  if (start === undefined) return
  for (const [index, count] of draft.counts.entries()) {
    const at = count.at && latest(count.at)
    if (at === undefined || at >= start) continue
    const facts = { at: wall(at, zone), started: wall(start, zone) }
    yield { code: 'time/counted-before-start', facts, pointer: `/counts/${index}/at/at` }
  }
}

/** The incident begins with its first service and ends with its last one. */
function* services(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  const end = lastEnd(draft)
  for (const [index, { service, started, ended }] of draft.services.entries()) {
    const began = started && latest(started)
    if (began !== undefined && start !== undefined && began < start) {
      const facts = { name: service.name, at: wall(began, zone), started: wall(start, zone) }
      yield { code: 'time/service-starts-first', facts, pointer: `/services/${index}/started/at` }
    }
    if (ended?.at !== undefined && end !== undefined && ended.at > end) {
      const facts = { name: service.name, at: wall(ended.at, zone), ended: wall(end, zone) }
      yield { code: 'time/service-ends-last', facts, pointer: `/services/${index}/ended/at` }
    }
  }
}

/** The last end of all; `undefined` when one of them has no last instant. */
function lastEnd({ ended }: IncidentDraft): Instant | undefined {
  if (ended.length === 0 || ended.some(({ precision }) => precision === 'after' || precision === 'unknown'))
    return undefined
  return Math.max(...ended.map(when => latest(when) ?? Number.POSITIVE_INFINITY))
}

/** A correction is later than the version it corrects. */
function* corrections(
  { corrections: all, publication: { published } }: IncidentDraft,
  zone: string,
): Generator<UnplacedDiagnostic> {
  if (published === undefined) return
  for (const [index, correction] of all.entries()) {
    const at = latest(correction.at)
    if (at === undefined || at >= published) continue
    const facts = { at: wall(at, zone), published: wall(published, zone) }
    yield { code: 'time/corrected-before-published', facts, pointer: `/corrections/${index}/at` }
  }
}

function* advice({ advice: all, as_of }: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  for (const [index, { valid_until, replaced }] of all.entries()) {
    const until = valid_until && latest(valid_until)
    if (replaced || until === undefined || as_of === undefined || until >= as_of) continue
    const facts = { until: wall(until, zone), as_of: wall(as_of, zone) }
    yield { code: 'time/advice-expired', facts, pointer: `/advice/${index}/valid_until/at` }
  }
}
