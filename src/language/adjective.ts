import { grammarPattern } from './grammar-pattern.ts'
import type { Locale } from './locale.ts'

/**
 * The adjective of a place for a noun of this class: « l'opérateur belge », « la banque canadienne », « les banques
 * suisses ». The directory gives the first class's form; the grammar's endings give the others. Where it has none, as in
 * English, the adjective stays.
 */
export function adjective({ grammar }: Locale, form: string, cls: string): string {
  const { default_class: base } = grammar
  if (cls === base) return form
  const rule = grammar.adjectives.find(({ match }) => grammarPattern(match).test(form))
  const ending = rule?.forms[cls]
  return rule === undefined || ending === undefined ? form : form.replace(grammarPattern(rule.match), ending)
}
