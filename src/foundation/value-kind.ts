/** What a parsed value is to whoever wrote it: a key of `terms` in `problems.json`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Date) return 'moment'
  return { object: 'mapping', boolean: 'flag', number: 'number' }[typeof value as string] ?? 'text'
}
