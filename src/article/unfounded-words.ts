import { grammarPattern } from '../language/grammar-pattern.ts'
import type { Segment, Wording } from './wording.ts'

/** Words that presuppose something, as patterns by the condition under which they may stand (`cues` of a grammar). */
export type Cues = Readonly<Record<string, readonly string[]>>

/** Words of a wording that presuppose what nothing in it makes sure of. */
export interface UnfoundedWords {
  readonly condition: string
  readonly words: string
}

/**
 * Finds what a wording presupposes without its condition. It is read with every group said; a slot is read as its format in
 * braces, `{near by}` with the frame it stands in, and one that agrees as all its forms, `is/are`. What says itself how sure
 * it is (`sure` of a grammar) is not said flatly.
 */
export function unfoundedWords(
  wording: Pick<Wording, 'segments' | 'conditions'>,
  cues: Cues,
  sure: Cues = {},
): UnfoundedWords[] {
  const pieces = piecesOf(wording.segments, positive(wording))
  const text = pieces.map(piece => piece.text).join('')
  const isDoubted = doubts(sure).some(pattern => grammarPattern(pattern, 'iu').test(text))
  return Object.entries(cues).flatMap(([condition, patterns]) =>
    (condition === FLAT && isDoubted ? [] : patterns).flatMap(pattern =>
      [...text.matchAll(new RegExp(pattern, 'giu'))]
        .filter(match => !isFounded(pieces, match.index, match.index + match[0].length, condition))
        .map(([words]) => ({ condition, words })),
    ),
  )
}

/** What is said flatly. */
const FLAT = 'certain'

/** Words of every step at which a claim is not told as a fact. */
const doubts = ({ confirmed: _, stated: __, ...steps }: Cues): string[] => Object.values(steps).flat()

/** Words of a wording and what must be so where they are said. */
interface Piece {
  readonly text: string
  readonly under: readonly string[]
}

const positive = ({ conditions }: Pick<Wording, 'conditions'>): string[] =>
  conditions.flatMap(({ name, not }) => (not ? [] : [name]))

function piecesOf(segments: readonly Segment[], under: readonly string[]): Piece[] {
  return segments.flatMap(segment =>
    segment.kind === 'group'
      ? piecesOf(segment.segments, [...under, ...positive(segment)])
      : [{ text: segment.kind === 'words' ? segment.text : shown(segment), under }],
  )
}

function shown({ format, args }: Extract<Segment, { kind: 'slot' }>): string {
  if (format === 'agree' || format === 'pronoun') return [...new Set(Object.values(args))].join('/')
  return format === 'hidden' ? '' : `{${[format, args.as].filter(Boolean).join(' ')}}`
}

/** Words that begin in one piece and end in another are said only where all of them are. */
function isFounded(pieces: readonly Piece[], from: number, to: number, condition: string): boolean {
  let at = 0
  for (const { text, under } of pieces) {
    const end = at + text.length
    if (at < to && end > from && under.includes(condition)) return true
    at = end
  }
  return false
}
