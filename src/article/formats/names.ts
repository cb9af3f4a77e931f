import { agree, classOf } from '../../language/agreement.ts'
import { list } from '../../language/list.ts'
import { numberInWords } from '../../language/number.ts'
import { meet, possessive, withArticle } from '../../language/phrase.ts'
import type { Noun } from '../../language/tongue.ts'
import type { Slot } from '../../story/story.ts'
import { formOf, nounOf, phraseNoun } from '../nouns.ts'
import type { Format, Sentencing } from '../telling.ts'
import { words } from '../telling.ts'
import type { Args } from '../wording.ts'
import { inPlaces } from './places.ts'

type Names = Slot & { kind: 'names' }

/** « Facebook, Instagram et Messenger »; `word` is put before each and meets it: « de Facebook et d'Instagram ». */
const listed: Format<Names> = (slot, args, sentencing) =>
  words(listedNouns(sentencing.nouns(slot), slot, args, sentencing), slot)

function listedNouns(nouns: readonly Noun[], slot: Names, args: Args, sentencing: Sentencing): string {
  const items = nouns.map(noun => before(sentencing, noun, args.word))
  const others = othersIn(slot, sentencing)
  if (others) items.push(withWord(args.word, others))
  return list(sentencing.tongue, items, args.or ? 'or' : 'and')
}

/** « 35 autres services », where the list shows the best known only. */
function othersIn({ more, names }: Names, { term, tongue }: Sentencing): string | undefined {
  if (!more) return undefined
  const key = names.every(({ kind }) => kind === 'service') ? 'terms.more-services' : 'terms.more'
  const phrase = term(key, { count: more })
  return phrase?.spans
    .map(span => span.text)
    .join('')
    .replace('#', numberInWords(tongue, more))
}

/** As a headline begins: without the article that belongs to a common noun, « Internet mobile : … ». */
const titled: Format<Names> = (slot, args, sentencing) =>
  words(listedNouns(sentencing.nouns(slot).map(withoutArticle), slot, args, sentencing), slot)

/** A small article goes; a capital one is part of the name: « La Poste ». */
function withoutArticle(noun: Noun): Noun {
  const { article, ...bare } = noun
  return article === undefined || article !== article.toLowerCase() ? noun : bare
}

/**
 * Common nouns with whose they are before them, "Rogers' mobile network", after the names of services that have one,
 * "Interac and Desjardins's online banking"; others as they are (`or` says how).
 */
const ofOwner =
  (or: Format<Names>): Format<Names> =>
  (slot, args, sentencing) => {
    const { slots, tongue } = sentencing
    const { owner } = slots
    const [name] = owner?.kind === 'names' ? owner.names : []
    if (!owner || !name) return or(slot, args, sentencing)
    const nouns = sentencing.nouns(slot)
    const brands = nouns.filter((_, nth) => !slot.names[nth]?.common)
    const [first, ...rest] = nouns.filter((_, nth) => slot.names[nth]?.common).map(withoutArticle)
    if (!first) return or(slot, args, sentencing)
    const theirs = { ...first, text: `${possessive(tongue, nounOf(tongue, name))} ${first.text}` }
    const text = listedNouns([...brands, theirs, ...rest], slot, args, sentencing)
    return words(text, { ...slot, from: [...slot.from, ...owner.from] })
  }

const withWord = (word: string | undefined, text: string): string => (word ? `${word} ${text}` : text)

function before({ tongue }: Sentencing, noun: Noun, word: string | undefined): string {
  return word ? meet(tongue, word, noun) : withArticle(tongue, noun)
}

/** The form that agrees with the names: `agree(s: est; p: sont)`. */
const agreed: Format<Names> = (slot, args, sentencing) =>
  words(agree(sentencing.tongue, classOfNames(slot, sentencing), args), { ...slot, from: [] })

export function classOfNames(slot: Names, { tongue, nouns }: Sentencing): string {
  const classes = nouns(slot).map(noun => noun.class)
  return classOf(tongue, slot.more ? [...classes, tongue.grammar.default_class, tongue.grammar.default_class] : classes)
}

/** One field of a single name's forms, as a phrase: what it is, how it is called the second time. */
function phraseOf(
  field: 'what' | 'formerly' | 'called' | 'short' | 'noun' | 'via' | 'demonym',
  cls?: 'called_class' | 'short_class' | 'noun_class',
): Format<Names> {
  return (slot, args, { tongue }) => {
    const [only, ...others] = slot.names
    if (!only || others.length > 0) return undefined
    const form = formOf(tongue, only)
    const phrase = form[field]
    if (!phrase) return undefined
    const noun = phraseNoun(tongue, phrase, cls && form[cls])
    if (args.agree) return words(agree(tongue, noun.class, args), { ...slot, from: [] })
    return words(args.word ? meet(tongue, args.word, noun) : withArticle(tongue, noun), slot)
  }
}

/** As a second mention calls it, only once the text has named it: « le groupe japonais » alone leaves readers asking which. */
const called: Format<Names> = (slot, args, sentencing) =>
  slot.names.every(({ id }) => sentencing.knows(id)) ? phrased(slot, args, sentencing) : undefined

const phrased = phraseOf('called', 'called_class')

/** Its earlier name, where the text names it for the first time. */
const formerly: Format<Names> = (slot, args, sentencing) =>
  slot.names.some(({ id }) => sentencing.knows(id)) ? undefined : earlierName(slot, args, sentencing)

const earlierName = phraseOf('formerly')

/** « en Belgique et au Luxembourg ». */
const placed =
  (field: 'in' | 'to' | 'of'): Format<Names> =>
  (slot, _args, { tongue }) =>
    words(inPlaces(tongue, slot.names, field), slot)

/** "Meta's". */
const owned: Format<Names> = (slot, _args, { tongue, nouns }) => {
  const all = nouns(slot)
  const last = all.at(-1)
  if (!last) return undefined
  return words(
    list(tongue, [...all.slice(0, -1).map(noun => withArticle(tongue, noun)), possessive(tongue, last)]),
    slot,
  )
}

/** Filled only for one name; so a wording can speak of « le service » in the singular. */
const single: Format<Names> = (slot, args, sentencing) =>
  slot.names.length === 1 && !slot.more ? apposed(slot, args, sentencing) : undefined

/** Filled only for several names. */
const several: Format<Names> = (slot, args, sentencing) =>
  slot.names.length > 1 || slot.more ? apposed(slot, args, sentencing) : undefined

/**
 * `bare: yes` after a word that has the article and says what they are: « les numéros d'urgence 112 et 100 », though « le
 * 112 » stands alone.
 */
const apposed: Format<Names> = (slot, args, sentencing) => {
  if (!args.bare) return listed(slot, args, sentencing)
  const nouns = slot.names.map(name => withoutArticle(nounOf(sentencing.tongue, name)))
  return words(listedNouns(nouns, slot, args, sentencing), slot)
}

export const namesFormats: Readonly<Record<string, Format<Names>>> = {
  '': listed,
  list: listed,
  after: listed,
  title: titled,
  owned: ofOwner(listed),
  owned_title: ofOwner(titled),
  single,
  several,
  agree: agreed,
  noun: phraseOf('noun', 'noun_class'),
  what: phraseOf('what'),
  formerly,
  called,
  short: phraseOf('short', 'short_class'),
  via: phraseOf('via'),
  demonym: phraseOf('demonym'),
  possessive: owned,
  in: placed('in'),
  to: placed('to'),
  of: placed('of'),
}
