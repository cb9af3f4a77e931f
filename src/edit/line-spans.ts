import { isNode } from 'yaml'
import type { Pointer } from '../foundation/pointer.ts'
import { lineAt } from '../foundation/text-place.ts'
import { documentOf, nodeAt } from '../yaml/pointer-positions.ts'
import { endOf, rangeOf } from './yaml-node-extent.ts'

/** Lines of a file, from 1, both included. */
export interface LineSpan {
  readonly first: number
  readonly last: number
}

/**
 * The lines of a value in a file, from its key to its last word, by pointer as articles trace them. For a pointer to
 * nothing they are those of the nearest ancestor.
 */
export function lineSpans(text: string): (pointer: Pointer) => LineSpan {
  const document = documentOf(text)
  const known = new Map<Pointer, LineSpan>()
  return pointer => {
    const found = known.get(pointer)
    if (found) return found
    const { node, pair } = nodeAt(document, pointer)
    const from = pair && isNode(pair.key) ? (rangeOf(pair.key)?.[0] ?? 0) : (rangeOf(node)?.[0] ?? 0)
    const span = { first: lineAt(text, from), last: lineAt(text, Math.max(from, endOf(node) - 1)) }
    known.set(pointer, span)
    return span
  }
}
