import { isMap, isSeq, Pair } from 'yaml'
import { canonicalJson } from '../foundation/canonical-json.ts'
import type { Fix } from '../foundation/diagnostic.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { tokensOf } from '../foundation/pointer.ts'
import { splice } from '../foundation/splice-text.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { documentOf, nodeAt } from '../yaml/pointer-positions.ts'
import { UnreadableFile } from './change-file.ts'
import { inline, STYLE, type Value } from './write-yaml.ts'
import { columnOf, endOf, isBlock, lineEnd, rangeOf } from './yaml-node-extent.ts'

/** A change of one part of an incident file, by its place in the file. */
export type PartChange =
  /** Takes a value away, with its field, and with the list or fields that would be empty without it. */
  | { readonly kind: 'remove'; readonly at: Pointer }
  /** Gives a mapping fields that it has not. */
  | { readonly kind: 'put'; readonly at: Pointer; readonly fields: Readonly<Record<string, Value>> }
  /** Makes of a value a mapping in which it is a field. */
  | { readonly kind: 'wrap'; readonly at: Pointer; readonly as: string }
  | { readonly kind: 'replace'; readonly at: Pointer; readonly value: string }

/**
 * Changes parts of an incident file and nothing else. The result is parsed and compared, as for `changed`: where splicing
 * the text does not work the YAML library writes the file again, which keeps comments too. Throws `UnreadableFile`.
 */
export function changedParts(text: string, changes: readonly PartChange[]): string {
  return changes.reduce(changedPart, text)
}

function changedPart(text: string, change: PartChange): string {
  const before = parseYaml(text)
  if (!before.ok || !isMapping(before.value)) throw new UnreadableFile()
  const wanted = canonicalJson(valuesAfter(before.value, change))
  const isRight = (candidate: string) => {
    const after = parseYaml(candidate)
    return after.ok && canonicalJson(after.value) === wanted
  }
  const edit = partEdit(text, change)
  const spliced = edit && splice(text, [edit])
  if (spliced !== undefined && isRight(spliced)) return spliced
  const rewritten = rewrittenBy(text, change)
  if (!isRight(rewritten)) throw new UnreadableFile()
  return rewritten
}

const withEnds = (added: string, text: string): string =>
  text.includes('\r\n') ? added.replaceAll(/\r?\n/g, '\r\n') : added

type Values = Record<string, unknown> | unknown[]

/** The values that the file must have afterwards. */
function valuesAfter(before: unknown, change: PartChange): unknown {
  const copy = structuredClone(before) as Values
  const path = tokensOf(change.at)
  if (change.kind === 'remove') removeFrom(copy, path)
  else {
    const [last = ''] = path.slice(-1)
    const around = path.slice(0, -1).reduce((value, token) => (value as Record<string, Values>)[token] as Values, copy)
    const fields = around as Record<string, unknown>
    if (change.kind === 'replace') fields[last] = change.value
    else if (change.kind === 'wrap') fields[last] = { [change.as]: fields[last] }
    else fields[last] = { ...(fields[last] as object), ...(asRead(change.fields) as object) }
  }
  return copy
}

/** A value as the file has it: every scalar is a text. */
function asRead(value: Value): unknown {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asRead)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asRead(one)]))
}

function removeFrom(values: Values, [first = '', ...rest]: readonly string[]): void {
  const fields = values as Record<string, Values>
  const below = fields[first]
  if (rest.length > 0 && below !== undefined) {
    removeFrom(below, rest)
    if (Object.keys(below).length > 0) return
  }
  if (Array.isArray(values)) values.splice(Number(first), 1)
  else delete fields[first]
}

/** The change as an edit of the text, with the text's own line ends; nothing where only the library can write it. */
export function partEdit(text: string, change: PartChange): Fix | undefined {
  const edit = editOf(text, change)
  return edit && { ...edit, text: withEnds(edit.text, text) }
}

function editOf(text: string, change: PartChange): Fix | undefined {
  const document = documentOf(text)
  const { node, pair } = nodeAt(document, change.at)
  const range = rangeOf(node)
  if (!range) return undefined
  if (change.kind === 'replace') return { from: range[0], to: range[1], text: inline(change.value) }
  if (change.kind === 'wrap') return wrapping(text, node, pair, change.as)
  if (change.kind === 'put') return putting(text, node, change.fields)
  return removal(text, change.at)
}

function wrapping(text: string, node: unknown, pair: Pair | undefined, as: string): Fix | undefined {
  const range = rangeOf(node)
  if (!range) return undefined
  if (!isBlock(node)) return { from: range[0], to: range[1], text: `{ ${as}: ${text.slice(range[0], range[1])} }` }
  if (!pair) return undefined
  const from = text.lastIndexOf('\n', range[0] - 1) + 1
  const to = lineEnd(text, endOf(node))
  const moved = text
    .slice(from, to)
    .split('\n')
    .map(line => (/^\r?$/.test(line) ? line : `  ${line}`))
  const own = ' '.repeat(columnOf(text, rangeOf(pair.key)?.[0] ?? 0) + 2)
  return { from, to, text: `${own}${as}:\n${moved.join('\n')}` }
}

function putting(text: string, node: unknown, fields: Readonly<Record<string, Value>>): Fix | undefined {
  const range = rangeOf(node)
  if (!isMap(node) || !range || node.items.some(({ key }) => Object.hasOwn(fields, String(key)))) return undefined
  const added = Object.entries(fields).map(([field, value]) => `${field}: ${inline(value)}`)
  if (node.flow) {
    const end = text.slice(0, range[1] - 1).trimEnd().length
    return { from: end, to: end, text: `${node.items.length > 0 ? ', ' : ' '}${added.join(', ')}` }
  }
  const end = lineEnd(text, endOf(node))
  const before = `\n${' '.repeat(columnOf(text, range[0]))}`
  return { from: end, to: end, text: added.map(field => before + field).join('') }
}

/** The lines of an item or a field, or its words within brackets. */
function removal(text: string, at: Pointer): Fix | undefined {
  const path = tokensOf(at)
  const around = nodeAt(documentOf(text), at.slice(0, at.lastIndexOf('/'))).node
  if (!isMap(around) && !isSeq(around)) return undefined
  // What would be empty goes with its field.
  if (around.items.length === 1 && path.length > 1) return removal(text, at.slice(0, at.lastIndexOf('/')))
  const items = around.items as readonly unknown[]
  const index = isSeq(around) ? Number(path.at(-1)) : around.items.findIndex(({ key }) => String(key) === path.at(-1))
  const item = items[index]
  if (around.flow) return removalInBrackets(text, items, index)
  const start = isMap(around) ? (rangeOf((item as Pair).key)?.[0] ?? 0) : (rangeOf(item)?.[0] ?? 0)
  const from = text.lastIndexOf('\n', start - 1) + 1
  const isFirstOfItem = /\S/.test(text.slice(from, start)) && isMap(around)
  if (isFirstOfItem) return undefined
  const end = lineEnd(text, endOf(item))
  const next = text.indexOf('\n', end)
  return { from, to: next === -1 ? text.length : next + 1, text: '' }
}

function removalInBrackets(text: string, items: readonly unknown[], index: number): Fix {
  const startOf = (item: unknown) => rangeOf((item as Pair | undefined)?.key ?? item)?.[0] ?? 0
  const [item, next] = [items[index], items[index + 1]]
  if (next !== undefined) return { from: startOf(item), to: startOf(next), text: '' }
  const before = text.slice(0, startOf(item)).trimEnd()
  return { from: before.endsWith(',') ? before.length - 1 : before.length, to: endOf(item), text: '' }
}

/** The whole file, written again by the library. */
function rewrittenBy(text: string, change: PartChange): string {
  const document = documentOf(text)
  const path = tokensOf(change.at)
  if (change.kind === 'remove') {
    document.deleteIn(path)
    for (let up = path.slice(0, -1); up.length > 0; up = up.slice(0, -1)) {
      const node = document.getIn(up, true)
      if ((isMap(node) || isSeq(node)) && node.items.length === 0) document.deleteIn(up)
    }
  } else if (change.kind === 'replace') document.setIn(path, change.value)
  else if (change.kind === 'put')
    for (const [field, value] of Object.entries(change.fields))
      document.setIn([...path, field], document.createNode(value))
  else {
    const inner = document.getIn(path, true)
    const wrapper = document.createNode({})
    wrapper.items.push(new Pair(document.createNode(change.as), inner) as never)
    document.setIn(path, wrapper)
  }
  return document.toString(STYLE)
}
