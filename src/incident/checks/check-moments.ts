import type { FieldContext } from '../../fields/field-context.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import type { Instant, When } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { shownPath } from '../../foundation/pointer.ts'
import { DAY } from '../../foundation/time-units.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { OwnWindow } from '../incident.ts'
import { shown, wall } from './shown-local-time.ts'

const YEAR = 366 * DAY

/** Compares moments: an end after its start, and nothing observed after `as_of`. */
export function checkMoments(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [
    ...ends(draft, zone),
    ...services(draft, zone),
    ...intervals(draft, zone),
    ...windows(draft, zone),
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

/** The first start as it was typed. */
export function startShown(draft: IncidentDraft, start: Instant, zone: string): string {
  const index = draft.started.findIndex(({ at }) => at === start)
  return index < 0 ? wall(start, zone) : shown(draft, `/started/${index}`, start, zone)
}

/** `as_of` as it was typed. */
export const asOfShown = (draft: IncidentDraft, asOf: Instant, zone: string): string =>
  shown(draft, '/as_of', asOf, zone)

/** Without a first instant. */
const OPEN: ReadonlySet<When['precision']> = new Set(['before', 'by', 'unknown'])

function* ends(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const start = firstStart(draft.started)
  if (start === undefined) return
  const began = startShown(draft, start, zone)
  for (const [index, when] of draft.ended.entries()) {
    yield* endBefore(draft, { when, start, began, pointer: `/ended/${index}` }, zone)
  }
}

function* services(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const whole = firstStart(draft.started)
  for (const [index, { started, ended }] of draft.services.entries()) {
    const own = started && firstStart([started])
    const start = own ?? whole
    if (!ended || start === undefined) continue
    const began =
      own === undefined ? startShown(draft, start, zone) : shown(draft, `/services/${index}/started`, own, zone)
    yield* endBefore(draft, { when: ended, start, began, pointer: `/services/${index}/ended` }, zone)
  }
}

function* intervals(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  for (const [index, { from, to }] of draft.intervals.entries()) {
    const start = firstStart([from])
    if (!to || start === undefined) continue
    const began = shown(draft, `/intervals/${index}/from`, start, zone)
    yield* endBefore(draft, { when: to, start, began, pointer: `/intervals/${index}/to` }, zone)
  }
}

interface Ended {
  readonly when: When
  readonly start: Instant
  readonly began: string
  readonly pointer: Pointer
}

function* endBefore(
  draft: IncidentDraft,
  { when, start, began, pointer }: Ended,
  zone: string,
): Generator<UnplacedDiagnostic> {
  const end = latest(when)
  if (end === undefined || end >= start) return
  const facts = { started: began, ended: shown(draft, pointer, end, zone) }
  yield { code: 'time/ends-before-it-starts', facts, pointer: at(pointer) }
}

function* windows(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  for (const [pointer, window] of windowsOf(draft)) {
    const [from, to] = [window.from.at, window.to && latest(window.to)]
    if (from === undefined || to === undefined || to > from) continue
    const facts = { from: shown(draft, `${pointer}/from`, from, zone), to: shown(draft, `${pointer}/to`, to, zone) }
    yield { code: 'time/window-ends-before-it-starts', facts, pointer: `${pointer}/to/at` }
  }
}

/** Every window announced, of all services and of single ones. */
export function windowsOf({ planned, services: all }: IncidentDraft): [Pointer, OwnWindow][] {
  return [
    ...planned.map((window, index): [Pointer, OwnWindow] => [`/planned/${index}`, window]),
    ...all.flatMap((service, index): [Pointer, OwnWindow][] =>
      service.planned ? [[`/services/${index}/planned`, service.planned]] : [],
    ),
  ]
}

/** What was seen or said cannot be after `as_of`. */
function* future(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { as_of } = draft
  if (as_of === undefined) return
  const spoken = asOfShown(draft, as_of, zone)
  if (draft.state !== 'planned') {
    for (const [pointer, when] of starts(draft)) {
      if (when.at === undefined || when.at <= as_of) continue
      yield {
        code: 'time/starts-after-as-of',
        facts: { started: shown(draft, pointer, when.at, zone), as_of: spoken },
        pointer: at(pointer),
      }
    }
  }
  for (const [pointer, when] of observed(draft)) {
    if (when?.at === undefined || when.at <= as_of) continue
    const field = shownPath(locate(draft.raw, at(pointer)))
    const facts = { field, at: shown(draft, pointer, when.at, zone), as_of: spoken }
    yield { code: 'time/after-as-of', facts, pointer: at(pointer) }
  }
}

function starts(draft: IncidentDraft): [Pointer, When][] {
  return [
    ...draft.started.map((when, index): [Pointer, When] => [`/started/${index}`, when]),
    ...draft.services.flatMap(({ started }, index): [Pointer, When][] =>
      started ? [[`/services/${index}/started`, started]] : [],
    ),
    ...draft.intervals.map(({ from }, index): [Pointer, When] => [`/intervals/${index}/from`, from]),
  ]
}

function* observed(draft: IncidentDraft): Generator<[Pointer, When | undefined]> {
  // What is announced of one service may end when that is over.
  if (draft.state !== 'planned') {
    for (const [index, { ended }] of draft.services.entries()) yield [`/services/${index}/ended`, ended]
  }
  for (const [index, { to }] of draft.intervals.entries()) yield [`/intervals/${index}/to`, to]
  for (const [index, one] of draft.expected.entries()) if (one.kind !== 'none') yield [`/expected/${index}/at`, one.at]
  const families = ['recovery', 'counts', 'statements', 'third_parties', 'causes', 'updates', 'corrections'] as const
  for (const family of families) {
    for (const [index, item] of draft[family].entries()) yield [`/${family}/${index}/at`, item.at]
  }
}

/** Moments so long ago that the year is probably mistyped, unless the file itself says that it lasted so long. */
function* past(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { as_of } = draft
  if (as_of === undefined) return
  for (const [pointer, when] of starts(draft)) {
    if (when.at === undefined || as_of - when.at < YEAR || isMeant(draft, when, when.at)) continue
    const facts = { value: shown(draft, pointer, when.at, zone), year: Number(wall(when.at, zone).slice(0, 4)) }
    yield { code: 'time/far-away', facts, pointer: at(pointer) }
  }
}

/** Whether something else shows that the year is right: the file bears it, it is known by its month, or something followed. */
function isMeant(draft: IncidentDraft, { precision }: When, start: Instant): boolean {
  if (precision === 'month' || precision === 'season' || precision === 'year') return true
  if (draft.id.startsWith(new Date(start).toISOString().slice(0, 7))) return true
  const followed = [...draft.updates, ...draft.statements, ...draft.counts, ...draft.recovery, ...draft.causes]
  return followed.some(({ at: then }) => then?.at !== undefined && then.at > start && then.at < start + YEAR / 2)
}

/** The cell that holds the moment itself. */
function at(pointer: Pointer): Pointer {
  return `${pointer}/at`
}
