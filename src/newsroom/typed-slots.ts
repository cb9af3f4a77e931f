import { appliesTo } from '../article/slot-diagnostics.ts'
import { slotsOf, type Wording } from '../article/wording.ts'
import type { WordingRequests } from '../article/wording-requests.ts'
import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import type { NamedKind } from '../fields/directory.ts'
import { group } from '../fields/field-types.ts'
import { readShape } from '../fields/read-fields.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { severityOf, type UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { placeAt } from '../foundation/text-place.ts'
import type { Slot, SlotValue } from '../story/story.ts'
import { readMapping } from '../yaml/read-yaml.ts'
import { type SlotContext, slotShapes, type ValueKind } from './slot-shapes.ts'

/** A slot as it is typed: `services=facebook,instagram`, or `who:person=…` where its kind must be said. */
export interface TypedSlot {
  readonly name: string
  readonly value: string
  /** A kind of slot, or a kind of name. */
  readonly kind?: string
}

/** Kinds of names, each a way to say that a slot holds names. */
const NAMED_KINDS: readonly NamedKind[] = [
  'company',
  'service',
  'counter',
  'channel',
  'place',
  'person',
  'authority',
  'agency',
]

/** Every kind that can be said of a slot. A moment is a slot of the kind `when`. */
export const SLOT_KINDS: readonly string[] = [...Object.keys(slotShapes), 'term', 'moment', ...NAMED_KINDS]

/** What slots are read for: the wordings they fill, and what stories are known to fill them with. */
export interface SlotPurpose {
  readonly wordings: readonly Wording[]
  readonly requests: WordingRequests
}

/** A slot's value, or what is wrong with it; the text it was read from is what its diagnostics show. */
export interface SlotReading {
  readonly slot?: Slot
  readonly file: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a slot that is no term: by the kind that is said, by that of the stories' own slot of that name, or by what it can be. */
export function readSlot(typed: TypedSlot, use: SlotPurpose, context: Omit<SlotContext, 'named'>): SlotReading {
  const named = namedKindOf(typed, use)
  const readings = kindsOf(typed, use).map(kind => readAs(kind, typed, { ...context, named }))
  return readings.find(({ slot }) => slot) ?? readings[0] ?? readAs('names', typed, { ...context, named })
}

/** The order in which a value is tried where several kinds come into question: those that few values can be come first. */
const TRIED: readonly ValueKind[] = [
  'when',
  'duration',
  'figure',
  'names',
  'speaker',
  'parts',
  'quote',
  'text',
  'highlight',
  'texts',
  'verbatims',
  'verbatim',
]

/** Whether a slot names a term: because it is said, or because stories fill it with one. */
export function isTerm({ name, kind }: TypedSlot, { requests }: SlotPurpose): boolean {
  return kind === undefined ? storyKinds(name, requests).has('term') : kind === 'term'
}

function kindsOf({ name, kind }: TypedSlot, use: SlotPurpose): readonly ValueKind[] {
  if (kind === 'moment') return ['when']
  if (kind !== undefined) return [(NAMED_KINDS as readonly string[]).includes(kind) ? 'names' : (kind as ValueKind)]
  const known = storyKinds(name, use.requests)
  const formats = formatsOf(name, use.wordings)
  const all = known.size > 0 ? TRIED.filter(one => known.has(one)) : TRIED
  const fitting = all.filter(one => formats.some(format => appliesTo(one, format)))
  return fitting.length > 0 ? fitting : all
}

/** The kinds of the slots of that name in stories. */
function storyKinds(name: string, { asks }: WordingRequests): ReadonlySet<string> {
  return new Set(asks.flatMap(({ slots }) => slots.get(name)?.kinds ?? []))
}

const formatsOf = (name: string, wordings: readonly Wording[]): string[] =>
  wordings.flatMap(({ segments }) => slotsOf(segments).flatMap(one => (one.name === name ? [one.format] : [])))

/** What a name is that the directory does not know: as it is said, by the format it stands in, by the slot's own name. */
function namedKindOf({ name, kind }: TypedSlot, { wordings }: SlotPurpose): NamedKind {
  const said = NAMED_KINDS.find(one => one === kind)
  if (said) return said
  const formats = formatsOf(name, wordings)
  if (formats.some(format => PLACED.has(format))) return 'place'
  if (formats.includes('via')) return 'channel'
  return USUAL[name] ?? NAMED_KINDS.find(one => one === name.replace(/s$/, '')) ?? 'company'
}

/** Formats that only places have. */
const PLACED: ReadonlySet<string> = new Set(['in', 'to', 'of', 'demonym'])

/** What the slots of stories name, where it is no company and the slot is not called after it. */
const USUAL: Readonly<Record<string, NamedKind>> = {
  all: 'service',
  beyond: 'place',
  brand: 'service',
  except: 'place',
  explained: 'counter',
  lesser: 'service',
  numbers: 'service',
  on: 'channel',
  there: 'place',
  top: 'service',
  via: 'channel',
}

function readAs(kind: ValueKind, { name, value }: TypedSlot, context: SlotContext): SlotReading {
  const typed = kind === 'names' || kind === 'verbatims' || kind === 'texts' ? listed(value) : value
  const text = `${name}: ${typed}`
  const file = `--slot ${name}`
  const shape = group({ [name]: slotShapes[kind](context) })
  const { raw, diagnostics: malformed } = rawOf(name, typed, text, file)
  if (!raw) return { file, text, diagnostics: malformed }
  const read = readShape(shape, raw)
  const diagnostics = isYaml(typed)
    ? placeDiagnostics(read.unplaced, { text, file, raw, before: malformed })
    : read.unplaced.map(one => placedWhole(one, file, text, name))
  const found = (read.value as Record<string, SlotValue> | undefined)?.[name]
  const slot = found && read.unplaced.length === 0 ? { slot: { ...found, from: [] } } : {}
  return { ...slot, file, text, diagnostics }
}

/** Names and texts are listed with commas, too. */
const listed = (value: string): string => (!isYaml(value) && value.includes(',') ? `[${value}]` : value)

/** Whether a value is written as a list or a mapping; anything else is a text, whatever marks stand in it. */
const isYaml = (value: string): boolean => /^\s*[[{]/.test(value)

function rawOf(
  name: string,
  typed: string,
  text: string,
  file: string,
): { readonly raw?: Record<string, unknown>; readonly diagnostics: readonly Diagnostic[] } {
  if (!isYaml(typed)) return { raw: { [name]: typed }, diagnostics: [] }
  const { value, diagnostics } = readMapping(text, file)
  return { ...(value && { raw: value }), diagnostics }
}

/** A diagnostic of a text as a whole: positions of YAML are not sought in it. */
function placedWhole({ code, facts }: UnplacedDiagnostic, file: string, text: string, name: string): Diagnostic {
  const place = placeAt(file, text, name.length + 2, text.length)
  const named = 'field' in facts && facts.field === '' ? { ...facts, field: name } : facts
  return { code, severity: severityOf(code), place, facts: named as Diagnostic['facts'] }
}
