/** A line of a file as a terminal shows it, and the position of the carets. */
export interface ShownLine {
  readonly text: string
  /** Columns before the first caret. */
  readonly indent: number
  readonly carets: number
  /** UTF-16 units cut off at the start. */
  readonly start: number
}

/** Longest line shown; longer ones are cut around the range. */
const widest = 100

/**
 * Prepares a line: cut to a window around the range, control characters made visible, and widths counted as a terminal
 * does (a combining accent takes no column, an ideograph or emoji takes two).
 */
export function shownLine(line: string, column: number, length: number, window?: number): ShownLine {
  const whole = line.replace(/\r$/, '')
  const from = Math.min(column - 1, whole.length)
  const start = window ?? (whole.length <= widest || from < widest - 20 ? 0 : from - 40)
  const cut = whole.slice(start, start + widest)
  const before = start > 0 ? '…' : ''
  const after = whole.length > start + widest ? '…' : ''
  const carets = Math.min(length, Math.max(1, cut.length - (from - start)))
  return {
    text: `${before}${visible(cut)}${after}`.trimEnd(),
    indent: columns(before + visible(cut.slice(0, from - start))),
    carets: Math.max(1, columns(visible(cut.slice(from - start, from - start + carets)))),
    start,
  }
}

function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '\uFFFD')
}

function columns(text: string): number {
  let count = 0
  for (const character of text) {
    if (/\p{M}|[\u200B-\u200D]/u.test(character)) continue
    count +=
      /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
        character,
      )
        ? 2
        : 1
  }
  return count
}
