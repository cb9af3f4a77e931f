import type { Problem } from '../problem/problem.ts'

/** Wordings or outlines of a newsroom with which nothing can be told: each with its place. */
export class BadWordings extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, place }) => `${place.file}:${place.line} ${code}`).join('\n'))
    this.name = 'BadWordings'
    this.problems = problems
  }
}
