import type { CheckerDiagnostic, GrammarChecker } from './checker-diagnostic.ts'
import type { Rulebook } from './rulebook.ts'

/** Opens a checker by its name in `proof.yaml`. Returns a reason when it is not installed. */
export async function openGrammarChecker(tool: string, dialect: string | undefined): Promise<GrammarChecker | string> {
  if (tool === 'grammalecte') return (await import('./grammalecte.ts')).openGrammalecte()
  if (tool === 'harper') return (await import('./harper.ts')).openHarper(dialect ?? '')
  return `${tool} is not known here`
}

/** Diagnostics that the language's `proof.yaml` ignores. */
export function ignored({ rule, found }: CheckerDiagnostic, { grammar }: Rulebook): boolean {
  return (grammar?.ignore ?? []).some(
    one =>
      new RegExp(`^(?:${one.rule})$`, 'u').test(rule) &&
      (one.found === undefined || new RegExp(one.found, 'u').test(found)),
  )
}
