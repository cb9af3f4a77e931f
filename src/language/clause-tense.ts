import { z } from 'zod'
import { regex } from './grammar-parts.ts'
import { grammarPattern } from './grammar-pattern.ts'

/** How a language tells whether a clause that an editor typed is in the present or in the past, and what is a sentence. */
export const clauses = z.strictObject({
  /** What only stands in the present: "is", « ne fonctionne pas ». */
  present: z.array(regex).default([]),
  /** What only stands in the past: "was", « était ». */
  past: z.array(regex),
  /** What says that something bad is not so: "not affected", « aucune donnée ». */
  reassuring: z.array(regex).default([]),
  /** Words that begin a clause and are no names: typed with a capital, they lose it within a sentence of ours. */
  small: z.array(z.string()).default([]),
  /** What stands in whole sentences: a subject, a verb. */
  sentence: z.array(regex).default([]),
  /** Verbs of what works, which no noun phrase has: "works", « fonctionne ». */
  works: z.array(regex).default([]),
  /** How a clause begins that means something by a pronoun alone: "it was closed", « il en offre trois ». */
  leaning: z.array(regex).default([]),
})

export type ClauseRules = z.infer<typeof clauses>

/** Whether a clause is in the present: it says so, or nothing in it is past. */
export function isInPresent({ present, past }: ClauseRules, clause: string): boolean {
  const holds = (pattern: string) => grammarPattern(pattern, 'iu').test(clause)
  return present.some(holds) || !past.some(holds)
}

/** Whether a clause says that something bad is not so: « les appareils ne sont pas touchés ». */
export const isReassuring = ({ reassuring }: Pick<ClauseRules, 'reassuring'>, clause: string): boolean =>
  reassuring.some(pattern => grammarPattern(pattern, 'iu').test(clause.replaceAll('’', "'")))

/** Whether a clause begins with a pronoun for what only stood before it: "it now offers three", and not "it is not known". */
export const isLeaning = ({ leaning }: Pick<ClauseRules, 'leaning'>, clause: string): boolean =>
  leaning.some(pattern => grammarPattern(pattern, 'iu').test(clause.trim().replaceAll('’', "'")))

/**
 * Whether words are part of a sentence and no sentence themselves: they begin with a small letter, or they are a few words
 * with neither an end nor anything that only sentences have.
 */
export function isFragment({ sentence }: Pick<ClauseRules, 'sentence'>, words: string): boolean {
  const text = words
    .trim()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+/u, '')
  if (/^\p{Ll}(?!\p{Lu})/u.test(text)) return true
  if (sentence.length === 0 || /[.?!…]["”’»)\]]*$/u.test(text) || text.split(/\s+/u).length > FEW_WORDS) return false
  return !sentence.some(pattern => grammarPattern(pattern, 'iu').test(text))
}

const FEW_WORDS = 6

/** Whether a few words name something and say nothing of it: « l'internet mobile », and not « l'internet mobile fonctionne ». */
export function isNounPhrase({ sentence, works }: Pick<ClauseRules, 'sentence' | 'works'>, words: string): boolean {
  if (works.length === 0 || words.trim().split(/\s+/u).length > NAME_WORDS) return false
  const text = words.replaceAll('’', "'")
  return ![...sentence, ...works].some(pattern => grammarPattern(pattern, 'iu').test(text))
}

const NAME_WORDS = 4
