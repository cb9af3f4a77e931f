import { agree, classOf } from '../../language/agreement.ts'
import { list } from '../../language/list.ts'
import { meet, possessive, withArticle } from '../../language/phrase.ts'
import type { Noun } from '../../language/tongue.ts'
import type { Slot } from '../../story/story.ts'
import { formOf, phraseNoun } from '../nouns.ts'
import type { Format, Sentencing } from '../telling.ts'
import { words } from '../telling.ts'

type Names = Slot & { kind: 'names' }

/** « Facebook, Instagram et Messenger »; `word` is put before each and meets it: « de Facebook et d'Instagram ». */
const listed: Format<Names> = (slot, args, sentencing) => {
  const { tongue } = sentencing
  const items = sentencing.nouns(slot).map(noun => before(sentencing, noun, args.word))
  const more = slot.more
    ? sentencing.term(slot.names.every(({ kind }) => kind === 'service') ? 'terms.more-services' : 'terms.more', {
        count: slot.more,
      })
    : undefined
  if (more)
    items.push(
      withWord(
        args.word,
        more.spans
          .map(span => span.text)
          .join('')
          .replace('#', String(slot.more)),
      ),
    )
  return words(list(tongue, items, args.or ? 'or' : 'and'), slot)
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

/** « en Belgique et au Luxembourg »: each place with the preposition the directory gives it. */
function placed(field: 'in' | 'to' | 'of'): Format<Names> {
  return (slot, _args, { tongue }) => {
    const items = slot.names.map(named => {
      const form = formOf(tongue, named)
      const noun: Noun = {
        text: form.name ?? named.name,
        class: form.class ?? tongue.grammar.default_class,
        ...(form.article && { article: form.article }),
      }
      const preposition = form[field]
      return preposition
        ? glue(tongue, preposition, noun)
        : meet(tongue, tongue.grammar.prepositions?.[field] ?? field, noun)
    })
    return words(list(tongue, items), slot)
  }
}

/** A preposition in its full form (« au », « dans le ») stands before the bare name. */
function glue(tongue: Sentencing['tongue'], preposition: string, noun: Noun): string {
  return meet(tongue, preposition, { text: noun.text, class: noun.class })
}

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
  slot.names.length === 1 && !slot.more ? listed(slot, args, sentencing) : undefined

/** Filled only for several names. */
const several: Format<Names> = (slot, args, sentencing) =>
  slot.names.length > 1 || slot.more ? listed(slot, args, sentencing) : undefined

export const namesFormats: Readonly<Record<string, Format<Names>>> = {
  '': listed,
  list: listed,
  after: listed,
  single,
  several,
  agree: agreed,
  noun: phraseOf('noun', 'noun_class'),
  what: phraseOf('what'),
  formerly: phraseOf('formerly'),
  called: phraseOf('called', 'called_class'),
  short: phraseOf('short', 'short_class'),
  via: phraseOf('via'),
  demonym: phraseOf('demonym'),
  possessive: owned,
  in: placed('in'),
  to: placed('to'),
  of: placed('of'),
}
