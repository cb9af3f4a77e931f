/**
 * A moment as a source gives it. Instants are milliseconds since 1970-01-01T00:00Z. `at` is absent only when nothing is
 * known; for `between`, `part` and `day` it is the first instant it can be, and `until` the last.
 */
export interface Moment {
  readonly precision: 'exact' | 'about' | 'before' | 'after' | 'between' | 'part' | 'day' | 'unknown'
  readonly at?: number
  readonly until?: number
  readonly part?: 'night' | 'morning' | 'midday' | 'afternoon' | 'evening'
  /** IANA zone of the provider. */
  readonly zone?: string
}
