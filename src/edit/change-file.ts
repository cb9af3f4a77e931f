import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import type { Fix } from '../foundation/diagnostic.ts'
import { splice } from '../foundation/splice-text.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { describedIncident } from '../incident/described-incident.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { fieldText, inline, itemText, STYLE, type Value, valueText } from './write-yaml.ts'
import { columnOf, endOf, isBlock, lineEnd, rangeOf } from './yaml-node-extent.ts'

/** One change of an incident file. */
export type FileChange =
  | { readonly kind: 'set'; readonly field: string; readonly value: Value }
  | { readonly kind: 'append'; readonly field: string; readonly value: Value }

/** Thrown for a text that cannot be changed in place because it cannot be parsed. */
export class UnreadableFile extends Error {}

/** The place of a field among those of a file, in the order in which they are described. */
function rankOf(field: string): number {
  return describedIncident().all.findIndex(({ written }) => written === field)
}

/**
 * Changes fields of an incident file and nothing else: comments, order, quotes and blank lines stay as they are. The
 * result is parsed and compared; where splicing the text does not work (a file in one pair of braces), the YAML
 * library writes the whole file again, which keeps comments too.
 */
export function changed(text: string, changes: readonly FileChange[]): string {
  return changes.reduce(changedOnce, text)
}

function changedOnce(text: string, change: FileChange): string {
  const before = parseYaml(text)
  if (!before.ok || !isMapping(before.value ?? {})) throw new UnreadableFile()
  const wanted = JSON.stringify(valueAfter((before.value ?? {}) as Record<string, unknown>, change))
  const isRight = (candidate: string) => {
    const after = parseYaml(candidate)
    return after.ok && JSON.stringify(sorted(after.value)) === JSON.stringify(sorted(JSON.parse(wanted)))
  }
  const edit = editOf(text, change)
  const spliced = edit && splice(text, [edit])
  if (spliced !== undefined && isRight(spliced)) return spliced
  const rewritten = wholly(text, change)
  if (!isRight(rewritten)) throw new Error(`A change of ${change.field} did not come out as meant`)
  return rewritten
}

/** The value the file must have afterwards. */
function valueAfter(before: Record<string, unknown>, { kind, field, value }: FileChange): unknown {
  if (kind === 'set') return { ...before, [field]: value }
  const old = before[field]
  const list = old === undefined || old === null ? [] : Array.isArray(old) ? old : [old]
  return { ...before, [field]: [...list, value] }
}

/** Ignores the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  )
}

function documentOf(text: string): Document {
  return parseDocument(text, { schema: 'failsafe', version: '1.2', merge: false, logLevel: 'silent' })
}

function editOf(text: string, change: FileChange): Fix | undefined {
  const { contents } = documentOf(text)
  if (contents === null) return insertion(text, undefined, change)
  if (!isMap(contents) || contents.flow) return undefined
  const pair = contents.items.find(item => keyOf(item) === change.field)
  if (!pair) return insertion(text, contents, change)
  return change.kind === 'set' ? replacement(text, pair, change.value) : addition(text, pair, change.value)
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : ''
}

/** Inserts a new field, after the last of those that come before it in the customary order. */
function insertion(text: string, map: YAMLMap | undefined, { kind, field, value }: FileChange): Fix {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const written = fieldText(field, kind === 'append' ? [value] : value)
  const rank = rankOf(field)
  const before = map?.items.findLast(item => {
    const other = rankOf(keyOf(item))
    return other !== -1 && other < rank
  })
  const anchor = before ?? map?.items[0]
  if (!anchor) {
    const glue = text === '' || text.endsWith('\n') ? '' : eol
    return { from: text.length, to: text.length, text: glue + written.replaceAll('\n', eol) }
  }
  const end = lineEnd(text, endOf(anchor))
  const block = written.trimEnd().includes('\n') ? `\n${written}` : written
  return { from: end, to: end, text: `\n${block.trimEnd()}`.replaceAll('\n', eol) }
}

function replacement(text: string, pair: Pair, value: Value): Fix | undefined {
  const range = rangeOf(pair.value)
  if (!range || isBlock(pair.value)) {
    if (!pair.value || !range) return undefined
    const start = rangeOf(pair.key)
    if (!start) return undefined
    const colon = text.indexOf(':', start[1])
    return { from: colon + 1, to: endOf(pair), text: valueText(value) }
  }
  if (range[0] === range[1]) return { from: range[0], to: range[0], text: ` ${inline(value)}` }
  return { from: range[0], to: range[1], text: inline(value) }
}

/** Adds an item; a single item without a dash gets one. */
function addition(text: string, pair: Pair, value: Value): Fix | undefined {
  const node = pair.value
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const keyStart = rangeOf(pair.key)?.[0] ?? 0
  const own = columnOf(text, keyStart)
  if (isSeq(node) && node.flow) {
    const close = (rangeOf(node)?.[1] ?? 0) - 1
    const glue = node.items.length > 0 ? ', ' : ''
    return { from: close, to: close, text: glue + inline(value) }
  }
  if (isSeq(node)) {
    const indent = columnOf(text, rangeOf(node)?.[0] ?? 0)
    const end = lineEnd(text, endOf(pair))
    return { from: end, to: end, text: `\n${itemText(value, indent)}`.replaceAll('\n', eol) }
  }
  const range = rangeOf(node)
  if (!range || (isScalar(node) && node.value === null && range[0] === range[1])) return undefined
  const colon = text.indexOf(':', rangeOf(pair.key)?.[1] ?? 0)
  const end = lineEnd(text, endOf(pair))
  const indent = own + 2
  const item = `\n${itemText(value, indent)}`
  if (isMap(node) && !node.flow) {
    // Every line moves two columns: its first key gets the dash.
    const first = range[0]
    const body = text.slice(text.lastIndexOf('\n', first - 1) + 1, end).split(/\r?\n/)
    const depth = columnOf(text, first)
    const moved = body.map((line, index) =>
      index === 0
        ? `${' '.repeat(indent)}- ${line.slice(depth)}`
        : line === ''
          ? line
          : `${' '.repeat(indent + 2 - depth)}${line}`,
    )
    return {
      from: text.lastIndexOf('\n', first - 1) + 1,
      to: end,
      text: (moved.join('\n') + item).replaceAll('\n', eol),
    }
  }
  if (text.slice(range[0], endOf(pair)).includes('\n')) return undefined
  const old = text.slice(range[0], end)
  return { from: colon + 1, to: end, text: `\n${' '.repeat(indent)}- ${old}${item}`.replaceAll('\n', eol) }
}

/** The whole file, written again by the library. */
function wholly(text: string, { kind, field, value }: FileChange): string {
  const document = documentOf(text)
  const old = document.get(field, true)
  const node = document.createNode(value)
  if (kind === 'set') document.set(field, node)
  else if (isSeq(old)) old.add(node)
  else if (old === undefined || (isScalar(old) && old.value === null)) document.set(field, document.createNode([value]))
  else {
    const list = new YAMLSeq()
    list.items.push(old, node)
    document.set(field, list)
  }
  return document.toString(STYLE)
}
