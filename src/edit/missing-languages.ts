import type { Diagnostic } from '../foundation/diagnostic.ts'

/** The languages a text is missing in, from a diagnostic of the check; none for another diagnostic. */
export function missingLanguages({ code, facts }: Diagnostic): string[] {
  if (code === 'text/missing-language') return String(facts.languages).split(', ')
  return code === 'text/no-translation' ? [String(facts.language)] : []
}
