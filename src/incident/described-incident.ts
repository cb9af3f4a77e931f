import type { FieldContext } from '../fields/field-context.ts'
import { type DescribedField, fieldsOf } from '../fields/field-tree.ts'
import { whole } from './fields/incident-fields.ts'
import { publicationFields } from './fields/publication-fields.ts'

/** The fields of an incident file, as they are described in `fields/`, in the order in which files have them. */
export interface DescribedIncident {
  readonly all: readonly DescribedField[]
  /** What the story is told from. */
  readonly story: readonly DescribedField[]
  /** What the full form keeps apart, in `publication`. */
  readonly publication: readonly DescribedField[]
}

/** The newsroom of nowhere, which knows no names and no editions: every newsroom's incidents have the same fields. */
export const nowhere: FieldContext = { directory: { names: new Map() }, zone: 'UTC', languages: [], editions: [] }

/** What every stage goes by that does not name fields one by one. Made once. */
export function describedIncident(): DescribedIncident {
  known ??= describe()
  return known
}

let known: DescribedIncident | undefined

function describe(): DescribedIncident {
  const all = fieldsOf(whole(nowhere))
  const apart = new Set(Object.keys(publicationFields(nowhere)))
  return {
    all,
    story: all.filter(({ written }) => !apart.has(written)),
    publication: all.filter(({ written }) => apart.has(written)),
  }
}
