import type { Pointer } from '../foundation/pointer.ts'
import { pointerTo, tokensOf, valueAt } from '../foundation/pointer.ts'

/** Fields with another name, or a longer path, in the file than in the full form. */
const otherWays: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['causes', [['cause']]],
  ['quote', [['original']]],
  ['who', [['quote', 'who']]],
  ['by', [['source']]],
  ['figure', [['value'], ['range']]],
  ['low', [['0']]],
  ['high', [['1']]],
])

/** What the full form wraps around a value that an editor may write bare. */
const wrappers: ReadonlySet<string> = new Set(['publication', 'forms', 'when', 'figure', 'quote', 'kind'])

/**
 * Maps a pointer of the full form to the file. Stops at a scalar (`services: [facebook]`: `/services/0/service` is
 * `/services/0`), skips the `0` of a single item, and follows the short names.
 * @example locate({ cause: 'unknown' }, '/causes/0/status') // '/cause'
 */
export function locate(raw: unknown, pointer: Pointer): Pointer {
  if (typeof raw !== 'object' || raw === null) return ''
  const known = located.get(raw) ?? new Map<Pointer, Pointer>()
  if (known.size === 0) located.set(raw, known)
  const place = known.get(pointer) ?? search(raw, pointer)
  known.set(pointer, place)
  return place
}

/**
 * The same for the source of a sentence: '' for a value nobody typed. Otherwise a sentence based on the default phase
 * of a statement would be traced to the whole statement.
 */
export function typedAt(raw: unknown, pointer: Pointer): Pointer {
  if (typeof raw !== 'object' || raw === null) return ''
  const known = typed.get(raw) ?? new Map<Pointer, Pointer>()
  if (known.size === 0) typed.set(raw, known)
  const place = known.get(pointer) ?? findTyped(raw, pointer)
  known.set(pointer, place)
  return place
}

function findTyped(raw: object, pointer: Pointer): Pointer {
  const place = search(raw, pointer)
  // None of these names contains characters that a pointer escapes.
  const field = pointer.slice(pointer.lastIndexOf('/') + 1)
  if (!optional.has(field) || place.endsWith(`/${field}`)) return place
  const around = valueAt(raw, place)
  return typeof around === 'object' && around !== null ? '' : place
}

/** Fields that the full form always or sometimes has, and few editors type. */
const optional: ReadonlySet<string> = new Set([
  'by',
  'degree',
  'evidence',
  'impact',
  'phase',
  'replaced',
  'severity',
  'status',
  'translations',
  'who',
])

/** Every edition of a story asks for the same pointers. */
const located = new WeakMap<object, Map<Pointer, Pointer>>()
const typed = new WeakMap<object, Map<Pointer, Pointer>>()

function search(raw: object, pointer: Pointer): Pointer {
  const path: string[] = []
  const tokens = tokensOf(pointer)
  let here: unknown = raw
  for (let index = 0; index < tokens.length; index++) {
    if (typeof here !== 'object' || here === null) break
    const way = wayOf(here, tokens[index] ?? '', tokens[index + 1])
    for (const token of way) {
      path.push(token)
      here = (here as Record<string, unknown>)[token]
    }
  }
  return pointerTo(path)
}

function wayOf(here: object, token: string, next: string | undefined): readonly string[] {
  if (Object.hasOwn(here, token)) return [token]
  // The translations and the original of a statement are side by side in the file; the full form keeps both in the
  // quote.
  if (wrappers.has(token) && next !== undefined && Object.hasOwn(here, next)) return []
  for (const way of otherWays.get(token) ?? []) if (leads(here, way)) return way
  return []
}

function leads(here: unknown, way: readonly string[]): boolean {
  let at = here
  for (const token of way) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return false
    at = (at as Record<string, unknown>)[token]
  }
  return true
}
