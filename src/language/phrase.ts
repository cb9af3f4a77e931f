import { grammarPattern } from './grammar-pattern.ts'
import type { Locale } from './locale.ts'
import type { Noun } from './noun.ts'

/**
 * Joins a word and the noun (or text) after it as the language does: the word may change before a vowel sound («
 * d'Instagram », "an hour") or contract with the noun's article (« du RER », « aux Pays-Bas »). Of several words («
 * près de ») the last one changes. A capital at the start of the word is kept (« D'Instagram »).
 */
export function joinWord(locale: Locale, word: string, noun: Noun | string): string {
  if (word === '') return typeof noun === 'string' ? noun : withArticle(locale, noun)
  const space = word.lastIndexOf(' ')
  if (space >= 0) return `${word.slice(0, space)} ${joinWord(locale, word.slice(space + 1), noun)}`
  if (typeof noun === 'string') return joinText(locale, word, { text: noun, class: '' })
  if (!noun.article) return joinText(locale, word, noun)
  const article = noun.article.toLowerCase()
  const contracted = articleStays(locale, noun) ? lookUp(locale.grammar.contractions, word)?.[article] : undefined
  if (contracted) return joinText(locale, likeWord(word, contracted), noun)
  return joinText(locale, word, { text: withArticle(locale, noun), class: '' })
}

/** The noun with its article, if it has one: « le RER », « l'opérateur », « La Poste ». */
export function withArticle(locale: Locale, noun: Noun): string {
  return noun.article ? joinText(locale, noun.article, noun) : noun.text
}

/** Whether the noun, without its article, begins with a vowel sound. Its own `elides` overrides the rules. */
function startsWithVowelSound(locale: Locale, noun: Noun | string): boolean {
  if (typeof noun === 'string') return locale.sound(noun)
  return noun.elides ?? locale.sound(noun.text)
}

/** The possessive form of a noun: "Meta's", "the Yellow Pages'". Throws when the language has none. */
export function possessive(locale: Locale, noun: Noun): string {
  const { classes, possessive } = locale.grammar
  const text = withArticle(locale, noun)
  const names = [noun.class, ...(classes[noun.class] ?? [])]
  const fitting = possessive.find(
    rule => (!rule.class || names.includes(rule.class)) && (!rule.after || grammarPattern(rule.after).test(text)),
  )
  if (!fitting) throw new Error(`no possessive for "${text}" in ${locale.edition.id}`)
  return fitting.frame.replace('{noun}', () => text)
}

function joinText(locale: Locale, word: string, noun: Noun): string {
  if (/['’]$/.test(word)) return word + noun.text
  const changed = lookUp(locale.grammar.before_vowel, word)
  if (changed !== undefined && startsWithVowelSound(locale, noun)) return likeWord(word, changed) + noun.text
  return `${word} ${noun.text}`
}

/** An article that is not elided can contract with the word before it. */
function articleStays(locale: Locale, noun: Noun): boolean {
  return !(changes(locale, noun.article ?? '') && startsWithVowelSound(locale, noun))
}

function changes(locale: Locale, word: string): boolean {
  return lookUp(locale.grammar.before_vowel, word) !== undefined
}

function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  if (Object.hasOwn(table, word)) return table[word]
  const lower = word.toLowerCase()
  return Object.hasOwn(table, lower) ? table[lower] : undefined
}

/** Gives `changed` the capital that `word` had. */
function likeWord(word: string, changed: string): string {
  const first = word.charAt(0)
  return first === first.toLowerCase() ? changed : changed.charAt(0).toUpperCase() + changed.slice(1)
}
