/** Widest line of a checked-in file: the formatter's own width, so that it has nothing to change. */
const WIDTH = 120

/** JSON as our formatter writes it: two spaces, and a list of plain values on one line where it fits. */
export function jsonText(value: unknown): string {
  return `${written(value, '', 0)}\n`
}

/** @param before columns that the line has already: indentation and key */
function written(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const within = `${indent}  `
  if (Array.isArray(value)) {
    const line = lineOf(value)
    // A comma may follow.
    if (line !== undefined && before + line.length < WIDTH) return line
    return block(
      '[',
      ']',
      value.map(item => within + written(item, within, within.length)),
      indent,
    )
  }
  const fields = Object.entries(value).flatMap(([key, item]) => {
    const name = `${within}${JSON.stringify(key)}: `
    return item === undefined ? [] : [name + written(item, within, name.length)]
  })
  return block('{', '}', fields, indent)
}

/** A list without mappings in it, on one line. */
function lineOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? '{}' : undefined
  const items = value.map(lineOf)
  return items.every(item => item !== undefined) ? `[${items.join(', ')}]` : undefined
}

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`
}
