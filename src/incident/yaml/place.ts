import type { Place } from '../../problem/problem.ts'

/**
 * Place of the text between two offsets (UTF-16 units), as an editor counts: from 1, without the byte order mark. A
 * range over several lines is cut at the end of its first line.
 */
export function placeAt(file: string, text: string, from: number, to: number): Place {
  const start = Math.min(from, text.length)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = countLines(text, lineStart)
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
  let offset = 0
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', offset)
    if (next === -1) return text.length
    offset = next + 1
  }
  return offset
}

function countLines(text: string, until: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < until; at = text.indexOf('\n', at + 1)) line++
  return line
}
