import type { Quote } from '../../incident/incident.ts'
import type { Locale } from '../../language/locale.ts'
import { quoted, splitQuote } from '../../language/quote.ts'
import type { Slot } from '../../story/story.ts'
import type { Format } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import { quotedSpans } from './fixed-words.ts'
import { languageName } from './text-formats.ts'

type QuoteSlot = Slot & { kind: 'quote' }
type HighlightSlot = Slot & { kind: 'highlight' }

/**
 * The version of a quote for an edition's readers: the original in their language, its translation, or the original as
 * it is; of an original that is lost another translation.
 */
export function readable(locale: Locale, { lang, text, translations }: Quote): ReadableQuote {
  const { language } = locale.edition
  if (text !== undefined && lang === language) return { text, lang, isTranslated: false }
  const [own, translation] = translations[language]
    ? [language, translations[language]]
    : (Object.entries(translations)[0] ?? [lang, undefined])
  if (translation && (own === language || text === undefined)) {
    return { text: translation.text, lang: own, isTranslated: true, by: translation.by }
  }
  return { text: text ?? '', lang, isTranslated: false }
}

interface ReadableQuote {
  readonly text: string
  readonly lang: string
  readonly isTranslated: boolean
  /** Who translated it, where that is known. */
  readonly by?: string | undefined
}

/**
 * The quote in the edition's marks. Its final point gives way to the wording's own (`end: ,` puts a comma inside the
 * marks, as English does); `end: keep` keeps it inside. With `own: yes` only words that nobody translated.
 */
const inMarks: Format<QuoteSlot> = (slot, args, { locale }) => {
  const { text, lang, isTranslated } = readable(locale, slot.quote)
  if (args.own && isTranslated) return undefined
  const part = partOf(text.trim(), lang, slot.part, locale.grammar.abbreviations)
  // « … » alone marks words that nobody recorded: it is no quote.
  if (!/[\p{L}\p{N}]/u.test(part)) return undefined
  const ending = args.end ?? ''
  const open = /(?:[?!…]|\.\.\.)$/u.test(part)
  const body =
    ending === 'keep'
      ? /[.?!…]$/u.test(part)
        ? part
        : `${part}.`
      : open
        ? part
        : part.replace(/(?<!\.)\.$/u, '') + ending
  if (lang !== locale.edition.language) return words(quoted(locale, body), slot, { lang })
  return { spans: quotedSpans(locale, body), from: slot.from }
}

/** The quote, only where it is a single sentence with nothing after it. */
const only: Format<QuoteSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const { text, lang } = readable(locale, slot.quote)
  const { rest } = splitQuote(text, lang, locale.grammar.abbreviations)
  return rest === '' ? inMarks(slot, args, sentenceContext) : undefined
}

function partOf(text: string, lang: string, part: QuoteSlot['part'], abbreviations: readonly string[]): string {
  if (part === 'whole') return text
  const { first, rest } = splitQuote(text, lang, abbreviations)
  return part === 'first' ? first : rest
}

/**
 * The language it was translated from, « de l'anglais »; not filled when it was not translated for this edition. With `named: no`
 * it prints nothing, where it was translated from a language that is not known, or back into that of the readers.
 */
const translated: Format<QuoteSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const { isTranslated } = readable(locale, slot.quote)
  if (!isTranslated) return undefined
  const isBack = slot.quote.lang === locale.edition.language
  const name = isBack ? undefined : languageName(slot.quote.lang, sentenceContext, args.word)
  if (args.named === 'no') return name ? undefined : { spans: [], from: slot.from }
  return name ? words(name, slot) : undefined
}

/** Who translated it: « la rédaction ». */
const translator: Format<QuoteSlot> = (slot, _args, { locale, term }) => {
  const { by } = readable(locale, slot.quote)
  if (!by) return undefined
  return { spans: term(`translator.${by}`)?.spans ?? [{ text: by }], from: slot.from }
}

/** The language it is left in, because nobody translated it. */
const foreign: Format<QuoteSlot> = (slot, args, sentenceContext) => {
  const { lang } = readable(sentenceContext.locale, slot.quote)
  const name =
    lang === sentenceContext.locale.edition.language ? undefined : languageName(lang, sentenceContext, args.word)
  return name ? words(name, slot) : undefined
}

export const quoteFormats: Readonly<Record<string, Format<QuoteSlot>>> = {
  '': inMarks,
  quote: inMarks,
  only,
  translated,
  translator,
  foreign,
}

/** A headline's words in a headline's marks. */
const marked: Format<HighlightSlot> = (slot, _args, { locale }) => {
  const { language } = locale.edition
  const own = slot.words[language]
  return own === undefined
    ? undefined
    : { spans: quotedSpans(locale, own, 'headline'), from: slot.from.map(at => `${at}/${language}`) }
}

/** The same, only when the words before it in the quote are an apology: the locale lists how (`cues.apology`). */
const apology: Format<HighlightSlot> = (slot, args, sentenceContext) => {
  const { locale, term } = sentenceContext
  const own = slot.words[locale.edition.language]
  if (own === undefined) return undefined
  const { text } = readable(locale, slot.quote)
  const before = text
    .slice(0, Math.max(text.indexOf(own), 0))
    .trimEnd()
    .replaceAll('’', "'")
    .toLowerCase()
  const cues =
    term('cues.apology')
      ?.spans.map(span => span.text)
      .join('')
      .split('|') ?? []
  if (!cues.some(cue => before.endsWith(cue))) return undefined
  return args.silent ? { spans: [], from: slot.from } : marked(slot, args, sentenceContext)
}

export const highlightFormats: Readonly<Record<string, Format<HighlightSlot>>> = { '': marked, apology }
