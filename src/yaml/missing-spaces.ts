import { lineAt } from '../foundation/text-place.ts'
import { quoted } from './quoting.ts'
import type { Trap } from './trap.ts'

/** Without the spaces and tabs at its end, in a time that does not grow as the square of their number. */
export function trimmed(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return line.slice(0, end)
}

/** `fr:Panne` without a space is one word for YAML. */
export function* gluedColon(text: string, line: number): Generator<Trap> {
  // A no-break space, as French keyboards type it, is no space to YAML.
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
export function* gluedDash(text: string, line: number): Generator<Trap> {
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
 * The missing spaces of a value that was read as one text, line by line; none when its first line begins otherwise.
 * @param text the whole file; the value stands between `from` and `to`
 */
export function gluedLines(text: string, from: number, to: number): Trap[] {
  const start = text.lastIndexOf('\n', from - 1) + 1
  // Behind its field, on the same line, a text may well begin with a word and a colon.
  if (!/^\s*(?:- +)*$/.test(text.slice(start, from))) return []
  if (!/^(?:[a-z_]+:|-)\S/.test(text.slice(from, from + 40))) return []
  const traps: Trap[] = []
  let line = lineAt(text, start)
  for (const typed of text.slice(start, to).split(/\r?\n/)) {
    const [trap] = [...gluedColon(typed, line), ...gluedDash(typed, line)]
    if (trap) traps.push(trap)
    line++
  }
  return traps
}
