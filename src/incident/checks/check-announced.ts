import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { Estimate, OwnWindow } from '../incident.ts'
import { asOfShown, latest, windowsOf } from './check-moments.ts'
import { isTyped } from './check-state.ts'
import { shown } from './shown-local-time.ts'

/** What is announced or expected is in the future, and both agree. */
export function checkAnnounced(draft: IncidentDraft, { zone }: FieldContext): readonly UnplacedDiagnostic[] {
  return [...ahead(draft, zone), ...expected(draft, zone), ...estimates(draft)]
}

/** What is announced is in the future. */
function* ahead(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { state, as_of, started } = draft
  if (state !== 'planned') return
  for (const [index, when] of started.entries()) {
    if (when.at === undefined || as_of === undefined || when.at > as_of) continue
    const facts = { started: shown(draft, `/started/${index}`, when.at, zone), as_of: asOfShown(draft, as_of, zone) }
    yield { code: 'state/planned-but-started', facts, pointer: `/started/${index}/at` }
  }
  const isAnnounced = isTyped(draft, 'planned') || isTyped(draft, 'started')
  if (!isAnnounced && !draft.services.some(service => service.planned ?? service.started))
    yield { code: 'state/planned-without-window', facts: {}, pointer: '/state' }
  for (const [pointer, window] of windowsOf(draft)) yield* inThePast(draft, { pointer, window }, zone)
}

function* inThePast(
  draft: IncidentDraft,
  { pointer, window }: { pointer: Pointer; window: OwnWindow },
  zone: string,
): Generator<UnplacedDiagnostic> {
  const { as_of } = draft
  const [from, to] = [window.from.at, window.to && latest(window.to)]
  const end = to ?? latest(window.from)
  const isInverted = to !== undefined && from !== undefined && to <= from
  if (end === undefined || as_of === undefined || end > as_of || isInverted) return
  const which = to === undefined ? 'from' : 'to'
  const context = to === undefined ? 'from' : ''
  const facts = { to: shown(draft, `${pointer}/${which}`, end, zone), as_of: asOfShown(draft, as_of, zone), context }
  yield { code: 'time/planned-in-the-past', facts, pointer: `${pointer}/${which}/at` }
}

/** The expected end is after `as_of`, and not before the announced window. */
function* expected(draft: IncidentDraft, zone: string): Generator<UnplacedDiagnostic> {
  const { state, as_of, planned } = draft
  if (state === 'resolved' || state === 'retracted') return
  const [window, another] = planned
  for (const [index, one] of draft.expected.entries()) {
    const end = one.kind === 'at' && isValid(one) ? latest(one.when) : undefined
    if (end === undefined) continue
    const at = `/expected/${index}/when`
    const pointer = `${at}/at`
    const told = (other: string) => ({ expected: shown(draft, at, end, zone), other })
    if (state === 'planned' && window?.from.at !== undefined && !another) {
      const close = window.to?.at
      if (end < window.from.at) {
        const begins = shown(draft, '/planned/0/from', window.from.at, zone)
        yield { code: 'time/expected-before-window', facts: told(begins), pointer }
      } else if (close !== undefined && end < close) {
        yield { code: 'time/expected-inside-window', facts: told(shown(draft, '/planned/0/to', close, zone)), pointer }
      }
    } else if (as_of !== undefined && end < as_of) {
      yield { code: 'time/expected-before-as-of', facts: told(asOfShown(draft, as_of, zone)), pointer }
    }
  }
}

/** Who gives no estimate gives none; of two of one source one is given up. */
function* estimates({ expected: all }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, one] of all.entries()) {
    const others = all.filter(other => other !== one && speakerKey(other) === speakerKey(one)).filter(isValid)
    if (one.kind === 'none') {
      if (others.length > 0) yield { code: 'state/estimate-and-none', facts: {}, pointer: `/expected/${index}` }
    } else if (isValid(one) && others.some(other => all.indexOf(other) < index && isAboutSame(one, other))) {
      yield { code: 'time/two-estimates', facts: {}, pointer: `/expected/${index}` }
    }
  }
}

const isValid = (one: IncidentDraft['expected'][number]): one is Estimate =>
  one.kind !== 'none' && !one.replaced && !one.kept

/** Of one sureness, for the same people and services: « au plus tôt samedi » may stand beside « sans doute dimanche ». */
const isAboutSame = (one: Estimate, other: Estimate): boolean =>
  one.sure === other.sure &&
  (one.of === 'repair') === (other.of === 'repair') &&
  JSON.stringify(one.for) === JSON.stringify(other.for) &&
  one.services.map(({ id }) => id).join() === other.services.map(({ id }) => id).join()

const speakerKey = ({ by }: IncidentDraft['expected'][number]): string =>
  by === undefined ? '' : `${by.kind} ${by.name?.id ?? JSON.stringify(by.called ?? '')}`
