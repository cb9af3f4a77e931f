import type { Figure } from '../fields/values.ts'
import { type Count, type Incident, reserveOf } from '../incident/incident.ts'
import { comesAfter } from '../incident/moments.ts'
import { UNDER_WAY } from '../incident/states.ts'
import { isSameThing } from '../story/facts/count-course.ts'
import type { Fact } from '../story/story.ts'
import { entryOf } from './fact-lines.ts'
import type { NewsValues } from './news-values.ts'

/** Why a figure is news: how many, of what, and whether it is the newest and the whole of it. */
export function countValues(fact: Fact, { counts, state, started }: Incident, news: NewsValues): readonly string[] {
  const count = entryOf(counts, '/counts/', fact)
  if (!count) return ['count']
  // What works again, or still, is no loss.
  if (count.outcome === 'restored') return ['hope', 'works']
  if (count.outcome === 'working') return ['works']
  // How many customers there were before it began is background.
  if (isOfBefore(count, started)) return ['recall']
  // A title has no room for a reserve, and what was only tried befell nobody.
  if (reserveOf(count)) return ['contested', 'count']
  if (count.outcome === 'attempted') return ['count']
  const others = counts.filter(other => other !== count && isOfTheSame(other, count))
  // While it goes on, the number now says more than any before it, were it the peak; a site's reports fall by themselves.
  const isMoving = UNDER_WAY.has(state) && count.source?.kind !== 'counter'
  if (isMoving) {
    if (others.some(other => isAtOnePlace(other, count) && comesAfter(other.at, count.at)))
      return count.phase === 'peak' ? ['overtaken', 'count'] : ['overtaken']
    if (count.place && others.some(other => isWhole(other, count))) return ['part']
  }
  // A site that collects reports counts what is sent to it, and not those hit.
  const many = isOutcome(count) ? 'scale' : count.source?.kind === 'counter' ? 'reported' : 'hit'
  // What is left of a great many is of their scale.
  const isOfScale = isLarge(count, news) || (isMoving && others.some(other => isLarge(other, news)))
  const large = isOfScale ? [many] : ['count']
  // The peak outranks what was counted before and after it.
  return count.phase === 'peak' || count.phase === 'total' ? [...large, 'count'] : large
}

const isOfBefore = ({ outcome, at }: Count, [start]: Incident['started']): boolean =>
  outcome === undefined && at !== undefined && comesAfter(start, at)

/** What became of things once for all: calls lost, flights cancelled; who was hit may be so no longer. */
const isOutcome = ({ outcome }: Count): boolean => outcome !== undefined && outcome !== 'hit'

/** Whether two figures are of the same things, and of the same that became of them. */
const isOfTheSame = (one: Count, other: Count): boolean =>
  one.figure !== undefined &&
  isSameThing(one.unit, other.unit) &&
  isSameThing(one.of, other.of) &&
  one.service?.id === other.service?.id &&
  one.to?.id === other.to?.id &&
  isOutcome(one) === isOutcome(other) &&
  (!isOutcome(one) || one.outcome === other.outcome)

const isAtOnePlace = (one: Count, other: Count): boolean => one.place?.id === other.place?.id

/** Whether another figure is of more, elsewhere: of the whole of which this one is a part. */
const isWhole = (whole: Count, part: Count): boolean =>
  !isAtOnePlace(whole, part) &&
  whole.source?.name?.id === part.source?.name?.id &&
  !comesAfter(part.at, whole.at) &&
  whole.figure !== undefined &&
  part.figure !== undefined &&
  sizeOf(whole.figure) > sizeOf(part.figure)

function isLarge({ figure, unit, of }: Count, { scale }: NewsValues): boolean {
  const least = scale[typeof unit === 'string' ? unit : 'other'] ?? scale.other ?? Number.POSITIVE_INFINITY
  return figure !== undefined && of !== 'reports' && sizeOf(figure) >= least
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  dozens: 24,
  hundreds: 200,
  thousands: 2_000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
  millions: 2_000_000,
}

/** How much a figure is at least, as a number to compare. */
export function sizeOf(figure: Figure): number {
  if (figure.kind === 'magnitude') return MAGNITUDES[figure.word] ?? 0
  return figure.kind === 'range' ? figure.low : figure.value
}
