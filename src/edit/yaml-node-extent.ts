import { isCollection, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml'

/** Whether a value is on lines of its own. */
export function isBlock(node: unknown): boolean {
  if (isCollection(node)) return !node.flow
  return isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
}

/** Start, end, and end including what belongs to it, in UTF-16 units. */
export function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return (node as Scalar | undefined)?.range ?? undefined
}

/** Offset after the last word of a field, without what follows it (a comment, blank lines). */
export function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) return node.items.length > 0 ? endOf(node.items.at(-1)) : (rangeOf(node)?.[1] ?? 0)
  if (isSeq(node) && !node.flow) return node.items.length > 0 ? endOf(node.items.at(-1)) : (rangeOf(node)?.[1] ?? 0)
  const pair = node as Pair
  if (pair && typeof pair === 'object' && 'key' in pair && 'value' in pair) {
    const value = rangeOf(pair.value)
    return value ? endOf(pair.value) : (rangeOf(pair.key)?.[1] ?? 0)
  }
  const range = rangeOf(node)
  if (!range) return 0
  // The text of a block scalar ends with its line break.
  return isScalar(node) && /^BLOCK/.test(node.type ?? '') ? range[1] - 1 : range[1]
}

/** Offset of the end of a line, before its break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset)
  const end = next === -1 ? text.length : next
  return text[end - 1] === '\r' ? end - 1 : end
}

/** Units between the start of the line and an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}
