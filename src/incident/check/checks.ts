import type { Complaint } from '../complaint.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'
import { checkAnnounced } from './announced.ts'
import { checkContradictions } from './contradictions.ts'
import { checkLanguages } from './languages.ts'
import { checkMoments } from './moments.ts'
import { checkOddMoments } from './odd-moments.ts'
import { checkPublication } from './publication.ts'
import { checkQuotes } from './quotes.ts'
import { checkScope } from './scope.ts'
import { checkServices } from './services.ts'
import { checkState } from './state.ts'

/** Looks at fields that are each in order and says what contradicts what. Pointers are those of the full form. */
export type Check = (draft: Draft, desk: Desk) => readonly Complaint[]

export const checks: readonly Check[] = [
  checkMoments,
  checkState,
  checkAnnounced,
  checkOddMoments,
  checkServices,
  checkScope,
  checkContradictions,
  checkQuotes,
  checkLanguages,
  checkPublication,
]
