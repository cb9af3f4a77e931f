import { changed } from '../edit/change-file.ts'
import { changedParts } from '../edit/change-part.ts'
import { fieldText, type Value } from '../edit/write-yaml.ts'
import { canonicalJson } from '../foundation/canonical-json.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'

/** Fields by their names, as a feed gave them. */
export type FieldsOfFeed = Readonly<Record<string, Value>>

/** A field that an editor and the feed changed differently. */
export interface FieldConflict {
  readonly field: string
  /** What stands in the file; empty when the editor took it out. */
  readonly ours: string
  readonly feed: string
}

/** A draft after the feed has moved on. */
export interface MergedDraft {
  readonly text: string
  /** Fields that were changed. */
  readonly taken: readonly string[]
  readonly conflicts: readonly FieldConflict[]
}

/** Lists to which the feed adds, whatever an editor did with their entries. */
const LISTS = new Set(['statements', 'facts', 'sources'])

/**
 * Brings into a draft what the feed says anew, three ways: what it said last, what it says now, what the editor made of
 * it. What an editor changed stays. Without what it said last, nothing is changed and every difference is a conflict.
 */
export function mergedDraft(text: string, last: FieldsOfFeed | undefined, now: FieldsOfFeed): MergedDraft {
  const parsed = parseYaml(text)
  if (!parsed.ok || !isMapping(parsed.value)) return { text, taken: [], conflicts: [] }
  const ours = parsed.value
  let merged = text
  const taken: string[] = []
  const conflicts: FieldConflict[] = []
  for (const field of new Set([...Object.keys(last ?? {}), ...Object.keys(now)])) {
    if (field === 'draft') continue
    const [before, here, after] = [asRead(field, last?.[field]), ours[field], asRead(field, now[field])]
    if ((last && isSame(before, after)) || isSame(here, after)) continue
    if (last && isSame(here, before)) merged = withField(merged, field, now[field])
    else if (last && LISTS.has(field) && Array.isArray(here)) {
      const added = addedEntries(field, before, after, here, now[field])
      if (added.length === 0) continue
      merged = changed(
        merged,
        added.map(value => ({ kind: 'append', field, value })),
      )
    } else {
      conflicts.push({ field, ours: shown(here), feed: shown(after) })
      continue
    }
    taken.push(field)
  }
  return { text: merged, taken, conflicts }
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** A value as it is read from the file it is written to. */
function asRead(field: string, value: Value | undefined): unknown {
  if (value === undefined) return undefined
  const parsed = parseYaml(fieldText(field, value))
  return parsed.ok && isMapping(parsed.value) ? parsed.value[field] : undefined
}

/** A draft with what a feed offers; `null` takes a field out. */
export function withOffer(text: string, offer: Readonly<Record<string, Value | null>>): string {
  return Object.entries(offer).reduce((all, [field, value]) => withField(all, field, value ?? undefined), text)
}

function withField(text: string, field: string, value: Value | undefined): string {
  return value === undefined
    ? changedParts(text, [{ kind: 'remove', at: `/${field}` }])
    : changed(text, [{ kind: 'set', field, value }])
}

/** The entries that are new in the feed and not in the file. */
function addedEntries(field: string, before: unknown, after: unknown, here: readonly unknown[], now?: Value): Value[] {
  const known = [...(Array.isArray(before) ? before : []), ...here]
  const entries = Array.isArray(now) ? (now as readonly Value[]) : []
  const read = Array.isArray(after) ? after : []
  return entries.filter((_, at) => !known.some(one => isSame(one, read[at])) && field !== '')
}

function shown(value: unknown): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)} […]` : text
}
