import type { Workspace } from '../foundation/workspace.ts'
import {
  type ClauseRules,
  clauses,
  isFragment,
  isInPresent,
  isLeaning,
  isNounPhrase,
  isReassuring,
} from '../language/clause-tense.ts'
import { grammarFile, perLanguage } from './newsroom-grammars.ts'

/** What a language says of what editors type. */
export interface ClauseReader {
  readonly isPresent: (language: string, clause: string) => boolean
  readonly isFragment: (language: string, words: string) => boolean
  readonly isNounPhrase: (language: string, words: string) => boolean
  readonly isReassuring: (language: string, clause: string) => boolean
  readonly isLeaning: (language: string, clause: string) => boolean
}

/**
 * Reads clauses and quotations by the grammar of their language; of a language without rules nothing is in the present, and only
 * what begins with a small letter is no sentence.
 */
export function clauseReaderIn(workspace: Workspace): ClauseReader {
  const rulesFor = perLanguage(
    (language): ClauseRules | undefined => clauses.safeParse(grammarFile(workspace, language)?.clauses).data,
  )
  return {
    isPresent: (language, clause) => {
      const rules = rulesFor(language)
      return rules !== undefined && isInPresent(rules, clause)
    },
    isReassuring: (language, clause) => isReassuring(rulesFor(language) ?? { reassuring: [] }, clause),
    isLeaning: (language, clause) => isLeaning(rulesFor(language) ?? { leaning: [] }, clause),
    isFragment: (language, words) => isFragment(rulesFor(language) ?? { sentence: [] }, words),
    isNounPhrase: (language, words) => isNounPhrase(rulesFor(language) ?? { sentence: [], works: [] }, words),
  }
}
