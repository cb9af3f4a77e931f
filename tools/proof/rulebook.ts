import { z } from 'zod'
import { type TextPiece, withoutQuotes } from './text-pieces.ts'

const places = z.enum(['headline', 'alert', 'sentence', 'item', 'opening'])

const ruleShape = z.strictObject({
  id: z.string().min(1),
  /** A regular expression (flags `u`, and those of `flags`); `~` stands for a space of any kind, `{name}` for a known name. */
  find: z.string().min(1),
  flags: z.string().default(''),
  /** Found words that match this are right after all. */
  except: z.string().optional(),
  /** Editions the rule applies to; all when absent. */
  editions: z.array(z.string()).optional(),
  /** Parts of an article it applies to; all when absent. */
  in: z.array(places).optional(),
  /** Does it apply to quoted words too? They are verbatim. */
  quotes: z.boolean().default(true),
  /** Examples of mistakes: each must be found. */
  wrong: z.array(z.string()).min(1),
  /** Similar correct texts: none may be found. */
  right: z.array(z.string()).default([]),
})

const rulebookShape = z.strictObject({
  /** npm package of the hunspell dictionary, by BCP 47 tag; `default` for the others. */
  dictionaries: z.record(z.string(), z.string()),
  /** The grammar checker for this language, and what it has to ignore. */
  grammar: z
    .strictObject({
      tool: z.string(),
      /** Dialect by BCP 47 tag, where the tool has some. */
      dialects: z.record(z.string(), z.string()).default({}),
      ignore: z.array(z.strictObject({ rule: z.string(), found: z.string().optional() })).default([]),
    })
    .optional(),
  /** Words that are correct though no dictionary has them. */
  words: z.array(z.string()).default([]),
  /** Prefixes and suffixes that do not belong to a word: « d’ », "’s". */
  before_word: z.string().default(''),
  after_word: z.string().default(''),
  /** Words that may occur twice in a row. */
  doubled: z.array(z.string()).default([]),
  /** Abbreviations whose full stop does not end a sentence. */
  abbreviations: z.array(z.string()).default([]),
  /** Notation of figures, for comparing them with other languages: group and decimal separators. */
  figures: z.strictObject({ group: z.string(), decimal: z.string() }),
  /** Clock times and dates, which every edition formats differently: no figures to compare. */
  not_figures: z.array(z.string()).default([]),
  /** Subject and verb, subject and participle: see `check-agreement.ts`. */
  agreement: z
    .strictObject({
      singular: z.array(z.string()),
      plural: z.array(z.string()),
      /** Verbs whose participle agrees with the subject. */
      agreeing: z.array(z.string()).default([]),
      /** Endings of a participle by class. */
      endings: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  /** Verbs of saying: none stands in two sentences running. */
  verbs: z.array(z.string()).default([]),
  /** Words that link a sentence to the one before: none opens a sentence, since the plan joins what belongs together. */
  connectives: z.array(z.string()).default([]),
  /** Words of the specimen page, and which words of the language are shown before each name. */
  specimen: z.strictObject({
    title: z.string(),
    note: z.string(),
    names: z.string(),
    name: z.string(),
    owner: z.string(),
    words: z.array(z.string()),
    places: z.string(),
    lists: z.string(),
    moments: z.string(),
    clock: z.string(),
    durations: z.string(),
    numbers: z.string(),
    quotes: z.string(),
    quoted: z.string(),
    quoted_twice: z.string(),
    headlines: z.string(),
    alert: z.string(),
    brief: z.string(),
  }),
  rules: z.array(ruleShape),
})

/** `locales/<language>/proof.yaml`: what is checked in finished texts of that language. */
export type Rulebook = z.output<typeof rulebookShape>
export type Rule = z.input<typeof ruleShape>

/** Validates a parsed `proof.yaml`. Throws with the file's name and every mistake: it is ours, not an editor's. */
export function readRulebook(data: unknown, file: string): Rulebook {
  const read = rulebookShape.safeParse(data)
  if (read.success) return read.data
  throw new Error(`${file}: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`)
}

/** A compiled rule: finds its mistakes in a text. */
export interface CompiledRule {
  readonly id: string
  readonly holds: (edition: string, where: TextPiece['where']) => boolean
  readonly read: (text: string) => string[]
}

/** Any space, breaking or not. */
const SPACE = '[ \\u00A0\\u202F]'

/** Compiles rules. Throws when a pattern is invalid. */
export function compileRules(rules: readonly Rule[]): CompiledRule[] {
  return rules.map(({ id, find, flags = '', except, editions, in: where, quotes = true }) => {
    const pattern = new RegExp(find.replaceAll('~', SPACE), `gu${flags}`)
    const fine = except === undefined ? undefined : new RegExp(except.replaceAll('~', SPACE), `u${flags}`)
    return {
      id,
      holds: (edition, place) =>
        (editions === undefined || editions.includes(edition)) && (where === undefined || where.includes(place)),
      read: text =>
        [...(quotes ? text : withoutQuotes(text)).matchAll(pattern)]
          .map(([found]) => found)
          .filter(found => !fine?.test(found)),
    }
  })
}
