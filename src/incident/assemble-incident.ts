import { defined } from '../fields/name-field.ts'
import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { required, type Whole } from './fields/incident-fields.ts'
import type { Companion, Incident, Publication, Statement } from './incident.ts'

/** An incident whose required fields may still be missing: enough to look for contradictions. */
export type IncidentDraft = Omit<Incident, 'state' | 'as_of'> & Partial<Pick<Incident, 'state' | 'as_of'>>

interface Outside {
  readonly id: string
  readonly file: string
  readonly raw: unknown
  readonly companions: Readonly<Record<string, Companion>>
}

/** The full form of an incident from its fields as read, with complaints about what is missing. */
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
  // Field by field: with a spread of fifty fields, ten thousand files take a second more.
  return {
    id: outside.id,
    file: outside.file,
    raw: outside.raw,
    companions: outside.companions,
    state: fields.state,
    kind: fields.kind ?? 'outage',
    as_of: fields.as_of,
    company: fields.company,
    providers: fields.providers,
    services: fields.services,
    not_affected: fields.not_affected,
    still_works: fields.still_works,
    started: fields.started,
    ended: fields.ended,
    planned: fields.planned,
    expected: fields.expected,
    scope: fields.scope,
    symptoms: fields.symptoms,
    counts: fields.counts,
    statements: statementsOf(fields, typed, unplaced),
    reactions: fields.reactions,
    third_parties: fields.third_parties,
    causes: fields.cause.length > 0 ? fields.cause : fields.causes,
    attack: fields.attack,
    data_impact: fields.data_impact,
    updates: fields.updates,
    resolution: fields.resolution,
    residual: fields.residual,
    advice: fields.advice,
    knock_on: fields.knock_on,
    economy: fields.economy,
    compensation: fields.compensation,
    precedents: fields.precedents,
    background: fields.background,
    corrections: fields.corrections,
    sources: fields.sources,
    publication: publicationOf(fields),
  }
}

/** Who speaks when nobody is named: the company of the incident. */
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

function publicationOf(fields: Whole): Publication {
  const { published, publish_at, embargo, draft, slug, former_slugs, reviewed, headline, standfirst, tags } = fields
  return {
    ...defined({ published, publish_at, embargo, reviewed, headline, standfirst }),
    draft: draft ?? false,
    slug: slug ?? {},
    former_slugs: former_slugs ?? {},
    tags,
  }
}
