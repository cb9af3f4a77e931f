import type { Named } from '../../src/fields/directory.ts'
import type { Rulebook } from './rulebook.ts'

/** Gives the misspelt words of a text. */
export type Speller = (text: string) => string[]

/** A dictionary: does it know a word? Loading one takes seconds, so each is loaded once. */
export type Knows = (word: string) => boolean

const loaded = new Map<string, Knows>()

/** The hunspell dictionary of an npm package (`dictionary-…`), read by nspell; both are development dependencies. */
export async function openDictionary(name: string): Promise<Knows> {
  const known = loaded.get(name)
  if (known) return known
  const { default: nspell } = await import('nspell')
  const { default: dictionary } = (await import(name)) as { default: { aff: Uint8Array; dic: Uint8Array } }
  const speller = nspell(dictionary.aff, dictionary.dic)
  const knows: Knows = word => speller.correct(word)
  loaded.set(name, knows)
  return knows
}

/** Reads the spelling of one language: names of the directory, and the words that `proof.yaml` adds, are known. */
export function spellerOf(knows: Knows, rulebook: Rulebook, names: Iterable<Named>, language: string): Speller {
  const own = new Set(rulebook.words)
  for (const name of names) {
    const form = name.forms[language] ?? {}
    for (const text of [name.name, form.name ?? '', form.formerly ?? ''])
      for (const word of wordsOf(text)) own.add(word)
  }
  const before = new RegExp(`^(?:${rulebook.before_word || '(?!)'})`, 'iu')
  const after = new RegExp(`(?:${rulebook.after_word || '(?!)'})$`, 'u')
  const seen = new Map<string, boolean>()
  const whole = (word: string): boolean => own.has(word) || knows(word.replaceAll('’', "'"))
  const isRight = (word: string): boolean => {
    const bare = word.replace(after, '').replace(before, '')
    if (whole(word) || whole(bare) || whole(bare.charAt(0).toLowerCase() + bare.slice(1))) return true
    const parts = bare.split('-')
    return parts.length > 1 && parts.every(part => part === '' || whole(part) || whole(part.toLowerCase()))
  }
  return text =>
    wordsOf(text).filter(word => {
      const known = seen.get(word) ?? isRight(word)
      seen.set(word, known)
      return !known
    })
}

/** Words with their hyphens and apostrophes; what holds a figure is none. */
export function wordsOf(text: string): string[] {
  const typeset = text.replaceAll("'", '’')
  return [...typeset.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’.&+-]*/gu)].flatMap(([word]) => {
    const bare = word.replace(/[’.&+-]+$/u, '')
    return /\p{N}/u.test(bare) || bare.length < 2 ? [] : [bare]
  })
}
