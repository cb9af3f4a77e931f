import type { Slot } from '../story/story.ts'
import { formats } from './fill-wording.ts'
import { type Forms, formDiagnostics, slotsNamed } from './form-diagnostics.ts'
import type { LexiconEntry, SlotUse } from './lexicon.ts'
import type { WordingRequest, WordingRequests } from './wording-requests.ts'

/** Something a translator can mend in a file of wordings. `at` is where: keys, and the place in a list from 0. */
export interface WordingDiagnostic {
  readonly code: `wording/${string}`
  readonly severity: 'error' | 'warning'
  readonly at: readonly (string | number)[]
  readonly facts: Readonly<Record<string, string>>
  /** What it looks like a misspelling of: `word` among `known`. */
  readonly near?: { readonly word: string; readonly known: readonly string[] }
}

/** Every format there is. */
const FORMATS: ReadonlySet<string> = new Set(['hidden', ...Object.values(formats).flatMap(table => Object.keys(table))])

/**
 * Slots that the stories that ask for a wording never have, formats that do not exist or do not go with the slot, and forms
 * that the grammar lacks.
 */
export function wrongSlots(
  { slots, asks }: LexiconEntry,
  isTerm: boolean,
  { asked, forms }: { readonly asked: WordingRequests; readonly forms: Forms | undefined },
): Omit<WordingDiagnostic, 'at'>[] {
  const offers = isTerm ? allOffers(asked) : offersIn(asks)
  const wrong = (diagnostic: Omit<WordingDiagnostic, 'at' | 'severity'>) => ({
    ...diagnostic,
    severity: 'error' as const,
  })
  const reconcile = (use: SlotUse): Omit<WordingDiagnostic, 'at' | 'severity'>[] => {
    const { name, format } = use
    const missing = [name, ...slotsNamed(use)].find(one => !offers.has(one))
    if (missing !== undefined) {
      const near = { word: missing, known: [...offers.keys()] }
      return [{ code: 'wording/unknown-slot', facts: { slot: `{{${missing}}}` }, near }]
    }
    const kinds = [...(offers.get(name) ?? [])]
    const facts = { slot: `{{${name}}}`, format }
    if (!FORMATS.has(format))
      return [{ code: 'wording/unknown-format', facts, near: { word: format, known: [...FORMATS] } }]
    if (!kinds.some(kind => suits(kind, format))) {
      const fitting = [...new Set(kinds.flatMap(kind => Object.keys(formats[kind])))].filter(Boolean).join(', ')
      return [{ code: 'wording/unfit-format', facts: { ...facts, fitting } }]
    }
    return forms ? formDiagnostics(use, kinds, forms) : []
  }
  return slots.flatMap(use => reconcile(use).map(wrong))
}

/** Whether a format can be asked of a kind of slot. */
export const suits = (kind: Slot['kind'], format: string): boolean =>
  kind === 'term' || format === 'hidden' || Object.hasOwn(formats[kind], format)

type Offers = ReadonlyMap<string, ReadonlySet<Slot['kind']>>

function offersIn(asks: readonly WordingRequest[]): Offers {
  const offers = new Map<string, Set<Slot['kind']>>()
  for (const { slots } of asks) {
    for (const [name, { kinds }] of slots) {
      const known = offers.get(name) ?? new Set()
      offers.set(name, known)
      for (const kind of kinds) known.add(kind)
    }
  }
  return offers
}

/** A term is told with the slots of whichever sentence holds it. */
function allOffers(asked: WordingRequests): Offers {
  const known = everyOffer.get(asked) ?? offersIn(asked.asks)
  everyOffer.set(asked, known)
  return known
}

const everyOffer = new WeakMap<WordingRequests, Offers>()
