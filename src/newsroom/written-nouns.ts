import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WrittenNoun } from '../fields/field-context.ts'
import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { grammarShape } from '../language/grammar.ts'
import { type NounMark, type NounRules, typedNoun } from '../language/typed-noun.ts'

/**
 * Reads names written with their article, by the grammar of their language. A grammar, and the list of nouns that it names,
 * are read when the first name asks for them. A grammar with mistakes reads nothing: they are told elsewhere.
 */
export function nounsIn(workspace: Workspace): (language: string, name: string) => WrittenNoun | undefined {
  const readers = new Map<string, (name: string) => WrittenNoun | undefined>()
  return (language, name) => {
    const read = readers.get(language) ?? readerOf(workspace, language)
    readers.set(language, read)
    return read(name)
  }
}

function readerOf(workspace: Workspace, language: string): (name: string) => WrittenNoun | undefined {
  const rules = rulesOf(workspace, language)
  if (!rules) return () => undefined
  const mark = markOf(rules)
  return name => typedNoun(rules, mark, name)
}

function rulesOf(workspace: Workspace, language: string): NounRules | undefined {
  const path = `locales/${language}/grammar.yaml`
  if (workspace.size(path) === undefined) return undefined
  const { data } = grammarShape.safeParse(yamlOf(workspace, path))
  return data?.naming && { ...data, letters: data.sound.letters }
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
