import type { FieldContext } from '../fields/field-context.ts'
import type { LocalText } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'

/** A typed text that means something by a pronoun alone, in the first language in which it does. */
export interface LeaningText {
  /** The entry of a list that it is in: `/compensation/1`. */
  readonly entry: Pointer
  readonly language: string
  readonly text: string
}

/** Typed texts that begin with a pronoun: articles may tell each by itself, or in another order. */
export function leaningTexts(draft: IncidentDraft, { isLeaning }: Pick<FieldContext, 'isLeaning'>): LeaningText[] {
  if (!isLeaning) return []
  return LISTS.flatMap(field =>
    draft[field].flatMap((one, index): LeaningText[] => {
      const text: LocalText = ('text' in one ? one.text : undefined) ?? {}
      const found = Object.entries(text).find(([language, clause]) => isLeaning(language, clause))
      return found ? [{ entry: `/${field}/${index}`, language: found[0], text: found[1] }] : []
    }),
  )
}

/** Lists of which each entry may be told without the one before it. */
const LISTS = [
  'symptoms',
  'still_works',
  'knock_on',
  'facts',
  'residual',
  'economy',
  'compensation',
  'background',
] as const
