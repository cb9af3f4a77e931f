import type { Diagnostic } from '../foundation/diagnostic.ts'

/**
 * A grammar or an edition file that cannot be used: every mistake, with its key. In a file of its own, cheap to
 * import.
 */
export class GrammarError extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .map(({ code, place, facts }) => `${place.file}: ${code}: ${Object.values(facts).join(': ')}`)
        .join('\n'),
    )
    this.name = 'GrammarError'
    this.diagnostics = diagnostics
  }
}
