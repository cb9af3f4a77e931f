import type { Locale } from 'date-fns'
import type { ZodError } from 'zod'
import type { Problem } from '../problem/problem.ts'
import { editionShape, type Grammar, grammarShape } from './grammar.ts'
import { GrammarError } from './grammar-error.ts'
import { merge } from './merge.ts'
import { compileSound, type Sound } from './sound.ts'
import { compileTypography, type Typography } from './typography.ts'

export type { Grammar } from './grammar.ts'
export { GrammarError } from './grammar-error.ts'
export type { Noun } from './noun.ts'

/** `locales/editions/<id>.yaml`: one audience. */
export interface Edition {
  readonly id: string
  /** Folder of its words under `locales/`. */
  readonly language: string
  /** BCP 47, such as `fr-BE`. */
  readonly tag: string
  /** Name of its locale in date-fns, such as `fr-CA`. */
  readonly date_fns: string
  /** IANA zone of its readers. */
  readonly zone: string
  /** How the zone is named after a clock time that needs it, by the wording of the language. */
  readonly zone_name: string
  /** The same in summer, where it differs. */
  readonly zone_name_summer?: string | undefined
  /** ISO 3166 code of the home country. */
  readonly home: string
  /** When the first clock time of a text names its zone: always, or only when the story goes beyond the home country. */
  readonly says_zone?: 'always' | 'abroad'
  /** Words of the language that these readers spell otherwise: `cancelled: canceled`. */
  readonly spelling?: Readonly<Record<string, string>>
  /** Overrides of the language's grammar (clock, quotes, lists …), merged into it key by key. */
  readonly grammar?: Readonly<Record<string, unknown>> | undefined
}

/** One edition's way of speaking: its grammar with the edition's own rules laid over it, made ready for use. */
export interface Tongue {
  readonly edition: Edition
  readonly grammar: Grammar
  /** The date-fns locale, with the grammar's own short months if it has some. */
  readonly locale: Locale
  /** Does a text begin with a vowel sound? */
  readonly sound: Sound
  readonly typography: Typography
  /** Plural category of a number as it is read: `one`, `other` … */
  readonly plural: (value: number) => string
}

/**
 * Makes a tongue from the parsed `grammar.yaml` of a language, the parsed file of an edition, and its date-fns locale.
 *
 * Throws a `GrammarError` that lists every mistake a linguist has to mend (code `locale/grammar`, facts `key`, `reason`).
 */
export function compileTongue(grammarData: unknown, editionData: unknown, dateFnsLocale: Locale): Tongue {
  const edition = readEdition(editionData)
  const grammar = readGrammar(merge(grammarData, edition.grammar), edition)
  const rules = new Intl.PluralRules(edition.tag)
  return {
    edition,
    grammar,
    locale: withShortMonths(dateFnsLocale, grammar.months_short),
    sound: compileSound(grammar.sound),
    typography: compileTypography(grammar.typography, grammar.quotes.text),
    plural: value => rules.select(value),
  }
}

/** Checks an edition file. Throws a `GrammarError`. */
export function readEdition(data: unknown): Edition {
  const read = editionShape.safeParse(data)
  const id = (data as { id?: unknown } | null)?.id
  if (!read.success) throw new GrammarError(complaints(read.error, `locales/editions/${id ?? '?'}.yaml`))
  return read.data
}

function readGrammar(data: unknown, edition: Edition): Grammar {
  const read = grammarShape.safeParse(data)
  if (!read.success) {
    const own = `locales/editions/${edition.id}.yaml`
    const common = `locales/${edition.language}/grammar.yaml`
    const isOwn = (path: readonly PropertyKey[]) => reaches(edition.grammar, path)
    throw new GrammarError(complaints(read.error, common, path => (isOwn(path) ? own : common)))
  }
  return read.data
}

function complaints(error: ZodError, file: string, fileOf = (_: readonly PropertyKey[]) => file): Problem[] {
  return error.issues.map(({ path, message }) => ({
    code: 'locale/grammar',
    severity: 'error',
    place: { file: fileOf(path) },
    facts: { key: path.join('.') || '(whole file)', reason: message },
  }))
}

/** Does this data hold a value at the path? Then the edition, not the language, is to be mended. */
function reaches(data: unknown, path: readonly PropertyKey[]): boolean {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return path.length > 0
}

function withShortMonths(locale: Locale, short: readonly string[] | undefined): Locale {
  if (!short) return locale
  const month: Locale['localize']['month'] = (index, options) =>
    options?.width === 'abbreviated' ? (short[index] ?? '') : locale.localize.month(index, options)
  return { ...locale, localize: { ...locale.localize, month } }
}
