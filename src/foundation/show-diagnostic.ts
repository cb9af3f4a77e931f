import type { Diagnostic } from './diagnostic.ts'
import type { DiagnosticWords } from './diagnostic-words.ts'
import { shownLine } from './shown-line.ts'

export interface DiagnosticLayout {
  /** Text of the file, to show the line; without it only the message is shown. */
  readonly source?: string
  readonly colour?: boolean
}

/** A diagnostic for machines: `check --json`. `line` and `column` are `null` when it is about the whole file. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: Diagnostic['severity']
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly message: string
  readonly hint: string | null
}

/**
 * A diagnostic as an editor reads it in a terminal: where, what, the line with carets under the wrong words, and a
 * hint.
 *
 * content/incidents/2026/2026-03-02-orion.yaml:3:10 time/ends-before-it-starts The incident ends (2026-03-02 08:12)
 * before it starts (2026-03-02 09:40). Correct one of the two times.
 *
 * 2 │ started: 2026-03-02T09:40+01:00 3 │ ended: 2026-03-02T08:12+01:00 │ ^^^^^^^^^^^^^^^^^^^^^^
 */
export function showDiagnostic(
  diagnostic: Diagnostic,
  words: DiagnosticWords,
  { source, colour = false }: DiagnosticLayout = {},
): string {
  const paint = colour ? painted : plain
  const { file, line, column } = diagnostic.place
  const where = [file, line, column].filter(part => part !== undefined).join(':')
  const head = `${paint.bold(printable(where))}  ${paint[diagnostic.severity](diagnostic.code)}`
  const parts = [`${head}\n${printable(words.message(diagnostic))}`]
  if (source !== undefined && line !== undefined) parts.push(frame(diagnostic, source, paint))
  const hint = words.hint(diagnostic)
  if (hint !== undefined) parts.push(`${paint.bold(words.hintLabel)} ${printable(hint)}`)
  return `${parts.join('\n\n')}\n`
}

/** A diagnostic as data. */
export function toJson(diagnostic: Diagnostic, words: DiagnosticWords): DiagnosticJson {
  const { code, severity, place } = diagnostic
  return {
    code,
    severity,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    message: words.message(diagnostic),
    hint: words.hint(diagnostic) ?? null,
  }
}

function frame({ place, severity }: Diagnostic, source: string, paint: Paint): string {
  const { line = 1, column = 1, length = 1 } = place
  const lines = linesOf(source)
  const before = lines[line - 2]
  const wide = String(line).length + 2
  const margin = (label: string) => paint.dim(`${label.padStart(wide)} │`)
  const shown = shownLine(lines[line - 1] ?? '', column, length)
  return [
    // The line before gives context; an empty one does not.
    ...(before?.trim() ? [`${margin(String(line - 1))} ${shownLine(before, 1, 1, shown.start).text}`] : []),
    `${margin(String(line))} ${shown.text}`,
    `${margin('')} ${' '.repeat(shown.indent)}${paint[severity]('^'.repeat(shown.carets))}`,
  ].join('\n')
}

let last: { readonly source: string; readonly lines: readonly string[] } = { source: '', lines: [''] }

/** The lines of a file; cached for the next diagnostic, which is mostly one of the same file. */
function linesOf(source: string): readonly string[] {
  if (last.source !== source) last = { source, lines: source.replace(/^\uFEFF/, '').split('\n') }
  return last.lines
}

/** Text typed in a file must not move the cursor or change the colours of a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

interface Paint {
  bold(text: string): string
  dim(text: string): string
  error(text: string): string
  warning(text: string): string
}

const plain: Paint = { bold: text => text, dim: text => text, error: text => text, warning: text => text }

const painted: Paint = {
  bold: text => `\u001B[1m${text}\u001B[22m`,
  dim: text => `\u001B[2m${text}\u001B[22m`,
  error: text => `\u001B[31m${text}\u001B[39m`,
  warning: text => `\u001B[33m${text}\u001B[39m`,
}
