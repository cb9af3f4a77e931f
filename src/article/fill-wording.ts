import type { Noun } from '../language/locale.ts'
import type { Slot } from '../story/story.ts'
import type { Span } from './article.ts'
import { figureFormats, partsFormats } from './formats/figure-formats.ts'
import { namesFormats } from './formats/name-formats.ts'
import { highlightFormats, quoteFormats } from './formats/quote-formats.ts'
import { speakerFormats } from './formats/speaker-formats.ts'
import { textFormats, verbatimFormats, verbatimsFormats } from './formats/text-formats.ts'
import { durationFormats, whenFormats } from './formats/time-formats.ts'
import type { Filled, Format, SentenceContext, Wordings } from './sentence-context.ts'
import type { Args, Segment } from './wording.ts'

/** Every format, by the kind of slot it fills. */
export const formats: Readonly<Record<Slot['kind'], Readonly<Record<string, Format<never>>>>> = {
  names: namesFormats,
  speaker: speakerFormats,
  when: whenFormats,
  duration: durationFormats,
  figure: figureFormats,
  parts: partsFormats,
  text: textFormats,
  quote: quoteFormats,
  highlight: highlightFormats,
  verbatim: verbatimFormats,
  verbatims: verbatimsFormats,
  term: {},
}

/** A wording filled: its words, its lines, the pieces of news it tells, and what else it holds that is wanted; each once. */
export interface FilledWording extends Filled {
  readonly news: readonly Slot[]
  readonly wanted: readonly Slot[]
  /** What is worth saying once. */
  readonly sparing: readonly Slot[]
}

/**
 * Fills the segments of a wording. Nothing when a slot is missing, cannot be put in that form, or holds news that has been
 * told already; an optional group with such a slot is left out instead.
 */
export function fill(
  segments: readonly Segment[],
  sentenceContext: SentenceContext,
  told: ReadonlySet<Slot>,
): FilledWording | undefined {
  const said = { spans: [], from: [], news: [], wanted: [], sparing: [] }
  return fillInto(said, segments, sentenceContext, told) ? said : undefined
}

/** The slot of a name, unless it is missing or its news has been told. */
export function canTell(slots: SentenceContext['slots'], name: string, told: ReadonlySet<Slot>): Slot | undefined {
  const slot = slots[name]
  return slot?.once && told.has(slot) ? undefined : slot
}

/** A wording being filled. */
interface Growing {
  readonly spans: Span[]
  readonly from: string[]
  readonly news: Slot[]
  readonly wanted: Slot[]
  readonly sparing: Slot[]
}

function fillInto(
  said: Growing,
  segments: readonly Segment[],
  sentenceContext: SentenceContext,
  told: ReadonlySet<Slot>,
): boolean {
  for (const segment of segments) {
    if (segment.kind === 'words') {
      said.spans.push({ text: segment.text })
      continue
    }
    if (segment.kind === 'group') {
      const group = fill(segment.segments, sentenceContext, told)
      if (group) addGroup(said, group)
      continue
    }
    const slot = canTell(sentenceContext.slots, segment.name, told)
    if (!slot) return false
    const filled = fillSlot(slot, segment.format, segment.args, sentenceContext)
    if (!filled) return false
    said.spans.push(...filled.spans)
    said.from.push(...filled.from)
    sentenceContext.here.add(slot)
    if (slot.once) addOnce(said.news, slot)
    if (slot.wanted) addOnce(said.wanted, slot)
    if (slot.sparing) addOnce(said.sparing, slot)
  }
  return true
}

function addGroup(said: Growing, group: FilledWording): void {
  said.spans.push(...group.spans)
  said.from.push(...group.from)
  for (const slot of group.news) addOnce(said.news, slot)
  for (const slot of group.wanted) addOnce(said.wanted, slot)
  for (const slot of group.sparing) addOnce(said.sparing, slot)
}

function addOnce(slots: Slot[], slot: Slot): void {
  if (!slots.includes(slot)) slots.push(slot)
}

function fillSlot(slot: Slot, format: string, args: Args, sentenceContext: SentenceContext): Filled | undefined {
  // Tells nothing in words, but the sentence says the same: its lines and its news belong to the wording.
  if (format === 'hidden') return { spans: [], from: slot.from }
  if (slot.kind === 'term') {
    const filled = sentenceContext.term(slot.key)
    return filled && { spans: filled.spans, from: [...slot.from, ...filled.from] }
  }
  const known = formats[slot.kind][format]
  // A wording may use one format for slots of several kinds; what a kind cannot do is simply not said. That a format
  // exists at all is checked when the wordings are compiled.
  return known?.(slot as never, args, sentenceContext)
}

/** The context of one sentence; `nounsOf` decides how each slot's names are written in it. */
export function sentenceContextOf(
  { locale, wordings, asOf, began, zone, told, knows, slots }: Omit<SentenceContext, 'nouns' | 'term' | 'here'>,
  nounsOf: (slot: Slot) => readonly Noun[],
): SentenceContext {
  let memo: Map<Slot, readonly Noun[]> | undefined
  // Field by field: this is made for every sentence, and a spread object is dear.
  const sentenceContext: SentenceContext = {
    locale,
    wordings,
    asOf,
    began,
    zone,
    told,
    knows,
    slots,
    here: new Set(),
    nouns: slot => {
      const known = memo?.get(slot)
      if (known) return known
      const nouns = nounsOf(slot)
      memo ??= new Map()
      memo.set(slot, nouns)
      return nouns
    },
    term: (key, choice = NO_CHOICE) => termOf(wordings, key, choice, sentenceContext),
  }
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
    const said = fill(wording.segments, sentenceContext, NOTHING_TOLD)
    if (said) return said
  }
  return undefined
}
