/** The context of the cursor, from the text alone: it works in an incomplete file. */
export interface CursorContext {
  /** Keys from the root; `*` for an item of a list. For a key it is the mapping it belongs to. */
  readonly path: readonly string[]
  readonly kind: 'key' | 'value'
  /** The part of the key or value before the cursor. */
  readonly word: string
  /** Offset of the word's beginning. */
  readonly from: number
  /** Keys that the mapping already has. */
  readonly taken: ReadonlySet<string>
}

interface Level {
  readonly column: number
  readonly name: string
}

const KEY = /^((?:"[^"]*"|'[^']*'|[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)*))[ \t]*:(?=[ \t]|$)/u

/** The context of an offset. `undefined` in a comment and in a text over several lines. */
export function contextAt(text: string, offset: number): CursorContext | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  if (/(^|\s)#/.test(withoutQuotes(before))) return undefined
  const above = text.slice(0, lineStart).split('\n').slice(0, -1)
  const levels = levelsOf(above)
  if (levels.block !== undefined && indentOf(before) > levels.block && before.trim() !== '') return undefined
  const { rest, column } = unwrapped(before)
  const stack = withDashes(levels.stack, before, column)
  const key = KEY.exec(rest)
  if (!key) return keyOrItem(text, { rest, column, stack, offset })
  const name = unquoted(key[1] ?? '')
  const path = [...pathOf(stack, column), name]
  const value = rest.slice(key[0].length).trimStart()
  if (/^[[{]/.test(value)) return insideFlow(value, path, offset)
  return { path, kind: 'value', word: value, from: offset - value.length, taken: new Set() }
}

/** A word that is no key yet: it will be a key, or it is an item of a list. */
function keyOrItem(
  text: string,
  { rest, column, stack, offset }: { rest: string; column: number; stack: readonly Level[]; offset: number },
): CursorContext {
  const path = pathOf(stack, column)
  if (/^[[{]/.test(rest)) return insideFlow(rest, path, offset)
  return { path, kind: 'key', word: rest, from: offset - rest.length, taken: siblings(text, offset, column) }
}

/** The levels open after these lines; `block`: the column of a multi-line text that goes on. */
function levelsOf(lines: readonly string[]): { stack: readonly Level[]; block?: number } {
  let stack: Level[] = []
  let block: number | undefined
  for (const line of lines) {
    if (line.trim() === '') continue
    if (block !== undefined && indentOf(line) > block) continue
    block = undefined
    if (/^\s*#/.test(line)) continue
    const { rest, column } = unwrapped(line)
    stack = withDashes(stack, line, column)
    const key = KEY.exec(rest)
    if (!key) continue
    stack.push({ column, name: unquoted(key[1] ?? '') })
    if (/:[ \t]+[|>][+\-\d]*[ \t]*$/.test(rest)) block = indentOf(line)
  }
  return { stack, ...(block !== undefined && { block }) }
}

/**
 * The levels that stay open around a line that begins in this column: a dash may be in the column of its list's key.
 */
function withDashes(stack: readonly Level[], line: string, column: number): Level[] {
  const dashes = dashesOf(line)
  const [first] = dashes
  if (first === undefined)
    return stack.filter(level => level.column < column && !(level.name === '*' && level.column >= column))
  const kept = stack.filter(level => level.column < first || (level.column === first && level.name !== '*'))
  return [...kept, ...dashes.map(dash => ({ column: dash, name: '*' }))]
}

/** A line without its indentation and dashes, and the column in which it then begins. Dashes become levels. */
function unwrapped(line: string): { rest: string; column: number } {
  const head = /^[ \t]*(?:-[ \t]+)*(?:-$)?/.exec(line)?.[0] ?? ''
  return { rest: line.slice(head.length), column: head.length }
}

function dashesOf(line: string): number[] {
  const head = /^[ \t]*(?:-[ \t]+)*(?:-$)?/.exec(line)?.[0] ?? ''
  return [...head].flatMap((sign, at) => (sign === '-' ? [at] : []))
}

/** Keys of the levels around a column. */
function pathOf(stack: readonly Level[], column: number): string[] {
  return stack.filter(level => level.column < column).map(({ name }) => name)
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0
}

function unquoted(word: string): string {
  return word.replace(/^["']|["']$/g, '')
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"?|'[^']*'?/g, quoted => '_'.repeat(quoted.length))
}

/** Inside braces or brackets on one line: `{ at: …, precision: ` or `[facebook, `. */
function insideFlow(flow: string, path: readonly string[], offset: number): CursorContext {
  const open: { kind: '{' | '['; key: string; taken: Set<string> }[] = []
  let word = ''
  let quote = ''
  for (const sign of flow) {
    const top = open.at(-1)
    if (quote !== '') {
      if (sign === quote) quote = ''
      word += sign
    } else if ((sign === '"' || sign === "'") && word.trim() === '') {
      quote = sign
      word += sign
    } else if (sign === '{' || sign === '[') {
      open.push({ kind: sign, key: '', taken: new Set() })
      word = ''
    } else if (sign === '}' || sign === ']') {
      open.pop()
      word = ''
    } else if (sign === ',' && top) {
      top.key = ''
      word = ''
    } else if (sign === ':' && top?.kind === '{' && top.key === '') {
      top.key = unquoted(word.trim())
      top.taken.add(top.key)
      word = ''
    } else word += sign
  }
  const steps = open.flatMap(({ kind, key }) => (kind === '[' ? ['*'] : key === '' ? [] : [key]))
  const top = open.at(-1)
  const typed = word.trimStart()
  const isKey = top?.kind === '{' && top.key === ''
  return {
    path: [...path, ...steps],
    kind: isKey ? 'key' : 'value',
    word: typed,
    from: offset - typed.length,
    taken: top?.taken ?? new Set(),
  }
}

/** Keys in the same column around the cursor, in the same mapping. */
function siblings(text: string, offset: number, column: number): Set<string> {
  const lines = text.split('\n')
  const own = text.slice(0, offset).split('\n').length - 1
  const found = new Set<string>()
  const look = (from: number, step: number) => {
    for (let at = from; at >= 0 && at < lines.length; at += step) {
      const line = lines[at] ?? ''
      if (line.trim() === '' || /^\s*#/.test(line)) continue
      const { rest, column: here } = unwrapped(line)
      const begins = dashesOf(line).length > 0
      if (here < column) return
      if (here === column) {
        if (begins && step === 1) return
        const key = KEY.exec(rest)
        if (key) found.add(unquoted(key[1] ?? ''))
        if (begins) return
      }
    }
  }
  const head = lines[own] ?? ''
  if (dashesOf(head.slice(0, column)).length === 0) look(own - 1, -1)
  look(own + 1, 1)
  return found
}
