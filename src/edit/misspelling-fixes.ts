import type { Directory } from '../fields/directory.ts'
import { spellings } from '../fields/name-lookup.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { startOfLine } from '../foundation/text-place.ts'
import { asWritten } from '../yaml/quoting.ts'

/**
 * Adds a fix to a misspelt name, field or word when exactly one known one is similar. `instagarm` is fixed; a word
 * between two known ones is not, for that would be a guess.
 */
export function withNearFixes(diagnostics: readonly Diagnostic[], text: string, directory: Directory): Diagnostic[] {
  return diagnostics.map(diagnostic => {
    const right = diagnostic.fix ? undefined : onlyNear(diagnostic, directory)
    const { line, column, length } = diagnostic.place
    if (right === undefined || line === undefined || column === undefined || length === undefined) return diagnostic
    const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0
    const from = startOfLine(text, line) + column - 1 + mark
    const typed = text.slice(from, from + length)
    if (typed.replace(/^["']|["']$/g, '') !== wordOf(diagnostic)) return diagnostic
    return { ...diagnostic, fix: { from, to: from + length, text: asWritten(right, typed) } }
  })
}

function wordOf({ facts }: Diagnostic): string {
  return String(facts.name ?? facts.value ?? facts.field ?? '')
}

function onlyNear({ code, facts }: Diagnostic, directory: Directory): string | undefined {
  const near = String(facts.nearest ?? '')
  if (near === '') return undefined
  if (code === 'name/unknown' || code === 'name/unknown-place')
    return alone(String(facts.name), near, spellingsBeside(directory, near))
  const known = String(facts.known ?? '').split(', ')
  if (code === 'shape/unknown-field') return alone(String(facts.field), near, known)
  if (code === 'shape/not-a-known-value') return alone(String(facts.value), near, known)
  return undefined
}

/** A typing slip is short: « scopesymptoms » is no slip of « scope », whose rest would be lost. */
const SLIP = 2

function alone(word: string, near: string, known: readonly string[]): string | undefined {
  if (Math.abs(word.length - near.length) > SLIP) return undefined
  const others = known.filter(other => other !== near)
  return nearest(word, others) === undefined ? near : undefined
}

/** Every spelling of all names but one. */
function spellingsBeside({ names }: Directory, near: string): string[] {
  return [...names.values()].flatMap(named => (named.id === near ? [] : spellings(named)))
}
