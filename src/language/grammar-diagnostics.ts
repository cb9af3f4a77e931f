import type { z } from 'zod'
import { valueOn } from '../foundation/pointer.ts'
import { kindOf } from '../foundation/value-kind.ts'

/** A mistake in a grammar: where it is, and what is said of it (slots of `locale.grammar` in `problems.json`). */
export interface GrammarDiagnostic {
  readonly path: readonly PropertyKey[]
  readonly facts: Readonly<Record<string, string>>
}

/** What zod expects, in the words of `terms`; of a union, nothing that could be named. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'flag',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
}

/** The mistakes of one complaint: every unknown key of a mapping is one. */
export function grammarDiagnostics(issue: z.core.$ZodIssue, data: unknown): GrammarDiagnostic[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => faultAt([...issue.path, key], { context: 'unknown' }))
  const value = valueOn(data, issue.path)
  if (value === undefined || value === null) return [faultAt(issue.path, { context: 'missing' })]
  const expected = issue.code === 'invalid_type' ? EXPECTED[issue.expected] : undefined
  if (expected !== undefined) return [faultAt(issue.path, { context: 'type', expected, found: kindOf(value) })]
  if (issue.code === 'invalid_value')
    return [faultAt(issue.path, { context: 'value', value: String(value), known: issue.values.map(String).join(', ') })]
  return [faultAt(issue.path, { reason: issue.message })]
}

const faultAt = (path: readonly PropertyKey[], facts: Readonly<Record<string, string>>): GrammarDiagnostic => ({
  path,
  facts: { key: path.join('.'), ...facts },
})
