import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type ClauseRules, clauses, isInPresent } from '../language/clause-tense.ts'

/** Reads the tense of clauses by the grammar of their language; of a language without rules nothing is in the present. */
export function clauseTensesIn(workspace: Workspace): (language: string, clause: string) => boolean {
  const known = new Map<string, ClauseRules | undefined>()
  return (language, clause) => {
    if (!known.has(language)) known.set(language, rulesOf(workspace, language))
    const rules = known.get(language)
    return rules !== undefined && isInPresent(rules, clause)
  }
}

function rulesOf(workspace: Workspace, language: string): ClauseRules | undefined {
  const path = `locales/${language}/grammar.yaml`
  if (workspace.size(path) === undefined) return undefined
  const grammar = yamlOf(workspace, path) as { readonly clauses?: unknown } | null
  return clauses.safeParse(grammar?.clauses).data
}
