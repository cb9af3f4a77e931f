import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it/index.js'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { loadedOnDemand } from '../foundation/load-package.ts'
import { endOfLine, placeAt, startOfLine } from '../foundation/text-place.ts'

const markdown = loadedOnDemand<typeof MarkdownIt>('markdown-it')
let opened: MarkdownIt | undefined

/** Reads what some renderer knows, so that it is seen. */
function reader(): MarkdownIt {
  opened ??= markdown()()
  return opened
}

/** What some place of publication would lose, or show as something else. */
type Lost = 'strike' | 'table' | 'picture' | 'code' | 'footnote'

interface Mark {
  readonly lost: Lost
  /** Line of the body, from 0. */
  readonly line: number
  /** How it begins there. */
  readonly sign: string
}

/**
 * Markup of a hand-written text that does not arrive everywhere with its meaning: what is struck through would read as said. Each is
 * refused with its line.
 *
 * @param start offset of the body in the text
 */
export function lostMarkup(file: string, text: string, start: number): Diagnostic[] {
  const body = text.slice(start).replace(/\r\n?/g, '\n')
  const first = text.slice(0, start).split('\n').length
  const tokens = reader().parse(body, {})
  const marks = [...tokens.flatMap(marksOf), ...footnotesOf(body, tokens)]
  return marks
    .sort((one, other) => one.line - other.line)
    .map(({ lost, line, sign }) => {
      const from = Math.max(start, startOfLine(text, first + line))
      const end = endOfLine(text, from)
      const at = Math.max(0, text.slice(from, end).indexOf(sign))
      return diagnostic('text/lost-markup', { context: lost }, placeAt(file, text, from + at, end))
    })
}

function marksOf({ type, map, children }: Token): Mark[] {
  const line = map?.[0] ?? 0
  if (type === 'table_open') return [{ lost: 'table', line, sign: '|' }]
  if (type === 'fence') return [{ lost: 'code', line, sign: '' }]
  if (type === 'code_block') return [{ lost: 'code', line, sign: '' }]
  const marks: Mark[] = []
  let below = line
  for (const child of children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') below += 1
    if (child.type === 's_open') marks.push({ lost: 'strike', line: below, sign: '~~' })
    if (child.type === 'image') marks.push({ lost: 'picture', line: below, sign: '![' })
  }
  return marks
}

/** Marks of footnotes outside of code, and notes themselves: `[^1]`. One behind a backslash is text. */
function footnotesOf(body: string, tokens: readonly Token[]): Mark[] {
  const code = tokens.flatMap(({ type, map }) => (map && (type === 'fence' || type === 'code_block') ? [map] : []))
  return body.split('\n').flatMap((words, line): Mark[] => {
    if (code.some(([from, to]) => line >= from && line < to)) return []
    const found = /(?<!\\)\[\^[^\]\s]+\]/.exec(words.replace(/`[^`]*`/g, span => ' '.repeat(span.length)))
    return found ? [{ lost: 'footnote', line, sign: found[0] }] : []
  })
}
