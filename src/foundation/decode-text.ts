import type { Diagnostic } from './diagnostic.ts'
import { diagnostic } from './diagnostic-codes.ts'
import { placeAt } from './text-place.ts'

/** Maximum bytes of a file: about fifty times the longest incident. */
export const largest = 1_048_576

/**
 * The text of a file, or why it is no text. A byte order mark stays in the text, so that offsets are those of the
 * file.
 */
export function decode(bytes: Uint8Array, file: string): { text?: string; diagnostics: readonly Diagnostic[] } {
  if (bytes.byteLength > largest) {
    return { diagnostics: [diagnostic('file/too-large', { size: bytes.byteLength, most: largest }, { file })] }
  }
  try {
    return readable(strict.decode(bytes), file)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const line = lineOfBadByte(bytes)
    return { diagnostics: [diagnostic('file/not-utf-8', { line }, { file, line, column: 1, length: 1 })] }
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// Control characters except tab and line breaks, and direction overrides: a name must not look like another one.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\r(?!\n)|(?<!^)\uFEFF|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Checks a string as `decode` checks bytes. */
export function readable(text: string, file: string): { text?: string; diagnostics: readonly Diagnostic[] } {
  // A string of 1 MiB of UTF-16 units is never less than that in bytes.
  if (text.length > largest) {
    return { diagnostics: [diagnostic('file/too-large', { size: text.length, most: largest }, { file })] }
  }
  if (text.search(hidden) < 0) return { text, diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  for (const found of text.matchAll(hidden)) {
    if (diagnostics.length === 20) break
    const [character] = found
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const fix = { from: found.index, to: found.index + 1, text: character === '\r' ? '\n' : '' }
    diagnostics.push(
      diagnostic('file/control-character', { character: name }, placeAt(file, text, fix.from, fix.to), fix),
    )
  }
  return { diagnostics }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 10) continue
    try {
      decoder.decode(bytes.subarray(start, at))
    } catch {
      return line
    }
    line++
    start = at + 1
  }
  return line
}
