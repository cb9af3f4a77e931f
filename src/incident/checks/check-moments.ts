import type { FieldContext } from '../../fields/field-context.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import type { Instant, When } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { shownPath } from '../../foundation/pointer.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { wall } from './shown-local-time.ts'

const year = 366 * 86_400_000

/** Compares moments: an end after its start, and nothing observed after `as_of`. */
export function checkMoments(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [
    ...ends(draft, zone),
    ...services(draft, zone),
    ...window(draft, zone),
    ...future(draft, zone),
    ...past(draft, zone),
  ]
}

/** The last possible instant of a moment; none for a limit without one. */
export function latest(when: When): Instant | undefined {
  return when.precision === 'from' ? undefined : (when.until ?? when.at)
}

/** The first start of all; `undefined` when one of them has no first instant. */
export function firstStart(started: readonly When[]): Instant | undefined {
  if (started.length === 0 || started.some(({ precision }) => OPEN.has(precision))) return undefined
  return Math.min(...started.flatMap(({ at }) => (at === undefined ? [] : [at])))
}

/** Without a first instant. */
const OPEN: ReadonlySet<When['precision']> = new Set(['before', 'by', 'unknown'])

function* ends(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  if (start === undefined) return
  for (const [index, when] of draft.ended.entries()) yield* endBefore(when, start, `/ended/${index}`, zone)
}

function* services(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const whole = firstStart(draft.started)
  for (const [index, { started, ended }] of draft.services.entries()) {
    const own = started && firstStart([started])
    const start = own ?? whole
    if (ended && start !== undefined) yield* endBefore(ended, start, `/services/${index}/ended`, zone)
  }
}

function* endBefore(when: When, start: Instant, pointer: Pointer, zone: string): Generator<UnplacedDiagnostic> {
  const end = latest(when)
  if (end === undefined || end >= start) return
  const facts = { started: wall(start, zone), ended: wall(end, zone) }
  yield { code: 'time/ends-before-it-starts', facts, pointer: at(pointer) }
}

function* window({ planned }: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const [from, to] = [planned?.from.at, planned?.to && latest(planned.to)]
  if (from === undefined || to === undefined || to > from) return
  const facts = { from: wall(from, zone), to: wall(to, zone) }
  yield { code: 'time/window-ends-before-it-starts', facts, pointer: '/planned/to/at' }
}

/** What was seen or said cannot be after `as_of`. */
function* future(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { as_of } = draft
  if (as_of === undefined) return
  if (draft.state !== 'planned') {
    for (const [pointer, when] of starts(draft)) {
      if (when.at === undefined || when.at <= as_of) continue
      yield {
        code: 'time/starts-after-as-of',
        facts: { started: wall(when.at, zone), as_of: wall(as_of, zone) },
        pointer: at(pointer),
      }
    }
  }
  for (const [pointer, instant] of observed(draft)) {
    if (instant === undefined || instant <= as_of) continue
    const field = shownPath(locate(draft.raw, pointer))
    yield { code: 'time/after-as-of', facts: { field, at: wall(instant, zone), as_of: wall(as_of, zone) }, pointer }
  }
}

function starts(draft: IncidentDraft): [Pointer, When][] {
  return [
    ...draft.started.map((when, index): [Pointer, When] => [`/started/${index}`, when]),
    ...draft.services.flatMap(({ started }, index): [Pointer, When][] =>
      started ? [[`/services/${index}/started`, started]] : [],
    ),
  ]
}

function* observed(draft: IncidentDraft): Generator<[Pointer, Instant | undefined]> {
  for (const [index, { ended }] of draft.services.entries()) yield [`/services/${index}/ended/at`, ended?.at]
  const families = ['counts', 'statements', 'third_parties', 'causes'] as const
  for (const family of families) {
    for (const [index, item] of draft[family].entries()) yield [`/${family}/${index}/at/at`, item.at?.at]
  }
  for (const [index, item] of draft.updates.entries()) yield [`/updates/${index}/at`, item.at.at]
  for (const [index, item] of draft.corrections.entries()) yield [`/corrections/${index}/at`, item.at.at]
}

/** Moments so long ago that the year is probably mistyped. */
function* past(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { as_of } = draft
  if (as_of === undefined) return
  for (const [pointer, when] of starts(draft)) {
    if (when.at === undefined || as_of - when.at < year) continue
    const value = wall(when.at, zone)
    yield { code: 'time/far-away', facts: { value, year: Number(value.slice(0, 4)) }, pointer: at(pointer) }
  }
}

/** The cell that holds the moment itself. */
function at(pointer: Pointer): Pointer {
  return `${pointer}/at`
}
