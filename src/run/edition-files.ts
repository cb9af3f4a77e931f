import { nearest } from '../incident/nearest.ts'
import { pointerTo } from '../incident/pointer.ts'
import type { Workspace } from '../incident/workspace.ts'
import { linesOf } from '../incident/yaml/document.ts'
import { type Edition, type EditionFault, readEdition } from '../language/edition.ts'
import { GrammarError } from '../language/grammar-error.ts'
import type { Problem } from '../problem/problem.ts'
import { textOf, yamlOf } from './files.ts'

const editionsFolder = 'locales/editions'

/** An edition as its file says it; absent when something in it is wrong. */
export interface EditionReading {
  readonly edition?: Edition
  readonly problems: readonly Problem[]
}

/** Reads the file of an edition. Throws a `Refusal` for one that is missing or cannot be parsed. */
export function readEditionFile(workspace: Workspace, id: string): EditionReading {
  const file = `${editionsFolder}/${id}.yaml`
  const { edition, faults } = readEdition(yamlOf(workspace, file), id)
  if (edition) return { edition, problems: [] }
  const place = linesOf(textOf(workspace, file), file)
  return { problems: faults.map(fault => problemOf(fault, place)) }
}

/** The same for whoever cannot go on without the edition. Throws a `GrammarError` with the mistakes of its file, too. */
export function editionOf(workspace: Workspace, id: string): Edition {
  const { edition, problems } = readEditionFile(workspace, id)
  if (!edition) throw new GrammarError(problems)
  return edition
}

/** Mistakes of a grammar, each with its line: in the language's file, or under `grammar:` in that of the edition. */
export function grammarPlaced(workspace: Workspace, problems: readonly Problem[]): Problem[] {
  return problems.map(problem => {
    const { file } = problem.place
    const keys = String(problem.facts.key).split('.')
    const own = file.startsWith(editionsFolder) ? ['grammar', ...keys] : keys
    return { ...problem, place: linesOf(textOf(workspace, file), file)(pointerTo(own)) }
  })
}

function problemOf({ code, at, part, facts, near }: EditionFault, place: ReturnType<typeof linesOf>): Problem {
  return {
    code,
    severity: 'error',
    place: place(pointerTo(at), part),
    facts: { ...facts, ...(near && { nearest: nearest(near.word, near.known) ?? '' }) },
  }
}
