import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { DiagnosticWords } from '../foundation/diagnostic-words.ts'

/**
 * A diagnostic as an annotation of GitHub Actions: `::error file=…,line=…::message`. Delimiters are escaped as the
 * runner expects (github.com/actions/toolkit, packages/core/src/command.ts).
 */
export function annotation(diagnostic: Diagnostic, words: DiagnosticWords): string {
  const { file, line, column, length } = diagnostic.place
  const place: [string, string | number | undefined][] = [
    ['file', file],
    ['line', line],
    ['col', column],
    ['endColumn', column !== undefined && length !== undefined ? column + length : undefined],
    ['title', diagnostic.code],
  ]
  const properties = place.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${property(String(value))}`))
  const hint = words.hint(diagnostic)
  const text = hint === undefined ? words.message(diagnostic) : `${words.message(diagnostic)}\n${hint}`
  return `::${diagnostic.severity} ${properties.join(',')}::${data(text)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
