import type { Precision } from '../foundation/precision.ts'
import type { Named } from './directory.ts'

/** Milliseconds since 1970-01-01T00:00Z. Local times exist only where an edition formats them. */
export type Instant = number

/** A text for readers, by language: `{ fr: …, en: … }`. */
export type LocalText = Readonly<Record<string, string>>

export type DayPart =
  | 'night'
  | 'morning'
  | 'midday'
  | 'afternoon'
  | 'evening'
  | 'early morning'
  | 'mid morning'
  | 'late morning'
  | 'early afternoon'
  | 'mid afternoon'
  | 'late afternoon'
  | 'early evening'
  | 'late evening'

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

export interface When {
  readonly precision: Precision
  /** Absent only when `unknown`. For `between`, and for anything without an hour, the first possible instant. */
  readonly at?: Instant
  /** The last possible instant, for the same. */
  readonly until?: Instant
  /** Granularity of a limit (`by`, `from`, `between`) without an hour. */
  readonly grain?: 'part' | 'day' | 'month' | 'season' | 'year'
  readonly part?: DayPart
  readonly season?: Season
  /**
   * IANA zone of the provider, given in brackets where it differs from the reader's; for anything without an hour the
   * zone in which it was written, even the newsroom's.
   */
  readonly zone?: string
  /** The source; absent for the newsroom itself. */
  readonly source?: Speaker
}

/** Somebody who says something. */
export interface Speaker {
  /**
   * `company`, `person`, `authority`, `agency`, `counter`: `name` is filled. `users`, `user`, `spokesperson`: nobody is
   * named. `status page`: the company's own.
   */
  readonly kind:
    | 'company'
    | 'person'
    | 'authority'
    | 'agency'
    | 'counter'
    | 'users'
    | 'user'
    | 'spokesperson'
    | 'status page'
  readonly name?: Named
  /** « directrice technique d'Orion ». */
  readonly role?: LocalText
  /** How an unnamed person is called: « un internaute ». */
  readonly called?: LocalText
  /** Whose spokesperson or status page, where that is not the company of the incident. */
  readonly of?: Named
  /** Others who say the same. */
  readonly and?: readonly Speaker[]
}

/** A figure: exact, at most, at least, a range, or only a magnitude. */
export type Figure =
  | { readonly kind: 'exact' | 'about' | 'over' | 'nearly' | 'under' | 'at least' | 'up to'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'magnitude'; readonly word: Magnitude }

export type Magnitude = 'dozens' | 'hundreds' | 'thousands' | 'tens of thousands' | 'hundreds of thousands' | 'millions'

export type CountUnit =
  | 'reports'
  | 'complaints'
  | 'users'
  | 'customers'
  | 'calls'
  | 'posts'
  | 'sites'
  | 'services'
  | 'trains'
  | 'flights'
  | 'households'
  | 'premises'
  | 'homes'
  | 'businesses'
  | 'cash machines'
  | 'workspaces'
  | 'messages'
  | 'orders'
  | 'payments'
  | 'patients'
  | 'megawatts'
  | 'departments'
  | 'percent'

/** What a percentage can be of. */
export type CountWhole = 'users' | 'customers' | 'households' | 'reports' | 'network' | 'sites'

/** What became of what is counted. */
export type CountOutcome =
  | 'hit'
  | 'blocked'
  | 'failed'
  | 'attempted'
  | 'delayed'
  | 'lost'
  | 'unanswered'
  | 'cancelled'
  | 'made'
  | 'restored'
  | 'working'
