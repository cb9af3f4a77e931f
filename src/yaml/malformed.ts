import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { placeAt, startOfLine } from '../foundation/text-place.ts'
import { mistakesAcrossLines, mistakesInBrackets, mistakesInLine } from './fix-line-mistakes.ts'
import { hashtagComments } from './hashtag-comments.ts'
import type { LineMistake } from './line-mistake.ts'
import { parseYaml } from './parse-yaml.ts'
import { formError } from './syntax-error.ts'

/** Maximum number of mistakes shown of one file: the first ones explain the rest. */
const most = 20

/**
 * Why a text is not YAML, in an editor's terms. A mistake that has a fix is fixed in a copy and the copy parsed again,
 * so that ten colons are ten diagnostics with ten fixes, and not one after the other.
 */
export function malformed(text: string, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let draft = text
  const fixedLines = new Set<number>()
  while (diagnostics.length < most) {
    const parsed = parseYaml(draft)
    if (parsed.ok) break
    const corrected = /maxDepth/.test(parsed.reason) ? undefined : correct(draft, parsed.offset)
    // Fixes keep the number of lines, so that remaining mistakes have the same line numbers in the file.
    if (!corrected) return [...diagnostics, formError(draft, file, parsed)]
    // Further mistakes on a fixed line are reported once the fix is made: its columns have moved.
    const lines = corrected.mistakes.flatMap(({ fixed, line }) => fixed.split('\n').map((_, index) => line + index))
    if (lines.some(line => fixedLines.has(line))) return diagnostics
    for (const line of lines) fixedLines.add(line)
    diagnostics.push(...corrected.mistakes.slice(0, most).map(mistake => diagnosticOf(mistake, text, file)))
    draft = corrected.text
  }
  return [...diagnostics, ...hashtagsElsewhere(draft, text, file, fixedLines)]
}

/** Hashtags of the lines that needed no fix, with their places in the file. */
function hashtagsElsewhere(draft: string, text: string, file: string, fixedLines: ReadonlySet<number>): Diagnostic[] {
  return hashtagComments(draft, file).flatMap(({ fix, ...found }) => {
    const { line } = found.place
    if (line === undefined || fixedLines.has(line)) return []
    const moved = startOfLine(text, line) - startOfLine(draft, line)
    return { ...found, ...(fix && { fix: { ...fix, from: fix.from + moved, to: fix.to + moved } }) }
  })
}

/** A fix counts when the text then parses: to its end, or at least to a later line. */
function correct(text: string, offset: number): { mistakes: readonly LineMistake[]; text: string } | undefined {
  const line = text.slice(0, offset).split('\n').length
  for (const mistakes of attempts(text, line)) {
    const corrected = corrections(text, mistakes)
    const read = parseYaml(corrected)
    if (read.ok || corrected.slice(0, read.offset).split('\n').length > line) return { mistakes, text: corrected }
  }
  return undefined
}

/** A text with its mistakes fixed; they are in order and do not overlap. */
function corrections(text: string, mistakes: readonly LineMistake[]): string {
  const pieces: string[] = []
  let end = 0
  for (const { line, from, to, fixed } of mistakes) {
    const start = startOfLine(text, line)
    pieces.push(text.slice(end, start + from), fixed)
    end = start + to
  }
  return [...pieces, text.slice(end)].join('')
}

/** One mistake alone, of the first few; else all those inside the brackets of one line together. */
function* attempts(text: string, line: number): Generator<readonly LineMistake[]> {
  let tried = 0
  for (const mistake of candidates(text, line)) {
    yield [mistake]
    tried += 1
    if (tried === most) break
  }
  for (const number of [line, line - 1, line - 2]) {
    const together = number >= 1 ? mistakesInBrackets(lineOf(text, number), number) : []
    if (together.length > 1) yield together
  }
}

/** The mistake is in the line where parsing stopped, or shortly before. */
function* candidates(text: string, line: number): Generator<LineMistake> {
  for (const number of [line, line - 1, line - 2]) {
    if (number >= 1) yield* mistakesInLine(lineOf(text, number), number)
  }
  // Line breaks of two characters would shift the offsets.
  if (!text.includes('\r')) yield* mistakesAcrossLines(text.split('\n'), line)
}

/**
 * A trap as a diagnostic. Fixes never change the number of lines, nor the columns of another line: the place is that
 * of the file.
 */
export function diagnosticOf(mistake: LineMistake, text: string, file: string): Diagnostic {
  const start = startOfLine(text, mistake.line)
  const [from, to] = [start + mistake.from, start + mistake.to]
  const mark = mistake.mark ? [start + mistake.mark[0], start + mistake.mark[1]] : [from, to]
  const place = placeAt(file, text, mark[0] ?? from, mark[1] ?? to)
  return diagnostic(mistake.code, mistake.facts, place, { from, to, text: mistake.fixed })
}

function lineOf(text: string, number: number): string {
  const start = startOfLine(text, number)
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '')
}
