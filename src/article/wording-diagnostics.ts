import type { Forms } from './form-diagnostics.ts'
import { type OddWording, oddNames } from './naming-diagnostics.ts'
import { MAX_TITLE_LENGTH } from './realise-article.ts'
import { appliesTo, type WordingDiagnostic, wrongSlots } from './slot-diagnostics.ts'
import { type Cues, unfoundedWords } from './unfounded-words.ts'
import type { Condition } from './wording.ts'
import { entryOf, type Lexicon, type LexiconEntry } from './wording-lexicon.ts'
import type { SlotOffer, WordingRequest, WordingRequests } from './wording-requests.ts'
import { keysOf, shapeOf } from './wording-shape.ts'

export type { WordingDiagnostic } from './slot-diagnostics.ts'

/** What wordings are checked against. */
export interface WordingCheckContext {
  /** The language's lexicon and those of the other languages. */
  readonly lexicons: readonly Lexicon[]
  readonly language: string
  readonly requests: WordingRequests
  /** Moves that some document plan uses. */
  readonly movesUsed: ReadonlySet<string>
  /** Of the language's grammar, where it has one. */
  readonly forms: Forms | undefined
  /** Of the language's grammar: what its words presuppose. */
  readonly cues: Cues
  /** The same: the words that say how sure a claim is. */
  readonly sure: Cues
}

/** Moves that become titles, whatever the document plans use. */
export const TITLES: ReadonlySet<string> = new Set(['headline', 'bare_headline', 'alert', 'second'])
/** Titles that are never longer than `MAX_TITLE_LENGTH`. */
const SHORT: ReadonlySet<string> = new Set(['headline', 'alert'])
/** Titles for which a short wording may be needed though a fuller one exists. */
const LIMITED: ReadonlySet<string> = new Set(['headline', 'bare_headline', 'alert'])

/**
 * Checks the wordings of one file: values that are no wording or cannot be parsed, slots and formats that do not
 * exist, keys that nothing requests, wordings that can never be chosen, duplicates, and wordings that name others than
 * their siblings.
 */
export function wordingDiagnostics(file: object, against: WordingCheckContext): WordingDiagnostic[] {
  const lexicon = against.lexicons.find(({ language }) => language === against.language)
  if (!lexicon) return []
  const odd = new Map(oddNames(against.lexicons, against.language, TITLES).map(one => [one.id, one]))
  const { leaves, diagnostics } = shapeOf(file, against.requests)
  const leafDiagnostics = leaves.flatMap(({ at, texts }) => {
    const key = at.join('.')
    const entries = texts.map(({ text, at }) => {
      const id = `${key}#${(at ?? 0) + 1}`
      const known = lexicon.entries.get(id)
      return { entry: known?.text === text ? known : entryOf(id, text, []), place: at }
    })
    const isTerm = entries.some(({ entry }) => lexicon.terms.has(entry.id)) || isOpen(at, against.requests)
    const unasked = isTerm
      ? []
      : unaskedKey(
          at,
          key,
          entries.map(({ entry }) => entry),
          against,
        )
    return [
      ...unasked,
      ...entries.flatMap(({ entry, place }): WordingDiagnostic[] => {
        const diagnostic = { at: place === undefined ? at : [...at, place] }
        if (!entry.wording)
          return [
            {
              ...diagnostic,
              code: 'wording/unreadable',
              severity: 'error',
              facts: { wording: entry.text, example: '{{services}}' },
            },
          ]
        if (unasked.length > 0) return []
        const wrong = [...wrongSlots(entry, isTerm, against), ...unknownConditions(entry, against.requests)].map(
          one => ({
            ...diagnostic,
            ...one,
          }),
        )
        if (wrong.length > 0) return wrong
        const unfounded =
          isSaid(at) &&
          unfoundedWords(entry.wording, against.cues, against.sure).find(one => !isAlwaysSo(entry, one.condition))
        if (unfounded)
          return [{ ...diagnostic, code: 'wording/presupposes', severity: 'warning', facts: { ...unfounded } }]
        if (isTerm) return []
        const never = neverChosen(entry, lexicon, against.requests) ?? neverSaid(entry, against.requests)
        if (never) return [{ ...diagnostic, severity: 'warning', ...never }]
        const other = odd.get(entry.id)
        if (!other) return []
        return [{ ...diagnostic, code: 'wording/other-names', severity: 'warning', facts: factsOf(other) }]
      }),
    ]
  })
  return [...diagnostics, ...leafDiagnostics]
}

/** Words that are looked for in what others say are not said. */
const isSaid = ([family]: readonly string[]): boolean => family !== 'cues'

const isOpen = (at: readonly string[], { terms }: WordingRequests): boolean =>
  terms.has(`${at.slice(0, -1).join('.')}.*`)

const listed = (names: readonly string[]): string => names.map(name => `{{${name}}}`).join(', ')

function factsOf({ more, fewer, example }: OddWording): WordingDiagnostic['facts'] {
  const context = fewer.length === 0 ? 'alone' : more.length === 0 ? 'nobody' : undefined
  return { names: listed(more), others: listed(fewer), example, ...(context && { context }) }
}

/** What is added to sentences of any move, and what stands below a headline alone. */
const ADDED: ReadonlySet<string> = new Set(['attribution', 'standfirst'])

/** A key that no story requests, or only in a move that no document plan uses. */
function unaskedKey(
  at: readonly string[],
  key: string,
  entries: readonly LexiconEntry[],
  { requests, movesUsed }: WordingCheckContext,
): WordingDiagnostic[] {
  const moves = new Set(entries.flatMap(({ asks }) => asks.map(({ move }) => move)))
  if ([...moves].some(move => movesUsed.has(move) || TITLES.has(move) || ADDED.has(move))) return []
  const diagnostic = { code: 'wording/unasked', severity: 'warning', at } as const
  if (moves.size > 0) return [{ ...diagnostic, facts: { key, moves: [...moves].join(', '), context: 'outline' } }]
  if (requests.asks.some(ask => ask.key === key)) return [{ ...diagnostic, facts: { key, context: 'shadowed' } }]
  const known = keysOf(requests)
  // Its list is empty: other keys are used instead.
  if (entries.length === 0 && known.includes(key)) return []
  return [{ ...diagnostic, facts: { key }, near: { word: key, known } }]
}

/**
 * Why a wording is never chosen: what it presupposes is never so or its slots never occur together where it is requested, or
 * another always ranks higher.
 */
function neverChosen(
  entry: LexiconEntry,
  lexicon: Lexicon,
  requests: WordingRequests,
): Pick<WordingDiagnostic, 'code' | 'facts'> | undefined {
  const { asks, text, required, presupposes } = entry
  const holding = asks.filter(ask => mayHold(ask, presupposes, requests))
  if (asks.length > 0 && holding.length === 0)
    return { code: 'wording/never-so', facts: { condition: shown(presupposes) } }
  const able = holding.filter(({ slots }) =>
    required.every(({ name, format }) => slots.get(name)?.kinds.some(kind => appliesTo(kind, format))),
  )
  if (able.length === 0) {
    const missing = required.filter(({ name }) => asks.some(({ slots }) => !slots.has(name)))
    return { code: 'wording/never', facts: { slots: listed([...new Set(missing.map(({ name }) => name))]) } }
  }
  if (entry.least > MAX_TITLE_LENGTH && able.every(({ move }) => SHORT.has(move)))
    return { code: 'wording/too-long', facts: { length: `${entry.least}`, most: `${MAX_TITLE_LENGTH}` } }
  const siblings = able.map(ask => lexicon.choices.get(ask) ?? [])
  const [first = []] = siblings
  const always = first.filter(sibling => siblings.every(choice => choice.includes(sibling)))
  const twin = always.find(sibling => sibling.text === text && sibling.id !== entry.id)
  if (twin && always.indexOf(twin) < always.indexOf(entry)) return { code: 'wording/twice', facts: { wording: text } }
  const better = always.find(sibling => able.every(ask => beats(sibling, entry, ask)))
  return better && { code: 'wording/beaten', facts: { wording: text, better: better.text } }
}

/** Conditions that do not exist. */
function unknownConditions(
  { conditions }: LexiconEntry,
  { conditions: known }: WordingRequests,
): Omit<WordingDiagnostic, 'at'>[] {
  return [...new Set(conditions.map(({ name }) => name))]
    .filter(name => !known.has(name))
    .map(name => ({
      code: 'wording/unknown-condition',
      severity: 'error',
      facts: { condition: name },
      near: { word: name, known: [...known.keys()] },
    }))
}

/** A group of a wording that is never said, since what it presupposes is never so where the wording is requested. */
function neverSaid(
  { asks, conditions }: LexiconEntry,
  requests: WordingRequests,
): Pick<WordingDiagnostic, 'code' | 'facts'> | undefined {
  const idle = conditions.find(condition => asks.length > 0 && !asks.some(ask => mayHold(ask, [condition], requests)))
  return idle && { code: 'wording/never-so', facts: { condition: shown([idle]), context: 'group' } }
}

/** Whether what is presupposed can be so. A condition that no story holds waits for a field of its own and is skipped. */
function mayHold({ holds }: WordingRequest, conditions: readonly Condition[], { asks }: WordingRequests): boolean {
  return conditions.every(({ name, not }) =>
    not ? holds.get(name) !== true : holds.has(name) || !asks.some(ask => ask.holds.has(name)),
  )
}

/** Whether every fact that requests the wording holds it anyway. */
const isAlwaysSo = ({ asks }: LexiconEntry, condition: string): boolean =>
  asks.length > 0 && asks.every(({ holds }) => holds.get(condition) === true)

const shown = (conditions: readonly Condition[]): string =>
  `?${conditions.map(({ name, not }) => (not ? `!${name}` : name)).join(',')}`

/**
 * Whether every story prefers the one wording to the other: it can be filled wherever the other can, and ranks higher
 * even when the other holds all it may. News already told is left out of both.
 */
function beats(one: LexiconEntry, other: LexiconEntry, { move, slots, holds }: WordingRequest): boolean {
  if (LIMITED.has(move) || one === other) return false
  const isSo = ({ name, not }: Condition) =>
    other.presupposes.some(their => their.name === name && their.not === not) || (!not && holds.get(name) === true)
  if (!one.presupposes.every(isSo)) return false
  const isSure = one.required.every(
    slot =>
      other.required.some(their => their.name === slot.name && their.format === slot.format && sameArgs(their, slot)) ||
      isCertain(slots.get(slot.name), slot.format),
  )
  const weighed = (all: readonly { name: string }[]) =>
    new Set(all.map(({ name }) => name).filter(name => slots.get(name)?.news || slots.get(name)?.wanted)).size
  return isSure && weighed(one.required) > weighed(other.slots)
}

const sameArgs = (one: { args?: object }, other: { args?: object }): boolean =>
  JSON.stringify(one.args) === JSON.stringify(other.args)

/** Formats that always print, for slots that are always there and never news. */
const CERTAIN: ReadonlySet<string> = new Set(['', 'list', 'after', 'hidden', 'agree'])

const isCertain = (offer: SlotOffer | undefined, format: string): boolean =>
  offer?.always === true && !offer.news && CERTAIN.has(format)
