import type { z } from 'zod'
import { valueOn } from '../foundation/pointer.ts'
import { kindOf } from '../foundation/value-kind.ts'

/** A mistake in a grammar: where it is, and the slots of its message (`locale.grammar` in `problems.json`). */
export interface GrammarDiagnostic {
  readonly path: readonly PropertyKey[]
  readonly facts: Readonly<Record<string, string>>
}

/** What zod expects, in the words of `terms`; nothing for a union. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'flag',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
}

/** The diagnostics of one zod issue: every unknown key of a mapping is one. */
export function grammarDiagnostics(issue: z.core.$ZodIssue, data: unknown): GrammarDiagnostic[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => diagnosticAt([...issue.path, key], { context: 'unknown' }))
  const value = valueOn(data, issue.path)
  if (value === undefined || value === null) return [diagnosticAt(issue.path, { context: 'missing' })]
  const expected = issue.code === 'invalid_type' ? EXPECTED[issue.expected] : undefined
  if (expected !== undefined) return [diagnosticAt(issue.path, { context: 'type', expected, found: kindOf(value) })]
  if (issue.code === 'invalid_value')
    return [
      diagnosticAt(issue.path, { context: 'value', value: String(value), known: issue.values.map(String).join(', ') }),
    ]
  return [diagnosticAt(issue.path, { reason: issue.message })]
}

const diagnosticAt = (path: readonly PropertyKey[], facts: Readonly<Record<string, string>>): GrammarDiagnostic => ({
  path,
  facts: { key: path.join('.'), ...facts },
})
