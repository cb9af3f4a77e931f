import type { z } from 'zod'
import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { pointerTo, tokensOf, valueAt } from '../foundation/pointer.ts'
import { kindOf } from '../foundation/value-kind.ts'
import type { Carried } from './field-types.ts'
import { locate } from './short-form-pointers.ts'

/** What could be read of a value, and the diagnostics of the rest. */
export interface ShapeReading<T> {
  /** Without invalid fields; `undefined` when nothing at all could be read. */
  readonly value?: T
  readonly unplaced: readonly UnplacedDiagnostic[]
}

/**
 * Reads a value by its shape. Invalid fields are removed, whole fields at a time, and the rest is read again, so that
 * one mistake hides neither the other mistakes nor contradictions between the valid fields.
 */
export function readShape<S extends z.ZodType>(shape: S, raw: unknown): ShapeReading<z.output<S>> {
  const unplaced: UnplacedDiagnostic[] = []
  const removed = new Set<string>()
  let rest: unknown = raw
  for (;;) {
    const read = shape.safeParse(rest)
    if (read.success) return { value: read.data, unplaced }
    // A field that was removed is not reported again as missing.
    const issues = read.error.issues.filter(({ path }) => path.length !== 1 || !removed.has(String(path[0])))
    for (const issue of issues) unplaced.push(...unplacedOf(issue, rest))
    const pruned = prune(rest, issues, removed)
    if (pruned === undefined) return { unplaced }
    rest = pruned
  }
}

type Issue = z.core.$ZodIssue

function unplacedOf(issue: Issue, raw: unknown): UnplacedDiagnostic[] {
  const pointer = pointerTo(issue.path)
  const field = fieldOf(issue.path)
  switch (issue.code) {
    case 'custom': {
      const { at: _, facts, ...carried } = issue.params as Carried
      if (carried.code === 'name/several' && !standsForList(issue.path, raw)) {
        return [{ code: carried.code, facts: { ...(facts as { name: string }), right: '' }, pointer }]
      }
      if (carried.code === 'shape/missing' && 'field' in facts && facts.field === '') return [missing(issue.path)]
      const filled = 'field' in facts && facts.field === '' ? { ...facts, field } : facts
      const empty = carried.code === 'shape/empty'
      return [{ ...(empty && { part: 'key' }), ...carried, facts: filled, pointer } as UnplacedDiagnostic]
    }
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownField(key, issue.message.split(' '), issue.path))
    case 'invalid_value': {
      const value = valueAt(raw, locate(raw, pointer))
      if (value === null || value === '') return [{ code: 'shape/empty', facts: { field }, pointer, part: 'key' }]
      if (tokensOf(locate(raw, pointer)).at(-1) !== tokensOf(pointer).at(-1) && typeof value === 'object') {
        return [missing(issue.path)]
      }
      if (typeof value !== 'string') {
        return [{ code: 'shape/wrong-type', facts: { field, expected: 'text', found: kindOf(value) }, pointer }]
      }
      const known = issue.values.map(String)
      const facts = { field, value, known: known.join(', '), nearest: nearest(value, known) ?? '' }
      return [{ code: 'shape/not-a-known-value', facts, pointer }]
    }
    case 'too_small':
      return [{ code: 'shape/empty', facts: { field }, pointer, part: 'key' }]
    case 'invalid_key':
      return [unknownField(field, [], issue.path.slice(0, -1))]
    case 'invalid_type':
      return [wrongType(issue, raw, pointer, field)]
    default:
      throw new Error(`A zod issue without a message of ours: ${issue.code}`)
  }
}

/** Whether a single item replaces a list. */
function standsForList(path: readonly PropertyKey[], raw: unknown): boolean {
  return typeof path.at(-1) === 'number' && tokensOf(locate(raw, pointerTo(path))).at(-1) !== String(path.at(-1))
}

function unknownField(key: string, known: readonly string[], path: readonly PropertyKey[]): UnplacedDiagnostic {
  const facts = {
    field: key,
    known: known.filter(word => word !== 'forms').join(', '),
    nearest: nearest(key, known) ?? '',
  }
  return { code: 'shape/unknown-field', facts, pointer: pointerTo([...path, key]), part: 'key' }
}

function wrongType(
  issue: Issue & { code: 'invalid_type' },
  raw: unknown,
  pointer: string,
  field: string,
): UnplacedDiagnostic {
  const place = locate(raw, pointer)
  const found = valueAt(raw, place)
  const reached = tokensOf(place).at(-1) === String(issue.path.at(-1) ?? '') || issue.path.length === 0
  if (found === null) return { code: 'shape/empty', facts: { field }, pointer, part: 'key' }
  const isThere = reached || typeof issue.path.at(-1) === 'number' || typeof found !== 'object'
  if (!isThere) return missing(issue.path)
  const expected = issue.expected === 'object' || issue.expected === 'record' ? 'mapping' : issue.expected
  return { code: 'shape/wrong-type', facts: { field, expected, found: kindOf(found) }, pointer }
}

function missing(path: readonly PropertyKey[]): UnplacedDiagnostic {
  const parent = path.slice(0, -1)
  return { code: 'shape/missing', facts: { field: fieldOf(path), of: fieldOf(parent) }, pointer: pointerTo(parent) }
}

/** The last name in a path: `services` for `/services/0`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const last = path.findLast(token => typeof token === 'string' && !/^\d+$/.test(token))
  return last === undefined ? '' : String(last)
}

/**
 * Removes the top-level fields, or the items of top-level lists, that have an issue. `undefined` when there is nothing
 * to remove: the value as a whole is wrong, or a required field is missing.
 */
function prune(raw: unknown, issues: readonly Issue[], removed: Set<string>): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const copy: Record<string, unknown> = { ...raw }
  const items = new Map<string, Set<number>>()
  for (const issue of issues) {
    const own =
      issue.path.length === 0 ? (issue.code === 'unrecognized_keys' ? issue.keys : []) : [String(issue.path[0])]
    for (const field of own) {
      const value = copy[field]
      if (Array.isArray(value) && typeof issue.path[1] === 'number') {
        items.set(field, (items.get(field) ?? new Set()).add(issue.path[1]))
      } else {
        delete copy[field]
        removed.add(field)
      }
    }
  }
  for (const [field, numbers] of items) {
    const value = copy[field]
    if (!Array.isArray(value)) continue
    copy[field] = value.filter((_, index) => !numbers.has(index))
    if (numbers.size < value.length) continue
    delete copy[field]
    removed.add(field)
  }
  return items.size > 0 || Object.keys(copy).length < Object.keys(raw).length ? copy : undefined
}
