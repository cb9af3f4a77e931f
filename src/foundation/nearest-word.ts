import { folded } from './folded-text.ts'

/**
 * The known word that an editor most likely meant, or nothing when none is similar: a word with the same beginning, or
 * with at most a third of its letters wrong. Capitals, accents and punctuation do not count.
 * @example nearest('instagarm', ['facebook', 'instagram']) // 'instagram'
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  return nearestOf(word, knownWords(known))
}

/** A known word in the form in which it is compared. */
export interface KnownWord {
  readonly word: string
  readonly plain: string
  readonly letters: number
}

/** Words made ready, where the same are asked for thousands of times. */
export const knownWords = (known: Iterable<string>): readonly KnownWord[] =>
  [...known].map(word => ({ word, plain: plainOf(word), letters: lettersOf(plainOf(word)) }))

/** `nearest` among words that are ready. */
export function nearestOf(word: string, known: readonly KnownWord[]): string | undefined {
  const wanted = plain(word)
  if (wanted === '') return undefined
  const letters = lettersOf(wanted)
  let best: { word: string; score: number } | undefined
  for (const candidate of known) {
    if (best && best.score === 0) break
    const score = distanceOf({ plain: wanted, letters }, candidate)
    if (score !== undefined && (best === undefined || score < best.score)) best = { word: candidate.word, score }
  }
  return best?.word
}

/** Which letters a word has, a bit for each; those beyond thirty share one. */
function lettersOf(plain: string): number {
  let letters = 0
  for (let at = 0; at < plain.length; at++) letters |= 1 << (plain.charCodeAt(at) % 31)
  return letters
}

/** Whether more letters differ than may be wrong: each wrong one changes the set by two at most. */
function isFar(letters: number, others: number, most: number): boolean {
  let different = letters ^ others
  let count = 0
  for (; different !== 0; count++) different &= different - 1
  return count > 2 * most
}

/** Whether one word goes on where the other ends. */
const goesOn = (one: string, other: string): boolean =>
  one.charCodeAt(0) === other.charCodeAt(0) && (one.startsWith(other) || other.startsWith(one))

/**
 * Known words that differ from the typed one by a slip, the nearest first: one letter in a word of up to seven, two in a
 * longer one, or one goes on where the other ends. Stricter than `nearest`: for names that are alike without being near.
 */
export function slipsOf(word: string, known: readonly KnownWord[]): string[] {
  const wanted = plain(word)
  const letters = lettersOf(wanted)
  const near: { word: string; score: number }[] = []
  for (const candidate of known) {
    const score = slipOf({ plain: wanted, letters }, candidate)
    if (score !== undefined) near.push({ word: candidate.word, score })
  }
  return near.sort((a, b) => a.score - b.score).map(({ word }) => word)
}

type Letters = Pick<KnownWord, 'plain' | 'letters'>

function slipOf(wanted: Letters, candidate: Letters): number | undefined {
  const shorter = Math.min(wanted.plain.length, candidate.plain.length)
  const longer = Math.max(wanted.plain.length, candidate.plain.length)
  if (shorter < 3) return undefined
  if (shorter > 3 && goesOn(wanted.plain, candidate.plain)) return 0.5 + (longer - shorter) / 100
  const most = longer > 7 ? 2 : 1
  if (longer - shorter > most || isFar(wanted.letters, candidate.letters, most)) return undefined
  const distance = editsBetween(wanted.plain, candidate.plain, most)
  return distance <= most ? distance : undefined
}

const plains = new Map<string, string>()

/** Cached, since known words are asked for again and again. */
function plainOf(word: string): string {
  let found = plains.get(word)
  if (found === undefined) {
    if (plains.size > 20_000) plains.clear()
    found = plain(word)
    plains.set(word, found)
  }
  return found
}

/** Without capitals, accents, spaces and punctuation: the form in which names are compared. */
export function plain(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '')
}

function distanceOf(wanted: Letters, candidate: Letters): number | undefined {
  if (candidate.plain === wanted.plain) return 0
  if (candidate.plain === '') return undefined
  const shorter = Math.min(wanted.plain.length, candidate.plain.length)
  const longer = Math.max(wanted.plain.length, candidate.plain.length)
  if (shorter >= 3 && goesOn(wanted.plain, candidate.plain)) return 0.5 + (longer - shorter) / 100
  const most = Math.max(1, Math.floor(longer / 3))
  if (longer - shorter > most || isFar(wanted.letters, candidate.letters, most)) return undefined
  const distance = editsBetween(wanted.plain, candidate.plain, most)
  // A word of two letters with one wrong is another word.
  return distance <= most && shorter > 2 ? distance : undefined
}

/**
 * Number of letters inserted, deleted, replaced, or swapped with their neighbour (optimal string alignment). Stops,
 * with more than `most`, as soon as two rows of the table exceed it.
 */
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = []
  let leastBefore = 0
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > most && leastBefore > most) return Number.POSITIVE_INFINITY
    leastBefore = least
    before = previous
    previous = current
  }
  return previous[b.length] ?? Number.POSITIVE_INFINITY
}
