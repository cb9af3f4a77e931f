/** One step from an old list to a new one. */
export type DiffStep<T> =
  | { readonly kind: 'same'; readonly old: T; readonly new: T; readonly oldAt: number; readonly newAt: number }
  | { readonly kind: 'gone'; readonly old: T; readonly oldAt: number }
  | { readonly kind: 'come'; readonly new: T; readonly newAt: number }

/**
 * The shortest edit script between two lists (longest common subsequence), deletions before insertions. Common ends
 * are cut off first, so that a change of one line in a thousand is cheap.
 */
export function difference<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): DiffStep<T>[] {
  const [olds, news] = [before.map(key), after.map(key)]
  let head = 0
  while (head < olds.length && head < news.length && olds[head] === news[head]) head++
  let tail = 0
  while (
    tail < olds.length - head &&
    tail < news.length - head &&
    olds[olds.length - 1 - tail] === news[news.length - 1 - tail]
  )
    tail++
  const [oldEnd, newEnd] = [olds.length - tail, news.length - tail]
  const lengths = table(olds.slice(head, oldEnd), news.slice(head, newEnd))
  const steps: DiffStep<T>[] = []
  const same = (i: number, j: number) =>
    steps.push({ kind: 'same', old: before[i] as T, new: after[j] as T, oldAt: i, newAt: j })
  for (let at = 0; at < head; at++) same(at, at)
  let [i, j] = [head, head]
  while (i < oldEnd || j < newEnd) {
    if (i < oldEnd && j < newEnd && olds[i] === news[j]) same(i++, j++)
    else if (
      i < oldEnd &&
      (j >= newEnd || at(lengths, i + 1 - head, j - head) >= at(lengths, i - head, j + 1 - head))
    ) {
      steps.push({ kind: 'gone', old: before[i] as T, oldAt: i++ })
    } else steps.push({ kind: 'come', new: after[j] as T, newAt: j++ })
  }
  for (; i < olds.length; i++, j++) same(i, j)
  return steps
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

/** `table[i][j]`: length of the common subsequence of the remainders from `i` and `j`. */
function table(olds: readonly string[], news: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: olds.length + 1 }, () => new Uint32Array(news.length + 1))
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint32Array
      row[j] =
        olds[i] === news[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

/** A line of a diff: ` `, `-`, `+`, or `@` where lines are left out. */
export interface ShownStep {
  readonly sign: ' ' | '-' | '+' | '@'
  readonly line?: number
  readonly text: string
}

/** The changed lines of two texts, each with its number and with `around` lines of context on both sides. */
export function shownDifference(before: string, after: string, around = 2): ShownStep[] {
  const steps = difference(before.split('\n'), after.split('\n'), line => line)
  const near = new Set<number>()
  for (const [index, { kind }] of steps.entries()) {
    if (kind !== 'same') for (let at = index - around; at <= index + around; at++) near.add(at)
  }
  const shown: ShownStep[] = []
  let last = -1
  for (const [index, step] of steps.entries()) {
    if (!near.has(index)) continue
    if (last !== -1 && index > last + 1) shown.push({ sign: '@', text: '' })
    last = index
    if (step.kind === 'same') shown.push({ sign: ' ', line: step.newAt + 1, text: step.new })
    else if (step.kind === 'gone') shown.push({ sign: '-', line: step.oldAt + 1, text: step.old })
    else shown.push({ sign: '+', line: step.newAt + 1, text: step.new })
  }
  return shown
}
