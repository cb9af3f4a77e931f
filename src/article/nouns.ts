import type { Form, Named } from '../incident/directory.ts'
import { respell } from '../language/respell.ts'
import type { Noun, Tongue } from '../language/tongue.ts'

/** The forms of a name in the tongue's language; empty when the directory says nothing. */
export function formOf(tongue: Tongue, named: Named): Form {
  return named.forms[tongue.edition.language] ?? {}
}

/** A name as a word group that can be a subject: « le RER », « Instagram ». */
export function nounOf(tongue: Tongue, named: Named): Noun {
  return remembered(nouns, tongue, named, newNoun)
}

function newNoun(tongue: Tongue, named: Named): Noun {
  const form = formOf(tongue, named)
  return {
    text: form.name ?? named.name,
    class: form.class ?? tongue.grammar.default_class,
    ...(form.article !== undefined && { article: form.article }),
    ...(form.elides !== undefined && { elides: form.elides }),
  }
}

/** A phrase the directory writes with its own article, « le géant américain », as a word group of a class. */
export function phraseNoun(tongue: Tongue, phrase: string, cls: string | undefined): Noun {
  const text = respell(tongue.edition, phrase)
  const article = ARTICLE.exec(text)?.[0].trimEnd().replace('’', "'") ?? ''
  const known = tongue.grammar.articles.includes(article)
  return {
    ...(known && { article }),
    text: known ? text.slice(article.length).trimStart() : text,
    class: cls ?? tongue.grammar.default_class,
  }
}

/** What may be the article of a phrase: its first word, or as much of it as an apostrophe cuts off. */
const ARTICLE = /^(?:\p{L}+['’]|\S+ )/u

/** How a wording first names something that not every reader knows: « l'opérateur Telnova », "operator Telnova". */
export function introduced(tongue: Tongue, named: Named): Noun {
  return remembered(introductions, tongue, named, newIntroduction)
}

function newIntroduction(tongue: Tongue, named: Named): Noun {
  const noun = nounOf(tongue, named)
  const { noun: kind, noun_class: cls } = formOf(tongue, named)
  if (!kind || noun.article !== undefined || named.common || (named.rank ?? 9) <= WELL_KNOWN) return noun
  // « De bank Atlasbank » says it twice.
  if (noun.text.toLowerCase().includes(kind.toLowerCase())) return noun
  // Where nobody says how the noun agrees, it agrees as the name does: « la fédération Comeos ».
  const nounClass = cls ?? noun.class
  const article = tongue.grammar.apposition_article?.[nounClass]
  return { text: `${kind} ${noun.text}`, class: nounClass, ...(article && { article }) }
}

/** The short way back to something just named, « le groupe »; none for a person, or where the directory has none. */
export function secondMention(tongue: Tongue, named: Named): Noun | undefined {
  const form = formOf(tongue, named)
  const phrase = form.short ?? (named.kind === 'counter' ? form.called : undefined)
  return phrase ? phraseNoun(tongue, phrase, form.short_class ?? form.called_class) : undefined
}

type Nouns = WeakMap<Tongue, WeakMap<Named, Noun>>

/** Every sentence asks for the same few names: each is put into words once for a tongue. */
const nouns: Nouns = new WeakMap()
const introductions: Nouns = new WeakMap()

function remembered(known: Nouns, tongue: Tongue, named: Named, make: (tongue: Tongue, named: Named) => Noun): Noun {
  let own = known.get(tongue)
  if (!own) {
    own = new WeakMap()
    known.set(tongue, own)
  }
  let noun = own.get(named)
  if (!noun) {
    noun = make(tongue, named)
    own.set(named, noun)
  }
  return noun
}

/** Names of this rank and better need no introduction. */
const WELL_KNOWN = 2
