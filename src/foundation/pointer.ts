/** A JSON pointer (RFC 6901) into the incident file, such as `/services/0`. */
export type Pointer = string

/** Tokens of a JSON pointer (RFC 6901): `/services/0` gives `services`, `0`. */
export function tokensOf(pointer: Pointer): string[] {
  if (pointer === '') return []
  const tokens = pointer.slice(1).split('/')
  // Hardly any key holds a slash or a tilde.
  return pointer.includes('~') ? tokens.map(token => token.replaceAll('~1', '/').replaceAll('~0', '~')) : tokens
}

/** JSON pointer of a path. */
export function pointerTo(path: readonly PropertyKey[]): Pointer {
  let pointer = ''
  for (const part of path) {
    const token = String(part)
    pointer += `/${token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token}`
  }
  return pointer
}

/** A pointer as editors read it. @example shownPath('/knock_on/1') // 'knock_on › 1' */
export function shownPath(pointer: Pointer): string {
  return tokensOf(pointer).join(' › ')
}

/** The value at a pointer; `undefined` when there is none. */
export function valueAt(value: unknown, pointer: Pointer): unknown {
  return valueOn(value, tokensOf(pointer))
}

/** The value a path leads to; `undefined` when it leads nowhere. */
export function valueOn(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<PropertyKey, unknown>)[key]
  }
  return found
}
