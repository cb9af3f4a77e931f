import type { Directory } from '../fields/directory.ts'
import type { Fix } from '../foundation/diagnostic.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { type PartChange, partEdit } from './change-part.ts'
import { isListOfSteps, itemsOf, type MigrationStep, type OldFile } from './migrated-file.ts'

/** Every shape that 0.1 accepted and that is refused today, or read as another. */
export const oldShapes: readonly ((file: OldFile) => MigrationStep)[] = [attackClaimed, listOfSteps, countsOfUsers]

/** `claimed` without `author`: in 0.1 `by` was who says so, or who claims it. What is written names no author. */
function attackClaimed(file: OldFile): MigrationStep {
  const steps = itemsOf(file.values, 'attack').flatMap(({ value, at }): MigrationStep[] => {
    const pointer = isMapping(value) ? `${at}/status` : at
    if ((isMapping(value) ? value.status : value) !== 'claimed') return []
    if (isMapping(value) && Object.hasOwn(value, 'author')) return []
    const isOpen = !isMapping(value) || mayBeAuthor(value.by, file)
    const edits = edited(file.text, { kind: 'replace', at: pointer, value: 'alleged' })
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

/** A list of texts was the steps of one advice; today each of them would be advice of its own. */
function listOfSteps({ text, values }: OldFile): MigrationStep {
  const edits = isListOfSteps(values.advice) ? edited(text, { kind: 'wrap', at: '/advice', as: 'steps' }) : []
  return { edits, open: [] }
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
    return lacking.length > 0 ? edited(text, { kind: 'put', at, fields: Object.fromEntries(lacking) }) : []
  })
  return { edits, open: [] }
}

function edited(text: string, change: PartChange): Fix[] {
  const edit = partEdit(text, change)
  return edit ? [edit] : []
}
