import { z } from 'zod'
import { regex } from './grammar-parts.ts'

const classes = z.array(z.string()).min(1)

/** What a name that an editor writes with its article says of its own class: « la distribution », "the deliveries". */
export const naming = z.strictObject({
  /** The classes that an article leaves open; one that ends with an apostrophe stands for those it is the elision of. */
  articles: z.record(z.string(), classes),
  /** Articles that are not the definite one: it is put in their place. */
  indefinite: z.array(z.string()).default([]),
  /** Words that say of what follows that it is many, and the class of that: « plusieurs experts ». */
  quantifiers: z.array(z.string()).default([]),
  many: z.string().optional(),
  /** Whether a name in small letters is a noun without an article too: "deliveries". */
  bare: z.boolean().default(false),
  /** Where the noun stands in its group: its first word, or the last before one of the words of `ends_before`. */
  head: z.enum(['first', 'last']),
  ends_before: z.array(z.string()).default([]),
  /** What the end of the noun leaves open: the first rule that fits. */
  endings: z.array(z.strictObject({ match: regex, classes })).default([]),
  /** Nouns that a package lists with their gender. */
  lexicon: z
    .strictObject({
      /** A JSON file of a package: noun → mark. */
      file: z.string(),
      /** The classes that a mark leaves open. */
      marks: z.record(z.string(), classes),
      /** How a noun in the plural is looked up: each rule that fits is tried. */
      /** Nouns that it lacks, by their mark. */
      more: z.record(z.string(), z.array(z.string())).default({}),
      singulars: z.array(z.strictObject({ match: regex, put: z.string() })).default([]),
    })
    .optional(),
})

export type Naming = z.infer<typeof naming>
