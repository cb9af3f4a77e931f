import type { DescribedField } from './field-tree.ts'

/** A field on the path to wanted ones, or one of them. */
export interface Route {
  readonly field: DescribedField
  readonly isMeant: boolean
  readonly below: readonly Route[]
}

/** The paths to the wanted fields, in the order of their description: computed once, followed for every file. */
export function routesTo(
  fields: readonly DescribedField[],
  isMeant: (field: DescribedField) => boolean,
): readonly Route[] {
  const routes = new Map<string, Route>()
  for (const field of fields) {
    const route = { field, isMeant: isMeant(field), below: routesTo(field.fields, isMeant) }
    // Two notations of a field (`cause`, `causes`) are one in the full form.
    if ((route.isMeant || route.below.length > 0) && !routes.has(field.name)) routes.set(field.name, route)
  }
  return [...routes.values()]
}

/** Receives a value, its field, and its pointer in the full form. */
export type VisitValue = (value: unknown, field: DescribedField, pointer: string) => void

/** Visits every value of the fields on the routes, item by item for lists. */
export function walkFields(holder: object, routes: readonly Route[], visit: VisitValue, pointer = ''): void {
  for (const route of routes) {
    const { name } = route.field
    const value = (holder as Readonly<Record<string, unknown>>)[name]
    if (value === undefined) continue
    const here = `${pointer}/${name}`
    if (!Array.isArray(value)) walkValue(value, route, visit, here)
    else for (let index = 0; index < value.length; index++) walkValue(value[index], route, visit, `${here}/${index}`)
  }
}

function walkValue(value: unknown, { field, isMeant, below }: Route, visit: VisitValue, pointer: string): void {
  if (isMeant) visit(value, field, pointer)
  if (below.length > 0 && typeof value === 'object' && value !== null) walkFields(value, below, visit, pointer)
}
