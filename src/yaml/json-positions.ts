import type { Pair } from 'yaml'
import { documentOf, type Range, rangeOfNode } from './pointer-positions.ts'
import { positionsParser } from './positions-parser.ts'

/** Keys and list indexes, from the root. */
export type JsonPath = readonly (string | number)[]

/** Positions in a JSON text, in UTF-16 units. */
export interface JsonPlaces {
  /**
   * The range at a path: a text with its quotes; the key of an object or a list; for a missing path, the nearest
   * ancestor.
   */
  readonly rangeOf: (path: JsonPath) => Range
  /** Duplicate keys of an object: only the last one counts. */
  readonly twice: readonly JsonPath[]
}

/** Finds the positions of everything in a valid JSON text, which is YAML too. */
export function jsonPlaces(text: string): JsonPlaces {
  const { contents } = documentOf(text, true)
  return {
    rangeOf: path => {
      let node: unknown = contents
      let pair: Pair | undefined
      for (const token of path) {
        const next = step(node, token)
        if (!next) break
        node = next.node
        pair = next.pair
      }
      return shownRange(node, pair)
    },
    twice: duplicates(contents, []),
  }
}

function step(node: unknown, token: string | number): { node: unknown; pair?: Pair } | undefined {
  const { isMap, isSeq } = positionsParser()
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => keyOf(key) === token)
    return pair && { node: pair.value, pair }
  }
  const item = isSeq(node) ? node.items[Number(token)] : undefined
  return item === undefined ? undefined : { node: item }
}

/** A value; of an object or a list its key, or its opening bracket. */
function shownRange(node: unknown, pair: Pair | undefined): Range {
  const { isCollection, isNode } = positionsParser()
  const own = isNode(node) ? rangeOfNode(node) : undefined
  if (!own) return { from: 0, to: 1 }
  if (!isCollection(node)) return own
  const key = pair && isNode(pair.key) ? rangeOfNode(pair.key) : undefined
  return key ?? { from: own.from, to: own.from + 1 }
}

function duplicates(node: unknown, path: JsonPath): JsonPath[] {
  const { isMap, isSeq } = positionsParser()
  if (isSeq(node)) return node.items.flatMap((item, index) => duplicates(item, [...path, index]))
  if (!isMap(node)) return []
  const seen = new Set<string>()
  return node.items.flatMap(({ key, value }) => {
    const here = [...path, keyOf(key)]
    const again = seen.has(keyOf(key)) ? [here] : []
    seen.add(keyOf(key))
    return [...again, ...duplicates(value, here)]
  })
}

const keyOf = (key: unknown): string => (positionsParser().isScalar(key) ? String(key.value) : '')
