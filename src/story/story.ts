import type { Named } from '../fields/directory.ts'
import type { CountUnit, CountWhole, Figure, LocalText, Speaker, When } from '../fields/values.ts'
import type { Length, LengthPrecision } from '../foundation/length.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident, Quote } from '../incident/incident.ts'
import type { Presupposed } from './presupposed.ts'

/**
 * A value that a wording may put into words. It carries the source pointers that the sentence using it is traced to.
 * `once`: news, told once in a text; the others (names) may be repeated. `wanted`: no news, but a wording that holds
 * it ranks higher (who says so). `preferOnce`: worth telling once; after that a wording without it ranks higher.
 */
export type Slot = SlotValue & {
  readonly from: readonly Pointer[]
  readonly once?: boolean
  readonly wanted?: boolean
  readonly preferOnce?: boolean
  /** Who answers for a moment or a length: said by the sentence that tells it, whatever its wording. */
  readonly source?: SpeakerSlot
}

/** Somebody who says something, as a slot. */
export type SpeakerSlot = Slot & { readonly kind: 'speaker' }

export type SlotValue =
  /** `full`: by name even right after a mention, since the sentence tells who it is. */
  | {
      readonly kind: 'names'
      readonly names: readonly Named[]
      readonly more?: number
      /** What the others are, where they are places: a key of the locale, `more-province`. */
      readonly among?: string
      readonly full?: boolean
    }
  | { readonly kind: 'speaker'; readonly speaker: Speaker }
  | { readonly kind: 'when'; readonly when: When }
  /** Worked out; or `given` by somebody, then told as they gave it (`minutes` is how long it can be at the most). */
  | {
      readonly kind: 'duration'
      readonly minutes: number
      readonly exact: boolean
      readonly given?: Length
      readonly precision?: LengthPrecision
    }
  /** Without a figure only what is counted is known; `of` is what a percentage is of, or how many there are in all. */
  | {
      readonly kind: 'figure'
      readonly figure?: Figure
      readonly unit?: CountUnit | Toll | Named
      readonly of?: CountWhole | Named | number
    }
  | { readonly kind: 'text'; readonly text: LocalText }
  | { readonly kind: 'quote'; readonly quote: Quote; readonly part: 'whole' | 'first' | 'rest' }
  /** A sentence of ours around somebody's words. */
  | { readonly kind: 'frame'; readonly frame: LocalText; readonly quote: Quote }
  /** Verbatim in every language: an error text, a platform, a telephone number. */
  | { readonly kind: 'verbatim'; readonly text: string; readonly lang?: string }
  /** Several of these, listed. */
  | { readonly kind: 'verbatims'; readonly texts: readonly string[] }
  /** Several texts, or terms of the locale, listed. */
  | { readonly kind: 'texts'; readonly texts: readonly (LocalText | string)[] }
  /** Parts of a figure just told, by place or by whom was called; or what was counted elsewhere, or before. */
  | { readonly kind: 'parts'; readonly parts: readonly FigurePart[] }
  /** The few words of a quote that a headline may repeat; the quote tells what they are about. */
  | { readonly kind: 'highlight'; readonly words: LocalText; readonly quote: Quote }
  /** A wording of the locale, by key, filled with the same slots, or with some of its own in their place. */
  | { readonly kind: 'term'; readonly key: string; readonly slots?: Readonly<Record<string, Slot>> }

/** Who is counted of the people that something befell. */
export type Toll = 'dead' | 'injured' | 'missing' | 'poisoned' | 'hospitalised'

/** A part of a figure, or the same counted elsewhere or at another time: where, to whom, when. */
export interface FigurePart {
  readonly figure: Figure
  readonly place?: Named
  readonly to?: Named
  readonly at?: When
  /** It was then at its highest. */
  readonly isPeak?: boolean
}

/**
 * One thing to tell, without words. `keys` are looked up in `story.json` from the most specific to the most general;
 * `context` chooses among variants of one key (i18next context), mostly by state.
 */
export interface Fact {
  readonly keys: readonly string[]
  readonly context?: string
  /** Number that the sentence agrees with (i18next plural). */
  readonly count?: number
  readonly slots: Readonly<Record<string, Slot>>
  /** What is known of it that words may presuppose: that it came after another, that nobody said more. */
  readonly holds: readonly Presupposed[]
  /** Realised even when it holds no news of its own: the lead tells the state. */
  readonly always?: boolean
  /** Opens a paragraph of its own, unless its paragraph is still empty. */
  readonly opens?: boolean
  /** An item of a list, with those beside it. */
  readonly item?: boolean
  /** What a typed clause is about, as the file says: only what is about the same is one sentence. */
  readonly about?: string
  /** Announces what follows: left out where nothing does. */
  readonly announces?: boolean
  /** Source pointers of the sentence, whichever wording is chosen. */
  readonly from: readonly Pointer[]
}

/** The facts of an incident, by move: the document plan decides their order. */
export interface Story {
  readonly incident: Incident
  readonly moves: Readonly<Record<string, readonly Fact[]>>
  /** Slots that a lead, a headline and an alert choose from. */
  readonly opening: Readonly<Record<string, Slot>>
  /** Slots any sentence may use, whatever else it tells: « la panne », the company as it is described. */
  readonly shared: Readonly<Record<string, Slot>>
  /** What any sentence may presuppose, whatever its fact holds. */
  readonly holds: readonly Presupposed[]
}
