import type { Count, Incident } from '../../incident/incident.ts'
import { isSentIn, isSuspicion } from '../../incident/suspicion.ts'
import { isDialled } from '../service-groups.ts'
import {
  fact,
  figure,
  length,
  names,
  once,
  reserve,
  speaker,
  tally,
  tenseOf,
  term,
  text,
  wanted,
  when,
} from '../slots.ts'
import type { Fact, FigurePart, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { hasFallen, hasRisen, isAlike } from './count-course.ts'
import { cutFrom, outcomeOf, outcomeTense, outcomeTerm, ownOutcome, tenseOfCount } from './count-outcomes.ts'

/** Figures with who counted them; a counting site is described where it is first named. */
export function counts(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  const explained = new Map<string, Slot | undefined>()
  return incident.counts.flatMap((count, index) => {
    if (wholeOf(incident.counts, index)) return []
    const { unit } = count
    if ((incident.state === 'retracted' || isSuspicion(incident)) && !isSentIn(unit)) return []
    const at = `/counts/${index}`
    const id = count.source?.name?.id ?? ''
    if (!explained.has(id)) explained.set(id, explanationOf(count, at))
    const caveats = count.caveat ? alike(incident.counts, count) : []
    // A caveat about several figures is given once, with the first or after it.
    const caveat =
      caveats[0] === index
        ? once(
            text(
              count.caveat,
              caveats.map(nth => `/counts/${nth}/caveat`),
            ),
          )
        : undefined
    const slots = { ...slotsOf(count, at, storyContext), explained: explained.get(id) }
    const facts = [
      ...(count.figure ? [counted(count, index, { ...slots, aside: caveat }, incident)] : []),
      ...(count.trend ? [trend(count, at, slots, incident)] : []),
      ...(count.usual ? [usual(count, at, slots)] : []),
    ]
    return caveat ? [...facts, fact('counts.caveat', { text: caveat })] : facts
  })
}

type Slots = Readonly<Record<string, Slot | undefined>>

/** What every sentence about a count may say: who, about what, where, and over which time. */
function slotsOf(count: Count, at: string, { all, incident }: StoryContext): Slots {
  return {
    source: speaker(count.source, `${at}/source`),
    via: once(speaker(count.via, `${at}/via`)),
    ...whomFor(count, at),
    place: names(count.place ? [count.place] : [], `${at}/place`),
    services: all,
    reserve: reserve(count, at),
    ...spanOf(count, at, incident),
  }
}

/** What it is about, and for whom the calls were: those of a number that one calls were to it. */
function whomFor({ unit, service, to }: Count, at: string): Slots {
  const isCalled = service !== undefined && !to && unit === 'calls' && isDialled({ service })
  return {
    service: names(service && !isCalled ? [service] : [], `${at}/service`),
    to: once(isCalled ? names([service], `${at}/service`) : names(to ? [to] : [], `${at}/to`)),
  }
}

/** When: at an hour, and over which time it was counted, « depuis 13h », « de 13h à 14h », « en 30 minutes ». */
function spanOf({ at: until, from, during }: Count, at: string, incident: Incident): Slots {
  const [start, end] = [when(from, `${at}/from`), when(until, `${at}/at`)]
  const [first, last] = start && end ? ['from', 'until'] : [tenseOf(incident) === 'now' ? 'since' : 'onward', 'at']
  const kind = during ? 'during' : !start ? undefined : end ? 'window' : first
  return {
    [first]: start,
    [last]: start ? end : once(end),
    during: during && length(during, `${at}/during`),
    span: kind === undefined ? undefined : once(term(`span.${kind}`, [`${at}/during`, `${at}/from`])),
  }
}

/** The figure itself, with what became of what it counts. */
function counted(count: Count, index: number, slots: Slots, incident: Incident): Fact {
  const at = `/counts/${index}`
  const outcome = outcomeOf(count)
  const told = {
    ...slots,
    figure: figureOf(count, at),
    parts: partsOf(incident.counts, index),
    ...(outcome && outcomeSlots(count, at, incident)),
    ...(ownOutcome(count) && { outcome: text(ownOutcome(count), `${at}/outcome`) }),
    // Of a share of the reports, which they are is all there is to say.
    ...(!outcome &&
      !ownOutcome(count) &&
      count.unit === 'percent' && { service: wanted(slots.service), place: wanted(slots.place) }),
  }
  const holds = {
    cumulative: count.phase === 'total',
    fell: hasFallen(incident.counts, count),
    'full-stop': outcome === 'restored',
  }
  return fact(keysOf(count, incident), told, { holds, from: [`${at}/phase`], context: contextOf(count, incident) })
}

function figureOf({ figure, unit, of }: Count, at: string): Slot {
  return once(tally({ figure, unit, of }, [...figureLines(at), ...(of ? [`${at}/of`] : [])]))
}

/** « ont été bloqués », and « bloqués » for a title. */
function outcomeSlots(count: Count, at: string, incident: Incident): Slots {
  const tense = outcomeTense(count, incident, isFalling(count, incident))
  // Since when they are without it is told as since when they are hit.
  const outcome = tense === 'since' && cutFrom(count, incident) ? 'hit' : outcomeTerm(count, incident)
  if (outcome === 'restored') {
    const what = incident.kind === 'power cut' ? 'power' : 'service'
    return {
      back: term(`back.${what}-${outcomeTense(count, incident, false)}`, `${at}/outcome`),
      back_title: term(`back.${what}-title`, `${at}/outcome`),
    }
  }
  return {
    outcome: term(`outcome.${outcome}-${tense}`, `${at}/outcome`),
    outcome_title: term(`outcome.${outcome}-title`, `${at}/outcome`),
  }
}

/** Whether who is hit grows fewer: by an earlier figure, by its course, or since service comes back; never of a figure that rose. */
function isFalling(count: Count, { counts: all, state }: Incident): boolean {
  if (count.trend === 'rising' || hasRisen(all, count)) return false
  return count.trend === 'falling' || hasFallen(all, count) || state !== 'ongoing'
}

/** Sentences about what was sent in have a tense of their own; those about an outcome have it in the outcome. */
function contextOf(count: Count, incident: Incident): string {
  const isOver = count.during !== undefined || (count.from !== undefined && count.at !== undefined)
  const tense = isOver ? 'past' : tenseOfCount(count, incident)
  const outcome = outcomeOf(count)
  if (ownOutcome(count)) return count.phase === 'peak' ? 'peak' : tense
  if (outcome) return count.phase === 'peak' && outcome !== 'restored' ? 'peak' : tense
  if (count.unit === 'percent') return count.at || tense === 'past' ? 'then' : 'now'
  return count.source ? `${count.phase ?? 'total'}-${tense}` : tense
}

/** How the number moves: told with its figure, and without one. */
function trend(count: Count, at: string, slots: Slots, incident: Incident): Fact {
  const { unit, of, at: when, trend: how = 'high', change } = count
  const isThen = when !== undefined || tenseOf(incident) === 'past'
  const tense = slots.since ? 'since' : isThen ? 'then' : 'now'
  // A rate without an outcome is that of what is counted, and not of what is hit.
  const outcome = change && count.outcome === undefined ? undefined : outcomeTerm(count, incident)
  // Beside its figure, which says where.
  const { place, ...rest } = slots
  const told = {
    ...rest,
    place: count.figure ? undefined : place,
    figure: tally({ unit, of }, `${at}/unit`),
    tally: term(unit === 'percent' ? 'tally.share' : 'tally.number', count.figure ? [] : [`${at}/unit`]),
    outcome_title: outcome && term(`outcome.${outcome}-title`, `${at}/outcome`),
    change: change && figure(change, 'percent', `${at}/change`),
    trend: once(
      term(`trend.${how}-${change ? 'by-' : ''}${tense}`, [`${at}/trend`, ...(change ? [`${at}/change`] : [])]),
    ),
  }
  return fact(count.source ? 'counts.trend' : 'counts.own-trend', told, {
    holds: { 'full-stop': outcome === 'restored' },
  })
}

function usual(count: Count, at: string, { source }: Slots): Fact {
  const { usual: figure, unit, of } = count
  return fact('counts.usual', { usual: once(tally({ figure, unit, of }, `${at}/usual`)), source })
}

/** Which figures carry the same caveat as this one. */
function alike(counts: readonly Count[], { caveat }: Count): number[] {
  const words = JSON.stringify(caveat)
  return counts.flatMap((other, nth) => (JSON.stringify(other.caveat) === words ? [nth] : []))
}

/** The family of its sentences; what is told of an outcome is told as of what is hit, unless it has words of its own. */
function keysOf(count: Count, incident: Incident): string | readonly string[] {
  const outcome = outcomeOf(count)
  const own = count.source ? '' : 'own-'
  if (ownOutcome(count)) return `counts.${own}verb`
  if (outcome === 'restored') return `counts.${own}restored`
  // Where another sentence says who counted, the last of them does not.
  if (outcome === 'hit' && !cutFrom(count, incident))
    return count.source ? ['counts.affected', 'counts.unsourced'] : 'counts.own-affected'
  if (outcome)
    return count.source
      ? ['counts.outcome', 'counts.affected', 'counts.unsourced']
      : ['counts.own-outcome', 'counts.own-affected']
  if (count.unit === 'percent') return `counts.${own}share`
  return count.source ? 'counts.any' : 'counts.own'
}

const figureLines = (at: string): string[] => [`${at}/value`, `${at}/range`, `${at}/precision`, `${at}/unit`]

/** Few readers know a counting site; a company that gives a figure is known from the story. */
function explanationOf({ source }: Count, at: string): Slot | undefined {
  return source?.kind === 'counter' ? once(source.name && names([source.name], `${at}/source`)) : undefined
}

/**
 * The count that this one is entered as a part of: « 6,5 millions de signalements, dont 1,4 million aux États-Unis ».
 * A part that the sentence of its whole cannot hold (of another source, at its own hour) is told by itself.
 */
function wholeOf(counts: readonly Count[], index: number): Count | undefined {
  const part = counts[index]
  if (!part?.part_of || !(part.place ?? part.to) || !part.figure) return undefined
  const whole = counts.slice(0, index).findLast(({ part_of }) => !part_of)
  return whole?.figure && !isMoreToTell(part, whole) && holdsPart(whole, part) ? whole : undefined
}

/** What the sentence of the whole has no room for: an hour of its own, unless it is that of the whole. */
const isMoreToTell = ({ caveat, at, from, during, trend, usual, via, sure }: Count, whole: Count): boolean =>
  [caveat, from, during, trend, usual, via, sure].some(one => one !== undefined) ||
  (at !== undefined && JSON.stringify(at) !== JSON.stringify(whole.at))

/** A peak and a latest figure have sentences of their own, without parts. */
const holdsPart = (whole: Count, part: Count): boolean =>
  (whole.phase === undefined || whole.phase === 'total') &&
  isAlike(whole, part) &&
  whole.unit !== 'percent' &&
  whole.outcome !== 'restored' &&
  whole.phase === part.phase

function partsOf(counts: readonly Count[], whole: number): Slot | undefined {
  const parts = counts.flatMap((count, index) =>
    count.figure && wholeOf(counts, index) === counts[whole] ? [{ part: partIn(count), index }] : [],
  )
  if (parts.length === 0) return undefined
  const from = parts.flatMap(({ index }) => [
    ...figureLines(`/counts/${index}`),
    ...['place', 'to', 'source', 'part_of', 'outcome', 'at'].map(field => `/counts/${index}/${field}`),
  ])
  return { kind: 'parts', parts: parts.flatMap(({ part }) => part ?? []), from, once: true }
}

function partIn({ figure, place, to }: Count): FigurePart | undefined {
  return figure && { figure, ...(place && { place }), ...(to && { to }) }
}
