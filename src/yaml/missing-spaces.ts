import { lineAt } from '../foundation/text-place.ts'
import type { LineMistake } from './line-mistake.ts'
import { quoted } from './quoting.ts'

/** Removes trailing spaces and tabs in linear time. */
export function trimmed(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return line.slice(0, end)
}

/** `fr:Panne` without a space is one word for YAML. */
export function* gluedColon(text: string, line: number): Generator<LineMistake> {
  // A no-break space, as French keyboards type it, is no space in YAML.
  const found = /^([ \t]*(?:- +)*)([a-z_]+):(?![ \t/])(\s*\S.*)$/.exec(trimmed(text))
  if (!found) return
  const [, head = '', key = '', typed = ''] = found
  const rest = typed.trimStart()
  const fixed = `${key}: ${/[:#][ \t]|^["'[{@`%&*!|>]/.test(rest) && !/^["'[{]/.test(rest) ? quoted(rest) : rest}`
  const from = head.length
  yield {
    code: 'yaml/space-missing',
    facts: { text: `${key}:${rest}`, fixed },
    line,
    from,
    to: from + key.length + 1 + typed.length,
    fixed,
    mark: [from, from + key.length + 1],
  }
}

/** `-instagram` without a space is no item of a list. */
export function* gluedDash(text: string, line: number): Generator<LineMistake> {
  const found = /^( *(?:- +)*)-(?![-\s])(.*)$/.exec(trimmed(text))
  if (!found) return
  const [, head = '', rest = ''] = found
  const from = head.length
  yield {
    code: 'yaml/dash',
    facts: { text: `-${rest}`, fixed: `- ${rest}` },
    line,
    from,
    to: from + 1,
    fixed: '- ',
    mark: [from, from + 1 + rest.length],
  }
}

/**
 * The missing spaces of a value that was parsed as one text, line by line; none when its first line begins otherwise.
 * @param text the whole file; the value stands between `from` and `to`
 */
export function gluedLines(text: string, from: number, to: number): LineMistake[] {
  const start = text.lastIndexOf('\n', from - 1) + 1
  // After its key, on the same line, a text may well begin with a word and a colon.
  if (!/^\s*(?:- +)*$/.test(text.slice(start, from))) return []
  if (!/^(?:[a-z_]+:|-)\S/.test(text.slice(from, from + 40))) return []
  const mistakes: LineMistake[] = []
  let line = lineAt(text, start)
  for (const typed of text.slice(start, to).split(/\r?\n/)) {
    const [mistake] = [...gluedColon(typed, line), ...gluedDash(typed, line)]
    if (mistake) mistakes.push(mistake)
    line++
  }
  return mistakes
}
