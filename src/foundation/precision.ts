/**
 * How well a moment is known. `by` is a limit, no later than, and `from` no earlier than; `part` is a part of a day; `day`
 * and what is wider have no hour.
 */
export type Precision =
  | 'exact'
  | 'about'
  | 'before'
  | 'after'
  | 'by'
  | 'from'
  | 'between'
  | 'part'
  | 'day'
  | 'month'
  | 'season'
  | 'year'
  | 'unknown'
