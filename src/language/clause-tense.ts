import { z } from 'zod'
import { regex } from './grammar-parts.ts'

/** How a language tells whether a clause that an editor typed is in the present or in the past. */
export const clauses = z.strictObject({
  /** What only stands in the present: "is", « ne fonctionne pas ». */
  present: z.array(regex).default([]),
  /** What only stands in the past: "was", « était ». */
  past: z.array(regex),
})

export type ClauseRules = z.infer<typeof clauses>

/** Whether a clause is in the present: it says so, or nothing in it is past. */
export function isInPresent({ present, past }: ClauseRules, clause: string): boolean {
  const holds = (pattern: string) => new RegExp(pattern, 'iu').test(clause)
  return present.some(holds) || !past.some(holds)
}
