import type { FieldContext } from '../fields/field-context.ts'
import { locate } from '../fields/short-form-pointers.ts'
import { languageKey } from '../fields/text-field.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { tokensOf, valueAt } from '../foundation/pointer.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { checkLife } from '../incident/checks/check-life.ts'
import type { Incident } from '../incident/incident.ts'
import type { PartChange } from './change-part.ts'
import type { Value } from './write-yaml.ts'

/** What was true only while it lasted. */
export type LeftoverKind = 'clause' | 'advice' | 'count' | 'estimate' | 'statement'

/** Something in a file that the end of its story has overtaken. */
export interface Leftover {
  readonly kind: LeftoverKind
  /** Where it stands in the file. */
  readonly at: Pointer
  /** The same as an editor types it: `counts.1`. */
  readonly name: string
  /** Of a clause, its texts by language. */
  readonly texts: Readonly<Record<string, string>>
}

/** What an editor decides about it. */
export type LeftoverAnswer =
  | { readonly choice: 'keep' }
  | { readonly choice: 'remove' }
  /** `texts`: a clause in the past, by language; `at`: when it was said or counted, or how long the advice held. */
  | { readonly choice: 'past'; readonly texts?: Readonly<Record<string, string>>; readonly at?: string }

/** The moments that mark something as past: when it ended, and the version before this one, as they are written. */
export interface PastMoments {
  readonly ended?: string
  readonly lastVersion?: string
}

/** Everything of a story that is over which was true only before, in the order of the file. */
export function leftoversIn(incident: Incident, context: FieldContext): Leftover[] {
  const { raw } = incident
  const unplaced: [LeftoverKind, Pointer][] = [
    ...checkLife(incident, context).map(({ code, pointer }): [LeftoverKind, Pointer] => [
      KINDS[code] ?? 'clause',
      pointer,
    ]),
    ...(incident.state === 'resolved' ? [...estimates(incident), ...firstWords(incident)] : []),
  ]
  return unplaced.map(([kind, pointer]) => {
    const at = partOf(kind, locate(raw, pointer))
    return { kind, at, name: tokensOf(at).join('.'), texts: kind === 'clause' ? textsAt(raw, at) : {} }
  })
}

const KINDS: Readonly<Record<string, LeftoverKind>> = { 'life/advice-over': 'advice', 'life/count-now': 'count' }

/** The part of the file that an answer is about. */
function partOf(kind: LeftoverKind, at: Pointer): Pointer {
  return kind === 'count' || kind === 'clause' ? at.replace(/\/(?:phase|text)$/, '') : at
}

/** Estimates that nobody has given up. */
const estimates = ({ expected }: Incident): [LeftoverKind, Pointer][] =>
  expected.flatMap((one, index) =>
    one.kind !== 'none' && (one.replaced || one.kept) ? [] : [['estimate', `/expected/${index}`]],
  )

/** First words, and words of no known moment: nobody would know that they were said before the end. */
const firstWords = ({ statements }: Incident): [LeftoverKind, Pointer][] =>
  statements.flatMap((one, index) =>
    one.kind === 'said' && !one.at && (one.phase ?? 'first') === 'first' ? [['statement', `/statements/${index}`]] : [],
  )

function textsAt(raw: unknown, at: Pointer): Record<string, string> {
  const part = valueAt(raw, at)
  const texts = isMapping(part) && isMapping(part.text) ? part.text : part
  if (!isMapping(texts)) return {}
  return Object.fromEntries(
    Object.entries(texts).filter(
      (one): one is [string, string] => languageKey.test(one[0]) && typeof one[1] === 'string',
    ),
  )
}

/** What an answer changes in the file; `raw` are its values. */
export function changesFor(
  leftover: Leftover,
  answer: LeftoverAnswer,
  raw: unknown,
  moments: PastMoments,
): PartChange[] {
  const { kind, at } = leftover
  if (answer.choice === 'keep') return []
  if (answer.choice === 'remove') return [{ kind: 'remove', at }]
  if (kind === 'clause') return inThePast(leftover, answer.texts ?? {}, raw, moments)
  const value = valueAt(raw, at)
  if (kind === 'estimate') return marked(at, value, { replaced: true }, isMapping(value) ? undefined : 'when')
  if (kind === 'advice') {
    const isSteps =
      isMapping(value) && Object.keys(value).every(key => languageKey.test(key) && key !== 'by' && key !== 'at')
    return marked(at, value, { valid_until: answer.at ?? moments.ended ?? '' }, isSteps ? 'steps' : undefined)
  }
  // The last version had it: it was so, or was said, by then.
  const by = { at: moments.lastVersion ?? '', precision: 'by' }
  return marked(at, value, { at: answer.at ?? by }, undefined)
}

function marked(
  at: Pointer,
  value: unknown,
  fields: Readonly<Record<string, Value>>,
  as: string | undefined,
): PartChange[] {
  const wrap: PartChange[] =
    as !== undefined && !(isMapping(value) && Object.hasOwn(value, as)) ? [{ kind: 'wrap', at, as }] : []
  return [...wrap, { kind: 'put', at, fields }]
}

function inThePast(
  { at, texts }: Leftover,
  given: Readonly<Record<string, string>>,
  raw: unknown,
  { ended }: PastMoments,
): PartChange[] {
  const part = valueAt(raw, at)
  const holder = isMapping(part) && isMapping(part.text) ? `${at}/text` : at
  const words = Object.keys(texts).flatMap((language): PartChange[] => {
    const text = given[language]
    return text === undefined ? [] : [{ kind: 'replace', at: `${holder}/${language}`, value: text }]
  })
  const isEffect = at.startsWith('/knock_on') && isMapping(part) && !part.ended && !part.state
  if (isEffect && ended !== undefined) return [...words, { kind: 'put', at, fields: { ended } }]
  // Words that stay as they are get told as those of then.
  return words.length > 0 ? words : stateOfThen(at, raw)
}

/** The entry that holds a clause says itself that it is over. */
function stateOfThen(at: Pointer, raw: unknown): PartChange[] {
  const holder = CLAUSES.test(at) ? at.slice(0, at.lastIndexOf('/')) : at
  const value = valueAt(raw, holder)
  return isMapping(value) && !value.state ? [{ kind: 'put', at: holder, fields: { state: 'resolved' } }] : []
}

/** A clause that stands in a field of its own, beside what else its entry holds. */
const CLAUSES = /^\/services(?:\/\d+)?\/symptoms$|\/(?:clause|frame)$/

/** What the file says of the end, and of the version before: the moments that mark something as past. */
export function pastMoments(before: unknown, after: unknown): PastMoments {
  const ended = momentAt(after, 'ended')
  const lastVersion = valueAt(before, '/state') === 'resolved' ? undefined : momentAt(before, 'as_of')
  return { ...(ended !== undefined && { ended }), ...(lastVersion !== undefined && { lastVersion }) }
}

/** A moment as it is written; of several the last. */
function momentAt(raw: unknown, field: string): string | undefined {
  const value = valueAt(raw, `/${field}`)
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  const at = isMapping(last) ? last.at : last
  return typeof at === 'string' && at !== 'unknown' ? at : undefined
}
