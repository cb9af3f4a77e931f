import type { CheckerDiagnostic, Grammarian } from './checker-diagnostic.ts'
import type { Rulebook } from './rulebook.ts'

/** Opens a checker by its name in `proof.yaml`. Gives the reason in words when it is not installed. */
export async function openGrammarian(tool: string, dialect: string | undefined): Promise<Grammarian | string> {
  if (tool === 'grammalecte') return (await import('./grammalecte.ts')).openGrammalecte()
  if (tool === 'harper') return (await import('./harper.ts')).openHarper(dialect ?? '')
  return `${tool} is not known here`
}

/** Remarks that the language's `proof.yaml` does not want to hear. */
export function ignored({ rule, found }: CheckerDiagnostic, { grammar }: Rulebook): boolean {
  return (grammar?.ignore ?? []).some(
    one =>
      new RegExp(`^(?:${one.rule})$`, 'u').test(rule) &&
      (one.found === undefined || new RegExp(one.found, 'u').test(found)),
  )
}
