import type { Complaint } from '../complaint.ts'
import type { State } from '../incident.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'
import { latest } from './moments.ts'
import { wall } from './wall.ts'

/** The state against the facts. */
export function checkState(draft: Draft, { zone }: Desk): readonly Complaint[] {
  if (draft.state === undefined) return []
  return [...over(draft, zone), ...ahead(draft, zone), ...missing(draft), ...updates(draft, zone)]
}

/** An end that is told although it goes on, or that is still to come although it is over. */
function* over({ state, as_of, ended }: Draft, zone: string): Generator<Complaint> {
  for (const [index, when] of ended.entries()) {
    const pointer = `/ended/${index}/at`
    if (when.at === undefined || state === undefined) continue
    const told = wall(when.at, zone)
    if (as_of !== undefined && when.at > as_of) {
      yield { code: 'state/resolved-later', facts: { ended: told, as_of: wall(as_of, zone) }, pointer }
    } else if (state === 'ongoing' || state === 'recovering' || state === 'planned') {
      yield { code: 'state/over-but-ongoing', facts: { state, ended: told }, pointer }
    }
  }
}

/** What is announced lies ahead. */
function* ahead(draft: Draft, zone: string): Generator<Complaint> {
  const { state, as_of, started, planned } = draft
  if (state !== 'planned') return
  for (const [index, when] of started.entries()) {
    if (when.at === undefined || as_of === undefined || when.at > as_of) continue
    const facts = { started: wall(when.at, zone), as_of: wall(as_of, zone) }
    yield { code: 'state/planned-but-started', facts, pointer: `/started/${index}/at` }
  }
  if (!isTyped(draft, 'planned') && !isTyped(draft, 'started'))
    yield { code: 'state/planned-without-window', facts: {}, pointer: '/state' }
  const end = planned && latest(planned.to ?? planned.from)
  const inverted = end !== undefined && planned?.from.at !== undefined && end <= planned.from.at
  if (end !== undefined && as_of !== undefined && end <= as_of && !inverted) {
    const facts = { to: wall(end, zone), as_of: wall(as_of, zone) }
    yield { code: 'time/planned-in-the-past', facts, pointer: planned?.to ? '/planned/to/at' : '/planned/from/at' }
  }
}

function* missing(draft: Draft): Generator<Complaint> {
  const { state, services, expected, causes } = draft
  if (state === 'resolved' && !isTyped(draft, 'ended') && !services.some(service => service.ended)) {
    yield { code: 'state/resolved-without-end', facts: {}, pointer: '/state' }
  }
  if (state === 'resolved' && expected) {
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

/** The last update that names a state does not contradict the present one. */
function* updates({ state, updates: all, ended }: Draft, zone: string): Generator<Complaint> {
  const last = all
    .map((update, index) => ({ ...update, index }))
    .filter(update => update.state !== undefined)
    .sort((a, b) => a.at - b.at)
    .at(-1)
  if (last?.state === undefined || state === undefined || isOver(last.state) === isOver(state)) return
  // It ended after the last update: the end says so itself.
  if (isOver(state) && ended.length > 0) return
  const facts = { at: wall(last.at, zone), said: last.state, state }
  yield { code: 'state/update-contradicts', facts, pointer: `/updates/${last.index}/state` }
}

/** Whether an editor wrote the field, in order or not: what is wrong there is said there. */
function isTyped({ raw }: Draft, field: string): boolean {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, field)
}

function isOver(state: State): boolean {
  return state === 'resolved' || state === 'retracted'
}
