/** Units in which somebody gives a length of time. */
export type LengthUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** A length of time as somebody gives it, in minutes; `unit` is that in which it was typed, where it was only one. */
export type Length =
  | { readonly kind: 'one'; readonly minutes: number; readonly unit?: LengthUnit }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly unit?: LengthUnit }
  | { readonly kind: 'several'; readonly unit: LengthUnit }

/** How well a length is known. */
export type LengthPrecision = 'exact' | 'about' | 'over' | 'nearly' | 'at least' | 'up to' | 'under'
