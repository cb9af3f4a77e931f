import { longWordsOf, shareIn, wordsByLanguage } from '../story/shared-words.ts'
import type { Fact, Slot } from '../story/story.ts'
import { isCalledAlike } from '../story/story-holds.ts'
import { pointersOf } from './fact-lines.ts'
import type { SentenceRules } from './sentence-rules.ts'

/** The facts of a body, move by move. */
export type PlannedMoves = Readonly<Record<string, readonly Fact[]>>

/**
 * The moves of a body without the causes that somebody's own words give: the words stand where the cause would, and name it
 * where they do not say it themselves. Pure, and of all languages at once.
 */
export function withoutTwice(moves: PlannedMoves): PlannedMoves {
  return pairsIn(moves).reduce(mergedMoves, moves)
}

/** The facts of a brief, which has no room for the words beside what they say. */
export function withoutQuotesOf(facts: readonly Fact[]): readonly Fact[] {
  const told = pairsIn({ brief: facts }).flatMap(({ words, rest }) => [words, ...rest])
  return facts.filter(fact => !told.includes(fact))
}

/** Every fact of somebody's words as told with a cause, whether or not one is: what wordings must be there for. */
export function everyBlaming(facts: readonly Fact[]): Fact[] {
  const text = facts.find(isCause)?.slots.text
  const quoted = facts.filter(({ keys }) => QUOTED.test(keys.at(-1) ?? ''))
  return text ? quoted.map(fact => ({ ...fact, slots: { ...fact.slots, blamed: text } })) : []
}

/** A cause, and the words of the same speaker that are about it. */
interface Pair {
  readonly cause: Fact
  readonly words: Fact
  /** What they go on to say. */
  readonly rest: readonly Fact[]
  /** The words say it all; else they are told with it. */
  readonly isWhole: boolean
}

function pairsIn(moves: PlannedMoves): Pair[] {
  const facts = [...new Set(Object.values(moves).flat())]
  const taken = new Set<Fact>()
  return facts.filter(isCause).flatMap(cause => {
    const nth = facts.findIndex(fact => !taken.has(fact) && isAbout(fact, cause))
    const words = facts[nth]
    if (!words) return []
    taken.add(words)
    const rest = facts.slice(nth + 1, nth + 2).filter(({ keys }) => /\.(?:earlier-)?rest$/.test(keys[0] ?? ''))
    return [{ cause, words, rest, isWhole: saysAll(words, cause) }]
  })
}

const isCause = ({ keys, slots: { text, by } }: Fact): boolean =>
  keys.at(-1) === 'cause.official' && text?.kind === 'text' && by?.kind === 'speaker'

/** Whether words are about a cause: they are of the same speaker, and have most of its words. */
const isAbout = (words: Fact, cause: Fact): boolean =>
  QUOTED.test(words.keys.at(-1) ?? '') && areOfOne(words.slots.by, cause.slots.by) && shareOf(words, cause) >= ABOUT

const QUOTED = /^statement\.(?:said|verb|earlier|earlier-verb)$/
/** Of its words, those that words about a cause have at least, and those that say all of one that takes some words to say. */
const ABOUT = 0.6
const ALL = 0.75
const SOME_WORDS = 4

function saysAll(words: Fact, cause: Fact): boolean {
  const { text } = cause.slots
  if (holdsIt(words, cause)) return true
  return text?.kind === 'text' && longWordsOf(text.text) >= SOME_WORDS && shareOf(words, cause) >= ALL
}

/** Whether the words have the cause in them, letter for letter, in every language: it is not told beside them once more. */
function holdsIt({ slots: { quote } }: Fact, { slots: { text } }: Fact): boolean {
  if (quote?.kind !== 'quote' || text?.kind !== 'text') return false
  const said = wordsByLanguage(quote.quote)
  return Object.entries(text.text).every(([language, own]) => said[language]?.toLowerCase().includes(own.toLowerCase()))
}

function shareOf({ slots: { quote } }: Fact, { slots: { text } }: Fact): number {
  return quote?.kind === 'quote' && text?.kind === 'text' ? shareIn(wordsByLanguage(quote.quote), text.text) : 0
}

const areOfOne = (one: Slot | undefined, other: Slot | undefined): boolean =>
  one?.kind === 'speaker' && other?.kind === 'speaker' && isCalledAlike(one.speaker, other.speaker)

/** The words in the place of the cause, in every move that tells it; they stand where they first would. */
function mergedMoves(moves: PlannedMoves, { cause, words, rest, isWhole }: Pair): PlannedMoves {
  const { opens: _, ...bare } = words
  const blamed = isWhole ? {} : { blamed: cause.slots.text }
  const told = {
    ...bare,
    opens: true,
    from: [...words.from, ...pointersOf(cause)],
    slots: Object.fromEntries(
      Object.entries({ ...words.slots, ...blamed }).flatMap(([name, slot]) => (slot ? [[name, slot]] : [])),
    ),
  }
  const isRaised = (moves.high ?? []).includes(cause)
  return Object.fromEntries(
    Object.entries(moves).map(([name, facts]) => [
      name,
      facts.flatMap((fact, nth) => {
        if (fact === cause) return name === 'high' ? [told, ...rest] : []
        if (fact === words) return isRaised ? [] : [told]
        if (isRaised && rest.includes(fact)) return []
        // Nothing is added to the paragraph of somebody's words.
        return name === 'high' && facts[nth - 1] === cause ? [{ ...fact, opens: true }] : [fact]
      }),
    ]),
  )
}

/** A short cause of which more is told below: that would hang in the air without it. */
export function goesOn({ keys, slots: { text } }: Fact, moves: PlannedMoves): boolean {
  const isShort =
    text?.kind === 'text' && Object.values(text.text).every(own => own.split(/\s+/u).length <= WORDS_AGAIN)
  const isMoreKnown = () => Object.values(moves).some(facts => facts.some(({ about }) => about === 'cause'))
  return keys.at(-1) === 'cause.official' && isShort && isMoreKnown()
}

const WORDS_AGAIN = 16

/** The first of what stands high told with how far it reaches, where the rules join them and nothing stands between. */
export function drawnUp(moves: PlannedMoves, rules: SentenceRules): PlannedMoves {
  const [last] = (moves.scope ?? []).slice(-1)
  const [first, ...rest] = moves.high ?? []
  if (!last || !first || (moves.others ?? []).length > 0 || !isJoined(moves.scope ?? [], first, rules)) return moves
  const { opens: _, ...own } = first
  return { ...moves, scope: [...(moves.scope ?? []), own], high: rest }
}

const isJoined = (scope: readonly Fact[], first: Fact, { join }: SentenceRules): boolean =>
  join.some(
    ({ by, first: before, second }) =>
      by === 'relative' &&
      second.some(key => first.keys.includes(key)) &&
      scope.some(fact => before.some(key => fact.keys.includes(key))),
  )
