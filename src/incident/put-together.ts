import type { Complaint } from './complaint.ts'
import type { Companion, Incident, Publication, Statement } from './incident.ts'
import { defined } from './shape/name.ts'
import { required, type Whole } from './shape/whole.ts'

/** An incident whose required fields may still be missing: enough to look for contradictions. */
export type Draft = Omit<Incident, 'state' | 'as_of'> & Partial<Pick<Incident, 'state' | 'as_of'>>

interface Outside {
  readonly id: string
  readonly file: string
  readonly raw: unknown
  readonly companions: Readonly<Record<string, Companion>>
}

/** The full form of an incident from its fields as read, with complaints about what is missing. */
export function putTogether(fields: Whole, outside: Outside, complaints: Complaint[]): Draft {
  const typed = outside.raw as Record<string, unknown>
  for (const field of required) {
    if (!Object.hasOwn(typed, field)) {
      complaints.push({ code: 'shape/missing', facts: { field, of: 'incident' }, pointer: '' })
    }
  }
  if (fields.cause.length > 0 && fields.causes.length > 0) {
    complaints.push({
      code: 'shape/only-one',
      facts: { field: 'cause', other: 'causes' },
      pointer: '/causes',
      part: 'key',
    })
  }
  const { published, publish_at, embargo, draft, slug, former_slugs, reviewed, headline, standfirst, tags, ...told } =
    fields
  const { cause, causes, kind, statements, ...rest } = told
  const publication: Publication = {
    ...defined({ published, publish_at, embargo, reviewed, headline, standfirst }),
    draft: draft ?? false,
    slug: slug ?? {},
    former_slugs: former_slugs ?? {},
    tags,
  }
  return {
    ...outside,
    ...defined(rest),
    kind: kind ?? 'outage',
    statements: statements.map((open, index): Statement => {
      if (open.by) return open as Statement
      if (fields.company) return { ...open, by: { kind: 'company', name: fields.company } } as Statement
      if (!Object.hasOwn(typed, 'company')) {
        complaints.push({
          code: 'shape/missing',
          facts: { field: 'by', of: 'statement' },
          pointer: `/statements/${index}`,
        })
      }
      return { ...open, by: { kind: 'spokesperson' } } as Statement
    }),
    causes: cause.length > 0 ? cause : causes,
    publication,
  }
}
