import type { Complaint } from '../complaint.ts'
import { nearest } from '../nearest.ts'
import type { Draft } from '../put-together.ts'

/** Earlier cases that refer to an incident of the newsroom refer to one that is there. */
export function checkPrecedents({ precedents }: Draft, ids: ReadonlySet<string>): readonly Complaint[] {
  return precedents.flatMap(({ incident: id }, index): Complaint[] => {
    if (id === undefined || ids.has(id)) return []
    const facts = { id, nearest: nearest(id, ids) ?? '' }
    return [{ code: 'publication/no-such-incident', facts, pointer: `/precedents/${index}/incident` }]
  })
}
