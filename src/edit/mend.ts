import type { Fix, Problem } from '../problem/problem.ts'
import { splice } from './splice.ts'

/** What came of a file's corrections. */
export interface Mended {
  readonly text: string
  /** The problems whose correction was applied, in the order in which they were. */
  readonly mended: readonly Problem[]
}

/** More rounds than any file needs: each mends what the round before uncovered. */
const ROUNDS = 12

/**
 * Applies the safe corrections of a text, then reads it again, for a colon that is mended may uncover an unknown name. A
 * correction that makes matters worse (more mistakes of form than before) is taken back, and the mending ends.
 *
 * @param read the problems of a text; those without `fix` are left alone
 * @example mend('state: ongoing\nheadline: { fr: Panne : fin }', read) // quotes around « Panne : fin »
 */
export function mend(text: string, read: (text: string) => readonly Problem[]): Mended {
  const mended: Problem[] = []
  let current = text
  let problems = read(current)
  for (let round = 0; round < ROUNDS; round++) {
    const fixable = problems.filter(isFixable)
    if (fixable.length === 0) break
    const applied = apart(fixable)
    const next = splice(
      current,
      applied.map(({ fix }) => fix),
    )
    const after = read(next)
    if (next === current || brokenBy(after) > brokenBy(problems)) break
    mended.push(...applied)
    current = next
    problems = after
  }
  return { text: current, mended }
}

type Fixable = Problem & { readonly fix: Fix }

function isFixable(problem: Problem): problem is Fixable {
  return problem.fix !== undefined
}

/** Corrections that do not touch each other; the others wait for the next round. */
function apart(problems: readonly Fixable[]): Fixable[] {
  const result: Fixable[] = []
  let end = -1
  for (const problem of [...problems].sort((a, b) => a.fix.from - b.fix.from)) {
    if (problem.fix.from <= end) continue
    result.push(problem)
    end = Math.max(problem.fix.to, problem.fix.from)
  }
  return result
}

/** Mistakes that keep a file from being read at all. */
function brokenBy(problems: readonly Problem[]): number {
  return problems.filter(({ code }) => code.startsWith('yaml/') || code.startsWith('file/')).length
}
