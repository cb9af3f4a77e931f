import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { endOfLine, placeAt } from '../foundation/text-place.ts'
import { documentOf } from './pointer-positions.ts'
import { quoted } from './quoting.ts'
import { lexemes } from './refused-syntax.ts'

// A hash before a word, after something else on its line.
const suspicious = /[^\s#][ \t]+#[\p{L}\p{N}_]/u

/**
 * Values that a ` #` silently cuts short: `fr: Panne chez X #FacebookDown`. The rule for editors: a hash before a
 * letter is a hashtag, and must be in quotes; a hash followed by a space begins a comment.
 */
export function hashtagComments(text: string, file: string): Diagnostic[] {
  if (!suspicious.test(text)) return []
  const diagnostics: Diagnostic[] = []
  let last: { source: string; offset: number; plain: boolean } | undefined
  for (const lexeme of lexemes(text)) {
    const { source, offset, plain } = lexeme
    if (!plain && source.startsWith('#')) {
      if (/^#[\p{L}\p{N}_]/u.test(source) && last) diagnostics.push(...hashtagCommentOf(text, file, last, offset))
    } else if (!/^[ \t]*$/.test(source)) last = /^[\r\n]+$/.test(source) ? undefined : lexeme
  }
  return diagnostics
}

function hashtagCommentOf(
  text: string,
  file: string,
  last: { source: string; offset: number; plain: boolean },
  hash: number,
): Diagnostic[] {
  const bare = last.plain && !/^[|>]/.test(last.source)
  const nothing = (last.source === ':' || last.source === '-') && !opensBlock(text, hash)
  if (!bare && !nothing) return []
  const from = bare ? last.offset : hash
  const to = from + text.slice(from, endOfLine(text, hash)).trimEnd().length
  const lost = text.slice(hash, to)
  const kept = bare ? last.source.trim() : ''
  const fixed = quoted(text.slice(from, to))
  const several = bare && text.slice(last.offset, hash).includes('\n')
  return [
    diagnostic(
      'yaml/hash',
      { lost, kept, fixed },
      placeAt(file, text, hash, to),
      several ? undefined : { from, to, text: fixed },
    ),
  ]
}

/**
 * A hash right behind a closing quote or bracket: one YAML parser drops what follows, the other refuses it, and an
 * editor meant it as text.
 */
export function gluedHashes(text: string, file: string): Diagnostic[] {
  if (!/["'\]}]#/.test(text)) return []
  return documentOf(text, true)
    .errors.filter(({ message }) => /^Comments must be separated/.test(message))
    .map(({ pos: [hash] }) => {
      const line = text.slice(text.lastIndexOf('\n', hash - 1) + 1, hash)
      const value = line.replace(/^\s*(?:- +)*(?:[\w-]+:[ \t]+)?/, '')
      const lost = text.slice(hash, endOfLine(text, hash)).trimEnd()
      const facts = { lost, kept: value, fixed: quoted(value + lost) }
      return diagnostic('yaml/hash', facts, placeAt(file, text, hash, hash + lost.length))
    })
}

/** Whether the value of a key is on deeper lines (`services: #four` and a list): then the hash cut nothing. */
function opensBlock(text: string, hash: number): boolean {
  const start = text.lastIndexOf('\n', hash) + 1
  const indent = /^ */.exec(text.slice(start))?.[0].length ?? 0
  for (let at = text.indexOf('\n', hash); at !== -1; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(at + 1, endOfLine(text, at + 1))
    if (/^\s*(#|$)/.test(line)) continue
    const deeper = /^ */.exec(line)?.[0].length ?? 0
    return deeper > indent || (deeper === indent && /^ *- /.test(line))
  }
  return false
}
