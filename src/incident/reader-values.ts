import { type Route, routesTo, walkFields } from '../fields/field-walk.ts'
import { typedAt } from '../fields/short-form-pointers.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { valueAt } from '../foundation/pointer.ts'
import { describedIncident } from './described-incident.ts'
import type { Incident } from './incident.ts'

/**
 * Pointers, as they stand in the file, to every value that readers are told, in the order in which the fields are
 * described. A text by language, a moment, a speaker and a quote are one value each.
 */
export function readerValues(incident: Incident): readonly Pointer[] {
  const known = values.get(incident)
  if (known) return known
  const found = new Set<Pointer>()
  toldRoutes ??= routesTo(describedIncident().story, ({ traits }) => traits.told === true)
  walkFields(incident, toldRoutes, (value, { traits }, pointer) => {
    if (traits.only && !traits.only(value)) return
    // Nothing where nobody typed it: when nobody is named, the company speaks.
    const here = typedAt(incident.raw, pointer)
    if (here !== '' && valueAt(incident.raw, here) !== undefined) found.add(here)
  })
  const all = [...found]
  values.set(incident, all)
  return all
}

/** Every edition of a story asks for the same. */
const values = new WeakMap<Incident, readonly Pointer[]>()

let toldRoutes: readonly Route[] | undefined
