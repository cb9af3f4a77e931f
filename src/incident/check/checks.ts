import type { Complaint } from '../complaint.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'

/** Looks at fields that are each in order and says what contradicts what. Pointers are those of the full form. */
export type Check = (draft: Draft, desk: Desk) => readonly Complaint[]

export const checks: readonly Check[] = []
