import type { Named } from '../../src/fields/directory.ts'
import { disagreements } from './check-agreement.ts'
import { disparities, type EditionArticle } from './check-parity.ts'
import { type Speller, wordsOf } from './check-spelling.ts'
import { commonRules } from './common-rules.ts'
import type { ProofDiagnostic, TextDiagnostic } from './proof-diagnostic.ts'
import { compileRules, type Reader, type Rulebook } from './rulebook.ts'
import { piecesOf, type TextPiece, withoutQuotes } from './text-pieces.ts'

/** One language's reader: its rules and the common ones. */
export function rulesOf(rulebook: Rulebook): Reader[] {
  return compileRules([...commonRules(rulebook), ...rulebook.rules])
}

/** What one edition's articles are read with. */
export interface ProofReaders {
  readonly rulebook: Rulebook
  readonly rules: readonly Reader[]
  readonly spell: Speller
}

/** Reads one text by rules and dictionary. */
export function diagnosticsIn(
  { text, where }: TextPiece,
  edition: string,
  { rules, spell }: ProofReaders,
): TextDiagnostic[] {
  return [
    ...rules
      .filter(({ holds }) => holds(edition, where))
      .flatMap(({ id, read }) => read(text).map(found => ({ check: `rule/${id}`, found }))),
    ...spell(withoutQuotes(text)).map(found => ({ check: 'spelling', found })),
  ]
}

/** Reads the articles of one incident, one per edition, each for itself and against the others. */
export function proofread(
  versions: readonly (EditionArticle & { readonly context: ProofReaders })[],
  names: readonly Named[],
): { findings: ProofDiagnostic[]; words: number; pieces: Map<string, readonly TextPiece[]> } {
  const findings: ProofDiagnostic[] = [...disparities(versions, names)]
  const pieces = new Map<string, readonly TextPiece[]>()
  // A name that an incident brings along is spelt as its editor spelt it.
  const own = new Set(
    names.flatMap(name => [name.name, ...Object.values(name.forms).map(form => form.name ?? '')].flatMap(wordsOf)),
  )
  let words = 0
  for (const { article, locale, context } of versions) {
    const texts = piecesOf(article)
    pieces.set(article.edition, texts)
    for (const piece of texts) {
      words += piece.text.split(/\s+/u).length
      const diagnostics = [
        ...diagnosticsIn(piece, article.edition, context).filter(
          ({ check, found }) => check !== 'spelling' || !own.has(found),
        ),
        ...disagreements(piece.text, names, locale, context.rulebook),
      ]
      findings.push(
        ...diagnostics.map(diagnostic => ({
          ...diagnostic,
          context: piece.text,
          wording: piece.wording,
          edition: article.edition,
          incident: article.id,
        })),
      )
    }
  }
  return { findings, words, pieces }
}
