import type { Diagnostic, Fix } from '../foundation/diagnostic.ts'
import { splice } from '../foundation/splice-text.ts'

/** The result of applying a file's fixes. */
export interface FixedText {
  readonly text: string
  /** The diagnostics whose fix was applied, in order. */
  readonly fixed: readonly Diagnostic[]
}

/** More rounds than any file needs: each fixes what the round before uncovered. */
const ROUNDS = 12

/**
 * Applies the fixes of a text, then reads it again, for a fixed colon may uncover an unknown name. A fix that makes
 * matters worse (more syntax mistakes than before) is undone, and fixing ends.
 *
 * @param read the diagnostics of a text; those without `fix` are left alone
 * @example applyFixes('state: ongoing\nheadline: { fr: Panne : fin }', read) // quotes around « Panne : fin »
 */
export function applyFixes(text: string, read: (text: string) => readonly Diagnostic[]): FixedText {
  const fixed: Diagnostic[] = []
  let current = text
  let diagnostics = read(current)
  for (let round = 0; round < ROUNDS; round++) {
    const fixable = diagnostics.filter(isFixable)
    if (fixable.length === 0) break
    const applied = apart(fixable)
    const next = splice(
      current,
      applied.map(({ fix }) => fix),
    )
    const after = read(next)
    if (next === current || brokenBy(after) > brokenBy(diagnostics)) break
    fixed.push(...applied)
    current = next
    diagnostics = after
  }
  return { text: current, fixed }
}

type Fixable = Diagnostic & { readonly fix: Fix }

function isFixable(diagnostic: Diagnostic): diagnostic is Fixable {
  return diagnostic.fix !== undefined
}

/** Fixes that do not overlap; the others wait for the next round. */
function apart(diagnostics: readonly Fixable[]): Fixable[] {
  const result: Fixable[] = []
  let end = -1
  for (const diagnostic of [...diagnostics].sort((a, b) => a.fix.from - b.fix.from)) {
    if (diagnostic.fix.from <= end) continue
    result.push(diagnostic)
    end = Math.max(diagnostic.fix.to, diagnostic.fix.from)
  }
  return result
}

/** Mistakes that prevent parsing. */
function brokenBy(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ code }) => code.startsWith('yaml/') || code.startsWith('file/')).length
}
