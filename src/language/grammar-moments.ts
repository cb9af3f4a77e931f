import { z } from 'zod'
import { frame, pattern, slotsOf, timeOfDay } from './grammar-parts.ts'

const precisions = z.strictObject({
  exact: frame('time'),
  about: frame('time'),
  before: frame('time'),
  after: frame('time'),
  by: frame('time'),
  from: frame('time'),
  between: frame('time', 'until'),
  part: z.string(),
})

/** Clock times: `clock:` of the grammar. */
export const clock = z.strictObject({
  time: pattern,
  hour: pattern,
  words: z.record(timeOfDay, z.string()).default({}),
  /** Minutes to which an hour that is only about is rounded. */
  about_step: z.number().positive().default(5),
  /** The first time of a pair (« between 5 and 6 p.m. ») when `same` gives the same for both. */
  pair: z.strictObject({ time: pattern, hour: pattern, same: pattern }).nullable().default(null),
  frames: z.record(z.string(), precisions),
  zone: frame('clock', 'zone'),
  /** The reader's hour with its zone where the provider's hour follows. */
  beside: frame('clock', 'zone'),
  /** Two hours as one span; `span_there` in brackets, in the zone of the provider. */
  span: frame('from', 'to'),
  span_there: frame('from', 'to'),
  provider: z.strictObject({
    same: frame('clock', 'there', 'zone'),
    earlier: frame('clock', 'there', 'zone'),
    later: frame('clock', 'there', 'zone'),
  }),
  unknown_zone: frame('city'),
  /** The frame `by` of a day without an hour. */
  by_day: frame('day', 'led'),
  /** A part of the day with the zone in which it is that part. */
  in_zone: frame('clock', 'zone'),
  /** An hour that comes twice when clocks are put back: the first time, and the second. */
  twice: z.strictObject({ first: frame('time'), second: frame('time') }),
})

const part = z.strictObject({ from: timeOfDay, forms: z.record(z.string(), z.string()) })

const distances = z.union([
  z.string(),
  z.strictObject({ today: z.string(), near: z.string(), year: z.string(), other: z.string() }),
])

const nights = z.strictObject({ near: z.string(), year: z.string(), other: z.string() })

const DAY_SLOTS = [
  'weekday',
  'date',
  'date_year',
  'next_weekday',
  'next_date',
  'next_date_year',
  'start_date',
  'start_date_year',
]

/** Early and late in a part of the day: forms instead of those of the part, and what stands around the day with its part. */
const shade = z.strictObject({ around: frame('day').default('{day}'), forms: z.record(z.string(), z.string()) })

const wide = z.strictObject({
  month: z.strictObject({ year: frame('month'), other: frame('month') }),
  season: z.strictObject({
    spring: frame('year'),
    summer: frame('year'),
    autumn: frame('year'),
    winter: frame('year'),
  }),
  year: frame('year'),
})

const limits = z.strictObject({
  about: frame('day', 'led'),
  by: frame('day', 'led'),
  from: frame('day', 'led'),
  between: frame('day', 'led', 'until_day', 'until_led'),
})

/** Days: `day:` of the grammar. */
export const day = z
  .strictObject({
    near: z.number().int().min(0).max(6),
    weekday: pattern,
    date: pattern,
    date_year: pattern,
    parts: z.strictObject({ night: part, morning: part, midday: part, afternoon: part, evening: part }),
    /** What the last hours of the evening are called where they have a name of their own: "Monday night". */
    late_evening: part.optional(),
    /** Of the whole part too where a source names it: no hour shows that it is meant. */
    shades: z.strictObject({
      midday: shade.optional(),
      'early morning': shade,
      'mid morning': shade,
      'late morning': shade,
      'early afternoon': shade,
      'mid afternoon': shade,
      'late afternoon': shade,
      'early evening': shade,
      'late evening': shade,
    }),
    /** Months with and without their year, as date-fns patterns, and years. */
    month: pattern,
    month_year: pattern,
    year: pattern,
    /** What is wider than a day, standing by itself and after a word that leads it (« depuis »). */
    wide: z.strictObject({ at: wide, led: wide }),
    /** A limit that is known to the day or wider: no later than it, no earlier, between two. */
    limits: z.strictObject({ at: limits, led: limits, ahead: limits }),
    /** Which of the frames stand after a word that leads them. */
    led: z.array(z.string()),
    /** Which of them only a day can fill. */
    days_only: z.array(z.string()).default([]),
    /** The forms used when only the day is known. */
    whole: z.record(z.string(), z.string()),
    frames: z.record(
      z.string(),
      z.strictObject({ at: distances, night: nights.optional(), small_hours: nights.optional() }),
    ),
  })
  .superRefine((value, context) => {
    const forms = Object.keys(value.whole)
    for (const [name, part] of Object.entries(value.parts)) {
      const missing = forms.filter(form => !(form in part.forms))
      for (const form of missing) {
        context.addIssue({ code: 'custom', path: ['parts', name, 'forms'], message: `the form "${form}" is missing` })
      }
    }
    const known = new Set([...DAY_SLOTS, ...forms])
    for (const [name, set] of Object.entries(value.frames)) {
      for (const [key, frames] of Object.entries(set)) {
        for (const text of typeof frames === 'string' ? [frames] : Object.values(frames ?? {})) {
          for (const slot of slotsOf(text).filter(slot => !known.has(slot))) {
            const message = `{${slot}} is unknown here; there are ${[...known].map(slot => `{${slot}}`).join(', ')}`
            context.addIssue({ code: 'custom', path: ['frames', name, key], message })
          }
        }
      }
    }
  })

/** A day and a clock time together: `moment:` of the grammar. */
export const moment = z.strictObject({
  plain: frame('day', 'clock'),
  night: frame('day', 'clock').nullable().default(null),
  midnight: frame('day', 'clock').nullable().default(null),
  across: frame('day', 'time', 'until_day', 'until'),
})

/** A planned window: `window:` of the grammar. */
export const window = z.strictObject({
  night: frame('day', 'from', 'to').nullable().default(null),
  night_from: timeOfDay,
  night_to: timeOfDay,
  same: frame('day', 'from', 'to'),
  across: z.strictObject({
    near: frame('from_day', 'from', 'to_day', 'to'),
    dated: frame('from_day', 'from', 'to_day', 'to'),
  }),
  days: z.strictObject({ near: frame('from_day', 'to_day'), dated: frame('from_day', 'to_day') }),
  /** Months and years. */
  wide: frame('from_day', 'to_day'),
  open_wide: frame('day'),
  open: z.strictObject({
    near: frame('day', 'from'),
    dated: frame('day', 'from'),
    day_near: frame('day'),
    day_dated: frame('day'),
  }),
})

/** Date and time of publication: `stamp:` of the grammar. */
export const stamp = z.strictObject({
  date: pattern,
  time: pattern,
  frame: frame('date', 'time'),
  /** A date and an hour that is not known to the minute: « 11 décembre 2024 vers 19h25 ». */
  vague: frame('date', 'clock'),
  zoned: frame('stamp', 'zone'),
})
