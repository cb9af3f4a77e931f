import type { Named } from '../fields/directory.ts'
import type { CountUnit, CountWhole, Figure, Instant, LocalText, Speaker, When } from '../fields/values.ts'
import type { Length, LengthPrecision } from '../foundation/length.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { type Incident, type Quote, reserveOf } from '../incident/incident.ts'
import { held, type Known } from './presupposed.ts'
import type { Fact, Slot, Toll } from './story.ts'

type From = Pointer | readonly Pointer[]

/** Pointers that a slot rests on, one or several. */
export const listOf = (from: From): readonly Pointer[] => (typeof from === 'string' ? [from] : from)

/** Names, which may be repeated as often as needed. */
export const names = (named: readonly Named[], from: From): Slot | undefined =>
  named.length === 0 ? undefined : { kind: 'names', names: named, from: listOf(from) }

/** Services of an entry that is not about all. */
export const servicesAt = (services: readonly Named[], at: Pointer): Slot | undefined =>
  names(
    services,
    services.map((_, index) => `${at}/services/${index}`),
  )

/** News: whatever it holds is told once in a text. */
export function once(slot: Slot): Slot
export function once(slot: Slot | undefined): Slot | undefined
export function once(slot: Slot | undefined): Slot | undefined {
  return slot && { ...slot, once: true }
}

export const when = (value: When | undefined, from: From): Slot | undefined =>
  value && value.precision !== 'unknown'
    ? { kind: 'when', when: value, from: listOf(from), ...sourced(value.source, listOf(from)) }
    : undefined

/** Who answers for a moment, or for a length between two. */
export const sourced = (value: Speaker | undefined, [from = '']: readonly Pointer[]): Pick<Slot, 'source'> =>
  sourcedAt(value, `${from}/source`)

/** The same, named elsewhere in the file. */
export const sourcedAt = (value: Speaker | undefined, from: Pointer): Pick<Slot, 'source'> =>
  value ? { source: { kind: 'speaker', speaker: value, from: [from], wanted: true } } : {}

/** A moment or a length for which `by` of its entry answers, unless it has a source of its own. */
export const answered = (slot: Slot | undefined, by: Speaker | undefined, at: Pointer): Slot | undefined =>
  slot && (slot.source || !by ? slot : { ...slot, ...sourcedAt(by, `${at}/by`) })

export const moment = (at: Instant | undefined, from: From): Slot | undefined =>
  at === undefined ? undefined : { kind: 'when', when: { precision: 'exact', at }, from: listOf(from) }

/** A length that somebody gives. */
export const length = (given: Length, from: From, precision?: LengthPrecision): Slot => ({
  kind: 'duration',
  minutes: given.kind === 'one' ? given.minutes : given.kind === 'range' ? given.high : 0,
  exact: true,
  given,
  from: listOf(from),
  ...(precision && { precision }),
})

export const text = (value: LocalText | undefined, from: From): Slot | undefined =>
  value && { kind: 'text', text: value, from: listOf(from) }

/** Worth telling, but once is enough: the hour at which nobody knew the cause. */
export const preferOnce = (slot: Slot | undefined): Slot | undefined => slot && { ...slot, preferOnce: true }

/** What is said of a thing that is not certain, beside it: wanted, so that no sentence about it goes without. */
export const reserve = (claim: Parameters<typeof reserveOf>[0], at: Pointer): Slot | undefined => {
  const step = reserveOf(claim)
  return step && wanted(term(`reserve.${slug(step)}`, `${at}/sure`))
}

/** The source: wanted wherever a wording has room for it. */
export const speaker = (value: Speaker | undefined, from: From): Slot | undefined =>
  value && { kind: 'speaker', speaker: value, from: listOf(from), wanted: true }

/** Named wherever a wording has room for it, so that a text names it whatever wordings happen to be chosen. */
export const wanted = (slot: Slot | undefined): Slot | undefined => slot && { ...slot, wanted: true }

export const quote = (value: Quote | undefined, part: 'whole' | 'first' | 'rest', from: From): Slot | undefined =>
  value && { kind: 'quote', quote: value, part, from: listOf(from), once: true }

export const figure = (value: Figure, unit: CountUnit | Toll | undefined, from: From): Slot => ({
  ...tally({ figure: value, ...(unit && { unit }) }, from),
  once: true,
})

/** A figure with what is counted; without its number only what is counted. */
export const tally = (
  counted: {
    readonly figure?: Figure | undefined
    readonly unit?: CountUnit | Toll | Named | undefined
    readonly of?: CountWhole | Named | number | undefined
  },
  from: From,
): Slot => ({
  kind: 'figure',
  from: listOf(from),
  ...(counted.figure && { figure: counted.figure }),
  ...(counted.unit && { unit: counted.unit }),
  ...(counted.of && { of: counted.of }),
})

export const verbatim = (value: string | undefined, from: From): Slot | undefined =>
  value === undefined ? undefined : { kind: 'verbatim', text: value, from: listOf(from) }

/** A wording of the locale, filled with the same slots: `impact.down`. */
export const term = (key: string, from: From = []): Slot => ({ kind: 'term', key, from: listOf(from) })

/** What a fact is besides its keys and slots. */
interface FactTraits {
  readonly context?: string
  readonly count?: number
  readonly from?: From
  readonly holds?: Known
  readonly always?: boolean
  readonly opens?: boolean
  readonly announces?: boolean
  readonly item?: boolean
}

/** A fact; slots without a value are left out. */
export function fact(
  keys: string | readonly string[],
  slots: Readonly<Record<string, Slot | undefined>>,
  more: FactTraits = {},
): Fact {
  const filled: Record<string, Slot> = {}
  for (const name of Object.keys(slots)) {
    const slot = slots[name]
    if (slot !== undefined) filled[name] = slot
  }
  return {
    keys: typeof keys === 'string' ? [keys] : keys,
    slots: filled,
    holds: held(more.holds ?? {}),
    from: listOf(more.from ?? []),
    ...(more.always && { always: true }),
    ...(more.opens && { opens: true }),
    ...(more.announces && { announces: true }),
    ...(more.item && { item: true }),
    ...(more.context !== undefined && { context: more.context }),
    ...(more.count !== undefined && { count: more.count }),
  }
}

/** Present, past or future: most sentences take the tense of the state. */
export type Tense = 'now' | 'past' | 'future'

export function tenseOf({ state }: Incident): Tense {
  if (state === 'planned') return 'future'
  return state === 'resolved' || state === 'retracted' ? 'past' : 'now'
}

/** The tense of a sentence about a typed clause: one that is in the present although it is over is marked as one of then. */
export const tenseAt = ({ ofThen }: Incident, pointer: Pointer, tense: string): string =>
  ofThen?.includes(pointer) ? 'then' : tense

/** Keys and contexts are written with hyphens: `emergency-numbers`. */
export const slug = (word: string): string => word.replaceAll(' ', '-')
