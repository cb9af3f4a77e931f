import type { Pointer } from '../foundation/pointer.ts'
import { isMapping } from '../foundation/value-kind.ts'
import {
  itemsOf,
  type MigrationStep,
  type OldFile,
  type OldValues,
  type OpenQuestion,
  oldAdvice,
} from './migrated-file.ts'

/** What 0.1 told of a file though the file did not say it; today only the editor can. */
export const oldMeanings: readonly ((file: OldFile) => MigrationStep)[] = [
  asked('migrate/advice-urgent', adviceOfEmergency),
  asked('migrate/number-by', numbersWithoutUse),
  asked('migrate/part-of', impliedParts),
  asked('migrate/estimate-none', estimatesOfNobody),
  asked('migrate/cause-unknown', causesOfNobody),
  asked('migrate/precedent', precedentsOfNobody),
  asked('migrate/says', whatIsSaid),
  asked('migrate/percent', sharesOfNobody),
  asked('migrate/calls', callsOfNobody),
]

function asked(code: OpenQuestion['code'], find: (values: OldValues) => readonly Pointer[]) {
  return ({ values }: OldFile): MigrationStep => ({
    edits: [],
    open: find(values).map(pointer => ({ code, pointer })),
  })
}

const has = (value: unknown, ...fields: readonly string[]): boolean =>
  isMapping(value) && fields.some(field => Object.hasOwn(value, field))

/** All advice about emergency numbers stood under "In an emergency", whatever it was for. */
function adviceOfEmergency(values: OldValues): Pointer[] {
  if (values.kind !== 'emergency numbers') return []
  return oldAdvice(values).flatMap(({ value, at }) => (has(value, 'urgent') ? [] : at))
}

/** Every number was told with "call". */
function numbersWithoutUse(values: OldValues): Pointer[] {
  return oldAdvice(values).flatMap(({ value, at }) => {
    if (!isMapping(value)) return []
    return itemsOf(value, 'numbers').flatMap(({ value: one, at: below }) => (has(one, 'by') ? [] : at + below))
  })
}

/** A figure of one place was told as part of a figure of none, by the same source. */
function impliedParts(values: OldValues): Pointer[] {
  const counts = itemsOf(values, 'counts')
  return counts.flatMap(({ value, at }) => {
    if (!isMapping(value) || has(value, 'part_of', 'caveat', 'at') || !has(value, 'place')) return []
    return counts.some(({ value: whole }) => isMapping(whole) && isWholeOf(whole, value)) ? at : []
  })
}

const SHARED = ['source', 'unit', 'phase', 'service']

function isWholeOf(whole: OldValues, part: OldValues): boolean {
  if (has(whole, 'place') || whole.unit === 'percent' || !isNamed(whole.source)) return false
  return SHARED.every(field => JSON.stringify(whole[field]) === JSON.stringify(part[field]))
}

/** Whether it is somebody with a name: two spokespersons need not be one. */
const isNamed = (source: unknown): boolean =>
  typeof source === 'string' ? !NAMELESS.has(source) : has(source, 'id', 'name')

const NAMELESS: ReadonlySet<string> = new Set(['users', 'user', 'spokesperson', 'status page', 'newsroom'])

/** That there is no estimate was told as the company's silence. */
function estimatesOfNobody(values: OldValues): Pointer[] {
  return itemsOf(values, 'expected').flatMap(({ value, at }) => {
    const isNone = isMapping(value) ? value.kind === 'none' && !has(value, 'by', 'source') : value === 'none'
    return isNone && !isSilent(values) ? at : []
  })
}

/** That the cause is not known was told as the company's silence. */
function causesOfNobody(values: OldValues): Pointer[] {
  return ['cause', 'causes'].flatMap(field =>
    itemsOf(values, field).flatMap(({ value, at }) => {
      const isUnknown = isMapping(value) ? value.status === 'unknown' && !has(value, 'by') : value === 'unknown'
      return isUnknown && has(values, 'company') && !isSilent(values) ? at : []
    }),
  )
}

/** Whether somebody was asked and did not answer: the silence is theirs, today as before. */
const isSilent = (values: OldValues): boolean =>
  itemsOf(values, 'statements').some(({ value }) => {
    const kind = isMapping(value) ? value.kind : value
    return kind === 'no answer' || kind === 'declined'
  })

/** Whatever somebody said was told as announced. */
function whatIsSaid(values: OldValues): Pointer[] {
  return itemsOf(values, 'third_parties').flatMap(({ value, at }) => (has(value, 'says') ? `${at}/says` : []))
}

/** Every share was told as one of users hit. */
function sharesOfNobody(values: OldValues): Pointer[] {
  return itemsOf(values, 'counts').flatMap(({ value, at }) =>
    isMapping(value) && value.unit === 'percent' && !has(value, 'of', 'outcome') ? at : [],
  )
}

/** Calls were told as made, whatever became of them. */
function callsOfNobody(values: OldValues): Pointer[] {
  return itemsOf(values, 'counts').flatMap(({ value, at }) =>
    isMapping(value) && value.unit === 'calls' && !has(value, 'outcome') ? at : [],
  )
}

/** An earlier case was told as one of the same company. */
function precedentsOfNobody(values: OldValues): Pointer[] {
  if (!has(values, 'company')) return []
  return itemsOf(values, 'precedents').flatMap(({ value, at }) => (has(value, 'services', 'company') ? [] : at))
}
