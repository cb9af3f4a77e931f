import type { Value } from '../edit/write-yaml.ts'
import { isError } from '../foundation/diagnostic.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import type { DraftedFields } from './draft-fields.ts'
import { draftText, type IntakeSay } from './draft-text.ts'

/** A draft that `check` has no error for. */
export interface SoundDraft {
  readonly text: string
  readonly draft: DraftedFields
}

/** Fields without which there is no incident. */
const NEEDED = new Set(['state', 'as_of', 'services', 'draft'])

/**
 * Writes a draft and reads it as `check` does. A field that an error is about is left out and named among what was not
 * taken over; `undefined` where one that is needed cannot be right.
 */
export function soundDraft(
  key: string,
  file: string,
  draft: DraftedFields,
  service: IncidentService,
  say: IntakeSay,
): SoundDraft | undefined {
  let kept = draft
  for (let tries = 0; tries < 12; tries++) {
    const text = draftText(key, kept, say)
    const { incident, diagnostics } = service.read({ file, text })
    const error = diagnostics.find(isError)
    if (!error) return incident ? { text, draft: kept } : undefined
    const field = fieldAt(text, error.place.line) ?? Object.keys(kept.fields).findLast(one => !NEEDED.has(one))
    const without = field === undefined ? undefined : withoutField(kept, field, error.code)
    if (!without) return undefined
    kept = without
  }
  return undefined
}

/** The field of the file that a line belongs to. */
function fieldAt(text: string, line: number | undefined): string | undefined {
  if (line === undefined) return undefined
  const above = text.split('\n').slice(0, line)
  return /^([a-z_]+):/.exec(above.findLast(one => /^[a-z_]+:/.test(one)) ?? '')?.[1]
}

function withoutField(draft: DraftedFields, field: string, why: string): DraftedFields | undefined {
  const remarks = [...draft.remarks, { key: 'refused', slots: { field, why } }]
  if (field === 'state' && 'ended' in draft.fields) return withoutField(draft, 'ended', why)
  if (NEEDED.has(field)) return undefined
  const fields: Record<string, Value> = {
    ...draft.fields,
    ...(field === 'cause' && { statements: withCause(draft.fields) }),
  }
  delete fields[field]
  return { ...draft, fields, remarks }
}

/** A cause that is told in a whole sentence is none of our words: it is quoted. */
function withCause({ statements, cause }: DraftedFields['fields']): Value {
  const texts = (cause as { readonly text?: Readonly<Record<string, string>> }).text ?? {}
  const quotes = Object.entries(texts).map(([lang, text]) => ({ phase: 'explanation', original: { lang, text } }))
  return [...(Array.isArray(statements) ? (statements as readonly Value[]) : []), ...quotes]
}
