import type { Locale } from './locale.ts'

/**
 * The class of one or several nouns taken together, by the language's rules of coordination: several feminine nouns
 * make a feminine plural where the grammar says so. One noun keeps its own class. Throws for an empty list.
 */
export function classOf(locale: Locale, classes: readonly string[]): string {
  const [first] = classes
  if (first === undefined) throw new Error('nothing to agree with: the list of classes is empty')
  if (classes.length === 1) return first
  const rule = locale.grammar.coordination.find(
    ({ all }) => all === undefined || classes.every(cls => namesOf(locale, cls).includes(all)),
  )
  if (!rule) throw new Error(`${locale.edition.id}: no rule of coordination fits ${classes.join(', ')}`)
  return rule.gives
}

/**
 * The form that agrees with a class: its own if there is one, else that of the first broader class the grammar gives
 * for it (`ms: [s, m]`), so that `{ s: est, p: sont }` serves a masculine singular. Throws when no form matches.
 */
export function agree(locale: Locale, cls: string, forms: Readonly<Record<string, string>>): string {
  for (const name of namesOf(locale, cls)) {
    const form = forms[name]
    if (form !== undefined) return form
  }
  throw new Error(`no form for "${cls}" among ${Object.keys(forms).join(', ')} (${locale.edition.id})`)
}

function namesOf(locale: Locale, cls: string): readonly string[] {
  const broader = locale.grammar.classes[cls]
  if (broader) return [cls, ...broader]
  if (Object.values(locale.grammar.classes).some(names => names.includes(cls))) return [cls]
  throw new Error(
    `"${cls}" is no class of ${locale.edition.language}: ${Object.keys(locale.grammar.classes).join(', ')}`,
  )
}
