import type { FieldContext } from '../fields/field-context.ts'
import { type DescribedField, fieldsOf } from '../fields/field-tree.ts'
import { whole } from './fields/incident-fields.ts'
import { publicationFields } from './fields/publication-fields.ts'

/** The fields of an incident file, as described in `fields/`, in the order of files. */
export interface DescribedIncident {
  readonly all: readonly DescribedField[]
  /** The fields that articles tell. */
  readonly story: readonly DescribedField[]
  /** The fields that the full form keeps apart, in `publication`. */
  readonly publication: readonly DescribedField[]
}

/** A context without names and editions: the fields are the same in every newsroom. */
export const nowhere: FieldContext = { directory: { names: new Map() }, zone: 'UTC', languages: [], editions: [] }

/** For every stage that does not name fields one by one. Created once. */
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
