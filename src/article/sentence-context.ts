import type { Pointer } from '../foundation/pointer.ts'
import type { Locale, Noun } from '../language/locale.ts'
import type { Slot } from '../story/story.ts'
import type { Span } from './article.ts'
import type { Args, Wording } from './wording.ts'

/** What a slot became: its words, and the lines they rest on. */
export interface Filled {
  readonly spans: readonly Span[]
  readonly from: readonly Pointer[]
}

/** The wordings of one language, compiled. Empty when the key is not there. */
export type Wordings = (key: string, choice: { context?: string; count?: number }) => readonly Wording[]

/** What a text has said of the zone its hours are read in. */
export interface ZoneSaid {
  /** Whether a clock time must still say its zone; the first that does closes it. */
  open: boolean
  /** How it was called: another name of it, after a change of clocks, is said again. */
  named: string | undefined
}

/** What a format may know while it fills one slot of one sentence. */
export interface SentenceContext {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly asOf: number
  /** When the trouble began, by the earliest account; an hour of another day is never told alone. */
  readonly began: number | undefined
  readonly zone: ZoneSaid
  /** News that the text has told already. */
  readonly told: ReadonlySet<Slot>
  /** Slots filled so far in this very sentence. */
  readonly here: Set<Slot>
  /** Slots of the fact being told. */
  readonly slots: Readonly<Record<string, Slot>>
  /** Whether the text has introduced this name (an id of the directory). */
  readonly knows: (id: string) => boolean
  /** The word groups a slot stands for in this sentence: at a first mention with what it is. */
  readonly nouns: (slot: Slot) => readonly Noun[]
  /** A wording of the locale with the same slots. */
  readonly term: (key: string, choice?: { context?: string; count?: number }) => Filled | undefined
}

/** Fills a slot, or says that it cannot: then the wording, or its optional group, is not said. */
export type Format<S extends Slot = Slot> = (
  slot: S,
  args: Args,
  sentenceContext: SentenceContext,
) => Filled | undefined

/** Words of the language itself, resting on nothing but the slot. */
export function words(text: string, slot: Slot, more?: Omit<Span, 'text'>): Filled {
  return { spans: [{ text, ...more }], from: slot.from }
}
