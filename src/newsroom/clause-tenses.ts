import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type ClauseRules, clauses, isFragment, isInPresent } from '../language/clause-tense.ts'

/** What a language says of what editors type. */
export interface ClauseReader {
  readonly isPresent: (language: string, clause: string) => boolean
  readonly isFragment: (language: string, words: string) => boolean
}

/**
 * Reads clauses and quotations by the grammar of their language; of a language without rules nothing is in the present, and only
 * what begins with a small letter is no sentence.
 */
export function clauseReaderIn(workspace: Workspace): ClauseReader {
  const known = new Map<string, ClauseRules | undefined>()
  const rulesFor = (language: string) => {
    if (!known.has(language)) known.set(language, rulesOf(workspace, language))
    return known.get(language)
  }
  return {
    isPresent: (language, clause) => {
      const rules = rulesFor(language)
      return rules !== undefined && isInPresent(rules, clause)
    },
    isFragment: (language, words) => isFragment(rulesFor(language) ?? { sentence: [] }, words),
  }
}

function rulesOf(workspace: Workspace, language: string): ClauseRules | undefined {
  const path = `locales/${language}/grammar.yaml`
  if (workspace.size(path) === undefined) return undefined
  const grammar = yamlOf(workspace, path) as { readonly clauses?: unknown } | null
  return clauses.safeParse(grammar?.clauses).data
}
