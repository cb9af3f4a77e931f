/** Lengths of time as moments count them, in milliseconds. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Twenty-four hours: a day on which no clock is changed. */
export const DAY = 24 * HOUR
