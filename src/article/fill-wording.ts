import { grammarPattern } from '../language/grammar-pattern.ts'
import type { Noun } from '../language/locale.ts'
import { joinWord } from '../language/phrase.ts'
import type { Slot, SpeakerSlot } from '../story/story.ts'
import type { Span } from './article.ts'
import { claimFormats } from './formats/claim-formats.ts'
import { figureFormats, partsFormats } from './formats/figure-formats.ts'
import { frameFormats } from './formats/frame-formats.ts'
import { durationFormats } from './formats/length-formats.ts'
import { namesFormats } from './formats/name-formats.ts'
import { highlightFormats, quoteFormats } from './formats/quote-formats.ts'
import { speakerFormats } from './formats/speaker-formats.ts'
import { textFormats, textsFormats, verbatimFormats, verbatimsFormats } from './formats/text-formats.ts'
import { whenFormats } from './formats/time-formats.ts'
import { type Negated, negatedIn } from './negation.ts'
import type { Filled, Format, SentenceContext, Wordings } from './sentence-context.ts'
import { type Args, allows, type Segment } from './wording.ts'

/** Every format, by the kind of slot it fills. */
export const formats: Readonly<Record<Slot['kind'], Readonly<Record<string, Format<never>>>>> = {
  names: namesFormats,
  speaker: speakerFormats,
  when: whenFormats,
  duration: durationFormats,
  figure: figureFormats,
  parts: partsFormats,
  text: { ...textFormats, ...claimFormats },
  texts: textsFormats,
  quote: quoteFormats,
  highlight: highlightFormats,
  frame: frameFormats,
  verbatim: verbatimFormats,
  verbatims: verbatimsFormats,
  // `full`: never by a pronoun, since more is said of it.
  term: { full: () => undefined },
}

/**
 * A wording filled: its words, its source pointers, the news it tells, and what else in it counts for the choice; each
 * once.
 */
export interface FilledWording extends Filled {
  readonly news: readonly Slot[]
  readonly wanted: readonly Slot[]
  /** Slots that are best mentioned once only. */
  readonly preferOnce: readonly Slot[]
  /** Moments and lengths in the order in which it tells them, without those whose source its words say. */
  readonly timed: readonly Slot[]
  readonly speakers: readonly SpeakerSlot[]
  /** How many of its spans are those of its first segment. */
  readonly head: number
  /** Who answers for its moments has been added to it. */
  readonly attributed?: boolean
}

/**
 * Fills the segments of a wording. `undefined` when a slot is missing, has no such form, or holds news that has been
 * told already; an optional group with such a slot is left out instead.
 */
export function fillSegments(
  segments: readonly Segment[],
  sentenceContext: SentenceContext,
  told: ReadonlySet<Slot>,
): FilledWording | undefined {
  const partial = nothingFilled()
  const negated = negatedIn(segments, sentenceContext)
  for (const [nth, segment] of segments.entries()) {
    if (!fillSegment(partial, segment, sentenceContext, told, negated)) return undefined
    if (nth === 0) partial.head = partial.spans.length
  }
  return partial
}

/** The slot of a name, unless it is missing or its news has been told. */
export function untoldSlot(slots: SentenceContext['slots'], name: string, told: ReadonlySet<Slot>): Slot | undefined {
  const slot = slots[name]
  return slot?.once && told.has(slot) ? undefined : slot
}

/** A wording being filled. */
interface PartialWording {
  readonly spans: Span[]
  readonly from: string[]
  readonly news: Slot[]
  readonly wanted: Slot[]
  readonly preferOnce: Slot[]
  readonly timed: Slot[]
  readonly speakers: SpeakerSlot[]
  head: number
}

const nothingFilled = (): PartialWording => ({
  spans: [],
  from: [],
  news: [],
  wanted: [],
  preferOnce: [],
  timed: [],
  speakers: [],
  head: 0,
})

/** Fills one segment; `false` when the wording cannot do without it. */
function fillSegment(
  partial: PartialWording,
  segment: Segment,
  sentenceContext: SentenceContext,
  told: ReadonlySet<Slot>,
  negated: Negated | undefined,
): boolean {
  if (segment.kind === 'words') {
    partial.spans.push({ text: segment.text })
    return true
  }
  if (segment.kind === 'group') {
    if (allows(segment.conditions, sentenceContext.holds)) fillGroup(partial, segment, sentenceContext, told, negated)
    return true
  }
  const slot = untoldSlot(sentenceContext.slots, segment.name, told)
  const filled = slot && fillNegated(slot, segment, sentenceContext, negated)
  if (!filled) return false
  addFilled(partial, slot, filled, segment)
  sentenceContext.filledHere.add(slot)
  return true
}

/** Fills an optional group: all of it, or nothing stays of what was filled. */
function fillGroup(
  partial: PartialWording,
  { segments }: Segment & { kind: 'group' },
  sentenceContext: SentenceContext,
  told: ReadonlySet<Slot>,
  negated: Negated | undefined,
): void {
  const before = lengthsOf(partial)
  if (segments.every(segment => fillSegment(partial, segment, sentenceContext, told, negated))) return
  for (let nth = 0; nth < PARTS.length; nth += 1) {
    const part = PARTS[nth]
    if (part) partial[part].length = before[nth] ?? 0
  }
}

/** What a wording gathers, and a group that cannot be filled leaves as it was. */
const PARTS = ['spans', 'from', 'news', 'wanted', 'preferOnce', 'timed', 'speakers'] as const

/** In the order of `PARTS`. */
const lengthsOf = ({ spans, from, news, wanted, preferOnce, timed, speakers }: PartialWording): readonly number[] => [
  spans.length,
  from.length,
  news.length,
  wanted.length,
  preferOnce.length,
  timed.length,
  speakers.length,
]

function addFilled(partial: PartialWording, slot: Slot, filled: Filled, { args }: Segment & { kind: 'slot' }): void {
  partial.spans.push(...filled.spans)
  partial.from.push(...filled.from)
  if (slot.once) addOnce(partial.news, slot)
  if (slot.wanted) addOnce(partial.wanted, slot)
  if (slot.preferOnce) addOnce(partial.preferOnce, slot)
  if (TIMED.has(slot.kind) && args.said === undefined) addOnce(partial.timed, slot)
  if (slot.kind === 'speaker') addOnce(partial.speakers, slot)
}

/** A slot in its format, with what a figure of none asks of it. */
function fillNegated(
  slot: Slot,
  segment: Segment & { kind: 'slot' },
  sentenceContext: SentenceContext,
  negated: Negated | undefined,
): Filled | undefined {
  const { format, args } = segment
  if (negated?.figure === segment && !negated.verb)
    return fillSlot(slot, format, { ...args, zero: 'word' }, sentenceContext)
  const filled = fillSlot(slot, format, args, sentenceContext)
  const { negation } = sentenceContext.locale.grammar.numbers
  if (negated?.verb !== segment || !filled || !negation) return filled
  const verb = filled.spans.map(({ text }) => text).join('')
  if (!grammarPattern(negation.verb).test(verb)) return filled
  return { ...filled, spans: [{ text: joinWord(sentenceContext.locale, negation.word, verb) }] }
}

const TIMED: ReadonlySet<Slot['kind']> = new Set(['when', 'duration'])

function addOnce<S extends Slot>(slots: S[], slot: S): void {
  if (!slots.includes(slot)) slots.push(slot)
}

function fillSlot(slot: Slot, format: string, args: Args, sentenceContext: SentenceContext): Filled | undefined {
  // Prints nothing, but the sentence says it in other words: the source pointers and the news belong to the wording.
  if (format === 'hidden') return { spans: [], from: slot.from }
  if (slot.kind === 'term') {
    const filled = slot.slots
      ? termOf(sentenceContext.wordings, slot.key, NO_CHOICE, {
          ...sentenceContext,
          slots: { ...sentenceContext.slots, ...slot.slots },
        })
      : sentenceContext.term(slot.key)
    return filled && { spans: filled.spans, from: [...slot.from, ...filled.from] }
  }
  const known = formats[slot.kind][format]
  // A wording may use one format for slots of several kinds; where a kind lacks it, the wording does not apply. That a
  // format exists at all is checked when wordings are compiled.
  return known?.(slot as never, args, sentenceContext)
}

/**
 * The context of one sentence; `nounsOf` decides how each slot's names are written in it. The parts become it: this runs for
 * every sentence, and spreading an object is slow.
 */
export function sentenceContextOf(
  parts: Omit<SentenceContext, 'nouns' | 'term' | 'filledHere'>,
  nounsOf: (slot: Slot) => readonly Noun[],
): SentenceContext {
  const { wordings, slots } = parts
  let memo: Map<Slot, readonly Noun[]> | undefined
  const sentenceContext: SentenceContext = Object.assign(parts, {
    filledHere: new Set<Slot>(),
    nouns: (slot: Slot) => {
      const known = memo?.get(slot)
      if (known) return known
      const nouns = nounsOf(slot)
      memo ??= new Map()
      memo.set(slot, nouns)
      return nouns
    },
    term: (key: string, choice = NO_CHOICE, others?: SentenceContext['slots']) =>
      termOf(wordings, key, choice, others ? { ...sentenceContext, slots: { ...slots, ...others } } : sentenceContext),
  })
  return sentenceContext
}

const NO_CHOICE = {}

const NOTHING_TOLD: ReadonlySet<Slot> = new Set()

function termOf(
  wordings: Wordings,
  key: string,
  choice: { context?: string; count?: number },
  sentenceContext: SentenceContext,
) {
  for (const wording of wordings(key, choice)) {
    if (!allows(wording.conditions, sentenceContext.holds)) continue
    const filled = fillSegments(wording.segments, sentenceContext, NOTHING_TOLD)
    if (filled) return filled
  }
  return undefined
}
