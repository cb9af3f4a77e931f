/** Keys and list indexes, from the root. */
export type JsonPath = readonly (string | number)[]

/** Positions in a JSON text, in UTF-16 units. */
export interface JsonPlaces {
  /**
   * The range at a path: a text with its quotes; the key of an object or a list; for a missing path, the nearest
   * ancestor.
   */
  readonly rangeOf: (path: JsonPath) => { readonly from: number; readonly to: number }
  /** Duplicate keys of an object: only the last one counts. */
  readonly twice: readonly JsonPath[]
}

interface Token {
  readonly text: string
  readonly from: number
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

/** Finds the positions of everything in a valid JSON text. */
export function jsonPlaces(text: string): JsonPlaces {
  const tokens = [...text.matchAll(TOKENS)].map((match): Token => ({ text: match[0], from: match.index }))
  const places = new Map<string, Token>()
  const twice: JsonPath[] = []
  let at = 0

  /** Reads the value that begins here; it is named by `name`, its key where it has one. */
  const read = (path: JsonPath, name: Token | undefined): void => {
    const first = tokens[at++]
    if (!first) return
    const isInside = first.text === '{' || first.text === '['
    places.set(JSON.stringify(path), isInside ? (name ?? first) : first)
    if (!isInside) return
    const seen = new Set<string>()
    for (let nth = 0; tokens[at] && tokens[at]?.text !== '}' && tokens[at]?.text !== ']'; nth++) {
      const own = first.text === '{' ? tokens[at] : undefined
      const key = own ? String(JSON.parse(own.text)) : nth
      if (own) at += 2
      if (typeof key === 'string' && seen.has(key)) twice.push([...path, key])
      if (typeof key === 'string') seen.add(key)
      read([...path, key], own)
      if (tokens[at]?.text === ',') at++
    }
    at++
  }
  read([], undefined)

  return {
    rangeOf: path => {
      for (let depth = path.length; depth >= 0; depth--) {
        const found = places.get(JSON.stringify(path.slice(0, depth)))
        if (found) return { from: found.from, to: found.from + found.text.length }
      }
      return { from: 0, to: 1 }
    },
    twice,
  }
}
