import type { IncidentDraft } from './assemble-incident.ts'
import type { Speech } from './incident.ts'
import { comesAfter, wholeEnds } from './moments.ts'

/** When words were said whose time is over: before it began, or while it lasted in a story that says that it is over. */
export type SaidWhen = 'before' | 'during'

type Course = Pick<IncidentDraft, 'state' | 'started' | 'ended'>

/** Whether somebody's words are of a time that is over; `undefined` where they are not, or where it is not known. */
export function saidWhen({ state, started, ended }: Course, { at, phase }: Speech): SaidWhen | undefined {
  if (state === 'planned' || state === 'retracted') return undefined
  if (phase === 'announcement') return 'before'
  if (at && started.length > 0 && started.every(start => comesAfter(start, at))) return 'before'
  if (state !== 'resolved' || phase === 'resolution' || phase === 'explanation') return undefined
  const ends = wholeEnds(ended)
  const isBeforeEnd = ends.length > 0 && ends.every(end => comesAfter(end, at))
  const isAfterStart = started.some(start => start.at === at?.at || comesAfter(at, start))
  if (at?.at !== undefined && isBeforeEnd && isAfterStart) return 'during'
  const isOpen = at?.at === undefined || isBeforeEnd || !ends.some(end => comesAfter(at, end))
  return isOpen && (phase === 'first' || phase === 'progress') ? 'during' : undefined
}
