import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { checkAnnounced } from './check-announced.ts'
import { checkClaims } from './check-claims.ts'
import { checkContradictions } from './check-contradictions.ts'
import { checkLanguages } from './check-languages.ts'
import { checkLife } from './check-life.ts'
import { checkMoments } from './check-moments.ts'
import { checkOddMoments } from './check-odd-moments.ts'
import { checkPublication } from './check-publication.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkRepetitions } from './check-repetitions.ts'
import { checkScope } from './check-scope.ts'
import { checkServices } from './check-services.ts'
import { checkState } from './check-state.ts'
import { checkSuspicion } from './check-suspicion.ts'
import { checkTypedHours } from './check-typed-hours.ts'
import { checkZones } from './check-zones.ts'

/** Reports contradictions between fields that are each valid. Pointers are those of the full form. */
export type Check = (draft: IncidentDraft, context: FieldContext) => readonly UnplacedDiagnostic[]

export const checks: readonly Check[] = [
  checkMoments,
  checkState,
  checkSuspicion,
  checkLife,
  checkAnnounced,
  checkOddMoments,
  checkServices,
  checkScope,
  checkContradictions,
  checkQuotes,
  checkTypedHours,
  checkClaims,
  checkRepetitions,
  checkZones,
  checkLanguages,
  checkPublication,
]
