import type { Named } from '../../src/fields/directory.ts'
import { disagreements } from './check-agreement.ts'
import { compositionDiagnostics } from './check-composition.ts'
import { disparities, type EditionArticle } from './check-parity.ts'
import { type Speller, wordsOf } from './check-spelling.ts'
import { commonRules } from './common-rules.ts'
import type { ProofDiagnostic, TextDiagnostic } from './proof-diagnostic.ts'
import { type CompiledRule, compileRules, type Rulebook } from './rulebook.ts'
import { piecesOf, type TextPiece, withoutQuotes } from './text-pieces.ts'

/** The rules of one language: its own and the common ones. */
export function rulesOf(rulebook: Rulebook): CompiledRule[] {
  return compileRules([...commonRules(rulebook), ...rulebook.rules])
}

/** What one edition's articles are checked with. */
export interface ProofCheckers {
  readonly rulebook: Rulebook
  readonly rules: readonly CompiledRule[]
  readonly spell: Speller
}

/** Checks one text by rules and dictionary. */
export function diagnosticsIn(
  { text, where }: TextPiece,
  edition: string,
  { rules, spell }: ProofCheckers,
): TextDiagnostic[] {
  return [
    ...rules
      .filter(({ holds }) => holds(edition, where))
      .flatMap(({ id, read }) => read(text).map(found => ({ check: `rule/${id}`, found }))),
    ...spell(withoutQuotes(text)).map(found => ({ check: 'spelling', found })),
  ]
}

/** Checks the articles of one incident, one per edition, each by itself and against the others. */
export function proofread(
  versions: readonly (EditionArticle & { readonly context: ProofCheckers })[],
  names: readonly Named[],
): { diagnostics: ProofDiagnostic[]; words: number; pieces: Map<string, readonly TextPiece[]> } {
  const diagnostics: ProofDiagnostic[] = [...disparities(versions, names), ...compositionDiagnostics(versions, names)]
  const pieces = new Map<string, readonly TextPiece[]>()
  // A name written in the incident is spelt as its editor spelt it.
  const own = new Set(
    names.flatMap(name => [name.name, ...Object.values(name.forms).map(form => form.name ?? '')].flatMap(wordsOf)),
  )
  let words = 0
  for (const { article, locale, context } of versions) {
    const texts = piecesOf(article)
    pieces.set(article.edition, texts)
    for (const piece of texts) {
      words += piece.text.split(/\s+/u).length
      const found = [
        ...diagnosticsIn(piece, article.edition, context).filter(
          ({ check, found: word }) => check !== 'spelling' || !own.has(word),
        ),
        ...disagreements(piece.text, names, locale, context.rulebook),
      ]
      diagnostics.push(
        ...found.map(diagnostic => ({
          ...diagnostic,
          context: piece.text,
          wording: piece.wording,
          edition: article.edition,
          incident: article.id,
        })),
      )
    }
  }
  return { diagnostics, words, pieces }
}
