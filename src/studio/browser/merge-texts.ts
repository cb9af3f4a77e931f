import { diff3Merge, diffIndices } from 'node-diff3'

const linesOf = (text: string): string[] => text.split('\n')

/**
 * Two texts made from one, with the changes of both; `undefined` where both changed the same lines, or lines beside each
 * other.
 */
export function merged(mine: string, base: string, theirs: string): string | undefined {
  const parts = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true })
  if (parts.some(part => part.conflict)) return undefined
  return parts.flatMap(part => part.ok ?? []).join('\n')
}

/** One change of a text: what stands between two offsets of the old one becomes `insert`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The changes that make one text of another, by whole lines: what stays the same is not touched. */
export function changesBetween(before: string, after: string): TextChange[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const starts = [0]
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  return diffIndices(old, now).map(({ buffer1: [at, gone], buffer2Content: come }) => {
    const isLast = at + gone === old.length
    const from = starts[at] ?? 0
    const to = starts[at + gone] ?? 0
    const insert = come.map(line => `${line}\n`).join('')
    // The last line has no break after it: the one before it goes, or comes, in its place.
    if (!isLast) return { from, to, insert }
    const joint = at > 0 ? 1 : 0
    const text = come.length === 0 ? '' : `${joint ? '\n' : ''}${come.join('\n')}`
    return { from: from - joint, to: before.length, insert: text }
  })
}
