import { isMap, isScalar, isSeq, type Pair } from 'yaml'
import type { Directory } from '../fields/directory.ts'
import type { Fix } from '../foundation/diagnostic.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { documentOf, nodeAt } from '../yaml/pointer-positions.ts'
import { isListOfSteps, itemsOf, type MigrationStep, type OldFile } from './old-file.ts'
import { columnOf, endOf, lineEnd, rangeOf } from './yaml-node-extent.ts'

/** Every shape that 0.1 accepted and that is refused today, or read as another. */
export const oldShapes: readonly ((file: OldFile) => MigrationStep)[] = [attackClaimed, listOfSteps, countsOfUsers]

/** `claimed` without `author`: in 0.1 `by` was who says so, or who claims it. What is written names no author. */
function attackClaimed(file: OldFile): MigrationStep {
  const steps = itemsOf(file.values, 'attack').flatMap(({ value, at }): MigrationStep[] => {
    const pointer = isMapping(value) ? `${at}/status` : at
    if ((isMapping(value) ? value.status : value) !== 'claimed') return []
    if (isMapping(value) && Object.hasOwn(value, 'author')) return []
    const isOpen = !isMapping(value) || mayBeAuthor(value.by, file)
    const edits = replaced(file.text, pointer, 'alleged')
    return [{ edits, open: isOpen ? [{ code: 'migrate/attack-claimed', pointer }] : [] }]
  })
  return { edits: steps.flatMap(({ edits }) => edits), open: steps.flatMap(({ open }) => open) }
}

/** Speakers who speak for somebody hit, or report what they heard. */
const REPORTING: ReadonlySet<unknown> = new Set([
  ...['spokesperson', 'status page', 'users', 'user', 'newsroom'],
  ...['authority', 'agency', 'counter'],
])

/** Whether it cannot be ruled out that this speaker claims the attack for themselves. */
function mayBeAuthor(by: unknown, { values, directory }: OldFile): boolean {
  if (isMapping(by)) return !REPORTING.has(by.kind)
  if (typeof by !== 'string') return true
  const services = itemsOf(values, 'services').map(({ value }) => (isMapping(value) ? value.service : value))
  const isHit = by === values.company || services.some(id => id === by || ownerOf(id, directory) === by)
  return !isHit && !REPORTING.has(by) && !REPORTING.has(directory.names.get(by)?.kind)
}

const ownerOf = (id: unknown, { names }: Directory): string | undefined =>
  typeof id === 'string' ? names.get(id)?.company : undefined

function replaced(text: string, pointer: Pointer, by: string): Fix[] {
  const { node } = nodeAt(documentOf(text), pointer)
  const range = isScalar(node) ? rangeOf(node) : undefined
  return range ? [{ from: range[0], to: range[1], text: by }] : []
}

/** A list of texts was the steps of one advice; today each of them would be advice of its own. */
function listOfSteps({ text, values }: OldFile): MigrationStep {
  return { edits: isListOfSteps(values.advice) ? stepsEdit(text) : [], open: [] }
}

function stepsEdit(text: string): Fix[] {
  const { node, pair } = nodeAt(documentOf(text), '/advice')
  const range = rangeOf(node)
  if (!isSeq(node) || !pair || !range) return []
  if (node.flow) return [{ from: range[0], to: range[1], text: `{ steps: ${text.slice(range[0], range[1])} }` }]
  return [indented(text, pair, range[0])]
}

/** Every line of a list, and the comments between, moves under `steps:`. */
function indented(text: string, pair: Pair, first: number): Fix {
  const from = text.lastIndexOf('\n', first - 1) + 1
  const to = lineEnd(text, endOf(pair))
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const moved = text
    .slice(from, to)
    .split('\n')
    .map(line => (/^\r?$/.test(line) ? line : `  ${line}`))
  const own = ' '.repeat(columnOf(text, rangeOf(pair.key)?.[0] ?? 0) + 2)
  return { from, to, text: `${own}steps:${eol}${moved.join('\n')}` }
}

/** What 0.1 told of these units without being told so. */
const TOLD_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  percent: { of: 'users', outcome: 'hit' },
  calls: { outcome: 'made' },
}

/** A share was always of users hit, and calls were always made; today the file says so. */
function countsOfUsers({ text, values }: OldFile): MigrationStep {
  const edits = itemsOf(values, 'counts').flatMap(({ value, at }): Fix[] => {
    const fields = isMapping(value) && typeof value.unit === 'string' ? (TOLD_AS[value.unit] ?? {}) : {}
    const lacking = Object.entries(fields).filter(([field]) => isMapping(value) && !Object.hasOwn(value, field))
    return lacking.length > 0 ? fieldsAfter(text, `${at}/unit`, at, lacking) : []
  })
  return { edits, open: [] }
}

/** Fields put behind one of a mapping, as the mapping is written. */
function fieldsAfter(
  text: string,
  pointer: Pointer,
  of: Pointer,
  fields: readonly (readonly [string, string])[],
): Fix[] {
  const document = documentOf(text)
  const { node, pair } = nodeAt(document, pointer)
  const { node: mapping } = nodeAt(document, of)
  const range = rangeOf(node)
  if (!range || !pair || !isMap(mapping)) return []
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const between = mapping.flow ? ', ' : `${eol}${' '.repeat(columnOf(text, rangeOf(pair.key)?.[0] ?? 0))}`
  return [
    { from: range[1], to: range[1], text: fields.map(([field, value]) => `${between}${field}: ${value}`).join('') },
  ]
}
