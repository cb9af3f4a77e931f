import type { Quote } from '../../incident/incident.ts'
import { quoted, splitQuote } from '../../language/quote.ts'
import type { Tongue } from '../../language/tongue.ts'
import type { Slot } from '../../story/story.ts'
import type { Format } from '../telling.ts'
import { words } from '../telling.ts'
import { languageName } from './texts.ts'

type Quoted = Slot & { kind: 'quote' }
type Highlight = Slot & { kind: 'highlight' }

/** What an edition's readers read of a quote: the original in their language, its translation, or the original as it is. */
function readable(tongue: Tongue, quote: Quote): { text: string; lang: string; translatedBy?: string } {
  const { language } = tongue.edition
  const translation = quote.translations[language]
  if (quote.lang === language || !translation) return { text: quote.text, lang: quote.lang }
  return { text: translation.text, lang: language, translatedBy: translation.by }
}

/**
 * The quote in the edition's marks. Its final point gives way to the wording's own (`end: ,` puts a comma inside the
 * marks, as English does); `end: keep` keeps it inside. With `own: yes` only words that nobody translated.
 */
const inMarks: Format<Quoted> = (slot, args, { tongue }) => {
  const { text, lang, translatedBy } = readable(tongue, slot.quote)
  if (args.own && translatedBy !== undefined) return undefined
  const part = partOf(text.trim(), lang, slot.part, tongue.grammar.abbreviations)
  // « … » alone stands for words nobody recorded: it is no quote.
  if (!/[\p{L}\p{N}]/u.test(part)) return undefined
  const ending = args.end ?? ''
  const open = /[?!…]$/u.test(part)
  const body =
    ending === 'keep' ? (/[.?!…]$/u.test(part) ? part : `${part}.`) : open ? part : part.replace(/\.$/u, '') + ending
  return words(quoted(tongue, body), slot, lang === tongue.edition.language ? undefined : { lang })
}

/** The quote, only where it is a single sentence: nothing of it follows. */
const only: Format<Quoted> = (slot, args, sentencing) => {
  const { tongue } = sentencing
  const { text, lang } = readable(tongue, slot.quote)
  const { rest } = splitQuote(text, lang, tongue.grammar.abbreviations)
  return rest === '' ? inMarks(slot, args, sentencing) : undefined
}

function partOf(text: string, lang: string, part: Quoted['part'], abbreviations: readonly string[]): string {
  if (part === 'whole') return text
  const { first, rest } = splitQuote(text, lang, abbreviations)
  return part === 'first' ? first : rest
}

/** The language it was translated from, « de l'anglais »; not filled when it was not translated for these readers. */
const translated: Format<Quoted> = (slot, args, sentencing) => {
  const { translatedBy } = readable(sentencing.tongue, slot.quote)
  const name = translatedBy && languageName(slot.quote.lang, sentencing, args.word)
  return name ? words(name, slot) : undefined
}

/** Who translated it: « la rédaction ». */
const translator: Format<Quoted> = (slot, _args, { tongue, term }) => {
  const { translatedBy } = readable(tongue, slot.quote)
  if (!translatedBy) return undefined
  return { spans: term(`translator.${translatedBy}`)?.spans ?? [{ text: translatedBy }], from: slot.from }
}

/** The language it is left in, because nobody translated it. */
const foreign: Format<Quoted> = (slot, args, sentencing) => {
  const { lang } = readable(sentencing.tongue, slot.quote)
  const name = lang === sentencing.tongue.edition.language ? undefined : languageName(lang, sentencing, args.word)
  return name ? words(name, slot) : undefined
}

export const quoteFormats: Readonly<Record<string, Format<Quoted>>> = {
  '': inMarks,
  quote: inMarks,
  only,
  translated,
  translator,
  foreign,
}

/** A headline's words in a headline's marks. */
const marked: Format<Highlight> = (slot, _args, { tongue }) => {
  const { language } = tongue.edition
  const own = slot.words[language]
  return own === undefined
    ? undefined
    : { spans: [{ text: quoted(tongue, own, 'headline') }], from: slot.from.map(at => `${at}/${language}`) }
}

/** The same, only when the words before it in the quote say sorry: the locale lists how (`cues.apology`). */
const apology: Format<Highlight> = (slot, args, sentencing) => {
  const { tongue, term } = sentencing
  const own = slot.words[tongue.edition.language]
  if (own === undefined) return undefined
  const { text } = readable(tongue, slot.quote)
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
  return args.silent ? { spans: [], from: slot.from } : marked(slot, args, sentencing)
}

export const highlightFormats: Readonly<Record<string, Format<Highlight>>> = { '': marked, apology }
