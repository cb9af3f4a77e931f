import type { FieldContext } from '../../fields/field-context.ts'
import type { Instant } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { wholeEnds } from '../moments.ts'
import { asOfShown, firstStart, latest, startShown } from './check-moments.ts'
import { shown, wall } from './shown-local-time.ts'

/** Moments that are possible but unlikely beside each other: a year or an hour is probably mistyped. */
export function checkOddMoments(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [
    ...counts(draft, zone),
    ...recovery(draft, zone),
    ...services(draft, zone),
    ...corrections(draft, zone),
    ...advice(draft, zone),
  ]
}

function* counts(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  if (start === undefined) return
  for (const [index, count] of draft.counts.entries()) {
    const at = count.at && latest(count.at)
    if (at === undefined || at >= start || isBase(count)) continue
    const facts = { at: shown(draft, `/counts/${index}/at`, at, zone), started: startShown(draft, start, zone) }
    yield { code: 'time/counted-before-start', facts, pointer: `/counts/${index}/at/at` }
  }
}

/** How many there are in all, as of a month or a year: nobody mistypes an hour so, and nothing of it was counted meanwhile. */
const isBase = ({ at, outcome, phase }: IncidentDraft['counts'][number]): boolean =>
  outcome === undefined && phase === undefined && (at?.grain === 'month' || at?.grain === 'year')

/** It came back after it began, and before it was over. */
function* recovery(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const [start, end] = [firstStart(draft.started), lastEnd(draft)]
  for (const [index, { at: when }] of draft.recovery.entries()) {
    const pointer = `/recovery/${index}/at`
    const last = when && latest(when)
    if (last !== undefined && start !== undefined && last < start) {
      const facts = { at: shown(draft, pointer, last, zone), started: startShown(draft, start, zone) }
      yield { code: 'time/recovered-before-start', facts, pointer: `${pointer}/at` }
    }
    if (when?.at !== undefined && end !== undefined && when.at > end) {
      const facts = { at: shown(draft, pointer, when.at, zone), ended: endShown(draft, end, zone) }
      yield { code: 'time/recovered-after-end', facts, pointer: `${pointer}/at` }
    }
  }
}

/** The incident begins with its first service and ends with its last one. */
function* services(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  const end = lastEnd(draft)
  for (const [index, { service, started, ended }] of draft.services.entries()) {
    const began = started && latest(started)
    if (began !== undefined && start !== undefined && began < start) {
      const at = shown(draft, `/services/${index}/started`, began, zone)
      const facts = { name: service.name, at, started: startShown(draft, start, zone) }
      yield { code: 'time/service-starts-first', facts, pointer: `/services/${index}/started/at` }
    }
    if (ended?.at !== undefined && end !== undefined && ended.at > end) {
      const at = shown(draft, `/services/${index}/ended`, ended.at, zone)
      const facts = { name: service.name, at, ended: endShown(draft, end, zone) }
      yield { code: 'time/service-ends-last', facts, pointer: `/services/${index}/ended/at` }
    }
  }
}

/** The last end of all; `undefined` when one of them has no last instant. */
function lastEnd({ ended }: IncidentDraft): Instant | undefined {
  const whole = wholeEnds(ended)
  if (whole.length === 0 || whole.some(({ precision }) => precision === 'after' || precision === 'unknown'))
    return undefined
  return Math.max(...whole.map(when => latest(when) ?? Number.POSITIVE_INFINITY))
}

/** The last end as it was typed. */
function endShown(draft: IncidentDraft, end: Instant, zone: string): string {
  const index = draft.ended.findIndex(when => latest(when) === end)
  return index < 0 ? wall(end, zone) : shown(draft, `/ended/${index}`, end, zone)
}

/** A correction is later than the version it corrects. */
function* corrections(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const {
    corrections: all,
    publication: { published },
  } = draft
  if (published === undefined) return
  for (const [index, correction] of all.entries()) {
    const at = latest(correction.at)
    if (at === undefined || at >= published) continue
    const typed = shown(draft, `/corrections/${index}/at`, at, zone)
    const facts = { at: typed, published: shown(draft, '/published', published, zone) }
    yield { code: 'time/corrected-before-published', facts, pointer: `/corrections/${index}/at` }
  }
}

function* advice(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { advice: all, as_of } = draft
  for (const [index, { valid_until, replaced }] of all.entries()) {
    const until = valid_until && latest(valid_until)
    if (replaced || until === undefined || as_of === undefined || until >= as_of) continue
    const at = `/advice/${index}/valid_until`
    const facts = { until: shown(draft, at, until, zone), as_of: asOfShown(draft, as_of, zone) }
    yield { code: 'time/advice-expired', facts, pointer: `${at}/at` }
  }
}
