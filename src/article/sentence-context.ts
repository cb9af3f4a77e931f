import type { Named } from '../fields/directory.ts'
import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Locale, Noun } from '../language/locale.ts'
import type { Slot } from '../story/story.ts'
import type { Span } from './article.ts'
import type { Args, Wording } from './wording.ts'

/** A slot put into words, and the pointers the words are based on. */
export interface Filled {
  readonly spans: readonly Span[]
  readonly from: readonly Pointer[]
}

/** The wordings of one language, compiled. Empty when the key is not there. */
export type Wordings = (key: string, choice: { context?: string; count?: number }) => readonly Wording[]

/** What a text has said of the time zone of its hours. */
export interface ZoneMention {
  /** Whether a clock time must still name its zone; the first one that does resets it. */
  open: boolean
  /** The name used for it: after a clock change the new name is given too. */
  named: string | undefined
  /** The zone of the places it is about, told once beside the reader's where clocks there show something else. */
  readonly local: string | undefined
  /** Whether the hours of a provider stand beside the reader's; titles have no room for them. */
  readonly there: boolean
}

/** What a format may use while it fills one slot of one sentence. */
export interface SentenceContext {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly asOf: number
  /** The same as it is known: of a date alone no part of the day is told. */
  readonly spoken: When
  /** When the incident began, by the earliest account; an hour of another day is never given alone. */
  readonly began: number | undefined
  readonly zone: ZoneMention
  /** News that the text has told already. */
  readonly told: ReadonlySet<Slot>
  /** News of the sentence before. */
  readonly justTold: ReadonlySet<Slot>
  /** Slots filled so far in this very sentence. */
  readonly filledHere: Set<Slot>
  /** Slots of the fact being told. */
  readonly slots: Readonly<Record<string, Slot>>
  /** What is known of the fact, and of its story, that words may presuppose. */
  readonly holds: ReadonlySet<string>
  /** Whether the text has introduced this name (an id of the directory). */
  readonly knows: (id: string) => boolean
  /** Whether words that stand for somebody can mean nobody else: « l'opérateur », where the text has named one operator. */
  readonly means: (text: string, named: Named) => boolean
  /** Whether the text has named somebody whom these words may mean: « porte-parole ». */
  readonly isBorne: (text: string) => boolean
  /** Whether the text has given this long list of names. */
  readonly isListed: (slot: Slot) => boolean
  /** The noun phrases a slot stands for in this sentence: introduced at a first mention. */
  readonly nouns: (slot: Slot) => readonly Noun[]
  /** A wording of the locale with the same slots, or with others in place of some. */
  readonly term: (
    key: string,
    choice?: { context?: string; count?: number },
    others?: Readonly<Record<string, Slot>>,
  ) => Filled | undefined
}

/** Fills a slot, or `undefined` when it cannot: then the wording, or its optional group, does not apply. */
export type Format<S extends Slot = Slot> = (
  slot: S,
  args: Args,
  sentenceContext: SentenceContext,
) => Filled | undefined

/** Words of the language itself, based on nothing but the slot. */
export function words(text: string, slot: Slot, more?: Omit<Span, 'text'>): Filled {
  return { spans: [{ text, ...more }], from: slot.from }
}
