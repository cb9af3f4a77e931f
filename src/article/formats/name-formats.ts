import type { Named } from '../../fields/directory.ts'
import { adjective } from '../../language/adjective.ts'
import { agree, classOf } from '../../language/agreement.ts'
import { grammarPattern } from '../../language/grammar-pattern.ts'
import { list } from '../../language/list.ts'
import type { Noun } from '../../language/locale.ts'
import { numberInWords } from '../../language/number.ts'
import { joinWord, possessive, withArticle } from '../../language/phrase.ts'
import type { Slot } from '../../story/story.ts'
import { formOf, isProduct, nounOf, phraseNoun } from '../noun-phrases.ts'
import type { Format, SentenceContext } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import type { Args } from '../wording.ts'
import { nameWords } from './fixed-words.ts'
import { inPlaces } from './place-formats.ts'

type NamesSlot = Slot & { kind: 'names' }

/**
 * « Facebook, Instagram et Messenger »; `word` is put before each and contracts with it: « de Facebook et d'Instagram
 * ».
 */
const listed: Format<NamesSlot> = (slot, args, sentenceContext) =>
  named(listedNouns(sentenceContext.nouns(slot), slot, args, sentenceContext), slot, sentenceContext)

/** The words of names, with the borders of each. */
const named = (text: string, slot: NamesSlot, { locale }: SentenceContext) => nameWords(locale, text, slot.names, slot)

function listedNouns(nouns: readonly Noun[], slot: NamesSlot, args: Args, sentenceContext: SentenceContext): string {
  const again = listedAgain(slot, sentenceContext)
  if (again) return before(sentenceContext, again, args.word)
  const items = nouns.map(noun => before(sentenceContext, noun, args.word))
  const others = othersIn(slot, sentenceContext)
  if (others) items.push(withWord(args.word, others))
  return list(sentenceContext.locale, items, args.or ? 'or' : 'and')
}

/** « Ces services », of a long list that the text has given already. */
function listedAgain(slot: NamesSlot, { isListed, term, locale }: SentenceContext): Noun | undefined {
  if (!slot.more || !isListed(slot) || !slot.names.every(({ kind }) => kind === 'service')) return undefined
  const phrase = term('terms.these-services')
    ?.spans.map(({ text }) => text)
    .join('')
  return phrase === undefined ? undefined : phraseNoun(locale, phrase, undefined)
}

/** « 35 autres services », where the list shows the best known only. */
function othersIn({ more, names, among }: NamesSlot, { term, locale }: SentenceContext): string | undefined {
  if (!more) return undefined
  const key = among
    ? `terms.${among}`
    : names.every(({ kind }) => kind === 'service')
      ? 'terms.more-services'
      : 'terms.more'
  const phrase = term(key, { count: more })
  return phrase?.spans
    .map(span => span.text)
    .join('')
    .replace('#', numberInWords(locale, more))
}

/** As a headline begins: without the article of a common noun, « Internet mobile : … ». */
const titled: Format<NamesSlot> = (slot, args, sentenceContext) =>
  named(
    listedNouns(sentenceContext.nouns(slot).map(withoutArticle), slot, args, sentenceContext),
    slot,
    sentenceContext,
  )

/** A lower-case article is dropped; a capital one is part of the name: « La Poste ». */
function withoutArticle(noun: Noun): Noun {
  const { article, ...bare } = noun
  return article === undefined || article !== article.toLowerCase() ? noun : bare
}

/**
 * Common nouns with whose they are before them, "Rogers' mobile network", after the names of services that have one,
 * "Interac and Desjardins's online banking"; others as they are (`or` says how).
 */
const ofOwner =
  (or: Format<NamesSlot>): Format<NamesSlot> =>
  (slot, args, sentenceContext) => {
    const { slots, locale } = sentenceContext
    const { owner } = slots
    const [name] = owner?.kind === 'names' ? owner.names : []
    if (!owner || !name) return or(slot, args, sentenceContext)
    const nouns = sentenceContext.nouns(slot)
    const brands = nouns.filter((_, nth) => !slot.names[nth]?.common)
    const [first, ...rest] = nouns.filter((_, nth) => slot.names[nth]?.common).map(withoutArticle)
    if (!first) return or(slot, args, sentenceContext)
    const owning = nounOf(locale, name)
    // As headlines say it: "Orange mobile calls"; a name with an article keeps its ending.
    const whose = args.adjunct && owning.article === undefined ? owning.text : possessive(locale, owning)
    const theirs = { ...first, text: `${whose} ${first.text}` }
    const text = listedNouns([...brands, theirs, ...rest], slot, args, sentenceContext)
    return nameWords(locale, text, [...slot.names, name], { from: [...slot.from, ...owner.from] })
  }

const withWord = (word: string | undefined, text: string): string => (word ? `${word} ${text}` : text)

function before({ locale }: SentenceContext, noun: Noun, word: string | undefined): string {
  return word ? joinWord(locale, word, noun) : withArticle(locale, noun)
}

/** The form that agrees with the names: `agree(s: est; p: sont)`. */
const agreed: Format<NamesSlot> = (slot, args, sentenceContext) =>
  words(agree(sentenceContext.locale, classOfNames(slot, sentenceContext), args), { ...slot, from: [] })

function classOfNames(slot: NamesSlot, { locale, nouns }: SentenceContext): string {
  const classes = nouns(slot).map(noun => noun.class)
  return classOf(locale, slot.more ? [...classes, locale.grammar.default_class, locale.grammar.default_class] : classes)
}

/** One field of a single name's forms, as a phrase: its description, its second mention. */
function phraseOf(
  field: 'what' | 'formerly' | 'called' | 'short' | 'noun' | 'via',
  cls?: 'called_class' | 'short_class' | 'noun_class',
): Format<NamesSlot> {
  return (slot, args, { locale }) => {
    const [only, ...others] = slot.names
    if (!only || others.length > 0) return undefined
    if (CALLING.has(field) && isProduct(only)) return undefined
    const form = formOf(locale, only)
    const phrase = form[field]
    if (!phrase) return undefined
    const noun = phraseNoun(locale, phrase, cls && form[cls])
    if (args.agree) return words(agree(locale, noun.class, args), { ...slot, from: [] })
    return words(args.word ? joinWord(locale, args.word, noun) : withArticle(locale, noun), slot)
  }
}

/** What stands for the name itself. */
const CALLING: ReadonlySet<string> = new Set(['called', 'short', 'noun'])

/**
 * As a second mention calls it, only once the text has named it: « le groupe japonais » alone would leave readers
 * guessing.
 */
const called: Format<NamesSlot> = (slot, args, sentenceContext) =>
  slot.names.every(name => sentenceContext.knows(name.id) && isCalledAlone(name, sentenceContext))
    ? phrased(slot, args, sentenceContext)
    : undefined

function isCalledAlone(name: Named, { locale, means }: SentenceContext): boolean {
  const { called: phrase, called_class: cls } = formOf(locale, name)
  return phrase === undefined || means(phraseNoun(locale, phrase, cls).text, name)
}

const phrased = phraseOf('called', 'called_class')

/** Its description, unless an earlier sentence has given it. */
const described: Format<NamesSlot> = (slot, args, sentenceContext) =>
  slot.names.some(({ id }) => sentenceContext.knows(id)) ? undefined : explained(slot, args, sentenceContext)

const explained = phraseOf('what')

/** « dans un communiqué et sur le réseau social X ». */
const said: Format<NamesSlot> = (slot, args, sentenceContext) => {
  if (isInFrame(slot, sentenceContext)) return undefined
  const ways = slot.names.map(name => channelled({ ...slot, names: [name] }, args, sentenceContext))
  const texts = ways.flatMap(way => way?.spans.map(({ text }) => text).join('') ?? [])
  return texts.length < ways.length ? undefined : words(list(sentenceContext.locale, texts), slot)
}

/** Whether the sentence typed around somebody's words names the channel itself. */
function isInFrame({ names }: NamesSlot, { slots: { frame }, locale }: SentenceContext): boolean {
  const typed = frame?.kind === 'frame' ? (frame.frame[locale.edition.language] ?? '') : ''
  return names.some(name => typed.includes(nounOf(locale, name).text))
}

const channelled = phraseOf('via')

/** « en Belgique et au Luxembourg », « dans le Nord et dans sept autres départements ». */
const placed =
  (field: 'in' | 'to' | 'of'): Format<NamesSlot> =>
  (slot, args, sentenceContext) => {
    const { locale } = sentenceContext
    const named = inPlaces(locale, slot.names, field)
    const others = slot.among && othersIn(slot, sentenceContext)
    const text = others ? list(locale, [named, withoutEcho(others, named, slot, sentenceContext)]) : named
    return words(args.country && !others ? inTheirCountry(text, slot.names, sentenceContext) : text, slot)
  }

/** « dans la province de Liège et deux autres »: what the first name says already is not said again. */
function withoutEcho(others: string, named: string, slot: NamesSlot, context: SentenceContext): string {
  const noun = /\p{L}+$/u.exec(others)?.[0] ?? ''
  const isEcho = named.includes(slot.more === 1 ? noun : noun.slice(0, -1))
  const among = (slot.among ?? '').replace('more', 'again')
  return isEcho ? (othersIn({ ...slot, among }, context) ?? others) : others
}

/** « au Chesnay (France) », "in Le Chesnay (France)": with the country they lie in, where readers do not live there. */
function inTheirCountry(text: string, places: readonly Named[], { locale, term }: SentenceContext): string {
  const country = places[0]?.lies?.within
  // By id: a country that is read twice is two records.
  const isOne = places.every(({ lies }) => lies?.within?.id === country?.id)
  if (!country || !isOne || country.id === locale.edition.home || places.some(({ lies }) => lies?.known)) return text
  const name = nounOf(locale, country).text
  if (places.some(place => nounOf(locale, place).text.includes(name))) return text
  const frame = term('terms.in-country')?.spans.map(span => span.text)
  return frame ? frame.join('').replace('#', text).replace('@', name) : text
}

/**
 * After a place described in words: « au large d'Abidjan », "off the coast of Abidjan", "in a data centre in Abidjan"; after
 * words with a comma of their own, apart.
 */
const beside: Format<NamesSlot> = (slot, args, { locale, slots }) => {
  const described = slots.where ?? (args.of ? slots[args.of] : undefined)
  const own = described?.kind === 'text' ? described.text[locale.edition.language] : undefined
  if (own === undefined) return words(` ${inPlaces(locale, slot.names)}`, slot)
  if (own.includes(',')) return words(`, ${inPlaces(locale, slot.names)}`, slot)
  const field = grammarPattern(locale.grammar.place_of, 'iu').test(own) ? 'of' : 'in'
  return words(` ${inPlaces(locale, slot.names, field)}`, slot)
}

/** "Meta's". */
const owned: Format<NamesSlot> = (slot, _args, sentenceContext) => {
  const { locale, nouns } = sentenceContext
  // A description between name and ending would break the possessive.
  const all = nouns(slot).map((noun, nth) =>
    noun.text.endsWith(',') ? nounOf(locale, slot.names[nth] as Named) : noun,
  )
  const last = all.at(-1)
  if (!last) return undefined
  const theirs = list(locale, [...all.slice(0, -1).map(noun => withArticle(locale, noun)), possessive(locale, last)])
  return named(theirs, slot, sentenceContext)
}

/** Filled for exactly one name, so that a wording can say « le service » in the singular. */
const single: Format<NamesSlot> = (slot, args, sentenceContext) =>
  slot.names.length === 1 && !slot.more ? apposed(slot, args, sentenceContext) : undefined

/** Filled for several names only. */
const several: Format<NamesSlot> = (slot, args, sentenceContext) =>
  slot.names.length > 1 || slot.more ? apposed(slot, args, sentenceContext) : undefined

/**
 * `bare: yes` after a word that has the article and says what they are: « les numéros d'urgence 112 et 100 », though « le
 * 112 » stands alone.
 */
const apposed: Format<NamesSlot> = (slot, args, sentenceContext) => {
  if (!args.bare) return listed(slot, args, sentenceContext)
  const nouns = slot.names.map(name => withoutArticle(nounOf(sentenceContext.locale, name)))
  return named(listedNouns(nouns, slot, args, sentenceContext), slot, sentenceContext)
}

/** « Belge », « canadienne »: as it agrees with a noun of the class that the wording names, `demonym(class: fs)`. */
const placeAdjective: Format<NamesSlot> = (slot, args, { locale }) => {
  const [only, ...others] = slot.names
  const form = only && others.length === 0 ? formOf(locale, only).demonym : undefined
  return form === undefined ? undefined : words(args.class ? adjective(locale, form, args.class) : form, slot)
}

export const namesFormats: Readonly<Record<string, Format<NamesSlot>>> = {
  '': listed,
  list: listed,
  after: listed,
  title: titled,
  owned: ofOwner(listed),
  owned_title: (slot, args, context) => ofOwner(titled)(slot, { ...args, adjunct: 'yes' }, context),
  single,
  several,
  agree: agreed,
  noun: phraseOf('noun', 'noun_class'),
  what: described,
  formerly: phraseOf('formerly'),
  called,
  short: phraseOf('short', 'short_class'),
  via: said,
  demonym: placeAdjective,
  possessive: owned,
  in: placed('in'),
  to: placed('to'),
  of: placed('of'),
  beside,
}
