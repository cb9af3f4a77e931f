import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { pointerTo } from '../../foundation/pointer.ts'

/** Far more than the longest story has of anything, and few enough to compare each with all others. */
const MOST = 500

/**
 * Lists that are longer than any story's, wherever they stand. Their entries are read like those of others; what compares entries
 * with each other, and what tells them, is spared.
 */
export function checkLengths(value: unknown, path: readonly PropertyKey[] = []): UnplacedDiagnostic[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'object' ? checkLengths(item, [...path, key]) : [],
  )
  if (!Array.isArray(value) || value.length <= MOST) return inside
  const field = String(path.findLast(token => !/^\d+$/.test(String(token))) ?? '')
  const facts = { field, entries: value.length, most: MOST }
  return [{ code: 'shape/too-many', facts, pointer: pointerTo(path), part: 'key' }, ...inside]
}
