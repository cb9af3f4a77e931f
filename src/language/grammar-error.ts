import type { Problem } from '../problem/problem.ts'

/** A grammar or an edition file that cannot be used: every mistake, with its key. In a file of its own, to be cheap to load. */
export class GrammarError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      problems.map(({ code, place, facts }) => `${place.file}: ${code}: ${Object.values(facts).join(': ')}`).join('\n'),
    )
    this.name = 'GrammarError'
    this.problems = problems
  }
}
