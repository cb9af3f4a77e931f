import type { Diagnostic } from '../foundation/diagnostic.ts'

/** Languages in which a text is missing, by what the check says of it; none for a problem of another kind. */
export function missingLanguages({ code, facts }: Diagnostic): string[] {
  if (code === 'text/missing-language') return String(facts.languages).split(', ')
  return code === 'text/no-translation' ? [String(facts.language)] : []
}
