import type { Named } from '../fields/directory.ts'
import type { CountUnit, Figure, LocalText, Speaker, When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident, Quote } from '../incident/incident.ts'
import type { Presupposed } from './presupposed.ts'

/**
 * A value that a wording may put into words. It carries the lines it rests on, so that the sentence that uses it does.
 * `once`: a piece of news, told once in a text; the others (names) may come back. `wanted`: no news, but a
 * wording that holds it is better than one that does not (who says so). `sparing`: worth saying once; after that a
 * wording without it is better.
 */
export type Slot = SlotValue & {
  readonly from: readonly Pointer[]
  readonly once?: boolean
  readonly wanted?: boolean
  readonly preferOnce?: boolean
}

export type SlotValue =
  /** `full`: by name even where it has just been named, since who it is is what the sentence tells. */
  | { readonly kind: 'names'; readonly names: readonly Named[]; readonly more?: number; readonly full?: boolean }
  | { readonly kind: 'speaker'; readonly speaker: Speaker }
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'duration'; readonly minutes: number; readonly exact: boolean }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly unit?: CountUnit }
  | { readonly kind: 'text'; readonly text: LocalText }
  | { readonly kind: 'quote'; readonly quote: Quote; readonly part: 'whole' | 'first' | 'rest' }
  /** Letter for letter in every language: an error text, a platform, a telephone number. */
  | { readonly kind: 'verbatim'; readonly text: string; readonly lang?: string }
  /** Several of these, listed. */
  | { readonly kind: 'verbatims'; readonly texts: readonly string[] }
  /** Shares of a figure just told, by place. */
  | { readonly kind: 'parts'; readonly parts: readonly { readonly figure: Figure; readonly place: Named }[] }
  /** The few words of a quote that a headline may repeat; the quote says what they are about. */
  | { readonly kind: 'highlight'; readonly words: LocalText; readonly quote: Quote }
  /** A wording of the locale, by key, told with the same slots. */
  | { readonly kind: 'term'; readonly key: string }

/**
 * One thing worth telling, without words. `keys` are looked up in `story.json` from the most particular to the most
 * general; `context` chooses among variants of one key (i18next context), mostly the state.
 */
export interface Fact {
  readonly keys: readonly string[]
  readonly context?: string
  /** Number that the sentence agrees with (i18next plural). */
  readonly count?: number
  readonly slots: Readonly<Record<string, Slot>>
  /** What is known of it that words may presuppose: that it came after another, that nobody said more. */
  readonly holds: readonly Presupposed[]
  /** Told even when it holds no news of its own: the lead says what the state is. */
  readonly always?: boolean
  /** Opens a paragraph of its own where the one it would stand in has begun. */
  readonly opens?: boolean
  /** Announces what follows: not told where nothing does. */
  readonly announces?: boolean
  /** Lines the sentence rests on whichever wording is taken. */
  readonly from: readonly Pointer[]
}

/** What an incident has to tell, by move: the article's outline says in which order. */
export interface Story {
  readonly incident: Incident
  readonly moves: Readonly<Record<string, readonly Fact[]>>
  /** Slots any sentence may use, whatever else it tells: « la panne », the company as it is described. */
  readonly shared: Readonly<Record<string, Slot>>
  /** What any sentence may presuppose, whatever its fact holds. */
  readonly holds: readonly Presupposed[]
}
