import type { Count } from '../../incident/incident.ts'
import { comesAfter } from '../../incident/moments.ts'
import { outcomeOf, ownOutcome } from './count-outcomes.ts'

/** Whether the same source had counted more of the same before. */
export function hasFallen(counts: readonly Count[], count: Count): boolean {
  return counts.some(other => isSameThere(other, count) && comesAfter(count.at, other.at) && isMore(other, count))
}

/** Whether the same source had counted less of the same before, and never more. */
export function hasRisen(counts: readonly Count[], count: Count): boolean {
  const before = counts.filter(other => isSameThere(other, count) && comesAfter(count.at, other.at))
  return before.some(other => isMore(count, other)) && !before.some(other => isMore(other, count))
}

const isSameThere = (one: Count, other: Count): boolean =>
  isAlike(one, other) && one.place?.id === other.place?.id && one.to?.id === other.to?.id

function isMore({ figure: one }: Count, { figure: other }: Count): boolean {
  return one !== undefined && other !== undefined && 'value' in one && 'value' in other && one.value > other.value
}

/** Whether two figures count the same, by the same source. */
export const isAlike = (one: Count, other: Count): boolean =>
  one.source?.name !== undefined &&
  one.source.name.id === other.source?.name?.id &&
  isSameThing(one.unit, other.unit) &&
  isSameThing(one.of, other.of) &&
  outcomeOf(one) === outcomeOf(other) &&
  JSON.stringify(ownOutcome(one)) === JSON.stringify(ownOutcome(other)) &&
  one.service?.id === other.service?.id

/** Whether two units, or two wholes that shares are of, are the same. */
export function isSameThing(one: Count['unit'] | Count['of'], other: Count['unit'] | Count['of']): boolean {
  if (typeof one === 'object' && typeof other === 'object') return one.id === other.id
  return one === other
}
