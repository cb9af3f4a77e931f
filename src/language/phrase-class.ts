import type { Locale } from './locale.ts'
import { type NounRules, typedNoun } from './typed-noun.ts'

/**
 * The class of a phrase that somebody typed, by its article, its numeral or its ending: « plusieurs experts », « les
 * communes », "the municipalities" are many. `undefined` where the grammar cannot tell.
 */
export function classOfPhrase(locale: Locale, phrase: string): string | undefined {
  const known = classes.get(locale) ?? new Map<string, string | undefined>()
  if (known.size === 0) classes.set(locale, known)
  if (known.has(phrase)) return known.get(phrase)
  if (known.size >= KEPT) known.clear()
  const found = worked(locale, phrase)
  known.set(phrase, found)
  return found
}

const classes = new WeakMap<Locale, Map<string, string | undefined>>()
const KEPT = 200

function worked({ grammar }: Locale, phrase: string): string | undefined {
  const { naming } = grammar
  if (!naming) return undefined
  const small = phrase.toLowerCase()
  if (naming.quantifiers.some(word => small.startsWith(`${word} `))) return naming.many
  const rules: NounRules = { ...grammar, letters: grammar.sound.letters }
  return typedNoun(rules, noMark, phrase)?.choices[0]?.class
}

const noMark = () => undefined
