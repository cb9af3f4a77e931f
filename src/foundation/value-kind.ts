/** The type of a parsed value in an editor's terms: a key of `terms` in `problems.json`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Date) return 'moment'
  return { object: 'mapping', boolean: 'flag', number: 'number' }[typeof value as string] ?? 'text'
}

/** Is it a mapping (neither list nor text)? */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
