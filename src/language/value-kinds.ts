/** What a parsed value is to whoever wrote it: a key of `terms` in `problems.json`. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (value instanceof Date) return 'moment'
  return { object: 'mapping', boolean: 'flag', number: 'number' }[typeof value as string] ?? 'text'
}

/** What a path leads to in parsed data; `undefined` when it leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data)
}
