import type { Place } from './diagnostic.ts'

/**
 * Place of the text between two offsets (UTF-16 units), as an editor counts: from 1, without the byte order mark. A
 * range over several lines is cut at the end of its first line.
 */
export function placeAt(file: string, text: string, from: number, to: number): Place {
  const start = Math.min(from, text.length)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = lineAt(text, lineStart)
  const mark = lineStart === 0 && text.startsWith('\uFEFF') ? 1 : 0
  const eol = endOfLine(text, start)
  return {
    file,
    line,
    column: Math.max(1, start - lineStart - mark + 1),
    length: Math.max(1, Math.min(to, eol) - start),
  }
}

/** Offset of the end of the line that holds `offset`, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const next = text.indexOf('\n', offset)
  const end = next === -1 ? text.length : next
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** Offset of the first character of a line, counted from 1. */
export function startOfLine(text: string, line: number): number {
  return line <= 1 ? 0 : (startsOf(text)[line - 1] ?? text.length)
}

/** The line, counted from 1, that contains an offset. */
export function lineAt(text: string, offset: number): number {
  const starts = startsOf(text)
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] }

/** Offsets of the lines of a text; cached for the next question, which is mostly about the same text. */
function startsOf(text: string): readonly number[] {
  if (last.text !== text) {
    const starts = [0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    last = { text, starts }
  }
  return last.starts
}
