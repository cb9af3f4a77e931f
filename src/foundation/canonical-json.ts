import { isMapping } from './value-kind.ts'

/** A value as JSON in which the order of fields says nothing and that of a list does: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    isMapping(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  )
}
