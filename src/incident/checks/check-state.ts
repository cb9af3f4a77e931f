import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { State } from '../incident.ts'
import { wholeEnds } from '../moments.ts'
import { asOfShown, latest } from './check-moments.ts'
import { shown } from './shown-local-time.ts'

/** The state compared with the facts. */
export function checkState(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  if (draft.state === undefined) return []
  return [...over(draft, zone), ...lengths(draft), ...missing(draft), ...updates(draft, zone)]
}

/** An end although the incident goes on, or an end in the future although it is over. */
function* over(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { state, as_of, ended } = draft
  const whole = wholeEnds(ended)
  for (const [index, when] of ended.entries()) {
    const pointer = `/ended/${index}/at`
    if (state === undefined) continue
    const context = state === 'recovering' ? 'recovering' : ''
    if (when.at === undefined) {
      // Only an incident that is over can have an unknown end.
      const facts = { state, ended: when.precision, context }
      if (goesOn(state)) yield { code: 'state/over-but-ongoing', facts, pointer }
      continue
    }
    const between = when.precision === 'between' ? when.until : undefined
    const last = between ?? when.at
    const typed = shown(draft, `/ended/${index}`, last, zone)
    if (as_of !== undefined && last > as_of) {
      const facts = { ended: typed, as_of: asOfShown(draft, as_of, zone) }
      yield { code: 'state/resolved-later', facts, pointer: between ? `/ended/${index}/until` : pointer }
    } else if (goesOn(state) && whole.includes(when)) {
      yield { code: 'state/over-but-ongoing', facts: { state, ended: typed, context }, pointer }
    }
  }
}

/** A length of the whole, although it goes on. */
function* lengths({ state, lasted, intervals }: IncidentDraft): Generator<UnplacedDiagnostic> {
  if (state === undefined || !goesOn(state) || intervals.length > 0) return
  for (const [index, { for: whose }] of lasted.entries()) {
    if (whose === undefined) yield { code: 'state/lasted-but-ongoing', facts: { state }, pointer: `/lasted/${index}` }
  }
}

function* missing(draft: IncidentDraft): Generator<UnplacedDiagnostic> {
  const { state, services, expected, causes, intervals } = draft
  const isEnded = isTyped(draft, 'ended') || services.some(service => service.ended) || intervals.some(({ to }) => to)
  if (state === 'resolved' && !isEnded) {
    yield { code: 'state/resolved-without-end', facts: {}, pointer: '/state' }
  }
  // What was given up is told as what was expected then.
  if (state === 'resolved' && expected.some(one => one.kind === 'none' || !(one.replaced || one.kept))) {
    yield { code: 'state/expected-but-over', facts: { state }, pointer: '/expected', part: 'key' }
  }
  if (state === 'retracted' && !isTyped(draft, 'corrections')) {
    yield { code: 'state/retracted-without-correction', facts: {}, pointer: '/state' }
  }
  const known = causes.findIndex(cause => cause.status === 'official' && !cause.replaced)
  const unknown = causes.findIndex(cause => cause.status === 'unknown')
  if (known !== -1 && unknown !== -1) {
    yield { code: 'state/cause-unknown-and-known', facts: {}, pointer: `/causes/${unknown}/status` }
  }
}

/** The last update with a state does not contradict the present one. */
function* updates(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { state, updates: all, ended } = draft
  const last = all
    .map((update, index) => ({ ...update, index }))
    .filter(update => update.state !== undefined)
    .sort((a, b) => (a.at.at ?? 0) - (b.at.at ?? 0))
    .at(-1)
  if (last?.state === undefined || state === undefined || isOver(last.state) === isOver(state)) return
  // It ended after the last update: the end implies the new state.
  const end = Math.max(...ended.map(when => latest(when) ?? Number.POSITIVE_INFINITY))
  const at = last.at.at ?? 0
  if (isOver(state) && ended.length > 0 && (at <= end || !goesOn(last.state))) return
  const facts = { at: shown(draft, `/updates/${last.index}/at`, at, zone), said: last.state, state }
  yield { code: 'state/update-contradicts', facts, pointer: `/updates/${last.index}/state` }
}

/** Whether the field is in the file, valid or not: an invalid one is reported elsewhere. */
export function isTyped({ raw }: IncidentDraft, field: string): boolean {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, field)
}

function goesOn(state: State): boolean {
  return state === 'ongoing' || state === 'recovering' || state === 'planned'
}

function isOver(state: State): boolean {
  return state === 'resolved' || state === 'retracted'
}
