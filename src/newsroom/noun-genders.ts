import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WrittenNoun } from '../fields/field-context.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { Grammar } from '../language/grammar.ts'
import { type NounMark, type NounRules, typedNoun } from '../language/typed-noun.ts'
import { type GrammarOf, grammarsIn, perLanguage } from './newsroom-grammars.ts'

/**
 * Reads names written with their article, by the grammar of their language. A grammar, and the list of nouns that it names,
 * are read when the first name asks for them. A grammar with mistakes reads nothing: they are told elsewhere.
 */
export function nounsIn(
  workspace: Workspace,
  grammarOf: GrammarOf = grammarsIn(workspace),
): (language: string, name: string) => WrittenNoun | undefined {
  const readers = perLanguage(language => readerOf(grammarOf(language)))
  return (language, name) => readers(language)(name)
}

function readerOf(grammar: Grammar | undefined): (name: string) => WrittenNoun | undefined {
  if (!grammar?.naming) return () => undefined
  const rules: NounRules = { ...grammar, letters: grammar.sound.letters }
  const mark = markOf(rules)
  return name => typedNoun(rules, mark, name)
}

function markOf({ naming }: NounRules): NounMark {
  if (!naming?.lexicon) return () => undefined
  const { file, more } = naming.lexicon
  const own = new Map(Object.entries(more).flatMap(([mark, nouns]) => nouns.map(noun => [noun, mark] as const)))
  return noun => own.get(noun) ?? lexicon(file).get(noun)
}

const lexicons = new Map<string, ReadonlyMap<string, string>>()

/** The nouns that a package lists; none where it is not installed. */
function lexicon(file: string): ReadonlyMap<string, string> {
  const known = lexicons.get(file)
  if (known) return known
  const nouns = new Map(Object.entries(listOf(file)))
  lexicons.set(file, nouns)
  return nouns
}

function listOf(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}
