import type { Slot } from '../story/story.ts'

/** What is known of a slot in the stories that hold it. */
export interface SlotOffer {
  readonly kinds: readonly Slot['kind'][]
  /** In every story that makes this request. */
  readonly always: boolean
  /** A piece of news, told once. */
  readonly news: boolean
  /** No news, but wanted. */
  readonly wanted: boolean
}

/** One thing that stories request wordings for: a key in one context, with the slots available. */
export interface WordingRequest {
  readonly key: string
  readonly context?: string
  readonly counted: boolean
  /** The move of the requesting fact; a document plan uses it, or it is a title. */
  readonly move: string
  readonly slots: ReadonlyMap<string, SlotOffer>
  /** What wordings may presuppose, and whether every such fact holds it. */
  readonly holds: ReadonlyMap<string, boolean>
}

/** Everything stories request of the wordings of a language. */
export interface WordingRequests {
  readonly asks: readonly WordingRequest[]
  /** Every move of a story, those too that the plan fills with the facts of others. */
  readonly moves: ReadonlySet<string>
  /** Keys that a slot or a format looks up by itself: `impact.down`, `units.reports-one`; `languages.*` is any of a family. */
  readonly terms: ReadonlySet<string>
  /** Everything that wordings can presuppose, with what it means. */
  readonly conditions: ReadonlyMap<string, string>
}

/**
 * `schema/wordings.json`: the keys of one kind of fact, side by side, what each context offers, `services:names* day:when!`,
 * and what its wordings may presuppose, `?order`.
 */
export interface WordingRequestsFile {
  /** What wordings can presuppose, with what it means. */
  readonly conditions: Readonly<Record<string, string>>
  /** Slots that every sentence may use, and what it may presuppose. */
  readonly shared: string
  readonly moves: Readonly<
    Record<string, readonly { readonly keys: string; readonly in: Readonly<Record<string, string>> }[]>
  >
  readonly terms: readonly string[]
}

/** Marks a context whose sentences agree with a number. */
const COUNTED = '#'
/** After a slot's kinds: in every story, a piece of news, wanted. */
const FLAGS = { always: '*', news: '!', wanted: '?' } as const

/** Before a condition among the offers. */
const CONDITION = '?'

/** Reads `schema/wordings.json`. */
export function readRequests({ conditions, shared, moves, terms }: WordingRequestsFile): WordingRequests {
  const everywhere = readOffers(shared)
  const heldEverywhere = readConditions(shared)
  return {
    asks: Object.entries(moves).flatMap(([move, groups]) =>
      groups.flatMap(({ keys, in: contexts }) =>
        Object.entries(contexts).flatMap(([name, offers]) => {
          const counted = name.endsWith(COUNTED)
          const context = counted ? name.slice(0, -1) : name
          const slots = mergeOffers(everywhere, readOffers(offers))
          const holds = new Map([...heldEverywhere, ...readConditions(offers)])
          return keys.split(' ').map(key => ({ key, counted, move, slots, holds, ...(context !== '' && { context }) }))
        }),
      ),
    ),
    moves: new Set(Object.keys(moves)),
    terms: new Set(terms),
    conditions: new Map(Object.entries(conditions)),
  }
}

/** A fact's own slot hides the shared one of that name; in stories that lack it, the shared one is used. */
function mergeOffers(
  shared: readonly [string, SlotOffer][],
  own: readonly [string, SlotOffer][],
): Map<string, SlotOffer> {
  const slots = new Map(shared)
  for (const [name, offer] of own) {
    const under = offer.always ? undefined : slots.get(name)
    slots.set(name, {
      kinds: [...new Set([...offer.kinds, ...(under?.kinds ?? [])])],
      always: under?.always ?? offer.always,
      news: offer.news || under?.news === true,
      wanted: offer.wanted || under?.wanted === true,
    })
  }
  return slots
}

/** Writes what `readRequests` reads as the slots and the conditions of a context. */
export function writeOffers(
  slots: Iterable<readonly [string, SlotOffer]>,
  holds: Iterable<readonly [string, boolean]> = [],
): string {
  const offers = [...slots].map(([name, offer]) => {
    const flags = Object.entries(FLAGS).map(([flag, sign]) => (offer[flag as keyof typeof FLAGS] ? sign : ''))
    return `${name}:${[...offer.kinds].sort().join('|')}${flags.join('')}`
  })
  const conditions = [...holds].map(([name, always]) => `${CONDITION}${name}${always ? FLAGS.always : ''}`)
  return [...offers.sort(), ...conditions.sort()].join(' ')
}

/** Writes what `readRequests` reads as a context. */
export const writeContext = (context: string | undefined, counted: boolean): string =>
  `${context ?? ''}${counted ? COUNTED : ''}`

function readOffers(text: string): [string, SlotOffer][] {
  return text.split(' ').flatMap(word => {
    const [name = '', rest = ''] = word.split(':', 2)
    if (name === '' || name.startsWith(CONDITION)) return []
    const has = (flag: keyof typeof FLAGS) => rest.includes(FLAGS[flag])
    const kinds = rest.replace(/[*!?]/g, '').split('|') as Slot['kind'][]
    return [[name, { kinds, always: has('always'), news: has('news'), wanted: has('wanted') }]]
  })
}

function readConditions(text: string): [string, boolean][] {
  return text.split(' ').flatMap(word => {
    if (!word.startsWith(CONDITION)) return []
    const always = word.endsWith(FLAGS.always)
    return [[word.slice(CONDITION.length, always ? -FLAGS.always.length : undefined), always]]
  })
}
