import { z } from 'zod'
import { clauses } from './clause-tense.ts'
import { clock, day, moment, stamp, window } from './grammar-moments.ts'
import { naming } from './grammar-naming.ts'
import { frame, regex } from './grammar-parts.ts'
import { typedFigureRules } from './typed-figure-rules.ts'

/**
 * The schema of `locales/<lang>/grammar.yaml`, after an edition's own `grammar:` has been merged over it. The meaning
 * of each key is explained to linguists in the YAML files; this file only defines what is valid.
 */
const forms = z.record(z.string(), z.string())

const sound = z.strictObject({
  letters: z.string(),
  acronyms: z.string(),
  /** First letters of which only a list knows how they sound: an editor is asked about a name that is not in it. */
  unsure: z.string().default(''),
  yes: z.array(z.string()).default([]),
  no: z.array(z.string()).default([]),
  patterns: z.array(z.strictObject({ match: regex, vowel: z.boolean() })).default([]),
})

const conjunction = z.strictObject({ two: z.string(), last: z.string() })

const wordOrForms = z.union([z.string(), forms])

const numbers = z.strictObject({
  group: z.string(),
  group_from: z.number(),
  decimal: z.string(),
  /** Numbers below the length of this list are written as these words where the style asks for words. */
  words: z.array(wordOrForms),
  zero: wordOrForms.optional(),
  /** The word before a verb whose figure is none, « aucun client n'est touché », and how such a verb begins. */
  negation: z.strictObject({ word: z.string(), verb: regex }).optional(),
  large: z.array(
    z.strictObject({
      from: z.number(),
      one: z.string(),
      other: z.string(),
      /** « un million », where the style asks for words. */
      single: z.string().optional(),
      /** The word between it and a noun: « million d'abonnés ». */
      noun: z.string().optional(),
      /** How it is written after an amount of money: "£1.2m". */
      short: z.string().optional(),
    }),
  ),
  percent: frame('number'),
  /** Of what is counted, from so many on: « quelque 12 500 abonnés ». */
  some: z.strictObject({ from: z.number(), frame: frame('number') }).optional(),
  frames: z.strictObject({
    exact: frame('number'),
    about: frame('number'),
    over: frame('number'),
    nearly: frame('number'),
    under: frame('number'),
    at_least: frame('number'),
    up_to: frame('number'),
    range: frame('low', 'high'),
  }),
  /** A number out of how many there are in all; `counted` and `total_counted` are followed by what is counted. */
  out_of: frame('number', 'counted', 'total', 'total_counted'),
  magnitudes: z.record(z.string(), z.strictObject({ alone: z.string(), noun: frame('noun') })),
  ordinals: z.record(z.string(), frame('number')).default({}),
  typed: typedFigureRules.optional(),
})

const money = z.strictObject({
  plain: frame('number', 'symbol', 'name'),
  large: frame('number', 'digits', 'short', 'symbol', 'name'),
  currencies: z.record(z.string(), z.strictObject({ symbol: z.string(), one: z.string(), other: z.string() })),
})

const shade = z.enum(['plain', 'about', 'just_over', 'over', 'nearly', 'at_least', 'up_to', 'under'])
const shading = z.array(z.strictObject({ upto: z.number(), as: shade })).min(1)
/** Halves by what stands before them: `zero`, a number (`1`), or a plural category. */
const halves = z.record(z.string(), frame('number')).and(z.object({ other: frame('number') }))
const unitForms = z.strictObject({
  minutes: z.number(),
  class: z.string(),
  one: frame('number'),
  other: frame('number'),
  half: halves.optional(),
  compound: z.strictObject({ one: frame('number'), other: frame('number'), half: halves.optional() }).optional(),
})
const anchor = z.strictObject({
  at: z.number(),
  plain: z.string().optional(),
  about: z.string().optional(),
  just_over: z.string().optional(),
  over: z.string().optional(),
  nearly: z.string().optional(),
  compound: z.string().optional(),
  /** From this many minutes on it is « près de » this anchor, whatever the approximation rules say. */
  nearly_from: z.number().optional(),
})
const shades = z.partialRecord(shade, frame('duration'))
const duration = z.strictObject({
  /** Below this, an exact source is given to the minute. */
  exact_below: z.number(),
  few: z.strictObject({ below: z.number(), rough: z.string(), none: z.string(), compound: z.string() }),
  units: z.record(z.string(), unitForms),
  scales: z
    .array(
      z.strictObject({
        below: z.number().optional(),
        unit: z.string(),
        step: z.number(),
        /** « un peu plus de » up to this share of a step. */
        just_over: z.number().optional(),
      }),
    )
    .min(1),
  anchors: z.array(anchor).default([]),
  shading: z.strictObject({ exact: shading, rough: shading }),
  frames: z.record(
    z.string(),
    z.strictObject({ compound: z.boolean().default(false), around: frame('duration'), shades }),
  ),
  /** « deux à trois semaines »; of two units « de 45 minutes à deux heures ». */
  range: z.strictObject({ same: frame('low', 'high'), apart: frame('low', 'high') }),
  /** « plusieurs », in the place of a number. */
  several: z.string(),
})

/** How somebody is called once the text has named and introduced them. */
const persons = z.strictObject({
  /** By class, around the surname: « M. Braun »; of a class without one the whole name is said again. */
  again: z.record(z.string(), frame('surname')).default({}),
  /** Words of a name that belong to the surname after them: « de », "van". */
  particles: z.array(z.string()).default([]),
  /** Words between two surnames of one person: « Ortega y Gasset ». */
  between: z.array(z.string()).default([]),
  /** Words after a surname that are no part of it: "Jr". */
  after: z.array(z.string()).default([]),
  /** Does a particle that begins a surname take a capital (« Von der Leyen » in Dutch)? */
  capital_particle: z.boolean().default(false),
  /** By class: « elle »; a person of a class without one is named. */
  pronouns: z.record(z.string(), z.string()).default({}),
  /** Words before which who speaks is named as the subject: "… , she said". */
  subject: regex.optional(),
  /** A role by one word, the first group: « ministre » of « ministre des Transports ». */
  title: regex.optional(),
})

const marks = z.array(z.tuple([z.string(), z.string()])).min(1)

const typography = z.strictObject({
  apostrophe: z.string(),
  ellipsis: z.string(),
  replace: z.record(z.string(), z.string()).default({}),
  space_before: z.record(z.string(), z.string()).default({}),
  space_after: z.record(z.string(), z.string()).default({}),
  glue_with: z.string(),
  glue: z.array(regex).default([]),
  comma_after: z.array(regex).default([]),
  inside_marks: z.string().default(''),
})

const wholeGrammar = z.strictObject({
  classes: z.record(z.string(), z.array(z.string())),
  default_class: z.string(),
  /** Words that are articles when a name or a phrase is written with one (« le géant américain »). */
  articles: z.array(z.string()),
  /** What a name that an editor writes with its article says of its class. */
  naming: naming.optional(),
  clauses: clauses.optional(),
  /** What sort of service a noun says: patterns by sort, the first that fits. */
  sorts: z.record(z.string(), regex).default({}),
  /** Articles that are part of a name as it is written and yet meet words as others do: « du Monde », « des Échos ». */
  name_articles: z.array(z.string()).default([]),
  /** Endings of adjectives, the first that fits, and what stands in their place for the other classes. */
  adjectives: z.array(z.strictObject({ match: regex, forms })).default([]),
  /** What is dropped at the head of a label before a colon, in this order: « pour », an article. */
  label: z.array(regex).default([]),
  /** Article of a service that is a number: « le 112 ». */
  number_article: z.string().optional(),
  /**
   * Nouns, by their last word, that introduce a name otherwise than others: `none` say too little alone, `article` have the
   * definite one, `after` follow the name.
   */
  apposition: z
    .strictObject({
      none: z.array(z.string()).default([]),
      article: z.array(z.string()).default([]),
      after: z.array(z.string()).default([]),
    })
    .default({ none: [], article: [], after: [] }),
  /** Definite article before « opérateur Telnova », by class. */
  apposition_article: z.record(z.string(), z.string()).default({}),
  /** Definite article of a noun, by class: « l'opérateur », "the operator". */
  definite_article: z.record(z.string(), z.string()).default({}),
  /** Prepositions before a place without forms of its own. */
  prepositions: z.record(z.string(), z.string()).default({}),
  /** Words after which a place is the whole of which they name a part: "off the coast" of Abidjan. */
  place_of: regex,
  coordination: z.array(z.strictObject({ all: z.string().optional(), gives: z.string() })).min(1),
  sound,
  before_vowel: z.record(z.string(), z.string()),
  contractions: z.record(z.string(), z.record(z.string(), z.string())),
  possessive: z
    .array(z.strictObject({ class: z.string().optional(), after: regex.optional(), frame: frame('noun') }))
    .default([]),
  list: z.strictObject({
    between: z.string(),
    and: conjunction,
    or: conjunction,
    /** Is a word before each item repeated (« en Espagne et en France ») or not ("in Spain and France")? */
    repeat_word: z.boolean(),
    /** Words that begin a noun phrase: before each of them in a typed text the word is repeated too. */
    determiners: z.array(z.string()).default([]),
  }),
  /** What stands between two sentences that become one, by what they have to do with each other. */
  join: z.strictObject({
    addition: z.string(),
    contrast: z.string(),
    sequence: z.string(),
    both: z.string(),
    /** Around what is said first of one subject, beside what is said of it then: « La panne, qui touche …, est due … ». */
    relative: z.strictObject({ open: z.string(), close: z.string() }).optional(),
    /** Before what a title adds: after a colon, and where it has none. */
    title: z.strictObject({ after_colon: z.string(), plain: z.string() }).default({ after_colon: ', ', plain: ', ' }),
  }),
  /** Beginnings of a typed text that goes on with the sentence before it: « soit un quart », "about a quarter", "out of 100". */
  asides: z.array(regex).default([]),
  /**
   * A typed sentence around somebody's words: where in it stands when it was said, by what stands before the name and behind it
   * (`front`, beside the `name`, or after the `verb` that `after` matches), and what before a name says what somebody is.
   */
  frames: z
    .strictObject({
      places: z.array(
        z.strictObject({ before: regex, after: regex, at: z.enum(['front', 'name', 'verb']), put: z.string() }),
      ),
      titled: z.array(regex),
    })
    .default({ places: [], titled: [] }),
  /** By class, for a speaker who speaks again in the same sentence: « il », "it". */
  pronouns: z.record(z.string(), z.string()),
  persons,
  numbers,
  money,
  clock,
  zones: z.record(z.string(), z.strictObject({ name: z.string(), summer: z.string().optional() })),
  months_short: z.array(z.string()).length(12).optional(),
  day,
  moment,
  window,
  stamp,
  duration,
  quotes: z.strictObject({ text: marks, headline: marks }),
  abbreviations: z.array(z.string()),
  /** Words put before a fragment that cannot begin a sentence. */
  opening: z.array(z.strictObject({ match: regex, put: z.string() })).default([]),
  /** Patterns of words that presuppose something, by the condition that a wording must name beside them. */
  cues: z.record(z.string(), z.array(regex)).default({}),
  sure: z.record(z.string(), z.array(regex)).default({}),
  capital: z.strictObject({ skip: z.array(z.string()), together: z.array(z.string()) }),
  typography,
})

/** Cross-references: every class that is named must be declared. */
export const grammarShape = wholeGrammar.superRefine((grammar, context) => {
  const declared = Object.keys(grammar.classes)
  const broader = Object.values(grammar.classes).flat()
  const check = (path: (string | number)[], name: string, known: readonly string[]) => {
    if (known.includes(name)) return
    context.addIssue({ code: 'custom', path, message: `"${name}" is no class; there are ${known.join(', ')}` })
  }
  check(['default_class'], grammar.default_class, declared)
  for (const [index, { all, gives }] of grammar.coordination.entries()) {
    check(['coordination', index, 'gives'], gives, declared)
    if (all !== undefined) check(['coordination', index, 'all'], all, [...declared, ...broader])
  }
  const { articles = {}, endings = [], lexicon } = grammar.naming ?? {}
  for (const [article, classes] of Object.entries(articles))
    for (const name of classes) check(['naming', 'articles', article], name, declared)
  for (const [index, { classes }] of endings.entries())
    for (const name of classes) check(['naming', 'endings', index, 'classes'], name, declared)
  for (const [mark, classes] of Object.entries(lexicon?.marks ?? {}))
    for (const name of classes) check(['naming', 'lexicon', 'marks', mark], name, declared)
  for (const [name, { unit }] of grammar.duration.scales.entries()) {
    if (unit in grammar.duration.units) continue
    const message = `"${unit}" is no unit; there are ${Object.keys(grammar.duration.units).join(', ')}`
    context.addIssue({ code: 'custom', path: ['duration', 'scales', name, 'unit'], message })
  }
  for (const [name, unit] of Object.entries(grammar.duration.units)) {
    check(['duration', 'units', name, 'class'], unit.class, declared)
  }
})

/** A language's grammar as data: everything `src/language` needs to know of a language. */
export type Grammar = z.infer<typeof grammarShape>

export type Shade = z.infer<typeof shade>
