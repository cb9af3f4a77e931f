import type { UnsureSound } from '../fields/field-context.ts'
import { isSoundListed } from '../language/vowel-sound.ts'
import { type GrammarOf, perLanguage } from './newsroom-grammars.ts'

/** How a name may meet the word before it, where neither its letters nor the lists of its language tell: « d'Hexa », « de Hexa ». */
export function unsureSoundsIn(grammarOf: GrammarOf): (language: string, name: string) => UnsureSound | undefined {
  const readers = perLanguage(language => readerOf(grammarOf(language)))
  return (language, name) => readers(language)(name)
}

function readerOf(grammar: ReturnType<GrammarOf>): (name: string) => UnsureSound | undefined {
  const word = grammar?.prepositions.of ?? ''
  const elided = grammar?.before_vowel[word]
  if (!grammar || elided === undefined) return () => undefined
  return name => {
    const isUnsure = grammar.sound.unsure.includes(name.charAt(0).toLowerCase()) && !isSoundListed(grammar.sound, name)
    return isUnsure ? { elided: `${elided}${name}`, plain: `${word} ${name}` } : undefined
  }
}
