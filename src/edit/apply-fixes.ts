import type { Diagnostic, Fix } from '../foundation/diagnostic.ts'
import { splice } from '../foundation/splice.ts'

/** What came of a file's corrections. */
export interface FixedText {
  readonly text: string
  /** The problems whose correction was applied, in the order in which they were. */
  readonly mended: readonly Diagnostic[]
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
export function applyFixes(text: string, read: (text: string) => readonly Diagnostic[]): FixedText {
  const mended: Diagnostic[] = []
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
    mended.push(...applied)
    current = next
    diagnostics = after
  }
  return { text: current, mended }
}

type Fixable = Diagnostic & { readonly fix: Fix }

function isFixable(diagnostic: Diagnostic): diagnostic is Fixable {
  return diagnostic.fix !== undefined
}

/** Corrections that do not touch each other; the others wait for the next round. */
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

/** Mistakes that keep a file from being read at all. */
function brokenBy(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ code }) => code.startsWith('yaml/') || code.startsWith('file/')).length
}
