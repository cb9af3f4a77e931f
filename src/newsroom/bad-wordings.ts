import type { Diagnostic } from '../foundation/diagnostic.ts'

/** Wordings or outlines of a newsroom with which nothing can be told: each with its place. */
export class BadWordings extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code, place }) => `${place.file}:${place.line} ${code}`).join('\n'))
    this.name = 'BadWordings'
    this.diagnostics = diagnostics
  }
}
