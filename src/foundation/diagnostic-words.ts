import type { Diagnostic, DiagnosticFact } from './diagnostic.ts'
import { openTranslations } from './translations.ts'

/** The messages of `locales/<lang>/problems.json` about diagnostics. */
export interface DiagnosticWords {
  readonly language: string
  /** What happened and why, in full sentences. */
  message(diagnostic: Diagnostic): string
  /** What to do about it; absent when the message says it all. */
  hint(diagnostic: Diagnostic): string | undefined
  /** The label before a hint. */
  readonly hintLabel: string
}

/** The content of `problems.json`. */
export type DiagnosticTexts = Readonly<Record<string, unknown>>

/**
 * Messages for diagnostics in one language. A code without a message, or a message with a slot that has no fact, is a
 * bug and throws.
 */
export function diagnosticWords(language: string, texts: DiagnosticTexts): DiagnosticWords {
  const { t, i18n } = openTranslations(language, { diagnostics: texts })
  // Without interpolation: i18next has one place in the text for all of them, and would read on in what an editor typed.
  i18n.services.formatter?.add('term', value => (value === '' ? '' : t(`terms.${value}`, { skipInterpolation: true })))
  const say = (key: string, diagnostic: Diagnostic) =>
    t(key, { ...factsIn(language, diagnostic), ...contextOf(diagnostic) })
  return {
    language,
    hintLabel: t('frame.hint'),
    message: diagnostic => say(`${keyOf(diagnostic)}.message`, diagnostic),
    hint: diagnostic => {
      const key = `${keyOf(diagnostic)}.hint`
      const { context } = contextOf(diagnostic)
      const known = i18n.exists(key) || (context !== undefined && i18n.exists(`${key}_${context}`))
      return known ? say(key, diagnostic) : undefined
    },
  }
}

/** Names as the language of the messages writes them. */
function factsIn(language: string, { facts }: Diagnostic): Record<string, string | number> {
  const said = ([key, fact]: [string, DiagnosticFact]) => [key, typeof fact === 'object' ? inOne(language, fact) : fact]
  return Object.fromEntries(Object.entries(facts).map(said))
}

const inOne = (language: string, names: Readonly<Record<string, string>>): string =>
  names[language] ?? Object.values(names)[0] ?? ''

function keyOf(diagnostic: Diagnostic): string {
  return diagnostic.code.replaceAll('/', '.')
}

/** Some messages differ when there is something to suggest (`hint_near`). */
function contextOf({ facts }: Diagnostic): { context?: string } {
  if (typeof facts.context === 'string') return { context: facts.context }
  return [facts.nearest, facts.right].some(word => word !== undefined && word !== '') ? { context: 'near' } : {}
}
