import { isMapping } from '../foundation/value-kind.ts'

/** A mapping that nobody has checked. */
export type Loose = Readonly<Record<string, unknown>>

/** The value as a mapping; an empty one for anything else. Only own keys are ever read. */
export const loose = (value: unknown): Loose => (isMapping(value) ? (value as Loose) : {})

/** A value below a mapping, by its own keys. */
export function below(value: unknown, ...keys: readonly string[]): unknown {
  let found: unknown = value
  for (const key of keys) found = isMapping(found) && Object.hasOwn(found, key) ? (found as Loose)[key] : undefined
  return found
}

/** A text or number at a key, as text; empty when there is none. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = below(value, ...keys)
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}

/** A list at a key; empty when there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = below(value, ...keys)
  return Array.isArray(found) ? found : []
}

/** The same as mappings; what is none is left out. */
export function mappingsAt(value: unknown, ...keys: readonly string[]): readonly Loose[] {
  return listAt(value, ...keys).filter(isMapping) as readonly Loose[]
}
