import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { endOfLine, placeAt } from '../foundation/text-place.ts'
import { positionsParser } from './positions-parser.ts'
import { quoted } from './quoting.ts'

// Where an anchor, an alias, a tag or a directive could begin: fast, and never misses one.
const suspicious = /(?:^|[[{,:?-])[ \t]*(?:[&*!]|\?(?:\s|$))|^\uFEFF?%/m

/**
 * Anchors, aliases, tags, directives, complex keys: YAML for machines. An editor who types one means the character
 * itself, so the fix puts the value in quotes.
 */
export function propertiesOfNodes(text: string, file: string): Diagnostic[] {
  if (!suspicious.test(text)) return []
  const diagnostics: Diagnostic[] = []
  for (const { source, offset } of lexemes(text)) {
    const kind = source[0]
    if (kind === '%' && atLineStart(text, offset)) {
      diagnostics.push(
        diagnostic(
          'yaml/directive',
          { directive: source.trim() },
          placeAt(file, text, offset, offset + source.trimEnd().length),
        ),
      )
    }
    if (source === '?') diagnostics.push(questionMark(text, offset, file))
    if (kind !== '&' && kind !== '*' && kind !== '!') continue
    diagnostics.push(refusal(kind, source, offset, text, file))
  }
  return diagnostics
}

/** « ? name » begins a complex key, whose name may be anything, even a list: no field is one. */
function questionMark(text: string, offset: number, file: string): Diagnostic {
  const line = text.slice(offset, endOfLine(text, offset)).trimEnd()
  const facts = { character: '?', fixed: quoted(line) }
  return diagnostic('yaml/reserved-start', facts, placeAt(file, text, offset, offset + line.length))
}

function refusal(kind: string, source: string, offset: number, text: string, file: string): Diagnostic {
  const eol = endOfLine(text, offset)
  const line = text.slice(offset, eol)
  const place = placeAt(file, text, offset, offset + source.length)
  const fix = /[,{}[\]#]/.test(line)
    ? undefined
    : { from: offset, to: offset + line.trimEnd().length, text: quoted(line.trimEnd()) }
  return kind === '!'
    ? diagnostic('yaml/tag', { tag: source }, place, fix)
    : diagnostic('yaml/anchor', { anchor: source }, place, fix)
}

function atLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\uFEFF'
}

/** Tokens of a text with their offsets; the marks that the lexer adds (no part of the text) are left out. */
export function* lexemes(text: string): Generator<{ source: string; offset: number; plain: boolean }> {
  const { CST, Lexer } = positionsParser()
  let offset = 0
  let scalar = false
  for (const source of new Lexer().lex(text)) {
    if (source === CST.DOCUMENT || source === CST.FLOW_END) continue
    if (source === CST.SCALAR) {
      scalar = true
      continue
    }
    // A plain scalar follows the mark; so does the body of a block scalar, which cannot contain a comment.
    if (!scalar || !/^[&*!%#]/.test(source)) yield { source, offset, plain: scalar }
    else yield { source: ` ${source.slice(1)}`, offset, plain: scalar }
    scalar = false
    offset += source.length
  }
}
