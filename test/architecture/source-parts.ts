/** A source as people read it: what it says to them, and what it calls things. Texts and patterns are neither. */
export interface SourceParts {
  readonly comments: string
  readonly code: string
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const TEXT = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y
/** From the beginning of a template, or from the end of what was filled in, to its end or to what is filled in next. */
const TEMPLATE = /[`}](?:[^\\`$]|\\[\s\S]|\$(?!\{))*(?:\$\{|`)/y
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
/** Before a stroke that begins a pattern, and is no division. */
const BEFORE_PATTERN = /(?:[([{,;=:!&|?+\-*%<>~^]|\b(?:return|typeof|case|of|in)|^)$/

/** Takes a TypeScript source apart; blanks stand for what is left out, so that both parts have the lines of the source. */
export function sourceParts(source: string): SourceParts {
  let [comments, code] = ['', '']
  /** For each template that is being filled in, how many braces are open in it. */
  const open: number[] = []
  const lengthOf = (pattern: RegExp): number => {
    pattern.lastIndex = code.length
    return pattern.exec(source)?.[0].length ?? 0
  }
  while (code.length < source.length) {
    const char = source.charAt(code.length)
    const fillsIn = char === '}' && open.at(-1) === 0
    const comment = lengthOf(COMMENT)
    const template = char === '`' || fillsIn ? lengthOf(TEMPLATE) : 0
    const pattern = char === '/' && BEFORE_PATTERN.test(code.trimEnd().slice(-10)) ? lengthOf(PATTERN) : 0
    const none = lengthOf(TEXT) + template + pattern
    const piece = source.slice(code.length, code.length + (comment || none || 1))
    const blank = piece.replace(/[^\n]/g, ' ')
    if (fillsIn) open.pop()
    if (template > 0 && piece.endsWith('{')) open.push(0)
    else if (none + comment === 0 && open.length > 0) open.push((open.pop() ?? 0) + bracesIn(piece))
    comments += comment > 0 ? piece : blank
    // A mark where something was left out: what follows a text divides, what follows `${` begins.
    code += comment > 0 ? blank : none > 0 ? blank.slice(1) + (piece.endsWith('{') ? '{' : '0') : piece
  }
  return { comments, code }
}

const bracesIn = (char: string): number => ({ '{': 1, '}': -1 })[char] ?? 0

/** The words of a text, small, with those that a name is put together of: `openDesk` has `open` and `desk`. */
export function wordsIn(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '')
    .map(word => word.toLowerCase())
}
