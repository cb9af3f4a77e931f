/** Keys and places in lists, from the outside in. */
export type JsonPath = readonly (string | number)[]

/** Where things stand in a JSON text, in UTF-16 units. */
export interface JsonPlaces {
  /** What stands at a path, a text with its quotes; of an object or a list its key; what is not there, the nearest around it. */
  readonly rangeOf: (path: JsonPath) => { readonly from: number; readonly to: number }
  /** Keys that stand once more in the same object: only the last one counts. */
  readonly twice: readonly JsonPath[]
}

interface Token {
  readonly text: string
  readonly from: number
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

/** Finds where everything stands in a JSON text that can be parsed. */
export function jsonPlaces(text: string): JsonPlaces {
  const tokens = [...text.matchAll(TOKENS)].map((match): Token => ({ text: match[0], from: match.index }))
  const places = new Map<string, Token>()
  const twice: JsonPath[] = []
  let at = 0

  /** Reads the value that begins here; what stands around it is named by `name`, its key where it has one. */
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
