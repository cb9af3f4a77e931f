import { hash32 } from '../foundation/digest.ts'
import type { Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import { type FilledWording, untoldSlot } from './fill-wording.ts'
import { allows, type Needs, type Wording } from './wording.ts'

/** A wording filled for this sentence, one of those to choose from. */
export interface WordingCandidate {
  readonly filled: FilledWording
  readonly sentence: Pick<Sentence, 'text' | 'wording'>
}

/** What a text has used so far: wordings, and how its last sentences began. */
export interface UsedWordings {
  readonly wordings: ReadonlySet<string>
  /** Slots marked `preferOnce` that a sentence has mentioned. */
  readonly slots: ReadonlySet<Slot>
  readonly openings: readonly string[]
  /** The long words of the wording before. */
  readonly echo: ReadonlySet<string>
}

/** What the choice of a wording depends on. */
export interface ChoiceContext {
  readonly seed: string
  readonly used: UsedWordings
  readonly slots: Readonly<Record<string, Slot>>
  /** What wordings may presuppose. */
  readonly holds: ReadonlySet<string>
  /** News that the text has told already. */
  readonly told: ReadonlySet<Slot>
  /** A wording that would tell nothing new is rejected. */
  readonly needsNews: boolean
}

/**
 * How wordings are compared, the most important criterion first: most news and attributions; then slots that are best
 * mentioned once only; then a wording that repeats no long word of the sentence before (« a-t-il ajouté »); then one that the
 * text has not used; then a sentence that begins with a word, and not
 * like the sentences before; then one that repeats no word (« la panne est due à une panne »); among equals the
 * highest hash of seed and wording, so that a rebuild takes the same and a new wording changes few stories.
 */
interface WordingRank {
  readonly content: number
  readonly preferOnce: number
  readonly fresh: number
  readonly unused: number
  readonly opening: number
  /** Computed only among equals, like `tie`. */
  readonly repetition: () => number
  readonly tie: TieBreak
}

/** The hash of a wording for a seed, made when it is first asked for. */
interface TieBreak {
  readonly seed: string
  readonly id: string
  hash?: number
}

function hashOf(tie: TieBreak): number {
  tie.hash ??= hash32(`${tie.seed} ${tie.id}`)
  return tie.hash
}

/** A wording with the highest rank it could reach. */
interface UpperBound extends WordingRank {
  readonly wording: Wording
}

/**
 * Chooses the best of several wordings, or none. Filling a wording is expensive and its upper bound is cheap: wordings
 * are filled in the order of their upper bounds, until none that is left can be better.
 *
 * @param tryWording fills a wording; `undefined` when it cannot be filled, or does not fit here
 */
export function choose<C extends WordingCandidate>(
  wordings: readonly Wording[],
  context: ChoiceContext,
  tryWording: (wording: Wording) => C | undefined,
): C | undefined {
  const bounds: UpperBound[] = []
  for (const wording of wordings) {
    const bound = upperBoundOf(wording, context)
    if (bound) bounds.push(bound)
  }
  let best: { candidate: C; rank: WordingRank } | undefined
  for (let bound = takeHighest(bounds); bound; bound = takeHighest(bounds)) {
    if (best && compare(best.rank, bound) >= 0) break
    const candidate = tryWording(bound.wording)
    if (!candidate) continue
    // A single candidate needs no rank.
    if (!best && bounds.length === 0) return candidate
    const rank = rankOf(candidate, context, bound)
    if (!best || compare(rank, best.rank) > 0) best = { candidate, rank }
  }
  return best?.candidate
}

/** Removes the highest upper bound from the list. */
function takeHighest(bounds: UpperBound[]): UpperBound | undefined {
  let found = 0
  for (let at = 1; at < bounds.length; at += 1) {
    const [one, other] = [bounds[at], bounds[found]]
    if (one && other && compare(one, other) > 0) found = at
  }
  return bounds.splice(found, 1)[0]
}

function rankOf(
  { filled, sentence }: WordingCandidate,
  { used }: ChoiceContext,
  { fresh, unused, tie }: UpperBound,
): WordingRank {
  let preferOnce = 0
  for (const slot of filled.preferOnce) preferOnce += used.slots.has(slot) ? -1 : 1
  const opening = BEGINS_WITH_FIGURE.test(sentence.text) || used.openings.includes(openingOf(sentence)) ? 0 : 1
  let heard: number | undefined
  const repetition = () => {
    heard ??= repeatsWord(sentence.text) ? 0 : 1
    return heard
  }
  return {
    content: filled.news.length + filled.wanted.length,
    preferOnce,
    fresh,
    unused,
    opening,
    repetition,
    tie,
  }
}

/** `undefined` when it presupposes what is not so, when a required slot is missing or told, or when it would hold no news. */
function upperBoundOf(wording: Wording, context: ChoiceContext): UpperBound | undefined {
  const { seed, used, slots, holds, told, needsNews } = context
  const { names, conditions, groups } = wording.needs
  if (!allows(conditions, holds)) return undefined
  // Most wordings are refused here: nothing is made for them.
  for (const name of names) if (!untoldSlot(slots, name, told)) return undefined
  const found: Slot[] = []
  addRequired(names, slots, told, found)
  const requiredCount = found.length
  for (const group of groups) addOptional(group, context, found)
  let content = 0
  let preferOnce = 0
  let news = 0
  for (let at = 0; at < found.length; at += 1) {
    const slot = found[at]
    if (!slot || found.indexOf(slot) < at) continue
    if (slot.once) news += 1
    content += (slot.once ? 1 : 0) + (slot.wanted ? 1 : 0)
    if (slot.preferOnce) preferOnce += !used.slots.has(slot) ? 1 : at < requiredCount ? -1 : 0
  }
  if (needsNews && news === 0) return undefined
  return {
    wording,
    content,
    preferOnce,
    fresh: repeats(wording, used) ? 0 : 1,
    unused: used.wordings.has(wording.id) ? 0 : 1,
    opening: 1,
    repetition: noRepetition,
    tie: { seed, id: wording.id },
  }
}

const noRepetition = () => 1

/** Whether it has a long word of the wording before. */
function repeats({ own }: Wording, { echo }: UsedWordings): boolean {
  for (const word of own) if (echo.has(word)) return true
  return false
}

/** Adds required slots by name; `false` when one of them cannot be filled. */
function addRequired(
  names: readonly string[],
  slots: ChoiceContext['slots'],
  told: ChoiceContext['told'],
  into: Slot[],
): boolean {
  for (const name of names) {
    const slot = untoldSlot(slots, name, told)
    if (!slot) return false
    into.push(slot)
  }
  return true
}

/** Adds the slots of an optional group and of the groups in it, where they can be filled. */
function addOptional({ names, conditions, groups }: Needs, context: ChoiceContext, into: Slot[]): void {
  const before = into.length
  if (!allows(conditions, context.holds) || !addRequired(names, context.slots, context.told, into)) {
    into.length = before
    return
  }
  for (const group of groups) addOptional(group, context, into)
}

function compare(one: WordingRank, other: WordingRank): number {
  return (
    one.content - other.content ||
    one.preferOnce - other.preferOnce ||
    one.fresh - other.fresh ||
    one.unused - other.unused ||
    one.opening - other.opening ||
    one.repetition() - other.repetition() ||
    hashOf(one.tie) - hashOf(other.tie)
  )
}

const BEGINS_WITH_FIGURE = /^\d/u

/**
 * Whether a long word (no name) is repeated within a sentence. Words of the same length count as one when they agree
 * up to their last two letters, and of different length when they share their first letters (« panne », « pannes »).
 * This runs on every candidate sentence: it reads character codes, since patterns with Unicode classes cost ten times
 * as much.
 */
export function repeatsWord(text: string): boolean {
  const heard = new Set<string>()
  let at = 0
  while (at < text.length) {
    const start = at
    while (at < text.length && isSmall(text.charCodeAt(at))) at += 1
    const length = at - start
    if (length >= STEM) {
      const stem = text.slice(start, start + Math.max(STEM, length - 2))
      if (heard.has(stem)) return true
      heard.add(stem)
    }
    // Skip the rest of a word that holds a capital, then what is no word.
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    while (at < text.length && !isLetter(text.charCodeAt(at))) at += 1
  }
  return false
}

const STEM = 5
/** ASCII letters by code; Unicode tables only beyond them. */
const isSmall = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code > 127 && SMALL.test(String.fromCharCode(code)))
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 127 && LETTER.test(String.fromCharCode(code)))
const SMALL = /\p{Ll}/u
const LETTER = /\p{L}/u

/** The first two words of a sentence, without closing punctuation: two sentences that share them sound alike. */
export function openingOf({ text }: Pick<Sentence, 'text'>): string {
  const two = FIRST_TWO.exec(text)
  const words = (two ? `${two[1]} ${two[2]}` : text).toLowerCase()
  return MARKS.test(words) ? words.replaceAll('’', "'").replace(/[,;:]/g, '') : words
}

const MARKS = /[’,;:]/

const FIRST_TWO = /^(\S*)\s+(\S*)/u
