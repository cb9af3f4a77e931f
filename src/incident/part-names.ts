import type { NamedKind } from '../fields/directory.ts'
import type { DescribedField } from '../fields/field-tree.ts'
import { acceptedKinds } from '../fields/name-lookup.ts'
import { speakerKinds } from '../fields/speaker-field.ts'
import { describedIncident } from './described-incident.ts'

/**
 * Kinds of names whose bare id may stand for a part of an incident file, by the part's name in the schema, best first: for
 * a name or a speaker what their reading accepts, for any other part what its first field does that is a name.
 */
export function namesOfParts(): Readonly<Record<string, readonly NamedKind[]>> {
  const found: Record<string, readonly NamedKind[]> = {}
  const look = (field: DescribedField): void => {
    const kinds = [field, ...field.fields].map(kindsOf).find(each => each !== undefined)
    if (field.part !== undefined && kinds) found[field.part] = kinds
    field.fields.forEach(look)
  }
  describedIncident().all.forEach(look)
  return found
}

function kindsOf({ part = '' }: DescribedField): readonly NamedKind[] | undefined {
  if (part === 'speaker') return speakerKinds
  return part.startsWith('name-') ? acceptedKinds[part.slice('name-'.length) as NamedKind] : undefined
}
