import type { Diagnostic } from '../foundation/diagnostic.ts'
import { textOf, yamlOf } from '../foundation/layered-workspace.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { pointerTo } from '../foundation/pointer.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type Edition, type EditionDiagnostic, readEdition } from '../language/edition.ts'
import { GrammarError } from '../language/grammar-error.ts'
import { linesOf } from '../yaml/pointer-positions.ts'

const editionsFolder = 'locales/editions'

/** An edition read from its file; absent when something in it is wrong. */
export interface EditionReading {
  readonly edition?: Edition
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the file of an edition. Throws a `Refusal` for one that is missing or cannot be parsed. */
export function readEditionFile(workspace: Workspace, id: string): EditionReading {
  const file = `${editionsFolder}/${id}.yaml`
  const { edition, diagnostics } = readEdition(yamlOf(workspace, file), id)
  if (edition) return { edition, diagnostics: [] }
  const place = linesOf(textOf(workspace, file), file)
  return { diagnostics: diagnostics.map(diagnostic => diagnosticOf(diagnostic, place)) }
}

/** The same for callers that need the edition. Throws a `GrammarError` with the mistakes of its file, too. */
export function editionOf(workspace: Workspace, id: string): Edition {
  const { edition, diagnostics } = readEditionFile(workspace, id)
  if (!edition) throw new GrammarError(diagnostics)
  return edition
}

/** Mistakes of a grammar, each with its line: in the language's file, or under `grammar:` in that of the edition. */
export function grammarPlaced(workspace: Workspace, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map(diagnostic => {
    const { file } = diagnostic.place
    const keys = String(diagnostic.facts.key).split('.')
    const own = file.startsWith(editionsFolder) ? ['grammar', ...keys] : keys
    return { ...diagnostic, place: linesOf(textOf(workspace, file), file)(pointerTo(own)) }
  })
}

function diagnosticOf(
  { code, at, part, facts, near }: EditionDiagnostic,
  place: ReturnType<typeof linesOf>,
): Diagnostic {
  return {
    code,
    severity: 'error',
    place: place(pointerTo(at), part),
    facts: { ...facts, ...(near && { nearest: nearest(near.word, near.known) ?? '' }) },
  }
}
