import type { Document, Pair, YAMLMap } from 'yaml'
import type { Place } from '../foundation/diagnostic.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { tokensOf } from '../foundation/pointer.ts'
import { placeAt } from '../foundation/text-place.ts'
import { positionsParser } from './positions-parser.ts'

/** Where a value or its key stands in a text, in UTF-16 units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Parses a text with the position of every node, slowly. Gives the same values as `parseYaml`: a test holds that.
 * Searching for duplicate keys takes quadratic time: `isSound` says that the fast parser has done it.
 */
export function documentOf(text: string, isSound = false): Document {
  return positionsParser().parseDocument(text, {
    schema: 'failsafe',
    customTags: ['null'],
    version: '1.2',
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
    uniqueKeys: !isSound,
  })
}

/**
 * The place of each value of a file: give it a pointer as `locate` returns it. A value over several lines starts at
 * its key; for a pointer to nothing it is the nearest ancestor.
 * @example linesOf(text, 'a.yaml')('/started') // { file: 'a.yaml', line: 2, column: 10, length: 22 }
 */
export function linesOf(text: string, file: string): (pointer: Pointer, part?: 'key' | 'value') => Place {
  const rangeOf = rangesOf(text)
  return (pointer, part = 'value') => {
    const range = rangeOf(pointer, part)
    return placeAt(file, text, range.from, range.to)
  }
}

/** The same as offsets. */
export function rangesOf(text: string): (pointer: Pointer, part?: 'key' | 'value') => Range {
  const document = documentOf(text, true)
  return (pointer, part = 'value') => {
    const { node, pair } = nodeAt(document, pointer)
    return pick(node, pair, part, text)
  }
}

/** The node at a pointer, with its key where it has one; for a pointer to nothing the nearest ancestor's. */
export function nodeAt({ contents }: Document, pointer: Pointer): { node: unknown; pair?: Pair } {
  let found: { node: unknown; pair?: Pair } = { node: contents }
  for (const token of tokensOf(pointer)) {
    const next = step(found.node, token)
    if (next === undefined) break
    found = next
  }
  return found
}

function step(node: unknown, token: string): { node: unknown; pair?: Pair } | undefined {
  const { isMap, isSeq } = positionsParser()
  if (isMap(node)) {
    const pair = pairsOf(node).get(token)
    return pair && { node: pair.value, pair }
  }
  if (isSeq(node)) {
    const item = node.items[Number(token)]
    return item === undefined ? undefined : { node: item }
  }
  return undefined
}

const known = new WeakMap<YAMLMap, Map<string, Pair>>()

/** The fields of a mapping by their names, collected once. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  let pairs = known.get(map)
  if (!pairs) {
    pairs = new Map()
    for (const pair of map.items) if (!pairs.has(keyText(pair))) pairs.set(keyText(pair), pair)
    known.set(map, pairs)
  }
  return pairs
}

function pick(node: unknown, pair: Pair | undefined, part: 'key' | 'value', text: string): Range {
  const { isCollection, isMap, isNode, isScalar } = positionsParser()
  const key = pair && isNode(pair.key) ? rangeOfNode(pair.key) : undefined
  if (part === 'key' && key) return key
  if (isScalar(node) && node.value === null && node.source === '' && key) return key
  const own = isNode(node) ? rangeOfNode(node) : undefined
  if (isCollection(node) && !node.flow && key) return key
  if (isCollection(node) && !node.flow && isMap(node)) {
    const first = node.items[0]
    const firstKey = first && isNode(first.key) ? rangeOfNode(first.key) : undefined
    if (firstKey) return firstKey
  }
  return own && own.to > own.from ? own : (key ?? own ?? { from: 0, to: firstWord(text) })
}

/** The range of a node, without what follows it. */
export function rangeOfNode(node: { range?: readonly [number, number, number] | null | undefined }): Range | undefined {
  return node.range ? { from: node.range[0], to: node.range[1] } : undefined
}

/** A key as the fast parser spells it, even one that is no text. */
function keyText(pair: Pair): string {
  const { isNode, isScalar } = positionsParser()
  if (isScalar(pair.key)) return String(pair.key.value)
  return isNode(pair.key) ? String(plainOf(pair.key)) : String(pair.key)
}

function plainOf(node: unknown): unknown {
  const { isScalar, isSeq } = positionsParser()
  if (isSeq(node)) return node.items.map(item => String(plainOf(item)))
  return isScalar(node) ? node.value : {}
}

function firstWord(text: string): number {
  return text.match(/^\uFEFF?\S*/)?.[0].length ?? 0
}
