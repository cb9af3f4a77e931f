import type { Diagnostic } from '../foundation/diagnostic.ts'

/** Wordings or document plans of a newsroom that are unusable: each with its place. */
export class BadWordings extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code, place }) => `${place.file}:${place.line} ${code}`).join('\n'))
    this.name = 'BadWordings'
    this.diagnostics = diagnostics
  }
}
