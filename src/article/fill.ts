import type { Noun } from '../language/tongue.ts'
import type { Slot } from '../story/story.ts'
import type { Span } from './article.ts'
import { figureFormats, partsFormats } from './formats/figures.ts'
import { namesFormats } from './formats/names.ts'
import { highlightFormats, quoteFormats } from './formats/quotes.ts'
import { speakerFormats } from './formats/speaker.ts'
import { textFormats, verbatimFormats, verbatimsFormats } from './formats/texts.ts'
import { durationFormats, whenFormats } from './formats/times.ts'
import type { Filled, Format, Sentencing, Wordings } from './telling.ts'
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

/** A wording filled: its words, its lines, the pieces of news it tells, and what else it holds that is wanted. */
export interface Said extends Filled {
  readonly news: ReadonlySet<Slot>
  readonly wanted: ReadonlySet<Slot>
  /** What is worth saying once. */
  readonly sparing: ReadonlySet<Slot>
}

/**
 * Fills the segments of a wording. Nothing when a slot is missing, cannot be put in that form, or holds news that has been
 * told already; an optional group with such a slot is left out instead.
 */
export function fill(segments: readonly Segment[], sentencing: Sentencing, told: ReadonlySet<Slot>): Said | undefined {
  const spans: Span[] = []
  const from: string[] = []
  const news = new Set<Slot>()
  const wanted = new Set<Slot>()
  const sparing = new Set<Slot>()
  for (const segment of segments) {
    if (segment.kind === 'words') {
      spans.push({ text: segment.text })
      continue
    }
    if (segment.kind === 'group') {
      const group = fill(segment.segments, sentencing, told)
      if (!group) continue
      spans.push(...group.spans)
      from.push(...group.from)
      for (const slot of group.news) news.add(slot)
      for (const slot of group.wanted) wanted.add(slot)
      for (const slot of group.sparing) sparing.add(slot)
      continue
    }
    const slot = sentencing.slots[segment.name]
    if (!slot || (slot.once && told.has(slot))) return undefined
    const filled = fillSlot(slot, segment.format, segment.args, sentencing)
    if (!filled) return undefined
    spans.push(...filled.spans)
    from.push(...filled.from)
    sentencing.here.add(slot)
    if (slot.once) news.add(slot)
    if (slot.wanted) wanted.add(slot)
    if (slot.sparing) sparing.add(slot)
  }
  return { spans, from, news, wanted, sparing }
}

function fillSlot(slot: Slot, format: string, args: Args, sentencing: Sentencing): Filled | undefined {
  // Tells nothing in words, but the sentence says the same: its lines and its news belong to the wording.
  if (format === 'hidden') return { spans: [], from: slot.from }
  if (slot.kind === 'term') {
    const filled = sentencing.term(slot.key)
    return filled && { spans: filled.spans, from: [...slot.from, ...filled.from] }
  }
  const known = formats[slot.kind][format]
  // A wording may use one format for slots of several kinds; what a kind cannot do is simply not said. That a format
  // exists at all is checked when the wordings are compiled.
  return known?.(slot as never, args, sentencing)
}

/** The context of one sentence; `nounsOf` decides how each slot's names are written in it. */
export function sentencingOf(
  parts: Omit<Sentencing, 'nouns' | 'term' | 'here'>,
  nounsOf: (slot: Slot) => readonly Noun[],
): Sentencing {
  const memo = new Map<Slot, readonly Noun[]>()
  const sentencing: Sentencing = {
    ...parts,
    here: new Set(),
    nouns: slot => {
      const known = memo.get(slot)
      if (known) return known
      const nouns = nounsOf(slot)
      memo.set(slot, nouns)
      return nouns
    },
    term: (key, choice = {}) => termOf(parts.wordings, key, choice, sentencing),
  }
  return sentencing
}

const NOTHING_TOLD: ReadonlySet<Slot> = new Set()

function termOf(wordings: Wordings, key: string, choice: { context?: string; count?: number }, sentencing: Sentencing) {
  for (const wording of wordings(key, choice)) {
    const said = fill(wording.segments, sentencing, NOTHING_TOLD)
    if (said) return said
  }
  return undefined
}
