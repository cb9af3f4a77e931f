import { hash32 } from '../foundation/digest.ts'
import type { Locale, Noun } from '../language/locale.ts'
import type { Slot, SpeakerSlot } from '../story/story.ts'
import { isCalledAlike } from '../story/story-holds.ts'
import type { Span } from './article.ts'
import { type FilledWording, fillSegments } from './fill-wording.ts'
import { formOf, nounOf } from './noun-phrases.ts'
import type { SentenceContext } from './sentence-context.ts'
import type { Segment } from './wording.ts'

/** Where a sentence stands, and what decides between ways to say who answers for it. */
interface SentencePlace {
  readonly isTitle: boolean
  readonly seed: string
  /** Whom the rest of the sentence names as answering for it. */
  readonly answeredBy?: Slot | undefined
  readonly segments: readonly Segment[]
}

/**
 * A sentence with who answers for its moments, where none of its words says so: « … depuis 13h environ, selon PanneVue. »
 * `undefined` where one sentence cannot say it: two answer for two moments, or its last moment is not the sourced one.
 */
export function attributed(
  filled: FilledWording,
  context: SentenceContext,
  place: SentencePlace,
): FilledWording | undefined {
  const open = filled.timed.flatMap(({ source }) =>
    source && !isNamed(source, filled) && !isAnswered(source, place) ? [source] : [],
  )
  const [source, ...others] = open
  if (!source) return filled
  const isOne = others.every(other => isCalledAlike(other.speaker, source.speaker))
  const last = filled.timed.at(-1)?.source
  if (!isOne || !last || !isCalledAlike(last.speaker, source.speaker) || !canClose(filled.spans, place.segments))
    return undefined
  const said = saying(source, filled, context, place)
  return said && withEnd(filled, said, source, endsWithStop(place.segments))
}

const isNamed = (source: SpeakerSlot, { speakers }: FilledWording): boolean =>
  speakers.some(one => isCalledAlike(one.speaker, source.speaker))

const isAnswered = (source: SpeakerSlot, { answeredBy }: SentencePlace): boolean =>
  answeredBy?.kind === 'speaker' && isCalledAlike(answeredBy.speaker, source.speaker)

/** Whether something can be added to its end: it is one sentence, and no question. */
function canClose(spans: readonly Span[], segments: readonly Segment[]): boolean {
  return !/[?!»”"…]\s*$/u.test(spans.at(-1)?.text ?? '') && !/[.!?]\s+\S/u.test(wordsOf(segments))
}

/** The words of a wording itself, with something for each slot. */
function wordsOf(segments: readonly Segment[]): string {
  return segments
    .map(one => (one.kind === 'words' ? one.text : one.kind === 'group' ? wordsOf(one.segments) : 'x'))
    .join('')
}

function saying(
  source: SpeakerSlot,
  filled: FilledWording,
  context: SentenceContext,
  { isTitle, seed }: SentencePlace,
): FilledWording | undefined {
  const text = filled.spans.map(span => span.text).join('')
  const isThere = source.speaker.name !== undefined && text.includes(nounOf(context.locale, source.speaker.name).text)
  const slots = { ...context.slots, source }
  const nouns = (slot: Slot): readonly Noun[] =>
    isThere && slot === source ? again(source, context.locale) : context.nouns(slot)
  const own = { ...context, slots, nouns }
  const ways = context.wordings('attribution', { context: isTitle ? 'title' : 'text' })
  const drawn = ways.length > 0 ? hash32(`${seed} ${text}`) % ways.length : 0
  for (const way of [...ways.slice(drawn), ...ways.slice(0, drawn)]) {
    const said = fillSegments(way.segments, own, NOTHING_TOLD)
    if (said) return said
  }
  return undefined
}

const NOTHING_TOLD: ReadonlySet<Slot> = new Set()

/** Named in the same sentence, somebody is called what they are: « … de Brisemar …, selon l'opérateur ». */
function again({ speaker: { name } }: SpeakerSlot, locale: Locale): readonly Noun[] {
  if (!name) return []
  const { noun, noun_class: cls } = formOf(locale, name)
  const full = nounOf(locale, name)
  const nounClass = cls ?? full.class
  const article = locale.grammar.definite_article[nounClass]
  return noun === undefined || article === undefined ? [full] : [{ text: noun, class: nounClass, article }]
}

/** Whether the wording itself ends with a full stop: a headline may end with that of "9:12 a.m.". */
const endsWithStop = (segments: readonly Segment[]): boolean => /\.\s*$/u.test(wordsOf(segments))

/** Adds words before the final mark, if there is one. */
function withEnd(filled: FilledWording, said: FilledWording, source: SpeakerSlot, isStopped: boolean): FilledWording {
  const spans = [...filled.spans]
  const last = spans.at(-1)
  const stop = last && isStopped ? '.' : ''
  if (last && stop !== '') spans[spans.length - 1] = { ...last, text: last.text.replace(/\.\s*$/u, '') }
  return {
    ...filled,
    spans: [...spans, ...said.spans, ...(stop === '' ? [] : [{ text: stop }])],
    from: [...filled.from, ...said.from],
    wanted: [...filled.wanted, source],
    attributed: true,
  }
}
