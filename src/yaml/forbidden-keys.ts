import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { pointerTo } from '../foundation/pointer.ts'
import { linesOf } from './pointer-positions.ts'

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Keys with a special meaning in JavaScript, and none for a newsroom. */
export function forbiddenKeys(value: unknown, text: string, file: string): Diagnostic[] {
  // A key written with escapes ("\x5f…") is parsed to the same key.
  if (!/__proto__|constructor|prototype|\\/.test(text)) return []
  const paths: PropertyKey[][] = []
  collect(value, [], paths)
  if (paths.length === 0) return []
  const placeOf = linesOf(text, file)
  return paths.map(path =>
    diagnostic('yaml/forbidden-key', { key: String(path.at(-1)) }, placeOf(pointerTo(path), 'key')),
  )
}

function collect(value: unknown, path: readonly PropertyKey[], found: PropertyKey[][]): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], found)
    return
  }
  for (const key of Object.keys(value)) {
    if (forbidden.has(key)) found.push([...path, key])
    else collect((value as Record<string, unknown>)[key], [...path, key], found)
  }
}
