import type { Pointer } from '../../foundation/pointer.ts'
import { DAY } from '../../foundation/time-units.ts'
import type { Estimate, Incident } from '../../incident/incident.ts'
import { type AnnouncedWindow, announcedSame, harmOf } from '../announced-windows.ts'
import {
  answered,
  fact,
  length,
  names,
  once,
  servicesAt,
  speaker,
  type Tense,
  tenseOf,
  text,
  wanted,
  when,
} from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSilent } from '../story-holds.ts'
import { hasHour } from '../story-lengths.ts'

/** When the end is expected, how long that takes, or that no estimate is given; estimates given up come last. */
export function expected(storyContext: StoryContext): Fact[] {
  const all = storyContext.incident.expected.map((one, index) => ({ one, at: `/expected/${index}` }))
  const isGivenUp = ({ one }: PlacedEstimate) => one.kind !== 'none' && (one.replaced === true || one.kept === true)
  const current = all.filter(entry => !isGivenUp(entry))
  // Once it is over, what was expected is told one after the other.
  const isOver = tenseOf(storyContext.incident) === 'past'
  const pairs = current.flatMap(entry => replacedBy(entry, all).map(gone => [entry, gone] as const))
  const replaced = new Map(isOver ? [] : pairs)
  const told = new Set(replaced.values())
  const left = all.filter(entry => isGivenUp(entry) && !told.has(entry))
  return [...current, ...left].flatMap(entry => {
    const { one, at } = entry
    return one.kind === 'none'
      ? [noEstimate(storyContext, one.by, at)]
      : estimate(storyContext, one, at, replaced.get(entry))
  })
}

/** An entry of the list, with its line. */
interface PlacedEstimate {
  readonly one: Incident['expected'][number]
  readonly at: Pointer
}

/** What the same source had expected of the same: said beside what it expects now. */
function replacedBy({ one }: PlacedEstimate, all: readonly PlacedEstimate[]): PlacedEstimate[] {
  if (one.kind !== 'at' || one.kept || one.replaced) return []
  const isSame = (other: Estimate) =>
    other.kind === 'at' &&
    other.replaced === true &&
    other.sure === 'expected' &&
    other.at === undefined &&
    JSON.stringify([other.by, other.for, other.services, other.of]) ===
      JSON.stringify([one.by, one.for, one.services, one.of])
  const found = all.filter(({ one: other }) => other.kind === 'at' && isSame(other))
  return found.length === 1 ? found : []
}

function noEstimate({ company, incident }: StoryContext, by: Estimate['by'], at: string): Fact {
  return fact(
    'expected.none',
    {
      source: speaker(by, `${at}/by`),
      // Where somebody else says so, it is not the company that gives no estimate.
      company: by ? undefined : wanted(company),
    },
    { holds: { 'silent-said-by': by !== undefined || isSilent(incident) }, from: `${at}/kind` },
  )
}

const SURE: Readonly<Record<Estimate['sure'], string>> = {
  expected: 'expected',
  possible: 'possible',
  hoped: 'hoped',
  'at least': 'least',
  'possibly at least': 'maybe-least',
  promised: 'promised',
}

/** An estimate told exactly so strong; then when it was given. */
function estimate(storyContext: StoryContext, one: Estimate, at: string, gone?: PlacedEstimate): Fact[] {
  const { incident, windows } = storyContext
  const context: Tense = one.replaced || one.kept || tenseOf(incident) === 'past' ? 'past' : 'now'
  // The end of an announced window is told once.
  const same = announcedSame(windows, at)
  const clock = one.kind === 'at' ? (same ?? once(when(one.when, `${at}/when`))) : undefined
  const takes = one.kind === 'in' ? once(length(one.in, `${at}/in`)) : undefined
  const slots = {
    clock: clock === same ? clock : answered(clock, one.by, at),
    length: answered(takes, one.by, at),
    source: speaker(one.by, `${at}/by`),
    company: storyContext.company,
    whom: once(text(one.for, `${at}/for`)),
    services: once(servicesAt(one.services, at)),
    instead: gone?.one.kind === 'at' ? once(when(gone.one.when, gone.at)) : undefined,
  }
  const of = one.of === 'repair' ? 'repair-' : ''
  // Of work it is not its end that is expected, but what it stopped.
  const isWork = incident.kind === 'maintenance' && of === '' && context === 'now' && one.kind === 'at'
  const work = isWork && one.sure === 'expected' ? ['expected.work-at-expected'] : []
  const told = fact([...work, `expected.${of}${one.kind}-${SURE[one.sure]}`], slots, {
    context,
    holds: { kept: one.kept === true, first: gone !== undefined },
    ...(one.kept && { from: `${at}/kept` }),
  })
  const given = once(when(one.at, `${at}/at`))
  return given ? [told, fact('expected.given', { given })] : [told]
}

/** Windows announced, where the lead has not told them, and what is done in them. */
export function planned(storyContext: StoryContext): Fact[] {
  const { windows, incident } = storyContext
  return windows.flatMap(window => {
    const { from, to, what, services, at } = window
    const context = isRunning(window, incident) ? 'running' : tenseOf(incident)
    const harm = harmOf([window])
    const isWhole = services.length === 0 && windows.length > 1
    const keys = [
      ...(isWhole && context === 'future' ? ['planned.whole'] : []),
      ...(harm ? [`planned.${harm}`] : []),
      'planned.window',
    ]
    return [
      fact(keys, { from, to, services: once(names(services, at)), source: from?.source }, { context }),
      ...(what
        ? [
            fact(
              'planned.what',
              { what, services: windows.length > 1 ? wanted(names(services, at)) : undefined },
              { context },
            ),
          ]
        : []),
    ]
  })
}

/** Whether its end is still to come while the story goes on: what was planned is planned still, and may last all of its last day. */
const isRunning = ({ to }: AnnouncedWindow, { state, as_of }: Incident): boolean =>
  (state === 'ongoing' || state === 'recovering') &&
  to?.kind === 'when' &&
  (to.when.at ?? 0) + (hasHour(to.when) ? 0 : DAY) > as_of
