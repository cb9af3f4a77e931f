/** Maximum nesting: recursive programs run out of memory beyond it. */
export const DEEPEST = 200

/** Nesting depth of lists and mappings, counted up to one above the maximum. */
export function depthOf(value: unknown, most = DEEPEST): number {
  if (typeof value !== 'object' || value === null) return 0
  let deepest = 0
  for (const one of Object.values(value)) {
    if (typeof one !== 'object' || one === null) continue
    if (deepest < most) deepest = Math.max(deepest, depthOf(one, most - 1))
  }
  return deepest + 1
}

/** Nesting depth of blocks in a template: `{{#if}}`, and each `{{else if}}`. */
export function blocksIn(source: string): number {
  const open: number[] = []
  let depth = 0
  let deepest = 0
  for (const [, sign, more] of source.replace(COMMENT, '').matchAll(BLOCK)) {
    if (sign === '^' && !more) continue
    if (sign === '/') depth -= open.pop() ?? 0
    else if (sign === 'else' && more) {
      open.push((open.pop() ?? 0) + 1)
      depth++
    } else if (sign !== 'else') {
      open.push(1)
      depth++
    }
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** A comment in a template. */
export const COMMENT = /\{\{~?!(?:--[\s\S]*?--~?\}\}|[\s\S]*?\}\})/g
const BLOCK = /\{\{~?\s*([#^/]|else\b)\s*([\w.]*)/g
