import type { DescribedField } from '../fields/field-tree.ts'
import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { describedIncident } from './described-incident.ts'
import { required, type Whole } from './fields/incident-fields.ts'
import type { Companion, Incident, Publication, Statement } from './incident.ts'

/** An incident whose required fields may still be missing: enough for finding contradictions. */
export type IncidentDraft = Omit<Incident, Needed> & Partial<Pick<Incident, Needed>>

type Needed = 'state' | 'as_of' | 'as_of_moment'

/** The fields of a story as they were typed: what is not typed is not there. */
type DraftFields = Omit<IncidentDraft, keyof Outside | 'statements' | 'causes' | 'publication'>

interface Outside {
  readonly id: string
  readonly file: string
  readonly raw: unknown
  readonly companions: Readonly<Record<string, Companion>>
}

/** The full form of an incident from its fields as read, with diagnostics of missing ones. */
export function putTogether(fields: Whole, outside: Outside, unplaced: UnplacedDiagnostic[]): IncidentDraft {
  const typed = outside.raw as Record<string, unknown>
  for (const field of required) {
    if (!Object.hasOwn(typed, field)) {
      unplaced.push({ code: 'shape/missing', facts: { field, of: 'incident' }, pointer: '' })
    }
  }
  if (fields.cause.length > 0 && fields.causes.length > 0) {
    const facts = { field: 'cause', other: 'causes' }
    unplaced.push({ code: 'shape/only-one', facts, pointer: '/causes', part: 'key' })
  }
  const { story, publication } = describedIncident()
  return {
    ...(picked(fields, story) as unknown as Omit<DraftFields, 'as_of' | 'as_of_moment'>),
    ...outside,
    ...spokenFrom(fields),
    statements: statementsOf(fields, typed, unplaced),
    causes: fields.cause.length > 0 ? fields.cause : fields.causes,
    publication: picked(fields, publication) as unknown as Publication,
  }
}

/** `as_of` as the last instant it can be, and as it is known. */
function spokenFrom({ as_of: known }: Whole): Partial<Pick<Incident, 'as_of' | 'as_of_moment'>> {
  const last = known?.until ?? known?.at
  return known === undefined || last === undefined ? {} : { as_of: last, as_of_moment: known }
}

/** The values of some fields, without those that have another name in the full form. */
function picked(fields: Whole, described: readonly DescribedField[]): Record<string, unknown> {
  const all = fields as Readonly<Record<string, unknown>>
  const found: Record<string, unknown> = {}
  for (const { name, written } of described) {
    if (name === written && all[name] !== undefined) found[name] = all[name]
  }
  return found
}

/** The default speaker of statements: the company of the incident. */
function statementsOf(fields: Whole, typed: Record<string, unknown>, unplaced: UnplacedDiagnostic[]): Statement[] {
  return fields.statements.map((open, index): Statement => {
    if (open.by) return open as Statement
    if (fields.company) return { ...open, by: { kind: 'company', name: fields.company } } as Statement
    if (!Object.hasOwn(typed, 'company')) {
      const facts = { field: 'by', of: 'statements' }
      unplaced.push({ code: 'shape/missing', facts, pointer: `/statements/${index}` })
    }
    return { ...open, by: { kind: 'spokesperson' } } as Statement
  })
}
