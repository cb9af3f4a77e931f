import type { LocalText, Speaker } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { Cause, Count, End } from '../incident.ts'

/** Facts of the same kind that contradict each other, certainly or probably. */
export function checkContradictions(draft: IncidentDraft): readonly UnplacedDiagnostic[] {
  return [
    ...attack(draft),
    ...causes(draft),
    ...silences(draft),
    ...figures(draft),
    ...unsourced(draft),
    ...moments(draft),
    ...tolls(draft),
  ]
}

/** Without an event, nobody has said what people died of: the outage is not to be blamed by default. */
function* tolls({ casualties, event }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, { dead, injured, missing, poisoned, hospitalised, link }] of casualties.entries()) {
    const isToll = [dead, injured, missing, poisoned, hospitalised].some(number => number !== undefined && number > 0)
    if (isToll && !link && event.length === 0)
      yield { code: 'state/toll-without-link', facts: {}, pointer: `/casualties/${index}` }
  }
}

/** Differing moments need different sources: none has two, and at most one is the newsroom's own. */
function* moments(draft: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const field of ['started', 'ended'] as const) {
    for (const [index, one] of draft[field].entries()) {
      const before = draft[field].slice(0, index)
      const isTwice = before.some(
        other =>
          isSameSource(one, other) &&
          isOfSame(one, other) &&
          (one.at !== other.at || one.precision !== other.precision),
      )
      const context = one.source ? '' : 'own'
      if (isTwice) yield { code: 'time/two-of-one-source', facts: { field, context }, pointer: `/${field}/${index}` }
    }
  }
}

/** Ends for different people may differ. */
const isOfSame = (one: End, other: End): boolean => JSON.stringify(one.for) === JSON.stringify(other.for)

function* attack(draft: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, { status, author }] of draft.attack.entries()) {
    if (draft.kind === 'attack' && status === 'denied')
      yield { code: 'state/attack-denied', facts: {}, pointer: `/attack/${index}/status` }
    if (author && isVictims(author, draft)) {
      const name = author.name?.name ?? author.kind
      yield { code: 'state/attack-by-victim', facts: { name }, pointer: `/attack/${index}/author` }
    }
  }
}

/** Whether somebody is hit: the company, its services, who owns them, and who works there or speaks for it. */
function isVictims({ kind, name, role }: Speaker, { company, services }: IncidentDraft): boolean {
  if (kind === 'spokesperson' || kind === 'status page') return true
  const hit = [company, ...services.flatMap(({ service }) => [service, service.owner])].flatMap(one => one ?? [])
  const ids = new Set(hit.flatMap(one => [one.id, ...(one.company ? [one.company] : [])]))
  if (name && (ids.has(name.id) || (name.company !== undefined && ids.has(name.company)))) return true
  return Object.values(role ?? {}).some(text => hit.some(one => text.includes(one.name)))
}

/** A cause that is confirmed and denied by the same speaker. */
function* causes({ causes: all }: IncidentDraft): Generator<UnplacedDiagnostic> {
  const given = all.filter(({ status, replaced }) => status === 'official' && !replaced)
  for (const [index, denied] of all.entries()) {
    if (denied.status !== 'denied' || denied.replaced) continue
    if (!given.some(cause => isSameText(cause.text, denied.text) && !disagree(cause, denied))) continue
    yield { code: 'state/cause-given-and-denied', facts: {}, pointer: `/causes/${index}/status` }
  }
}

function disagree({ by: one }: Cause, { by: other }: Cause): boolean {
  return one !== undefined && other !== undefined && !isSame(one, other)
}

function isSameText(one: LocalText = {}, other: LocalText = {}): boolean {
  return Object.keys(one).some(language => one[language]?.trim() === other[language]?.trim())
}

/** Somebody quoted has answered: with hours, both can be told one after the other. */
function* silences({ statements }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, silence] of statements.entries()) {
    if (silence.kind === 'said') continue
    const isUnclear = statements.some(
      ({ kind, by, at }) => kind === 'said' && isSame(by, silence.by) && !(at?.at && silence.at?.at),
    )
    if (!isUnclear) continue
    const facts = { name: silence.by.name?.name ?? silence.by.kind, said: silence.kind }
    yield { code: 'state/silent-and-quoted', facts, pointer: `/statements/${index}/kind` }
  }
}

/** Of a figure that nobody gives, articles say that the newsroom counted it; only the first is asked about. */
function* unsourced({ counts }: IncidentDraft): Generator<UnplacedDiagnostic> {
  // Who writes `source: newsroom` has answered: it is there, and names nobody.
  const index = counts.findIndex(count => !('source' in count) && !count.via)
  if (index >= 0) yield { code: 'state/count-unsourced', facts: {}, pointer: `/counts/${index}` }
}

/** The peak of a source is not below its latest figure. */
function* figures({ counts }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, now] of counts.entries()) {
    const low = now.phase === 'now' ? leastOf(now) : undefined
    if (low === undefined) continue
    for (const peak of counts) {
      const high = peak.phase === 'peak' && isSameCount(peak, now) ? mostOf(peak) : undefined
      if (high === undefined || high >= low) continue
      yield { code: 'state/now-above-peak', facts: { now: low, peak: high }, pointer: `/counts/${index}/figure` }
      break
    }
  }
}

/** Figures whose number is a limit from above, and from below. */
const FROM_ABOVE: ReadonlySet<string> = new Set(['nearly', 'under', 'up to'])
const FROM_BELOW: ReadonlySet<string> = new Set(['over', 'at least'])

function leastOf({ figure }: Count): number | undefined {
  if (!figure) return undefined
  if (figure.kind === 'range') return figure.low
  return figure.kind === 'magnitude' || FROM_ABOVE.has(figure.kind) ? undefined : figure.value
}

function mostOf({ figure }: Count): number | undefined {
  if (!figure) return undefined
  if (figure.kind === 'range') return figure.high
  return figure.kind === 'magnitude' || FROM_BELOW.has(figure.kind) ? undefined : figure.value
}

function isSameCount(one: Count, other: Count): boolean {
  return (
    isSameThing(one.unit, other.unit) &&
    isSameThing(one.of, other.of) &&
    one.outcome === other.outcome &&
    one.to?.id === other.to?.id &&
    one.service?.id === other.service?.id &&
    one.place?.id === other.place?.id &&
    isSameSource(one, other)
  )
}

const isSameThing = (one: Count['unit'] | Count['of'], other: Count['unit'] | Count['of']): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && one.id === other.id)

function isSameSource(one: Pick<Count, 'source'>, other: Pick<Count, 'source'>): boolean {
  return one.source && other.source ? isSame(one.source, other.source) : one.source === other.source
}

function isSame(one: Speaker, other: Speaker): boolean {
  const isAlike = one.kind === other.kind && one.name?.id === other.name?.id && one.of?.id === other.of?.id
  return isAlike && JSON.stringify(one.called) === JSON.stringify(other.called)
}
