import { slotsNamed } from '../article/form-diagnostics.ts'
import type { Realiser } from '../article/realise-article.ts'
import { type StandaloneContext, standaloneText } from '../article/standalone-sentence.ts'
import { allows, type Condition, slotsOf, type Wording } from '../article/wording.ts'
import { readRequests, type WordingRequests, type WordingRequestsFile } from '../article/wording-requests.ts'
import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { jsonOf } from '../foundation/layered-workspace.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { fieldContextOf } from '../incident/read-incident.ts'
import type { Slot } from '../story/story.ts'
import type { IncidentService } from './incident-service.ts'
import { isTerm, readSlot, type TypedSlot } from './typed-slots.ts'
import { type AskedWordings, wordingsAsked } from './wordings-asked.ts'

/** What is to be said, and with what. */
export interface SayRequest {
  /** A wording as it stands in `story.json`, or a key of it; `key#2` is its second alternative. */
  readonly wording: string
  readonly edition: string
  readonly slots: readonly TypedSlot[]
  /** Variant of the key, mostly a state. */
  readonly context?: string
  /** Number that the sentence agrees with. */
  readonly count?: number
  /** The moment the sentence speaks from. */
  readonly asOf: Instant
  /** What the words may presuppose. */
  readonly holds: readonly string[]
  /** Whether the text has named everybody already. */
  readonly known: boolean
}

/** One wording, as it would be printed; without a text, why it cannot be. */
export interface SaidWording {
  /** `lead.outage_ongoing#2`, or `text`. */
  readonly wording: string
  /** As it stands in `story.json`. */
  readonly written: string
  readonly text?: string
  /** Slots it cannot do without. */
  readonly missing: readonly string[]
  /** What it presupposes: `order`, or `!order` for what must not be so. */
  readonly unmet: readonly string[]
}

export interface SayAnswer {
  readonly said: readonly SaidWording[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was typed, by the name under which the diagnostics speak of it. */
  readonly sources: Readonly<Record<string, string>>
  /** Slots that no wording asked for uses. */
  readonly unused: readonly string[]
}

const REQUESTS_FILE = 'schema/wordings.json'

/**
 * Says a wording of nobody's story: what an article of an edition would print with these slots. Throws what `inEditions`
 * throws.
 */
export async function sayWording(service: IncidentService, request: SayRequest): Promise<SayAnswer> {
  const { workspace, context } = service.newsroom
  const { editions } = await service.inEditions([request.edition])
  const [opened] = editions
  if (!opened) throw new Error(`The edition ${request.edition} is not open.`)
  const requests = readRequests(jsonOf(workspace, REQUESTS_FILE) as WordingRequestsFile)
  const asked = wordingsAsked(request, opened.realiser, requests)
  const unknown = unknownConditions(request.holds, requests)
  if (asked.diagnostics.length + unknown.length > 0)
    return { said: [], diagnostics: [...asked.diagnostics, ...unknown], sources: asked.sources, unused: [] }
  const fields = fieldContextOf(context)
  fields.own?.forget()
  const { slots, diagnostics, sources } = readSlots(request.slots, asked, requests, {
    realiser: opened.realiser,
    asOf: request.asOf,
    read: typed =>
      readSlot(typed, { wordings: asked.wordings, requests }, { fields, language: opened.edition.language }),
  })
  if (diagnostics.length > 0) return { said: [], diagnostics, sources, unused: [] }
  const { isTitle, isFragment } = asked
  const setting = { ...request, slots, isTitle, isFragment }
  return {
    said: asked.wordings.map(wording => saidOf(wording, setting, opened.realiser)),
    diagnostics: [],
    sources,
    unused: request.slots.flatMap(({ name }) => (isUsed(name, asked.wordings, slots) ? [] : [name])),
  }
}

function unknownConditions(holds: readonly string[], { conditions }: WordingRequests): Diagnostic[] {
  const known = [...conditions.keys()]
  return holds.flatMap((condition): Diagnostic[] => {
    if (conditions.has(condition)) return []
    const near = nearest(condition, known)
    const facts = { condition, known: known.join(', '), ...(near && { near, context: 'near' }) }
    return [{ code: 'usage/condition', severity: 'error', place: { file: condition }, facts }]
  })
}

interface SlotReader {
  readonly asOf: Instant
  readonly realiser: Realiser
  readonly read: (typed: TypedSlot) => ReturnType<typeof readSlot>
}

function readSlots(
  typed: readonly TypedSlot[],
  { wordings }: AskedWordings,
  requests: WordingRequests,
  { realiser, asOf, read }: SlotReader,
) {
  // Every story has the moment that it speaks from.
  const slots: Record<string, Slot> = { asof: { kind: 'when', when: { precision: 'exact', at: asOf }, from: [] } }
  const diagnostics: Diagnostic[] = []
  const sources: Record<string, string> = {}
  for (const one of typed) {
    if (isTerm(one, { wordings, requests })) {
      const { terms, diagnostics: unknown } = termSlots(one, realiser, requests)
      Object.assign(slots, { ...terms, ...slots })
      diagnostics.push(...unknown)
      continue
    }
    const { slot, file, text, diagnostics: wrong } = read(one)
    if (slot) slots[one.name] = slot
    diagnostics.push(...wrong)
    sources[file] = text
  }
  return { slots, diagnostics, sources }
}

/** The forms that an event is called in, each a slot: whoever says one says them all. */
const EVENTS = ['event', 'an_event', 'of_event', 'bare_event']

/** A slot that is a wording of the locale: `impact=down` is `impact.down`. */
function termSlots(
  { name, value }: TypedSlot,
  { wordings }: Realiser,
  { terms }: WordingRequests,
): { readonly terms: Readonly<Record<string, Slot>>; readonly diagnostics: readonly Diagnostic[] } {
  const keyOf = (slot: string) => (value.includes('.') ? value : `${slot.replaceAll('_', '-')}.${value}`)
  const key = keyOf(name)
  if (wordings(key, {}).length > 0) {
    const all = EVENTS.includes(name) && !value.includes('.') ? EVENTS : [name]
    const slotOf = (slot: string) => [slot, { kind: 'term', key: keyOf(slot), from: [] }]
    return { terms: Object.fromEntries(all.map(slotOf)), diagnostics: [] }
  }
  const near = nearest(key, terms)
  const facts = { key, slot: name, ...(near && { near, context: 'near' }) }
  return { terms: {}, diagnostics: [{ code: 'usage/term', severity: 'error', place: { file: key }, facts }] }
}

function saidOf(wording: Wording, context: StandaloneContext, realiser: Realiser): SaidWording {
  const required = slotsOf(wording.segments.filter(({ kind }) => kind === 'slot'))
  const needed = new Set(required.flatMap(use => [use.name, ...slotsNamed(use)]))
  const missing = [...needed].filter(name => context.slots[name] === undefined)
  const holds = new Set(context.holds)
  const unmet = wording.conditions.filter(one => !allows([one], holds)).map(writtenCondition)
  const text = missing.length + unmet.length === 0 ? standaloneText(wording, context, realiser) : undefined
  return { wording: wording.id, written: wording.text, missing, unmet, ...(text !== undefined && { text }) }
}

const writtenCondition = ({ name, not }: Condition): string => (not ? `!${name}` : name)

/** Whether a wording asks for a slot; a term may ask for any. */
function isUsed(name: string, wordings: readonly Wording[], slots: Readonly<Record<string, Slot>>): boolean {
  const uses = wordings.flatMap(({ segments }) => slotsOf(segments))
  return uses.some(use => use.name === name || slotsNamed(use).includes(name) || slots[use.name]?.kind === 'term')
}
