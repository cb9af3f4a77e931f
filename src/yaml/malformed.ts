import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { placeAt, startOfLine } from '../foundation/text-place.ts'
import { hashTraps } from './comment-traps.ts'
import { trapsAcross, trapsInLine, trapsTogether } from './line-traps.ts'
import { parseYaml } from './parse-yaml.ts'
import { formError } from './syntax-error.ts'
import type { Trap } from './trap.ts'

/** How many mistakes are shown of one file: the first ones explain the rest. */
const most = 20

/**
 * Why a text is no YAML, in the words of a newsroom. A mistake that has a correction is corrected on a copy and the copy
 * read again, so that ten colons are ten problems with ten corrections, and not one after the other.
 */
export function malformed(text: string, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let working = text
  const mended = new Set<number>()
  while (diagnostics.length < most) {
    const parsed = parseYaml(working)
    if (parsed.ok) break
    const corrected = /maxDepth/.test(parsed.reason) ? undefined : correct(working, parsed.offset)
    // Corrections keep the number of lines, so that what is left stands on the same line in the file.
    if (!corrected) return [...diagnostics, formError(working, file, parsed)]
    // What is wrong with a corrected line is seen once the correction is made: its columns have moved.
    const lines = corrected.traps.flatMap(({ fixed, line }) => fixed.split('\n').map((_, index) => line + index))
    if (lines.some(line => mended.has(line))) return diagnostics
    for (const line of lines) mended.add(line)
    diagnostics.push(...corrected.traps.slice(0, most).map(trap => worded(trap, text, file)))
    working = corrected.text
  }
  return [...diagnostics, ...hashtagsElsewhere(working, text, file, mended)]
}

/** Hashtags of the lines that needed no correction, with their places in the file. */
function hashtagsElsewhere(working: string, text: string, file: string, mended: ReadonlySet<number>): Diagnostic[] {
  return hashTraps(working, file).flatMap(({ fix, ...found }) => {
    const { line } = found.place
    if (line === undefined || mended.has(line)) return []
    const moved = startOfLine(text, line) - startOfLine(working, line)
    return { ...found, ...(fix && { fix: { ...fix, from: fix.from + moved, to: fix.to + moved } }) }
  })
}

/** A correction counts when the text reads on: to its end, or at least to a later line. */
function correct(text: string, offset: number): { traps: readonly Trap[]; text: string } | undefined {
  const line = text.slice(0, offset).split('\n').length
  for (const traps of attempts(text, line)) {
    const corrected = corrections(text, traps)
    const read = parseYaml(corrected)
    if (read.ok || corrected.slice(0, read.offset).split('\n').length > line) return { traps, text: corrected }
  }
  return undefined
}

/** A text with its mistakes mended, which stand in their order and apart. */
function corrections(text: string, traps: readonly Trap[]): string {
  const pieces: string[] = []
  let end = 0
  for (const { line, from, to, fixed } of traps) {
    const start = startOfLine(text, line)
    pieces.push(text.slice(end, start + from), fixed)
    end = start + to
  }
  return [...pieces, text.slice(end)].join('')
}

/** One mistake alone, of the first few; else all those inside the brackets of one line together. */
function* attempts(text: string, line: number): Generator<readonly Trap[]> {
  let tried = 0
  for (const trap of candidates(text, line)) {
    yield [trap]
    tried += 1
    if (tried === most) break
  }
  for (const number of [line, line - 1, line - 2]) {
    const together = number >= 1 ? trapsTogether(lineOf(text, number), number) : []
    if (together.length > 1) yield together
  }
}

/** The mistake is in the line where reading stopped, or shortly before. */
function* candidates(text: string, line: number): Generator<Trap> {
  for (const number of [line, line - 1, line - 2]) {
    if (number >= 1) yield* trapsInLine(lineOf(text, number), number)
  }
  // Line breaks of two characters would shift the places.
  if (!text.includes('\r')) yield* trapsAcross(text.split('\n'), line)
}

/** A trap as a problem. Corrections never change the number of lines, nor the columns of another line: the place is that of the file. */
export function worded(trap: Trap, text: string, file: string): Diagnostic {
  const start = startOfLine(text, trap.line)
  const [from, to] = [start + trap.from, start + trap.to]
  const mark = trap.mark ? [start + trap.mark[0], start + trap.mark[1]] : [from, to]
  const place = placeAt(file, text, mark[0] ?? from, mark[1] ?? to)
  return diagnostic(trap.code, trap.facts, place, { from, to, text: trap.fixed })
}

function lineOf(text: string, number: number): string {
  const start = startOfLine(text, number)
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '')
}
