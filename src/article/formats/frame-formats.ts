import { PLACE_OF_WORDS } from '../../incident/fields/speech-fields.ts'
import { grammarPattern } from '../../language/grammar-pattern.ts'
import { withArticle } from '../../language/phrase.ts'
import { quoted } from '../../language/quote.ts'
import { inOwnStyle } from '../../language/typed-text.ts'
import type { Slot } from '../../story/story.ts'
import { nounOf } from '../noun-phrases.ts'
import { namedAgain } from '../second-mention.ts'
import type { Filled, Format, SentenceContext } from '../sentence-context.ts'
import { quotedSpans, typedSpan } from './fixed-words.ts'
import { namesFormats } from './name-formats.ts'
import { readable } from './quote-formats.ts'
import { descriptionOf, speakerFormats } from './speaker-formats.ts'
import { withoutCapital, withoutPoint } from './text-formats.ts'
import { whenFormats } from './time-formats.ts'

type FrameSlot = Slot & { kind: 'frame' }

/**
 * A sentence of ours around somebody's words, which keep their small letter; not where the edition's language has none. Who
 * speaks is described in it where the text names them first. With `inner: yes` as part of another sentence.
 */
const framed: Format<FrameSlot> = (slot, args, sentenceContext) => {
  const own = ownText(slot, sentenceContext)
  if (own === undefined) return undefined
  const text = joined(splitAtSpeaker(own, sentenceContext))
  return filledFrame(slot, args.inner ? withoutCapital(sentenceContext.locale, text) : text, sentenceContext)
}

/** The same with when and where it was said, in a place where they can be of nothing else: only if the language has one. */
const spoken: Format<FrameSlot> = (slot, args, sentenceContext) => {
  const placed = withOccasion(slot, sentenceContext)
  if (placed === undefined) return undefined
  return filledFrame(slot, args.inner ? withoutCapital(sentenceContext.locale, placed) : placed, sentenceContext)
}

/** Only where there is no such place. */
const apart: Format<FrameSlot> = (slot, args, sentenceContext) =>
  isOthers(sentenceContext) || withOccasion(slot, sentenceContext) !== undefined
    ? undefined
    : framed(slot, args, sentenceContext)

export const frameFormats: Readonly<Record<string, Format<FrameSlot>>> = { '': framed, frame: framed, spoken, apart }

function filledFrame({ quote, from, frame }: FrameSlot, own: string, { locale }: SentenceContext): Filled {
  const { edition } = locale
  const [before = '', after = ''] = own.split(PLACE_OF_WORDS)
  const { text, lang } = readable(locale, quote)
  const body = text.trim().replace(/(?<!\.)\.$/u, '')
  const language = edition.language in frame ? edition.language : ''
  return {
    spans: [
      typedSpan(inOwnStyle(locale, before)),
      ...(lang === edition.language ? quotedSpans(locale, body) : [{ text: quoted(locale, body), lang }]),
      typedSpan(inOwnStyle(locale, withoutPoint(after, locale))),
    ],
    from: from.map((pointer, index) => (index === 0 ? `${pointer}/${language}` : pointer)),
  }
}

const ownText = ({ frame }: FrameSlot, sentenceContext: SentenceContext): string | undefined => {
  const own = frame[sentenceContext.locale.edition.language]
  return own && withShortNames(own.trim(), sentenceContext)
}

/** A typed sentence whose speaker the text has introduced calls them as the text does: « M. Braun évoque … ». */
function withShortNames(text: string, { locale, slots: { by }, nouns, knows }: SentenceContext): string {
  if (by?.kind !== 'speaker' || by.speaker.name?.kind !== 'person' || !knows(by.speaker.name.id)) return text
  const [noun] = nouns(by)
  return noun ? namedAgain(text, locale, by.speaker.name, by.speaker.role, withArticle(locale, noun)) : text
}

/** A typed sentence in which somebody is named, what stands before and behind that, and what is told of them and when. */
interface SplitFrame {
  readonly before: string
  readonly mention: string
  readonly described: string
  readonly when: string
  readonly after: string
}

function splitAtSpeaker(text: string, sentenceContext: SentenceContext): SplitFrame {
  const mention = mentionIn(text, sentenceContext)
  const at = text.indexOf(mention)
  const before = text.slice(0, at)
  const described = isBareName(before, mention, sentenceContext) ? description(text, sentenceContext) : ''
  return { before, mention, described, when: '', after: text.slice(at + mention.length) }
}

/** The name by which a sentence names who speaks; empty where it names nobody. */
function mentionIn(text: string, { locale, nouns, slots: { by } }: SentenceContext): string {
  if (by?.kind !== 'speaker') return ''
  const { name, called } = by.speaker
  const own = called?.[locale.edition.language] ?? ''
  const ways = name ? [nounOf(locale, name).text, ...nouns(by).map(noun => withArticle(locale, noun))] : [own]
  const begin = `${own.charAt(0).toUpperCase()}${own.slice(1)}`
  return [...ways, begin].find(way => way !== '' && text.includes(way)) ?? ''
}

/** Whether the name stands by itself: not « la ministre Sophie Brochu », which says what she is. */
const isBareName = (before: string, mention: string, { locale }: SentenceContext): boolean =>
  mention !== '' && !locale.grammar.frames.titled.some(title => grammarPattern(title).test(before))

/** What somebody is, unless the sentence says so. */
function description(text: string, sentenceContext: SentenceContext): string {
  const { by } = sentenceContext.slots
  const own = by?.kind === 'speaker' ? descriptionOf(by, sentenceContext) : undefined
  if (own === undefined) return ''
  const said = text.toLowerCase()
  const words = own.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  return words.some(word => said.includes(word)) ? '' : own
}

/** The parts as a sentence; what stands beside a name is closed by a comma, unless a mark follows. */
function joined({ before, mention, described, when, after }: SplitFrame): string {
  const close = /^[,;:.]/u.test(after) ? '' : ','
  const beside = described === '' ? '' : `, ${described}${when === '' ? close : ','}`
  return `${before}${mention}${beside}${when}${after}`
}

/** The sentence with when and where it was said; `undefined` where nothing is to be told, or where it has no place for it. */
function withOccasion(slot: FrameSlot, sentenceContext: SentenceContext): string | undefined {
  const own = ownText(slot, sentenceContext)
  if (own === undefined || isOthers(sentenceContext)) return undefined
  const split = splitAtSpeaker(own, sentenceContext)
  if (split.mention === '') return undefined
  const said = occasionIn(own, sentenceContext)
  if (said.length === 0) return joined(split)
  const rule = sentenceContext.locale.grammar.frames.places.find(
    ({ before, after }) => grammarPattern(before).test(split.before) && grammarPattern(after).test(split.after),
  )
  if (!rule) return undefined
  const text = rule.put.replace('{said}', said.join(rule.at === 'front' ? ', ' : ' '))
  if (rule.at === 'front') return `${text}${withoutCapital(sentenceContext.locale, joined(split))}`
  if (rule.at === 'name') return joined({ ...split, when: text })
  const verb = grammarPattern(rule.after).exec(split.after)?.[0] ?? ''
  return joined({ ...split, after: `${verb}${text}${split.after.slice(verb.length)}` })
}

/** Whether another sentence has to name who speaks. */
const isOthers = (sentenceContext: SentenceContext): boolean => {
  const { by } = sentenceContext.slots
  return by?.kind === 'speaker' && speakerFormats.other?.(by as never, {}, sentenceContext) !== undefined
}

/** When and where, as far as neither the text nor this sentence has said so. */
function occasionIn(text: string, sentenceContext: SentenceContext): string[] {
  const { slots, told } = sentenceContext
  const { at, via } = slots
  const when = at?.kind === 'when' && !told.has(at) ? whenFormats.near?.(at as never, {}, sentenceContext) : undefined
  const where =
    via?.kind === 'names' && !told.has(via) ? namesFormats.via?.(via as never, {}, sentenceContext) : undefined
  const said = text.toLowerCase()
  return [when, where].flatMap(filled => {
    const own = filled?.spans.map(span => span.text).join('') ?? ''
    const days = own.toLowerCase().match(/\p{L}{5,}/gu) ?? []
    return own === '' || (filled === when && days.some(day => said.includes(day))) ? [] : [own]
  })
}
