import type { Named } from '../../src/fields/directory.ts'
import type { Rulebook } from './rulebook.ts'

/** Returns the misspelt words of a text. */
export type Speller = (text: string) => string[]

/** A dictionary lookup. Loading a dictionary takes seconds, so each is loaded once. */
export type Dictionary = (word: string) => boolean

const loaded = new Map<string, Dictionary>()

/** The hunspell dictionary of an npm package (`dictionary-…`), read by nspell; both are development dependencies. */
export async function openDictionary(name: string): Promise<Dictionary> {
  const known = loaded.get(name)
  if (known) return known
  const { default: nspell } = await import('nspell')
  const { default: files } = (await import(name)) as { default: { aff: Uint8Array; dic: Uint8Array } }
  const speller = nspell(files.aff, files.dic)
  const dictionary: Dictionary = word => speller.correct(word)
  loaded.set(name, dictionary)
  return dictionary
}

/** The spell checker of one language: names of the directory, and the words that `proof.yaml` adds, are known. */
export function spellerOf(
  dictionary: Dictionary,
  rulebook: Rulebook,
  names: Iterable<Named>,
  language: string,
): Speller {
  const own = new Set(rulebook.words)
  for (const name of names) {
    const form = name.forms[language] ?? {}
    for (const text of [name.name, form.name ?? '', form.formerly ?? ''])
      for (const word of wordsOf(text)) own.add(word)
  }
  const before = new RegExp(`^(?:${rulebook.before_word || '(?!)'})`, 'iu')
  const after = new RegExp(`(?:${rulebook.after_word || '(?!)'})$`, 'u')
  const seen = new Map<string, boolean>()
  const whole = (word: string): boolean => own.has(word) || dictionary(word.replaceAll('’', "'"))
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

/** Words with their hyphens and apostrophes; anything with a digit is no word. */
export function wordsOf(text: string): string[] {
  const typeset = text.replaceAll("'", '’')
  return [...typeset.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’.&+-]*/gu)].flatMap(([word]) => {
    const bare = word.replace(/[’.&+-]+$/u, '')
    return /\p{N}/u.test(bare) || bare.length < 2 ? [] : [bare]
  })
}
