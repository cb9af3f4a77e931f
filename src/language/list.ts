import type { Locale } from './locale.ts'
import type { Noun } from './noun.ts'
import { joinWord, withArticle } from './phrase.ts'

/** Items joined as the edition writes a list: « A, B et C », "A, B and C". An empty list gives an empty text. */
export function list(locale: Locale, items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const { between, [conjunction]: words } = locale.grammar.list
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  if (items.length === 2) return items.join(words.two)
  return items.slice(0, -1).join(between) + words.last + last
}

/** A noun of a list with its preposition: « en » Espagne, « aux » États-Unis. */
export interface NounWithWord {
  readonly word: string
  readonly noun: Noun
}

/**
 * Nouns each with a preposition, as the language lists them: « en Espagne et au Portugal », « de Meta et d'Instagram
 * »; "in Spain and Portugal", where the word is repeated only when it changes.
 */
export function listWithWords(
  locale: Locale,
  items: readonly NounWithWord[],
  conjunction: 'and' | 'or' = 'and',
): string {
  const { repeat_word } = locale.grammar.list
  const texts = items.map(({ word, noun }, index) => {
    const said = !repeat_word && index > 0 && items[index - 1]?.word === word
    return said ? withArticle(locale, noun) : joinWord(locale, word, noun)
  })
  return list(locale, texts, conjunction)
}
