import type { FieldContext } from '../fields/field-context.ts'
import type { Speaker } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'
import type { Speech } from './incident.ts'

/** Somebody's words or ours, with their place in the file. */
export interface PlacedSpeech extends Speech {
  readonly pointer: Pointer
  readonly by?: Speaker | undefined
}

/** Everybody who speaks in a story: the company, others, users. */
export function speechesIn({ statements, reactions, third_parties }: IncidentDraft): PlacedSpeech[] {
  return [
    ...statements.flatMap((one, index) => (one.kind === 'said' ? { ...one, pointer: `/statements/${index}` } : [])),
    ...reactions.map(({ who, ...one }, index) => ({ ...one, by: who, pointer: `/reactions/${index}` })),
    ...third_parties.map(({ who, ...one }, index) => ({ ...one, by: who, pointer: `/third_parties/${index}` })),
  ]
}

/** Words that are no sentence, in one language at least. */
export interface FoundFragment extends PlacedSpeech {
  readonly text: string
  /** Where these words stand, below the quotation. */
  readonly place: string
}

/** Quotations that no article may print as a sentence of its own. */
export function fragmentsIn(draft: IncidentDraft, { isFragment }: Pick<FieldContext, 'isFragment'>): FoundFragment[] {
  if (!isFragment) return []
  return speechesIn(draft).flatMap(speech => {
    const found = textsOf(speech).find(({ language, text }) => isFragment(language, text))
    return found ? [{ ...speech, text: found.text, place: found.place }] : []
  })
}

function textsOf({ quote }: Speech): { language: string; text: string; place: string }[] {
  if (!quote) return []
  const translated = Object.entries(quote.translations).map(([language, { text }]) => ({
    language,
    text,
    place: `translations/${language}/text`,
  }))
  return quote.text === undefined
    ? translated
    : [{ language: quote.lang, text: quote.text, place: 'text' }, ...translated]
}
