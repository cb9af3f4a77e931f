import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Locale } from '../language/locale.ts'
import type { Slot, SpeakerSlot, Story } from '../story/story.ts'
import type { Bearers } from './second-mention.ts'
import type { Wordings, ZoneMention } from './sentence-context.ts'

/** A sentence that an editor has typed in the edition's language. */
export interface TypedSentence {
  readonly tells: string
  readonly facts?: string | undefined
  readonly text: string
  /** Its place among the sentences of the file. */
  readonly index: number
}

/** The discourse so far of one text (a body, a headline, a brief): what it has told and whom it has named. */
export interface DiscourseContext {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly asOf: number
  readonly spoken: When
  readonly began: number | undefined
  /** Seeds the tie-break among equal wordings: the incident's id. */
  readonly seed: string
  /** Slots every sentence may use (the story's). */
  readonly shared: Story['shared']
  /** What every sentence may presuppose (the story's). */
  readonly holds: Story['holds']
  readonly told: Set<Slot>
  /** What an editor has typed in place of made sentences, in this language. */
  readonly typed: readonly TypedSentence[]
  /** News of the previous sentence, where it is sure to stand before the next. */
  justTold: ReadonlySet<Slot>
  readonly named: Set<string>
  /** Whose description it has given. */
  readonly explained: Set<string>
  /** Whom its short forms may mean. */
  readonly bearers: Bearers
  /** What the previous sentence of the paragraph was about, where it began with it: the name of a slot. */
  subject: string | undefined
  /** Who speaks in the first half of this very sentence, and again in the second. */
  speaksAgain: Slot | undefined
  /** Whose words the previous sentence tells, where and when; whether it stands in the same paragraph. */
  spoke: Spoken | undefined
  /** Who answers for the sentence before, in the same paragraph, and nobody else does. */
  credited: SpeakerSlot | undefined
  /** Whose words the text has told, anywhere above: what goes on needs what it goes on from. */
  readonly heard: Set<string>
  /** Who answers for the first half of this very sentence, and is named in the second. */
  answeredBy: Slot | undefined
  /** Who answers for several parts of this very sentence and is named at its end: the slot that its last part does not begin with. */
  namedLast: string | undefined
  /** The one company or other speaker that the previous sentence named in full, and no other beside it. */
  justNamed: string | undefined
  /** Wordings used, and how the last sentences began: the text does not repeat them while it has others. */
  readonly used: {
    readonly wordings: Set<string>
    readonly slots: Set<Slot>
    openings: readonly string[]
    echo: ReadonlySet<string>
  }
  readonly zone: ZoneMention
  /** Long lists that the text has given: they are referred to, never given again. */
  readonly listed: Set<string>
  /** Whether a little-known name is introduced at its first mention; titles have no room for it. */
  readonly introducesNames: boolean
  /** Whether somebody just named may be called by the short form; not where sentences may be left out again. */
  readonly usesShortForms: boolean
  /** Maps a pointer of the full form to where it stands in the file. */
  readonly locate: (pointer: Pointer) => Pointer
}

/** Somebody's words as the text has told them. */
export interface Spoken {
  readonly by: SpeakerSlot
  readonly via: Slot | undefined
  readonly at: Slot | undefined
  readonly isNear: boolean
  /** The class of the words that named them. */
  readonly cls?: string
}

/** What changes from sentence to sentence, before the first one. */
export const nothingTold = () =>
  ({
    told: new Set<Slot>(),
    typed: [] as readonly TypedSentence[],
    justTold: new Set<Slot>(),
    justNamed: undefined,
    subject: undefined,
    speaksAgain: undefined,
    spoke: undefined,
    credited: undefined,
    heard: new Set<string>(),
    answeredBy: undefined,
    namedLast: undefined,
    listed: new Set<string>(),
    used: { wordings: new Set<string>(), slots: new Set<Slot>(), openings: [], echo: new Set<string>() },
  }) satisfies Partial<DiscourseContext>
