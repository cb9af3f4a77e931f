import type { Figure } from '../fields/values.ts'
import { comesAfter } from '../incident/moments.ts'
import type { Fact, FigurePart, Slot } from '../story/story.ts'
import { pointersOf } from './fact-lines.ts'
import type { Message } from './message.ts'
import { valueHeldBy } from './sentence-plan.ts'
import type { PlannedMoves } from './told-twice.ts'

/**
 * The moves of a body with figures of one kind told together: the latest with what it was before (« contre … »), or with a
 * sentence on its course where that is long; and those of several places as one list. What the lead tells stands there as it is.
 * Pure, and of all languages at once.
 */
export function withCountsTogether(moves: PlannedMoves): PlannedMoves {
  // A lead has its own copy of a fact, with the same figure.
  const led = new Set((moves.lead ?? []).flatMap(({ slots: { figure } }) => figure ?? []))
  const isLed = ({ slots: { figure } }: Fact) => figure !== undefined && led.has(figure)
  const all = [...new Set([...(moves.high ?? []), ...(moves.counts ?? [])])].filter(fact => !isLed(fact))
  const told = mergedCounts(all)
  if (told.size === 0) return moves
  return Object.fromEntries(
    Object.entries(moves).map(([name, facts]) => [
      name,
      name === 'lead' ? facts : facts.flatMap(fact => told.get(fact) ?? [fact]),
    ]),
  )
}

/** A figure that leads with the same of other places, of the same source and hour: with them in its fact, and which they are. */
export function withElsewhere(leader: Message | undefined, messages: readonly Message[]): Elsewhere {
  const [first, ...rest] = leader?.facts ?? []
  const kin = first && leader?.type === 'count' ? messages.filter(one => one !== leader && isKin(one, first)) : []
  if (!leader || !first || kin.length === 0) return { leader, kin: [] }
  const others = kin.flatMap(({ facts: [own] }) => own ?? [])
  return { leader: { ...leader, facts: [withParts(first, 'elsewhere', others.map(partOf), others), ...rest] }, kin }
}

interface Elsewhere {
  readonly leader: Message | undefined
  /** The messages that it tells beside its own. */
  readonly kin: readonly Message[]
}

function isKin({ type, facts: [own, ...others] }: Message, first: Fact): boolean {
  if (type !== 'count' || !own || others.length > 0 || own.slots.aside || first.slots.aside) return false
  const isPlaced = own.slots.place !== undefined && first.slots.place !== undefined
  const isOutcome = own.keys.includes('counts.outcome') && own.slots.outcome_title !== undefined
  return isPlaced && isOutcome && fullSign(own) === fullSign(first) && !own.slots.reserve && !own.slots.parts
}

/** The same but for who says so, whom a name tells. */
function fullSign(fact: Fact): string {
  const { source, via, ...slots } = fact.slots
  const named = [source, via].map(slot => (slot?.kind === 'speaker' ? (slot.speaker.name?.name ?? heldIn(slot)) : slot))
  return `${placeSign({ ...fact, slots })} ${JSON.stringify(named)}`
}

/** Every way in which figures of a story may be told together, whether or not they are: what wordings must be there for. */
export function everyTogether(facts: readonly Fact[]): Fact[] {
  return facts.filter(isFigure).flatMap(fact => {
    const part = partOf(fact)
    const both = [part, { ...part, isPeak: true }]
    const pair = [fact, fact]
    return [
      withParts(fact, 'elsewhere', both, []),
      withParts(fact, 'earlier', both, []),
      ...(isWhatBecame(fact) ? [withAlso(fact, fact)] : []),
      ...(['rising', 'falling', 'mixed'] as const).map(way => courseOf(pair, way)),
    ]
  })
}

/** For each figure that is told otherwise than by itself, what stands in its place. */
function mergedCounts(all: readonly Fact[]): Map<Fact, readonly Fact[]> {
  const told = new Map<Fact, readonly Fact[]>()
  for (const group of groupsOf(all.filter(isFigure), courseSign)) courseIn(group, told)
  const left = all.filter(fact => isFigure(fact) && !told.has(fact) && fact.slots.place && !fact.slots.aside)
  for (const [first, ...others] of groupsOf(left, placeSign)) {
    if (!first || others.length === 0) continue
    told.set(first, [withParts(first, 'elsewhere', others.map(partOf), others)])
    for (const other of others) told.set(other, [])
  }
  const single = all.filter(fact => isFigure(fact) && !told.has(fact) && !isPeak(fact) && !fact.slots.aside)
  for (const [first, other, ...others] of groupsOf(single.filter(isWhatBecame), outcomeSign)) {
    if (!first || !other || others.length > 0) continue
    told.set(first, [withAlso(first, other)])
    told.set(other, [])
  }
  return told
}

/** A figure with what became of it: « touchés ». */
const isWhatBecame = ({ keys }: Fact): boolean => /^counts\.(?:outcome|affected|verb)$/.test(keys[0] ?? '')

/** What became the same of other things, as one source says. */
const outcomeSign = (fact: Fact): string =>
  `${placeSign({ ...fact, slots: { ...fact.slots, figure: NOTHING } })}${JSON.stringify(heldIn(fact.slots.place))}`

const NOTHING: Slot = { kind: 'figure', from: [] }

/** A figure with another of which the same became: « 40 trains ont été annulés, ainsi que 12 bus ». */
function withAlso(fact: Fact, other: Fact): Fact {
  const { figure } = other.slots
  const from = pointersOf(other)
  return figure ? { ...fact, slots: { ...fact.slots, also: { ...figure, from, once: true } } } : fact
}

/** A figure that a sentence can hold beside others: of a source, and with nothing that belongs to it alone. */
const isFigure = ({ keys, slots: { figure, source, span, parts, reserve } }: Fact): boolean =>
  /^counts\.(?!usual|caveat|trend)/.test(keys[0] ?? '') &&
  figure?.kind === 'figure' &&
  figure.figure !== undefined &&
  source !== undefined &&
  !span &&
  !parts &&
  // What is not certain is told with its reserve, by itself.
  !reserve

function groupsOf(facts: readonly Fact[], signOf: (fact: Fact) => string): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) groups.set(signOf(fact), [...(groups.get(signOf(fact)) ?? []), fact])
  return [...groups.values()]
}

/** What is counted, by whom and where, at whatever hour. */
const courseSign = ({
  slots: { figure, source, via, service, to, place, outcome, outcome_title, back_title },
}: Fact): string =>
  JSON.stringify([
    unitOf(figure),
    // What became of them in words of the file has no other place.
    ...[source, via, service, to, place, outcome?.kind === 'text' ? outcome : undefined, outcome_title, back_title].map(
      heldIn,
    ),
  ])

/** The same at one hour, wherever. */
const placeSign = ({ keys, context, holds, slots }: Fact): string =>
  JSON.stringify([
    [keys, context, holds, unitOf(slots.figure)],
    ...[slots.source, slots.via, slots.service, slots.to, slots.at, slots.outcome, slots.back].map(heldIn),
  ])

const unitOf = (slot: Slot | undefined): unknown => (slot?.kind === 'figure' ? [slot.unit, slot.of] : undefined)

const heldIn = (slot: Slot | undefined): unknown => slot && valueHeldBy(slot)

/** So many earlier figures the sentence of the latest holds. */
const BESIDE = 2

/** The latest figure of a course with those before it, or with a sentence of theirs after it. */
function courseIn(group: readonly Fact[], told: Map<Fact, readonly Fact[]>): void {
  const latest = group.find(fact => group.every(other => other === fact || isBefore(other, fact)))
  const before = group
    .filter(fact => fact !== latest && fact.slots.at && !fact.slots.aside)
    .sort((one, other) => startOf(one) - startOf(other))
  // Whom the source is quoted by is told beside one figure or three, not with a course.
  const isLong = before.length > BESIDE && latest?.slots.via !== undefined
  if (!latest || isPeak(latest) || before.length === 0 || isLong) return
  for (const fact of before) told.set(fact, [])
  told.set(
    latest,
    before.length <= BESIDE
      ? [withParts(latest, 'earlier', before.map(partOf), before, directionOf([...before, latest]))]
      : [courseOf(before, wayOf(before)), latest],
  )
}

const isBefore = (one: Fact, other: Fact): boolean => comesAfter(momentOf(other), momentOf(one))

const isPeak = ({ context = '' }: Fact): boolean => context.startsWith('peak')

const momentOf = ({ slots: { at } }: Fact) => (at?.kind === 'when' ? at.when : undefined)

const startOf = (fact: Fact): number => momentOf(fact)?.at ?? 0

function partOf(fact: Fact): FigurePart {
  const { figure, place } = fact.slots
  const at = momentOf(fact)
  return {
    figure: (figure?.kind === 'figure' && figure.figure) || { kind: 'exact', value: 0 },
    ...(place?.kind === 'names' && place.names[0] && { place: place.names[0] }),
    ...(at && { at }),
    ...(isPeak(fact) && { isPeak: true }),
  }
}

/** A figure with others: of elsewhere by their places, of before by their hours. */
function withParts(
  fact: Fact,
  name: 'elsewhere' | 'earlier',
  parts: readonly FigurePart[],
  others: readonly Fact[],
  direction?: 'up' | 'down',
): Fact {
  const left = name === 'elsewhere' ? 'at' : 'place'
  // A sentence about the peak says so once, for all of its figures.
  const own = parts.map(({ [left]: _, isPeak: top, ...part }) => ({
    ...part,
    ...(top && !isPeak(fact) && { isPeak: true }),
  }))
  const slot: Slot = { kind: 'parts', parts: own, from: others.flatMap(pointersOf), once: true }
  return { ...fact, slots: { ...fact.slots, [name]: slot }, holds: [...fact.holds, ...(direction ? [direction] : [])] }
}

/** How a figure went, told by itself. */
function courseOf(course: readonly Fact[], way: 'rising' | 'falling' | 'mixed'): Fact {
  const [first] = course
  const { source, service, to, place, figure, outcome_title } = first?.slots ?? {}
  const isShare = figure?.kind === 'figure' && figure.unit === 'percent'
  const parts = course.map(fact => {
    const { place: _, ...part } = partOf(fact)
    return part
  })
  const slots = {
    source,
    service,
    to,
    place,
    figure: figure && withoutNews(figure),
    outcome_title,
    tally: { kind: 'term', key: isShare ? 'tally.share' : 'tally.number', from: [] } satisfies Slot,
    course: { kind: 'parts', parts, from: course.flatMap(pointersOf), once: true } satisfies Slot,
  }
  const told = Object.entries(slots).flatMap(([name, slot]) => (slot ? [[name, slot]] : []))
  return { keys: ['counts.course'], context: way, slots: Object.fromEntries(told), holds: [], from: [] }
}

/** What is counted, without the number. */
function withoutNews(slot: Slot): Slot {
  if (slot.kind !== 'figure') return slot
  const { once: _, figure: __, ...unit } = slot
  return unit
}

function wayOf(course: readonly Fact[]): 'rising' | 'falling' | 'mixed' {
  const steps = stepsOf(course)
  if (steps.every(step => step !== undefined && step > 0)) return 'rising'
  return steps.every(step => step !== undefined && step < 0) ? 'falling' : 'mixed'
}

/** Which way a figure went from one before; from several none is named. */
function directionOf(course: readonly Fact[]): 'up' | 'down' | undefined {
  const [step, ...others] = stepsOf(course)
  if (step === undefined || step === 0 || others.length > 0) return undefined
  return step > 0 ? 'up' : 'down'
}

const stepsOf = (course: readonly Fact[]): (number | undefined)[] =>
  course.slice(1).map((fact, nth) => {
    const [before, after] = [course[nth], fact].map(one => one && valueIn(one))
    return before === undefined || after === undefined ? undefined : after - before
  })

function valueIn({ slots: { figure } }: Fact): number | undefined {
  const value: Figure | undefined = figure?.kind === 'figure' ? figure.figure : undefined
  return value && 'value' in value ? value.value : undefined
}
