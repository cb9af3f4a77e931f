import { locate } from '../fields/short-form-pointers.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { valueAt } from '../foundation/pointer.ts'
import type { Incident, Statement } from './incident.ts'

/**
 * Pointers, as they stand in the file, to every value meant for readers, in the order of the full form. A text by
 * language, a moment, a speaker and a quote are one value each. Left out: sources, overrides and publication fields,
 * `as_of`, `state` and `kind`, addresses, and what only steers the telling (evidence, status, phase, unit).
 */
export function readerValues(incident: Incident): readonly Pointer[] {
  const known = values.get(incident)
  if (known) return known
  const found = new Set<Pointer>()
  for (const pointer of valuesOf(incident)) {
    const here = locate(incident.raw, pointer)
    if (here !== '' && valueAt(incident.raw, here) !== undefined) found.add(here)
  }
  const all = [...found]
  values.set(incident, all)
  return all
}

/** Every edition of a story asks for the same. */
const values = new WeakMap<Incident, readonly Pointer[]>()

/** The fields of each family that readers are told; a list is told item by item. */
const families: Readonly<Record<string, readonly string[]>> = {
  providers: ['company'],
  services: ['service', 'impact', 'degree', 'usable', 'started', 'ended', 'symptoms', 'error', 'platforms/*'],
  not_affected: [''],
  started: [''],
  ended: [''],
  symptoms: ['text', 'error'],
  counts: ['source', 'figure', 'service', 'place', 'at', 'caveat'],
  reactions: ['on', 'tone', 'moved', 'shares', 'quote', 'who'],
  third_parties: ['who', 'quote', 'says', 'via', 'at'],
  causes: ['text', 'by', 'at'],
  updates: ['at', 'text', 'by'],
  residual: ['text', 'by'],
  knock_on: ['who/*', 'text', 'by'],
  economy: ['text', 'by'],
  precedents: ['at', 'lasted', 'text', 'services/*'],
  background: ['text', 'by'],
  corrections: ['at', 'said', 'right'],
}

const singles: readonly string[] = [
  'company',
  'planned/from',
  'planned/to',
  'expected',
  'scope/reach',
  'scope/places/*',
  'scope/beyond/*',
  'scope/except/*',
  'scope/degree',
  'scope/source',
  'attack/status',
  'attack/by',
  'data_impact/status',
  'data_impact/text',
  'data_impact/by',
  'resolution/text',
  'resolution/by',
  'advice/by',
  'advice/steps/*',
  'advice/valid_until',
  'compensation/text',
  'compensation/by',
]

/** Paths in pieces, parsed once: every incident is asked for all of them. */
const piecesOf = (path: string): readonly string[] => (path === '' ? [] : path.split('/'))
const familyPieces = Object.entries(families).map(([family, fields]) => ({ family, fields: fields.map(piecesOf) }))
/** The company comes before everything else: it is the first of them. */
const [company = [], ...otherSingles] = singles.map(piecesOf)

function* valuesOf(incident: Incident): Generator<Pointer> {
  yield* expand(incident, '', company)
  for (const { family, fields } of familyPieces) {
    const items = (incident as unknown as Record<string, readonly unknown[]>)[family] ?? []
    for (let index = 0; index < items.length; index += 1) {
      for (const pieces of fields) yield* expand(items[index], `/${family}/${index}`, pieces)
    }
  }
  for (const pieces of otherSingles) yield* expand(incident, '', pieces)
  for (const [index, working] of incident.still_works.entries()) {
    yield `/still_works/${index}/${'service' in working ? 'service' : 'text'}`
  }
  for (const [index, cause] of incident.causes.entries()) {
    if (cause.status === 'unknown') yield `/causes/${index}/status`
  }
  for (const [index, statement] of incident.statements.entries()) {
    const at = `/statements/${index}`
    // When nobody is named, the company speaks, and nobody typed that.
    if (locate(incident.raw, `${at}/by`) !== locate(incident.raw, at)) yield `${at}/by`
    yield* statementValues(statement, at)
  }
  for (const [index, number] of (incident.advice?.numbers ?? []).entries()) {
    yield `/advice/numbers/${index}/number`
    if (number.for) yield `/advice/numbers/${index}/for`
  }
}

function* statementValues(statement: Statement, at: Pointer): Generator<Pointer> {
  if (statement.at) yield `${at}/at`
  if (statement.kind !== 'said') {
    yield `${at}/kind`
    return
  }
  if (statement.via) yield `${at}/via`
  yield `${at}/quote`
  if (statement.highlight) yield `${at}/highlight`
}

/** Follows a path into a value of the full form; `*` comes last and is every item of a list. What is not there is not given. */
function expand(value: unknown, start: Pointer, pieces: readonly string[]): Pointer[] {
  let found = value
  let pointer = start
  for (const piece of pieces) {
    if (piece === '*') {
      return Array.isArray(found) ? Array.from(found, (_, index) => `${pointer}/${index}`) : []
    }
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, piece)) return []
    found = (found as Record<string, unknown>)[piece]
    pointer += `/${piece}`
  }
  return found === undefined ? [] : [pointer]
}
