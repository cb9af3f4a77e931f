import { slugOf } from '../../foundation/slug.ts'
import { isInPresent, isLeaning } from '../../language/clause-tense.ts'
import { grammarPattern } from '../../language/grammar-pattern.ts'
import { list } from '../../language/list.ts'
import type { Locale } from '../../language/locale.ts'
import { phone } from '../../language/numeral.ts'
import { joinWord, withArticle } from '../../language/phrase.ts'
import { marks, quoted } from '../../language/quote.ts'
import { inOwnStyle } from '../../language/typed-text.ts'
import type { Slot } from '../../story/story.ts'
import type { Span } from '../article.ts'
import { phraseNoun } from '../noun-phrases.ts'
import type { Filled, Format, SentenceContext } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import { nameSpans, typedSpan } from './fixed-words.ts'

type Typed = Slot & { kind: 'text' }
type Texts = Slot & { kind: 'texts' }
type Verbatim = Slot & { kind: 'verbatim' }
type Verbatims = Slot & { kind: 'verbatims' }

/**
 * A text in the edition's language, without its final point: the wording ends the sentence. Missing in this language,
 * it is quoted in another, which is named, so that nothing is lost.
 */
export const clause: Format<Typed> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const { language } = locale.edition
  const own = slot.text[language]
  if (own !== undefined) {
    const from = slot.from.map((pointer, index) => (index === 0 ? `${pointer}/${language}` : pointer))
    const bare = inOwnStyle(locale, withoutPoint(own.trim(), locale))
    const text = args.word ? withWordBefore(locale, args.word, withoutCapital(locale, bare)) : bare
    return { spans: typedSpans(text, sentenceContext), from }
  }
  const [lang, foreign] = Object.entries(slot.text)[0] ?? []
  if (!lang || !foreign) return undefined
  const languageCalled = languageName(lang, sentenceContext) ?? ''
  const mark = languageCalled ? sentenceContext.term('terms.in-language') : undefined
  const marked =
    mark?.spans
      .map(({ text }) => text)
      .join('')
      .replace('#', languageCalled) ?? ''
  return {
    spans: [
      ...(args.word ? [{ text: `${args.word} ` }] : []),
      { text: quoted(locale, foreign.trim().replace(/(?<!\.)\.$/u, '')), lang },
      ...(marked ? [{ text: ` ${marked}` }] : []),
    ],
    from: slot.from.map(pointer => `${pointer}/${lang}`),
  }
}

/** Words typed by an editor; names of the story in them keep their own marks: « Hello bank! est en panne ». */
function typedSpans(text: string, { locale, slots }: SentenceContext): readonly Span[] {
  if (!/[^\p{L}\p{N}\s'’.,-]/u.test(text)) return [typedSpan(text)]
  const named = Object.values(slots).flatMap(slot => (slot.kind === 'names' ? slot.names : []))
  return nameSpans(locale, text, named, typedSpan)
}

/** « à la chute d'un arbre et à un orage »: where the language repeats a word, before each noun with an article of its own. */
function withWordBefore(locale: Locale, word: string, text: string): string {
  const { repeat_word, determiners, and } = locale.grammar.list
  const items = repeat_word ? text.split(and.two) : [text]
  const isRepeated = items.every(item => determiners.some(begin => item.startsWith(begin)))
  const nouns = isRepeated ? items : [text]
  return list(
    locale,
    nouns.map(noun => joinWord(locale, word, phraseNoun(locale, noun, undefined))),
  )
}

/** Drops the final point, unless it belongs to the last word: "at 8 a.m.", « Acme S.A. » */
export const withoutPoint = (text: string, { grammar: { abbreviations } }: Locale): string =>
  abbreviations.includes(text.slice(text.search(/\S+$/u)))
    ? text
    : text.replace(/(?<!\.|(?<!\p{L})\p{Lu}\.\p{Lu})\.$/u, '')

/** Only a text that goes on with the sentence it stands in, by how it begins: « soit un quart de ses clients ». */
const aside: Format<Typed> = (slot, args, sentenceContext) => {
  const { edition, grammar } = sentenceContext.locale
  const own = slot.text[edition.language]?.trim() ?? ''
  const isAside = grammar.asides.some(begin => grammarPattern(begin).test(own)) && !/[.!?…]\s/u.test(own)
  return isAside ? clause(slot, args, sentenceContext) : undefined
}

/** Only a text that says itself what it is about: not one that begins with a pronoun. */
const named: Format<Typed> = (slot, args, sentenceContext) => {
  const { edition, grammar } = sentenceContext.locale
  const isNamed = !isLeaning(grammar.clauses ?? { leaning: [] }, slot.text[edition.language] ?? '')
  return isNamed ? clause(slot, args, sentenceContext) : undefined
}

/** The same within a sentence: not for a text that begins with a capital, as a sentence of its own or as a name. */
const inner: Format<Typed> = (slot, args, sentenceContext) => {
  const { language } = sentenceContext.locale.edition
  const own = withoutCapital(sentenceContext.locale, slot.text[language]?.trim() ?? '')
  if (/^\p{Lu}|[.!?…]\s+\p{Lu}/u.test(own)) return undefined
  return clause({ ...slot, text: { ...slot.text, ...(own && { [language]: own }) } }, args, sentenceContext)
}

/**
 * What somebody says as a clause, after a word (`word: que`, `word: that`) that the editor may have typed, or without it. With
 * `is: present` or `is: past` just for a clause in that tense.
 */
const reported: Format<Typed> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const { edition, grammar } = locale
  const own = slot.text[edition.language]
  if (own === undefined) return undefined
  const isPresent = grammar.clauses !== undefined && isInPresent(grammar.clauses, own)
  if (args.is !== undefined && (args.is === 'present') !== isPresent) return undefined
  const bare = withoutCapital(locale, withoutPoint(withoutWord(locale, own.trim(), args.typed ?? args.word), locale))
  const text = inOwnStyle(locale, bare)
  const from = slot.from.map((pointer, index) => (index === 0 ? `${pointer}/${edition.language}` : pointer))
  // A clause is one, whatever it joins: « tout pour maintenir les soins et les consultations ».
  const clause = args.word ? joinWord(locale, args.word, phraseNoun(locale, text, undefined)) : text
  return { spans: typedSpans(clause, sentenceContext), from }
}

/** « que son réseau tient » and « qu'il tient » without the word that the sentence puts there itself. */
export function withoutWord({ grammar: { before_vowel } }: Locale, text: string, word: string | undefined): string {
  const [first = ''] = text.split(' ')
  if (word === undefined) return text
  if (first.toLowerCase() === word) return text.slice(first.length).trimStart()
  const elided = before_vowel[word]
  const start = text
    .slice(0, elided?.length ?? 0)
    .replace('’', "'")
    .toLowerCase()
  return elided !== undefined && start === elided ? text.slice(elided.length) : text
}

/** A clause typed with a capital is part of a sentence of ours; a name keeps its own. */
export function withoutCapital({ grammar: { clauses, articles } }: Locale, text: string): string {
  const small = text.charAt(0).toLowerCase() + text.slice(1)
  const begins = (word: string) => small.startsWith(/['’]$/u.test(word) ? word : `${word} `)
  return [...articles, ...(clauses?.small ?? [])].some(begins) ? small : text
}

/**
 * What stands before a colon in a list, « Police de Liège : 04 … »: without the article and the word before it that editors
 * type in one entry and not in another.
 */
const label: Format<Typed> = (slot, args, sentenceContext) => {
  const { edition, grammar } = sentenceContext.locale
  const own = slot.text[edition.language]?.trim()
  if (own === undefined) return clause(slot, args, sentenceContext)
  const bare = grammar.label.reduce((text, pattern) => text.replace(grammarPattern(pattern), ''), own)
  return clause({ ...slot, text: { ...slot.text, [edition.language]: bare } }, args, sentenceContext)
}

/** Only a text that the edition's language lacks, in another that is named. */
const foreign: Format<Typed> = (slot, args, sentenceContext) =>
  slot.text[sentenceContext.locale.edition.language] === undefined ? clause(slot, args, sentenceContext) : undefined

/** The name of a language: « anglais », with a word before it that contracts with it, « de l'anglais ». */
export function languageName(lang: string, { locale, term }: SentenceContext, word?: string): string | undefined {
  const phrase = term(`languages.${lang}`)
    ?.spans.map(({ text }) => text)
    .join('')
  if (!phrase) return undefined
  const noun = phraseNoun(locale, phrase, undefined)
  if (word) return joinWord(locale, word, noun)
  return word === '' ? withArticle(locale, noun) : noun.text
}

/** After the text that it completes: apart, where that has commas of its own. */
const beside: Format<Typed> = (slot, args, sentenceContext) => {
  const filled = clause(slot, args, sentenceContext)
  const { text: before } = sentenceContext.slots
  const own = before?.kind === 'text' ? before.text[sentenceContext.locale.edition.language] : undefined
  return filled && { ...filled, spans: [{ text: own?.includes(',') ? ', ' : ' ' }, ...filled.spans] }
}

export const textFormats: Readonly<Record<string, Format<Typed>>> = {
  '': clause,
  clause,
  after: clause,
  aside,
  inner,
  named,
  beside,
  reported,
  foreign,
  label,
}

/** Several of these: what is ruled out, « la foudre et une cyberattaque »; a term is one of the locale's own words. */
const enumerated: Format<Texts> = (slot, args, sentenceContext) => {
  const items = slot.texts.map(one =>
    typeof one === 'string'
      ? withWord(sentenceContext.term(one), args.word, sentenceContext)
      : clause({ kind: 'text', text: one, from: [] }, args, sentenceContext),
  )
  const texts = items.map(item => item?.spans.map(({ text }) => text).join('') ?? '')
  if (texts.includes('')) return undefined
  return { spans: [typedSpan(list(sentenceContext.locale, texts, args.or ? 'or' : 'and'))], from: slot.from }
}

function withWord(term: Filled | undefined, word: string | undefined, { locale }: SentenceContext): Filled | undefined {
  if (!term || word === undefined) return term
  const text = term.spans.map(span => span.text).join('')
  return { ...term, spans: [{ text: joinWord(locale, word, phraseNoun(locale, text, undefined)) }] }
}

export const textsFormats: Readonly<Record<string, Format<Texts>>> = { '': enumerated, list: enumerated }

/** Letter for letter; `quoted` in marks, as an error text is shown. */
const asIs: Format<Verbatim> = slot => words(slot.text, slot, { verbatim: true, ...(slot.lang && { lang: slot.lang }) })

const inMarks: Format<Verbatim> = (slot, _args, { locale }) => {
  const [open, close] = marks(locale)
  return { spans: [{ text: open }, { text: slot.text, verbatim: true }, { text: close }], from: slot.from }
}

/** A number that one calls, in the groups in which it was typed. */
const called: Format<Verbatim> = slot => words(phone(slot.text), slot, { verbatim: true })

export const verbatimFormats: Readonly<Record<string, Format<Verbatim>>> = { '': asIs, quoted: inMarks, phone: called }

/** Words that the language has a term for in their place, « le web et les téléviseurs connectés » for `web` and `smart TV`. */
const joined: Format<Verbatims> = (slot, _args, { locale, term }) => ({
  spans: [
    typedSpan(
      list(
        locale,
        slot.texts.map(text => textOf(term(`platforms.${slugOf(text)}`)) || text),
      ),
    ),
  ],
  from: slot.from,
})

const textOf = (filled: Filled | undefined): string => filled?.spans.map(({ text }) => text).join('') ?? ''

export const verbatimsFormats: Readonly<Record<string, Format<Verbatims>>> = { '': joined, list: joined }
