import type { YAMLError } from 'yaml'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { endOfLine, placeAt } from '../foundation/text-place.ts'
import { deepest } from './parse-yaml.ts'
import { documentOf } from './pointer-positions.ts'
import { lexemes } from './refused-syntax.ts'

/** A syntax mistake without a certain fix, in plain words. `stop` is where the fast parser gave up. */
export function formError(text: string, file: string, stop: { offset: number; reason: string }): Diagnostic {
  if (/maxDepth/.test(stop.reason)) {
    return diagnostic('yaml/too-deep', { most: deepest }, placeAt(file, text, stop.offset, stop.offset + 1))
  }
  if (/single document/.test(stop.reason)) return secondDocument(text, file)
  const error = documentOf(text).errors[0]
  return error ? ofError(error, text, file, stop.offset) : unreadable(text, file, stop.offset)
}

function ofError(error: YAMLError, text: string, file: string, stop: number): Diagnostic {
  const [from, to] = error.pos
  const place = placeAt(file, text, from, to)
  const line = () => {
    const start = text.lastIndexOf('\n', from - 1) + 1
    const indent = /^[\s-]*/.exec(text.slice(start, endOfLine(text, start)))?.[0].length ?? 0
    return { from: start + indent, to: endOfLine(text, start) }
  }
  const wholeLine = () => placeAt(file, text, line().from, line().to)
  const typed = () => text.slice(line().from, line().to).trim()
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^\s:]+/.exec(text.slice(from))?.[0] ?? ''
      return diagnostic(
        'yaml/duplicate-key',
        { key, line: firstLineOf(text, key, from) },
        placeAt(file, text, from, from + key.length),
      )
    }
    case 'TAB_AS_INDENT':
      return diagnostic('yaml/tab', {}, place)
    case 'BAD_DQ_ESCAPE':
      return diagnostic('yaml/escape', { escape: /\\./.exec(text.slice(from))?.[0] ?? '\\' }, place)
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) return unclosedQuote(text, file)
      if (/Flow/.test(error.message)) return unclosedBracket(text, file)
      return diagnostic('yaml/colon-missing', { text: typed() }, wholeLine())
    case 'BAD_INDENT':
      return /Flow/.test(error.message) ? unclosedBracket(text, file) : diagnostic('yaml/indent', {}, wholeLine())
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_PROP_ORDER':
      return diagnostic('yaml/indent', {}, wholeLine())
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return continuation(text, file, stop)
    case 'BLOCK_IN_FLOW':
      return unreadable(text, file, from, 'brackets')
    case 'UNEXPECTED_TOKEN':
      return unreadable(text, file, from, /["'[\]{},]/.test(text.charAt(from)) ? 'stray' : '')
    default:
      return unreadable(text, file, from)
  }
}

/** A line that neither continues the text above nor is a field at its level. */
function continuation(text: string, file: string, stop: number): Diagnostic {
  const start = text.lastIndexOf('\n', stop - 1) + 1
  const above = text.lastIndexOf('\n', start - 2) + 1
  const [line, before] = [text.slice(start, endOfLine(text, start)), text.slice(above, endOfLine(text, above))]
  // Two lines in the same column, the first without a colon: the colon is missing there.
  const first = start > 0 && indentOf(before) === indentOf(line) && !/:(\s|$)/.test(before) ? above : start
  const typed = first === above ? before : line
  const place = placeAt(file, text, first + indentOf(typed), first + typed.length)
  return /^[\s-]*[\w-]+:(\s|$)/.test(typed)
    ? diagnostic('yaml/indent', {}, place)
    : diagnostic('yaml/colon-missing', { text: typed.trim() }, place)
}

function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0
}

function secondDocument(text: string, file: string): Diagnostic {
  // The first marker may open the only document; any other opens one more.
  const marks = [...text.matchAll(/^(?:---|\.\.\.)/gm)]
  const second = marks.find(({ index }) => /[^\s#]/.test(text.slice(0, index).replace(/^#.*$/gm, ''))) ?? marks.at(-1)
  const from = second?.index ?? 0
  return diagnostic('yaml/several-documents', {}, placeAt(file, text, from, endOfLine(text, from)))
}

/** The parsers' own messages would help no editor, and are in one language only. */
function unreadable(text: string, file: string, offset: number, context: 'brackets' | 'stray' | '' = ''): Diagnostic {
  const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1))
  return diagnostic('yaml/unreadable', { context }, placeAt(file, text, start, endOfLine(text, start)))
}

function firstLineOf(text: string, key: string, before: number): number {
  const lines = text.slice(0, before).split('\n')
  const indent = /^[ -]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0
  const first = lines.findLastIndex(
    (line, index) => index < lines.length - 1 && line.slice(indent).startsWith(`${key}:`),
  )
  return first === -1 ? lines.length : first + 1
}

/** The quote that is never closed begins the last quoted text. */
function unclosedQuote(text: string, file: string): Diagnostic {
  let opening = { offset: 0, quote: '"' }
  for (const { source, offset, plain } of lexemes(text)) {
    if (!plain && /^["']/.test(source)) opening = { offset, quote: source.charAt(0) }
  }
  return diagnostic(
    'yaml/unclosed-quote',
    { quote: opening.quote },
    placeAt(file, text, opening.offset, endOfLine(text, opening.offset)),
  )
}

function unclosedBracket(text: string, file: string): Diagnostic {
  const open: { offset: number; bracket: string }[] = []
  for (const { source, offset, plain } of lexemes(text)) {
    if (plain) continue
    if (source === '{' || source === '[') open.push({ offset, bracket: source })
    else if (source === '}' || source === ']') open.pop()
  }
  const { offset, bracket } = open[0] ?? { offset: 0, bracket: '{' }
  return diagnostic('yaml/unclosed-bracket', { bracket }, placeAt(file, text, offset, offset + 1))
}
