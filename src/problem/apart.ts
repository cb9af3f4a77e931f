import type { Fix, Problem } from './problem.ts'

/**
 * Keeps a correction only where no earlier one of the same list changes the same text, since all of a file's
 * corrections are made together. The problem stays; its correction is offered again once the others are made.
 */
export function fixesApart(problems: readonly Problem[]): Problem[] {
  const taken: Fix[] = []
  let end = -1
  return problems.map(problem => {
    const { fix, ...bare } = problem
    if (!fix) return problem
    // Mostly they come in the order of the text.
    if (fix.from < end && taken.some(other => fix.from < other.to && other.from < fix.to)) return bare
    taken.push(fix)
    end = Math.max(end, fix.to)
    return problem
  })
}
