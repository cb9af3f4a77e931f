import type { Form, Named } from '../../fields/directory.ts'
import { agree, classOf } from '../../language/agreement.ts'
import { respell } from '../../language/edition-spelling.ts'
import type { Locale, Noun } from '../../language/locale.ts'
import { joinWord, withArticle } from '../../language/phrase.ts'
import { classOfPhrase } from '../../language/phrase-class.ts'
import type { Slot, SpeakerSlot } from '../../story/story.ts'
import { formOf, introduced, isProduct, nounOf, phraseNoun } from '../noun-phrases.ts'
import { unnamedKey } from '../second-mention.ts'
import type { Filled, Format, SentenceContext } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import type { Args } from '../wording.ts'
import { nameSpans, typedSpan } from './fixed-words.ts'

/**
 * « Meta », « le centre de crise », « un internaute », « Anne Roy, directrice technique »; `word` contracts with it.
 * With `titled: only` just for a speaker who is named with a role, so that a wording can set them after the verb; with
 * `titled: no` just for the others.
 */
const named: Format<SpeakerSlot> = (slot, args, sentenceContext) =>
  slot.speaker.and ? severally(slot, args, sentenceContext) : alone(slot, args, sentenceContext)

/** « La police et le Premier ministre », each with the word before it where the language repeats it. */
function severally(slot: SpeakerSlot, args: Args, sentenceContext: SentenceContext): Filled | undefined {
  if (args.titled === 'only') return undefined
  const { between, and, repeat_word } = sentenceContext.locale.grammar.list
  const all = eachOf(slot)
  const filled = all.map((one, nth) => {
    const { word, ...rest } = args
    const isLed = word !== undefined && (nth === 0 || repeat_word)
    const isLast = nth === all.length - 1
    // « La police, une autorité, et le maire »: what one is ends before the next.
    const own = isLast || nth === all.length - 2 ? { ...rest, end: isLast ? (args.end ?? '') : ',' } : rest
    return alone(one, isLed ? { ...own, word } : own, sentenceContext)
  })
  if (filled.some(one => one === undefined)) return undefined
  const spans = filled.flatMap((one, nth) => {
    const joint = nth === 0 ? '' : nth < all.length - 1 ? between : all.length === 2 ? and.two : and.last
    return [...(joint ? [{ text: joint }] : []), ...(one?.spans ?? [])]
  })
  return { spans, from: slot.from }
}

const eachOf = (slot: SpeakerSlot): SpeakerSlot[] => {
  const { and = [], ...first } = slot.speaker
  return [first, ...and].map(speaker => ({ ...slot, speaker }))
}

const alone: Format<SpeakerSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const part = args.role !== undefined ? undefined : descriptionOf(slot, sentenceContext)
  const { name } = slot.speaker
  // What it is stands after the bare name: not « la banque Atlas, une banque en ligne ».
  const isSaid = name !== undefined && part !== undefined && COMPANIES.has(name.kind)
  const bare = isSaid ? nounOf(locale, name) : speakerNoun(slot, sentenceContext)
  const noun = (args.role === 'title' && officeOf(slot, locale)) || bare
  if (!noun) return undefined
  const text = args.word ? joinWord(locale, args.word, noun) : withArticle(locale, noun)
  const isDescribed = part !== undefined || TYPED_DESCRIPTION.test(text)
  if (args.titled !== undefined && (args.titled === 'only') !== isDescribed) return undefined
  const who = name ? nameSpans(locale, text, [name]) : [typedSpan(text)]
  const described = part ? [...who, { text: ', ' }, typedSpan(part)] : who
  const spans = isDescribed ? [...described, { text: args.end ?? '' }] : who
  return { spans, from: slot.from }
}

/** « Élise, consultante de 29 ans »: typed with what they are. */
const TYPED_DESCRIPTION = /\p{L}, \p{L}/u

/** Somebody by their office, where few readers know the name: « la ministre de la Santé », "health minister". */
function officeOf({ speaker: { kind, name, role } }: SpeakerSlot, locale: Locale): Noun | undefined {
  const office = role?.[locale.edition.language]
  if (kind !== 'person' || !name || office === undefined || (name.rank ?? UNRANKED) <= WELL_KNOWN_RANK) return undefined
  if (office.length > LONGEST_OFFICE || /^\p{Lu}\p{Ll}|[,;]/u.test(office)) return undefined
  const { class: own } = nounOf(locale, name)
  const article = locale.grammar.apposition_article[own]
  return { text: office, class: own, ...(article && { article }) }
}

/** A longer one leaves no room in a title. */
const LONGEST_OFFICE = 36

/**
 * The description of a speaker at the first mention: the role that the file gives, else what the directory says of a
 * person, of an authority whose article leaves no room for a word before its name (« le CRTC »), or of a counting
 * site, unless the sentence explains that by itself.
 */
export function descriptionOf(
  { speaker: { name, role } }: SpeakerSlot,
  { locale, knows, explains, slots }: SentenceContext,
): string | undefined {
  if (name && isCompanyToExplain(name, locale) && !explains(name.id)) return formOf(locale, name).what
  if (name !== undefined && knows(name.id)) return undefined
  const own = role?.[locale.edition.language]
  if (own !== undefined || name === undefined) return own
  const { what } = formOf(locale, name)
  const isBare = introduced(locale, name) === nounOf(locale, name)
  const isDue =
    name.kind === 'person' ||
    (name.kind === 'authority' && isBare && (name.rank ?? UNRANKED) > WELL_KNOWN_RANK) ||
    (name.kind === 'counter' && isBare && !slots.explained)
  return what !== undefined && isDue ? respell(locale.edition, what) : undefined
}

const COMPANIES: ReadonlySet<Named['kind']> = new Set(['company'])

/**
 * Whether what a little-known company is says more than its noun, in any language: « l'opérateur » and « la filiale d'un groupe
 * de … ».
 */
function isCompanyToExplain(name: Named, locale: Locale): boolean {
  const { what, noun } = formOf(locale, name)
  if (COMPANIES.has(name.kind) && what && isFromElsewhere(name, locale)) return true
  if (!COMPANIES.has(name.kind) || !what || !noun || (name.rank ?? UNRANKED) <= WELL_KNOWN_COMPANY) return false
  return Object.values(name.forms).some(form => wordsBeyond(form) >= MORE_THAN_A_NOUN)
}

/** Whether only readers of another country know it. */
const isFromElsewhere = ({ home }: Named, { edition }: Locale): boolean => home !== undefined && home !== edition.home

/** How many long words a description has beside those of the noun. */
function wordsBeyond({ what = '', noun = '' }: Form): number {
  const own = noun.toLowerCase()
  return (what.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter(word => !own.includes(word)).length
}

const WELL_KNOWN_COMPANY = 2
const MORE_THAN_A_NOUN = 4

/** Authorities of this rank need no description anywhere: the police, the European Commission. */
const WELL_KNOWN_RANK = 1
const UNRANKED = 9

/**
 * Only when the text does not name them already, by their name or as what they are: « Rogers créditera ses clients, selon Rogers »
 * would repeat the name.
 */
const other: Format<SpeakerSlot> = (slot, args, sentenceContext) =>
  isNamedInText(slot, sentenceContext) ? undefined : named(slot, args, sentenceContext)

/** Whether what an editor typed names them already, by their name or as what they are. */
function isNamedInText(slot: SpeakerSlot, sentenceContext: SentenceContext): boolean {
  const { locale, slots } = sentenceContext
  const { name, called } = slot.speaker
  const typed = typedText(slots.frame ?? slots.text, locale.edition.language).toLowerCase()
  const own = called?.[locale.edition.language]
  const known = name
    ? [nounOf(locale, name).text, ...(slots.frame ? mentionsOf(formOf(locale, name)) : [])]
    : slots.frame
      ? companyMentions(slot, sentenceContext)
      : []
  const names = own ? [...known, own] : known
  if (slots.frame && name?.kind === 'person' && isPersonIn(typed, name, locale)) return true
  return names.some(one => typed.includes(one.toLowerCase()))
}

/** Whether a sentence around somebody's words names a person by the surname, or begins with « il », "she". */
function isPersonIn(typed: string, name: Named, locale: Locale): boolean {
  const surname = nounOf(locale, name).text.split(' ').at(-1)?.toLowerCase() ?? ''
  const words: readonly string[] = typed.match(/[\p{L}'’-]+/gu) ?? []
  const pronouns = Object.values(locale.grammar.persons.pronouns)
  return (surname.length > 2 && words.includes(surname)) || pronouns.some(pronoun => pronoun === words[0])
}

/** Where the text names them already, what they are: « Brisemar crédite ses clients, selon l'opérateur ». */
const repeated: Format<SpeakerSlot> = (slot, args, sentenceContext) => {
  if (slot.speaker.and || !isNamedInText(slot, sentenceContext)) return named(slot, args, sentenceContext)
  const { locale, slots } = sentenceContext
  const { name } = slot.speaker
  const form = name && formOf(locale, name)
  const cls = form && (form.noun_class ?? nounOf(locale, name).class)
  const article = cls && locale.grammar.definite_article[cls]
  const typed = typedText(slots.text, locale.edition.language)
  if (!form?.noun || article === undefined || typed.includes(form.noun)) return named(slot, args, sentenceContext)
  const noun = { text: form.noun, class: cls ?? '', article }
  return words(args.word ? joinWord(locale, args.word, noun) : withArticle(locale, noun), slot)
}

/** Whose spokesperson or page it is, and what it is called: a sentence around its words that says so names it. */
function companyMentions(slot: SpeakerSlot, sentenceContext: SentenceContext): string[] {
  const { company } = sentenceContext.slots
  const names = company?.kind === 'names' ? company.names.map(name => nounOf(sentenceContext.locale, name).text) : []
  const again = unnamedAs(slot, sentenceContext, '-again')
  return again ? [...names, again.text] : names
}

const mentionsOf = ({ noun, called, short: again }: Form): string[] => [noun, called, again].flatMap(one => one ?? [])

function typedText(slot: Slot | undefined, language: string): string {
  if (slot?.kind === 'text') return slot.text[language] ?? ''
  return slot?.kind === 'frame' ? (slot.frame[language] ?? '') : ''
}

/** A second mention: « le groupe »; « il » belongs to the wording. */
const short: Format<SpeakerSlot> = (slot, args, { locale, means }) => {
  const { name, and } = slot.speaker
  if (and) return undefined
  const form = name && formOf(locale, name)
  const phrase = form?.short ?? form?.called
  if (!name || !form || !phrase || isProduct(name)) return undefined
  const noun = phraseNoun(locale, phrase, form.short_class ?? form.called_class)
  if (!means(noun.text, name)) return undefined
  if (args.agree) return words(agree(locale, noun.class, args), { ...slot, from: [] })
  return words(args.word ? joinWord(locale, args.word, noun) : withArticle(locale, noun), slot)
}

/** Only for a speaker with a personal pronoun, « il » or « elle »: `pronoun(ms: il; fs: elle)`. */
const pronoun: Format<SpeakerSlot> = (slot, args, { locale }) => {
  const { kind, name, and } = slot.speaker
  if (kind !== 'person' || !name || and) return undefined
  return words(agree(locale, nounOf(locale, name).class, args), slot)
}

/** The same by the grammar's own pronouns, of a person only where the class says whether it is « il » or « elle ». */
const personal: Format<SpeakerSlot> = (slot, args, sentenceContext) => {
  const { pronouns } = sentenceContext.locale.grammar
  const { kind, name, and } = slot.speaker
  if (and) return named(slot, args, sentenceContext)
  const text =
    kind === 'person' || !name
      ? personPronoun(name, sentenceContext.locale)
      : pronouns[speakerNoun(slot, sentenceContext)?.class ?? '']
  return text === undefined ? named(slot, args, sentenceContext) : words(text, slot)
}

/** « il », "she": by the class of a person's name, or by the one that another language gives it. */
function personPronoun(name: Named | undefined, locale: Locale): string | undefined {
  const { pronouns } = locale.grammar.persons
  const own = name && formOf(locale, name).class
  const classes = [own, ...Object.values(name?.forms ?? {}).map(form => form.class)]
  return classes.map(cls => pronouns[cls ?? '']).find(text => text !== undefined)
}

/** A speaker without one: a company, an authority; somebody unnamed who has just spoken is « le porte-parole ». */
const collective: Format<SpeakerSlot> = (slot, args, sentenceContext) => {
  if (slot.speaker.and) return named(slot, args, sentenceContext)
  if (slot.speaker.kind === 'person') return undefined
  const again = slot.speaker.name ? undefined : unnamedAs(slot, sentenceContext, '-again')
  return again
    ? words(withArticle(sentenceContext.locale, again), slot)
    : named(slot, { role: 'none' }, sentenceContext)
}

const what: Format<SpeakerSlot> = (slot, _args, { locale }) => {
  const phrase = slot.speaker.name && formOf(locale, slot.speaker.name).what
  return phrase ? words(phrase, slot) : undefined
}

const agreed: Format<SpeakerSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  if (slot.speaker.and) {
    const classes = eachOf(slot).flatMap(one => speakerNoun(one, sentenceContext)?.class ?? [])
    return words(agree(locale, classOf(locale, classes), args), { ...slot, from: [] })
  }
  const noun = speakerNoun(slot, sentenceContext)
  return noun && words(agree(sentenceContext.locale, noun.class, args), { ...slot, from: [] })
}

function speakerNoun(slot: SpeakerSlot, sentenceContext: SentenceContext): Noun | undefined {
  const [noun] = sentenceContext.nouns(slot)
  return noun ?? unnamed(slot, sentenceContext)
}

/**
 * A speaker without a name, as the editor calls them or as the locale does (`speaker.users`); one whom the text has named
 * is « le porte-parole », unless that may be somebody else.
 */
function unnamed(slot: SpeakerSlot, sentenceContext: SentenceContext): Noun | undefined {
  const isKnown = sentenceContext.knows(unnamedKey(slot.speaker)) && !slot.speaker.called
  const again = isKnown ? unnamedAs(slot, sentenceContext, '-again') : undefined
  return again && !sentenceContext.isBorne(again.text) ? again : unnamedAs(slot, sentenceContext, '')
}

function unnamedAs({ speaker }: SpeakerSlot, { locale, term }: SentenceContext, which: string): Noun | undefined {
  const called = speaker.called?.[locale.edition.language]
  const key = `speaker.${speaker.kind.replace(' ', '-')}${which}`
  // « un porte-parole d'Orion Télécom », though another company is that of the incident.
  const of: Slot | undefined = speaker.of && { kind: 'names', names: [speaker.of], from: [] }
  const phrase = called ?? textOf(term(key, {}, of && { company: of }))
  if (!phrase) return undefined
  return phraseNoun(locale, phrase, called ? classOfPhrase(locale, called) : textOf(term(`${key}-class`)))
}

const textOf = (filled: ReturnType<SentenceContext['term']>): string | undefined =>
  filled?.spans.map(({ text }) => text).join('')

export const speakerFormats: Readonly<Record<string, Format<SpeakerSlot>>> = {
  '': named,
  list: named,
  after: named,
  other,
  repeated,
  short,
  pronoun,
  personal,
  collective,
  what,
  agree: agreed,
}
