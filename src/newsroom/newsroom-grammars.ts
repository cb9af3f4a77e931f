import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type Grammar, grammarShape } from '../language/grammar.ts'

/** Makes something of a language once, when it is first asked for. */
export function perLanguage<R>(make: (language: string) => R): (language: string) => R {
  const made = new Map<string, R>()
  return language => {
    if (!made.has(language)) made.set(language, make(language))
    return made.get(language) as R
  }
}

/** The grammar file of a language as it stands; nothing where there is none. */
export function grammarFile(workspace: Workspace, language: string): Readonly<Record<string, unknown>> | undefined {
  const path = `locales/${language}/grammar.yaml`
  return workspace.size(path) === undefined ? undefined : { ...yamlOf(workspace, path) }
}

/** The grammar of a language; nothing where there is none, or one with mistakes: they are told elsewhere. */
export type GrammarOf = (language: string) => Grammar | undefined

/** Reads the grammars of a newsroom, each when it is first asked for. */
export const grammarsIn = (workspace: Workspace): GrammarOf =>
  perLanguage(language => grammarShape.safeParse(grammarFile(workspace, language)).data)

/** The classes of nouns that each grammar declares. */
export const classesIn =
  (grammarOf: GrammarOf): ((language: string) => readonly string[] | undefined) =>
  language => {
    const { classes } = grammarOf(language) ?? {}
    return classes && Object.keys(classes)
  }
