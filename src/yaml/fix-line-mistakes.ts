import type { LineMistake } from './line-mistake.ts'
import { gluedColon, gluedDash, trimmed } from './missing-spaces.ts'
import { quoted } from './quoting.ts'

// Indentation, dashes, `key:` and the spaces after it; then the value, without trailing spaces.
const cell = /^(\uFEFF?[ \t]*(?:- +)*(?:(?:[\p{L}\p{N}_.-]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?)(\S.*)$/u

/** Possible mistakes in a line, most likely first. Each is only a guess until the corrected text parses. */
export function* mistakesInLine(text: string, line: number): Generator<LineMistake> {
  yield* tabs(text, line)
  yield* gluedColon(text, line)
  yield* gluedDash(text, line)
  const found = cell.exec(trimmed(text))
  if (!found) return
  const [, head = '', value = ''] = found
  const from = head.length
  const to = from + value.length
  const whole = { line, from, to }
  if (/^[@`%]/.test(value)) yield { ...whole, ...reserved(value) }
  if (/^(["']).*\1/.test(value)) yield { ...whole, ...afterQuote(value) }
  if (/^[[{]/.test(value)) {
    yield* insideBrackets(value, line, from)
    // Only when text follows the bracket that closes the first one: « [Mise à jour] Panne ».
    if (/^(?:\[[^[\]]*\]|\{[^{}]*\})[ \t]*[^\s,#]/.test(value)) yield { ...whole, ...reserved(value) }
  }
  if (/^(?:[-?] |[|>&*!])/.test(value)) yield { ...whole, ...reserved(value) }
  const colon = /:(?:[ \t]|$)/.exec(value)
  if (colon && !/^["'[{]/.test(value) && !isBareKey(head, value)) yield { ...whole, ...colonIn(value, colon.index) }
}

/** A key alone, with its value on the lines below: it is correct, whatever is wrong around it. */
function isBareKey(head: string, value: string): boolean {
  return !head.includes(':') && /^[\p{L}\p{N}_.-]+[ \t]*:$/u.test(value)
}

function reserved(value: string): Pick<LineMistake, 'code' | 'facts' | 'fixed'> {
  const fixed = quoted(value)
  return { code: 'yaml/reserved-start', facts: { character: value.charAt(0), fixed }, fixed }
}

function afterQuote(value: string): Pick<LineMistake, 'code' | 'facts' | 'fixed'> {
  const mark = value.charAt(0)
  const wrapped = value.length > 1 && value.endsWith(mark)
  const close = value.indexOf(mark, 1)
  // 'l'accès' is meant as one quoted text; "Non", dit-il is a text that begins with a quotation.
  const fixed = quoted(wrapped ? value.slice(1, -1) : value)
  return { code: 'yaml/after-quote', facts: { after: value.slice(close + 1).trim(), fixed }, fixed }
}

function colonIn(value: string, index: number): Pick<LineMistake, 'code' | 'facts' | 'fixed'> {
  const fixed = quoted(value)
  return { code: 'yaml/colon', facts: { before: value.slice(0, index).trim(), fixed }, fixed }
}

// In `{ fr: …, en: … }`: a key, and everything before the next key or the closing bracket. What opens a bracket is no
// text: the keys inside it are. Runs of brackets are matched up to a limit, for they could be as long as the file.
const entry =
  /([\p{L}\p{N}_-]+):[ \t]+(?![[{ \t])((?:(?!,[ \t]*[\p{L}\p{N}_-]+:[ \t]).)+?)(?<![ \t])(?=[ \t]*(?:[\]}]{0,9},[ \t]*[\p{L}\p{N}_-]+:[ \t]|\}[ \t,\]}]{0,99}$|$))/gu

/** A colon or a hash inside brackets on one line. */
function* insideBrackets(value: string, line: number, at: number): Generator<LineMistake> {
  for (const found of value.matchAll(entry)) {
    const [all, , text = ''] = found
    const from = at + found.index + all.length - text.length
    const place = { line, from, to: from + text.length }
    if (/^["']/.test(text)) {
      if (/^(["'])(?:(?!\1).)*\1[ \t]*[^\s,\]}]/.test(text)) yield { ...place, ...afterQuote(text) }
      continue
    }
    const fixed = quoted(text)
    const hash = /[ \t]#/.exec(text)
    if (hash) {
      const facts = { lost: text.slice(hash.index + 1), kept: text.slice(0, hash.index).trim(), fixed }
      yield { ...place, code: 'yaml/hash', facts, fixed, mark: [from + hash.index + 1, from + text.length] }
    }
    const colon = /:(?:[ \t]|$)/.exec(text)
    if (colon) yield { ...place, ...colonIn(text, colon.index) }
    if (/^[@`%&*!|>]/.test(text)) yield { ...place, ...reserved(text) }
  }
}

/**
 * All mistakes inside the brackets of one line, each text once: none of them can be fixed while another one remains.
 */
export function mistakesInBrackets(text: string, line: number): LineMistake[] {
  const found = cell.exec(trimmed(text))
  const [, head = '', value = ''] = found ?? []
  if (!/^[[{]/.test(value)) return []
  const mistakes = new Map<number, LineMistake>()
  for (const mistake of insideBrackets(value, line, head.length))
    if (!mistakes.has(mistake.from)) mistakes.set(mistake.from, mistake)
  return [...mistakes.values()]
}

/** A tab, or a non-standard space, before the first word of a line. */
function* tabs(text: string, line: number): Generator<LineMistake> {
  const odd = /^[ \t]*[\u00A0\u2000-\u200A\u202F\u3000][\s]*/.exec(text)?.[0]
  if (odd !== undefined) {
    yield { code: 'yaml/odd-space', facts: {}, line, from: 0, to: odd.length, fixed: ' '.repeat(odd.length) }
  }
  const indent = /^ *\t[ \t]*/.exec(text)?.[0]
  if (indent === undefined) return
  yield { code: 'yaml/tab', facts: {}, line, from: 0, to: indent.length, fixed: indent.replaceAll('\t', '  ') }
}

/**
 * A colon in a text that runs over several lines: the quotes go around all of it. `lines` is the whole file, `number`
 * the line where parsing stopped.
 */
export function* mistakesAcrossLines(lines: readonly string[], number: number): Generator<LineMistake> {
  const text = lines[number - 1] ?? ''
  // A misindented field is no text.
  if (!/:(?:[ \t]|$)/.test(text) || /^[\s-]*[\w-]+:(?:\s|$)/.test(text)) return
  let first = number - 1
  while (first > 0 && indentOf(lines[first] ?? '') > 0 && !/^[\s-]*[\w-]+:[ \t]/.test(lines[first] ?? '')) first--
  const found = cell.exec(trimmed(lines[first] ?? ''))
  const [, head = '', start = ''] = found ?? []
  if (!head.trimEnd().endsWith(':') || first === number - 1 || /^["'[{|>]/.test(start)) return
  let last = number
  while (
    last < lines.length &&
    indentOf(lines[last] ?? '') > indentOf(lines[first] ?? '') &&
    /\S/.test(lines[last] ?? '')
  )
    last++
  const value = [start, ...lines.slice(first + 1, last)].join('\n').trimEnd()
  const colon = text.search(/:(?:[ \t]|$)/)
  const before =
    (lines[first] ?? '').length +
    1 +
    lines.slice(first + 1, number - 1).join('\n').length +
    (number - 2 > first ? 1 : 0)
  const fixed = quoted(value)
  yield {
    code: 'yaml/colon',
    facts: { before: text.slice(0, colon).trim(), fixed: fixed.replace(/\s+/g, ' ') },
    line: first + 1,
    from: head.length,
    to: head.length + value.length,
    fixed,
    mark: [before + indentOf(text), before + text.trimEnd().length],
  }
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0
}
