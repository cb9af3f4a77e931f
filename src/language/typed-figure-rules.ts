import { z } from 'zod'
import { regex } from './grammar-parts.ts'

const words = z.array(z.string())

/** How a language tells figures that somebody typed from numbers that are labels: `numbers.typed` of a grammar. */
export const typedFigureRules = z.strictObject({
  /** Words after which a number is a name of something: "error 5000", « port 8080 », « appelez le 1733 ». */
  labels: words,
  /** Words after which it is an amount, whatever follows: « environ 12 000 », "nearly 12,000". */
  amounts: words,
  /** Words after which it is an amount unless it may be a year: « les 3 500 ». */
  plurals: words,
  /** Words between two amounts: « 10 000 à 12 000 ». */
  between: words,
  /** Words after a number that are not what is counted: "has", « est ». */
  not_counted: words,
  /** What is counted so often that a number which may be a year is none before it: "2,000 customers". */
  counted: words,
  /** Ends of ordinals as they are typed, « 3ème ». */
  ordinal: regex.optional(),
})
