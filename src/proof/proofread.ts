import type { Named } from '../incident/directory.ts'
import { disagreements } from './agreement.ts'
import { commonRules } from './everywhere.ts'
import type { Fault, Finding } from './finding.ts'
import { disparities, type Version } from './parity.ts'
import { type Piece, piecesOf, withoutQuotes } from './pieces.ts'
import { compileRules, type Reader, type Rulebook } from './rulebook.ts'
import { type Speller, wordsOf } from './spelling.ts'

/** One language's reader: its rules and the common ones. */
export function rulesOf(rulebook: Rulebook): Reader[] {
  return compileRules([...commonRules(rulebook), ...rulebook.rules])
}

/** What one edition's articles are read with. */
export interface Desk {
  readonly rulebook: Rulebook
  readonly rules: readonly Reader[]
  readonly spell: Speller
}

/** Reads one text by rules and dictionary. */
export function faultsIn({ text, where }: Piece, edition: string, { rules, spell }: Desk): Fault[] {
  return [
    ...rules
      .filter(({ holds }) => holds(edition, where))
      .flatMap(({ id, read }) => read(text).map(found => ({ check: `rule/${id}`, found }))),
    ...spell(withoutQuotes(text)).map(found => ({ check: 'spelling', found })),
  ]
}

/** Reads the articles of one incident, one per edition, each for itself and against the others. */
export function proofread(
  versions: readonly (Version & { readonly desk: Desk })[],
  names: readonly Named[],
): { findings: Finding[]; words: number; pieces: Map<string, readonly Piece[]> } {
  const findings: Finding[] = [...disparities(versions, names)]
  const pieces = new Map<string, readonly Piece[]>()
  // A name that an incident brings along is spelt as its editor spelt it.
  const own = new Set(
    names.flatMap(name => [name.name, ...Object.values(name.forms).map(form => form.name ?? '')].flatMap(wordsOf)),
  )
  let words = 0
  for (const { article, tongue, desk } of versions) {
    const texts = piecesOf(article)
    pieces.set(article.edition, texts)
    for (const piece of texts) {
      words += piece.text.split(/\s+/u).length
      const faults = [
        ...faultsIn(piece, article.edition, desk).filter(({ check, found }) => check !== 'spelling' || !own.has(found)),
        ...disagreements(piece.text, names, tongue, desk.rulebook),
      ]
      findings.push(
        ...faults.map(fault => ({
          ...fault,
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
