import type { CountUnit } from '../../fields/values.ts'
import { isSentIn } from '../../incident/in-force.ts'
import type { Count } from '../../incident/incident.ts'
import { comesAfter } from '../../incident/moments.ts'
import { fact, figure, names, once, speaker, tenseOf, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** What a unit counts: reports sent in, people affected, or which share of them. */
const ASPECT: Readonly<Record<CountUnit, 'any' | 'affected' | 'share'>> = {
  reports: 'any',
  complaints: 'any',
  calls: 'any',
  posts: 'any',
  users: 'affected',
  customers: 'affected',
  sites: 'affected',
  services: 'affected',
  trains: 'affected',
  flights: 'affected',
  households: 'affected',
  'cash machines': 'affected',
  workspaces: 'affected',
  messages: 'affected',
  orders: 'affected',
  payments: 'affected',
  patients: 'affected',
  percent: 'share',
}

/** Figures with who counted them; a counting site is described where it is first named. */
export function counts(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  const explained = new Map<string, Slot | undefined>()
  return incident.counts.flatMap((count, index) => {
    if (wholeOf(incident.counts, index)) return []
    if (incident.state === 'retracted' && !isSentIn(count.unit)) return []
    const at = `/counts/${index}`
    const id = count.source?.name?.id ?? ''
    if (!explained.has(id)) explained.set(id, explanationOf(count, at))
    const slots = {
      source: speaker(count.source, `${at}/source`),
      explained: explained.get(id),
      figure: figure(count.figure, count.unit, figureLines(at)),
      parts: partsOf(incident.counts, index),
      service: names(count.service ? [count.service] : [], `${at}/service`),
      place: names(count.place ? [count.place] : [], `${at}/place`),
      at: once(when(count.at, `${at}/at`)),
      services: storyContext.all,
    }
    const context = count.source ? `${count.phase ?? 'total'}-${tenseOf(incident)}` : tenseOf(incident)
    const holds = { cumulative: count.phase === 'total', fell: hasFallen(incident.counts, count) }
    const facts = [fact(keyOf(count), slots, { context, holds, from: [`${at}/phase`] })]
    const caveats = count.caveat ? alike(incident.counts, count) : []
    // A caveat about several figures is given once, after the first.
    if (caveats[0] === index) {
      const from = caveats.map(nth => `/counts/${nth}/caveat`)
      facts.push(fact('counts.caveat', { text: once(text(count.caveat, `${at}/caveat`)) }, { from }))
    }
    return facts
  })
}

/** Whether the same source had counted more of the same before. */
function hasFallen(counts: readonly Count[], count: Count): boolean {
  return counts.some(
    other =>
      isAlike(other, count) &&
      other.place?.id === count.place?.id &&
      comesAfter(count.at, other.at) &&
      isMore(other, count),
  )
}

function isMore({ figure: one }: Count, { figure: other }: Count): boolean {
  return 'value' in one && 'value' in other && one.value > other.value
}

/** Whether two figures count the same, by the same source. */
const isAlike = (one: Count, other: Count): boolean =>
  one.source?.name !== undefined &&
  one.source.name.id === other.source?.name?.id &&
  one.unit === other.unit &&
  one.service?.id === other.service?.id

/** Which figures carry the same caveat as this one. */
function alike(counts: readonly Count[], { caveat }: Count): number[] {
  const words = JSON.stringify(caveat)
  return counts.flatMap((other, nth) => (JSON.stringify(other.caveat) === words ? [nth] : []))
}

const OWN = { any: 'counts.own', affected: 'counts.own-affected', share: 'counts.own-share' } as const

const keyOf = ({ source, unit }: Count): string => (source ? `counts.${ASPECT[unit]}` : OWN[ASPECT[unit]])

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
  if (!part?.part_of || !part.place || part.caveat || part.at) return undefined
  const whole = counts.slice(0, index).findLast(({ part_of }) => !part_of)
  return whole && holdsPart(whole, part) ? whole : undefined
}

/** A peak and a latest figure have sentences of their own, without parts. */
const holdsPart = (whole: Count, part: Count): boolean =>
  (whole.phase === undefined || whole.phase === 'total') &&
  isAlike(whole, part) &&
  whole.unit !== 'percent' &&
  whole.phase === part.phase

function partsOf(counts: readonly Count[], whole: number): Slot | undefined {
  const parts = counts.flatMap(({ figure, place }, index) =>
    place && wholeOf(counts, index) === counts[whole] ? [{ figure, place, index }] : [],
  )
  if (parts.length === 0) return undefined
  const from = parts.flatMap(({ index }) => [
    ...figureLines(`/counts/${index}`),
    ...['place', 'source', 'part_of'].map(field => `/counts/${index}/${field}`),
  ])
  return { kind: 'parts', parts: parts.map(({ figure, place }) => ({ figure, place })), from, once: true }
}
