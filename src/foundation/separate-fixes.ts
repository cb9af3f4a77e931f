import type { Diagnostic, Fix } from './diagnostic.ts'

/**
 * Keeps a fix only where no earlier one of the same list changes the same text, since all fixes of a file are applied
 * together. The diagnostic stays; its fix is offered again once the others are applied.
 */
export function fixesApart(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const taken: Fix[] = []
  let end = -1
  return diagnostics.map(diagnostic => {
    const { fix, ...bare } = diagnostic
    if (!fix) return diagnostic
    // Mostly they are in the order of the text.
    if (fix.from < end && taken.some(other => fix.from < other.to && other.from < fix.to)) return bare
    taken.push(fix)
    end = Math.max(end, fix.to)
    return diagnostic
  })
}
