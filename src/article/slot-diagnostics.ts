import type { Slot } from '../story/story.ts'
import { formats } from './fill-wording.ts'
import { type Forms, formDiagnostics, slotsNamed } from './form-diagnostics.ts'
import type { LexiconEntry, SlotUse } from './wording-lexicon.ts'
import type { WordingRequest, WordingRequests } from './wording-requests.ts'

/** Something a translator can fix in a file of wordings. `at` is where: keys, and the place in a list from 0. */
export interface WordingDiagnostic {
  readonly code: `wording/${string}`
  readonly severity: 'error' | 'warning'
  readonly at: readonly (string | number)[]
  readonly facts: Readonly<Record<string, string>>
  /** The word that may be misspelt, and the words it could be. */
  readonly near?: { readonly word: string; readonly known: readonly string[] }
}

/** Every format there is. */
export const FORMATS: ReadonlySet<string> = new Set([
  'hidden',
  ...Object.values(formats).flatMap(table => Object.keys(table)),
])

/**
 * Slots that the requesting stories never have, formats that do not exist or do not apply to the slot, and forms that
 * the grammar lacks.
 */
export function wrongSlots(
  { slots, asks }: LexiconEntry,
  isTerm: boolean,
  { requests, forms }: { readonly requests: WordingRequests; readonly forms: Forms | undefined },
): Omit<WordingDiagnostic, 'at'>[] {
  const slotKinds = isTerm ? allSlotKinds(requests) : slotKindsIn(asks)
  const wrong = (diagnostic: Omit<WordingDiagnostic, 'at' | 'severity'>) => ({
    ...diagnostic,
    severity: 'error' as const,
  })
  const diagnose = (use: SlotUse): Omit<WordingDiagnostic, 'at' | 'severity'>[] => {
    const { name, format } = use
    const missing = [name, ...slotsNamed(use)].find(one => !slotKinds.has(one))
    if (missing !== undefined) {
      const near = { word: missing, known: [...slotKinds.keys()] }
      return [{ code: 'wording/unknown-slot', facts: { slot: `{{${missing}}}` }, near }]
    }
    const kinds = [...(slotKinds.get(name) ?? [])]
    const facts = { slot: `{{${name}}}`, format }
    if (!FORMATS.has(format))
      return [{ code: 'wording/unknown-format', facts, near: { word: format, known: [...FORMATS] } }]
    if (!kinds.some(kind => appliesTo(kind, format))) {
      const fitting = [...new Set(kinds.flatMap(kind => Object.keys(formats[kind])))].filter(Boolean).join(', ')
      return [{ code: 'wording/unfit-format', facts: { ...facts, fitting } }]
    }
    return forms ? formDiagnostics(use, kinds, forms) : []
  }
  return slots.flatMap(use => diagnose(use).map(wrong))
}

/** Whether a format applies to a kind of slot. */
export const appliesTo = (kind: Slot['kind'], format: string): boolean =>
  kind === 'term' || format === 'hidden' || Object.hasOwn(formats[kind], format)

type SlotKinds = ReadonlyMap<string, ReadonlySet<Slot['kind']>>

function slotKindsIn(asks: readonly WordingRequest[]): SlotKinds {
  const slotKinds = new Map<string, Set<Slot['kind']>>()
  for (const { slots } of asks) {
    for (const [name, { kinds }] of slots) {
      const known = slotKinds.get(name) ?? new Set()
      slotKinds.set(name, known)
      for (const kind of kinds) known.add(kind)
    }
  }
  return slotKinds
}

/** A term is filled with the slots of whichever sentence contains it. */
function allSlotKinds(requests: WordingRequests): SlotKinds {
  const known = slotKindsOfTerms.get(requests) ?? slotKindsIn(requests.asks)
  slotKindsOfTerms.set(requests, known)
  return known
}

const slotKindsOfTerms = new WeakMap<WordingRequests, SlotKinds>()
