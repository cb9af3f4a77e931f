import type { Diagnostic } from '../../src/foundation/diagnostic.ts'

/** `file:line:column code`, one per diagnostic. */
export const codesAt = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, place }) => `${[place.file, place.line, place.column].filter(Boolean).join(':')} ${code}`)
