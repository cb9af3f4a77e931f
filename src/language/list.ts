import type { Locale } from './locale.ts'
import type { Noun } from './noun.ts'
import { meet, withArticle } from './phrase.ts'

/** Items joined as the edition writes a list: « A, B et C », "A, B and C". An empty list gives an empty text. */
export function list(locale: Locale, items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const { between, [conjunction]: words } = locale.grammar.list
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  if (items.length === 2) return items.join(words.two)
  return items.slice(0, -1).join(between) + words.last + last
}

/** A noun of a list with the word that stands before it: « en » Espagne, « aux » États-Unis. */
export interface Led {
  readonly word: string
  readonly noun: Noun
}

/**
 * Nouns each led by a word, as the language lists them: « en Espagne et au Portugal », « de Meta et d'Instagram »; "in Spain
 * and Portugal", where the word is said again only when it changes.
 */
export function listLed(locale: Locale, items: readonly Led[], conjunction: 'and' | 'or' = 'and'): string {
  const { repeat_word } = locale.grammar.list
  const texts = items.map(({ word, noun }, index) => {
    const said = !repeat_word && index > 0 && items[index - 1]?.word === word
    return said ? withArticle(locale, noun) : meet(locale, word, noun)
  })
  return list(locale, texts, conjunction)
}
