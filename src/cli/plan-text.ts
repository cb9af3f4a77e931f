import type { FieldChange, PlanEntry } from '../publish/plan-entry.ts'
import { countsOf, type PublishPlan } from '../publish/publish-plan.ts'
import type { SentenceChange } from '../publish/sentence-diff.ts'
import type { Say } from '../site/page-messages.ts'

const SIGNS = { create: '+', update: '~', unchanged: '=', reworded: '≈', unpublish: '-', conflict: '!' } as const

/** Fields that are compared sentence by sentence, or mean nothing to a person. */
const SILENT = new Set(['body', 'modified'])

/** A plan for an editor: the changes, article by article, and a line with totals. */
export function planText(plan: PublishPlan, say: Say): string {
  const shown = plan.entries.filter(({ action, fields }) => action !== 'unchanged' || fields.length > 0)
  const lines = [say('plan.head', { name: plan.destination, place: plan.place }), '']
  for (const entry of shown.filter(({ wording }) => !wording)) lines.push(...entryText(entry, say), '')
  lines.push(
    ...wordingText(
      shown.filter(({ wording }) => wording),
      say,
    ),
  )
  for (const key of plan.held) lines.push(say('plan.held', { key }))
  for (const { key, title, address, id } of plan.copies) lines.push(say('plan.copy', { key, title, address, id }))
  if (plan.unfinished) lines.push(say('plan.unfinished'))
  if (plan.held.length > 0 || plan.copies.length > 0 || plan.unfinished) lines.push('')
  lines.push(say('plan.summary', countsOf(plan.entries)))
  return `${lines.join('\n')}\n`
}

/** Stories of which only the words change, apart: what stays as readers have it, and what goes out because it was asked for. */
function wordingText(entries: readonly PlanEntry[], say: Say): string[] {
  if (entries.length === 0) return []
  const key = entries.some(({ keepsWords }) => keepsWords) ? 'plan.reworded' : 'plan.rewording'
  const head = say(key, { count: entries.length })
  return [head, '', ...entries.flatMap(entry => [...entryText(entry, say), ''])]
}

function entryText(entry: PlanEntry, say: Say): string[] {
  const { action, key, title, address, reason } = entry
  const head = `${SIGNS[action]} ${say(`action.${action}`)}  ${key}  ${title}`
  const lines = address === '' ? [head] : [head, `    ${address}`]
  if (reason) lines.push(`    ${say(`reason.${reason}`, { story: entry.story })}`)
  if (action !== 'create') lines.push(...entry.fields.flatMap(field => fieldText(field, say)))
  if (entry.byHand.length > 0) lines.push(`    ${say('plan.by-hand')}`, ...sentencesText(entry.byHand))
  if (action !== 'create' && entry.sentences.length > 0) {
    lines.push(`    ${say(entry.reason ? 'plan.ours' : 'plan.text')}`, ...sentencesText(entry.sentences))
  }
  return lines
}

function fieldText({ name, verdict, theirs, ours, wrote }: FieldChange, say: Say): string[] {
  const field = say(`field.${name}`)
  if (SILENT.has(name))
    return verdict === 'write' || verdict === 'reworded' ? [] : [`    ${say(`verdict.${verdict}`, { field })}`]
  if (verdict === 'kept') return [`    ${say('verdict.kept', { field })}: ${quoted(theirs)}`]
  if (verdict === 'conflict') {
    const last = wrote === undefined ? [] : [`      ${say('version.wrote')} ${quoted(wrote)}`]
    const [there, here] = [
      `      ${say('version.theirs')} ${quoted(theirs)}`,
      `      ${say('version.ours')} ${quoted(ours)}`,
    ]
    return [`    ${say('verdict.conflict', { field })}`, ...last, there, here]
  }
  return [`    ${field}: ${quoted(theirs)} → ${quoted(ours)}`]
}

function sentencesText(changes: readonly SentenceChange[]): string[] {
  const sign = { gone: '-', new: '+', same: ' ' }
  return changes.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `      ${sign[kind]} ${text}`)
}

function quoted(value: string): string {
  return value === '' ? '–' : value.length > 120 ? `${value.slice(0, 119)}…` : value
}

/** A plan for machines: the content of the saved plan, and the differences. */
export function planJson(plan: PublishPlan): object {
  const { destination, place, entries, held, copies, unfinished } = plan
  return {
    destination,
    place,
    unfinished,
    held,
    copies,
    counts: countsOf(entries),
    entries: entries.map(({ post: _, remote, ...entry }) => ({
      ...entry,
      id: remote?.id ?? null,
      status: remote?.status ?? null,
    })),
  }
}
