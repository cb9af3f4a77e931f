import type { Locale as DateFnsLocale } from 'date-fns'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { merge } from '../foundation/merge-data.ts'
import { valueOn } from '../foundation/pointer.ts'
import type { Edition } from './edition.ts'
import { type Grammar, grammarShape } from './grammar.ts'
import { grammarDiagnostics } from './grammar-diagnostics.ts'
import { GrammarError } from './grammar-error.ts'
import { compileTypography, type Typography } from './typography.ts'
import { compileSound, type Sound } from './vowel-sound.ts'

export type { Edition } from './edition.ts'
export type { Grammar } from './grammar.ts'
export { GrammarError } from './grammar-error.ts'
export type { Noun } from './noun.ts'

/** An edition's locale: its language's grammar with the edition's overrides merged over it, compiled. */
export interface Locale {
  readonly edition: Edition
  readonly grammar: Grammar
  /** The date-fns locale, with the grammar's own short months if it has some. */
  readonly dateFns: DateFnsLocale
  /** Does a text begin with a vowel sound? */
  readonly sound: Sound
  readonly typography: Typography
  /** Plural category of a number in the form in which it is read: `one`, `other` … */
  readonly plural: (value: number) => string
  /** Words that keep their capital within a sentence, as names of places do; none are known where nobody reads them. */
  readonly properWords?: () => ReadonlySet<string>
}

/**
 * Compiles a locale from the parsed `grammar.yaml` of a language, an edition, and its date-fns locale. Throws a
 * `GrammarError` that lists every mistake a linguist has to fix (code `locale/grammar`).
 */
export function compileLocale(grammarData: unknown, edition: Edition, dateFnsLocale: DateFnsLocale): Locale {
  const grammar = readGrammar(merge(grammarData, edition.grammar), edition)
  const rules = new Intl.PluralRules(edition.tag)
  return {
    edition,
    grammar,
    dateFns: withShortMonths(dateFnsLocale, grammar.months_short),
    sound: compileSound(grammar.sound),
    typography: compileTypography(grammar.typography, grammar.quotes.text),
    plural: value => rules.select(value),
  }
}

function readGrammar(data: unknown, edition: Edition): Grammar {
  const read = grammarShape.safeParse(data)
  if (!read.success) {
    const own = `locales/editions/${edition.id}.yaml`
    const common = `locales/${edition.language}/grammar.yaml`
    // A value from the edition's own grammar has to be fixed in its file, not in the language's.
    const isOwn = (path: readonly PropertyKey[]) => path.length > 0 && valueOn(edition.grammar, path) !== undefined
    const diagnostics = read.error.issues.flatMap(issue => grammarDiagnostics(issue, data))
    throw new GrammarError(diagnostics.map(({ path, facts }) => unplaced(facts, isOwn(path) ? own : common)))
  }
  return read.data
}

function unplaced(facts: Diagnostic['facts'], file: string): Diagnostic {
  return { code: 'locale/grammar', severity: 'error', place: { file }, facts }
}

function withShortMonths(locale: DateFnsLocale, short: readonly string[] | undefined): DateFnsLocale {
  if (!short) return locale
  const month: DateFnsLocale['localize']['month'] = (index, options) =>
    options?.width === 'abbreviated' ? (short[index] ?? '') : locale.localize.month(index, options)
  return { ...locale, localize: { ...locale.localize, month } }
}
