import type { Form, Named } from '../fields/directory.ts'
import { respell } from '../language/edition-spelling.ts'
import type { Locale, Noun } from '../language/locale.ts'
import { joinWord, possessive } from '../language/phrase.ts'

/** The forms of a name in the locale's language; empty when the directory has none. */
export function formOf(locale: Locale, named: Named): Form {
  return named.forms[locale.edition.language] ?? {}
}

/** A name as a noun phrase that can be a subject: « le RER », « Instagram ». */
export function nounOf(locale: Locale, named: Named): Noun {
  return remembered(nouns, locale, named, newNoun)
}

function newNoun(locale: Locale, named: Named): Noun {
  const form = formOf(locale, named)
  const noun = {
    text: form.name ?? named.name,
    class: form.class ?? locale.grammar.default_class,
    ...(form.article !== undefined && { article: form.article }),
    ...(form.elides !== undefined && { elides: form.elides }),
  }
  return named.common && named.owner ? ofItsOwner(locale, noun, nounOf(locale, named.owner)) : noun
}

/** A common noun with the owner that its file gives it: « l'application bancaire d'Atlas Bank », "Atlas Bank's banking app". */
function ofItsOwner(locale: Locale, noun: Noun, owner: Noun): Noun {
  const { grammar } = locale
  if (noun.text.includes(owner.text)) return noun
  if (grammar.possessive.length === 0)
    return { ...noun, text: `${noun.text} ${joinWord(locale, grammar.prepositions.of ?? '', owner)}` }
  const { article: _, elides: __, ...bare } = noun
  return { ...bare, text: `${possessive(locale, owner)} ${noun.text}` }
}

/** A phrase the directory writes with its own article, « le géant américain », as a noun phrase of a class. */
export function phraseNoun(locale: Locale, phrase: string, cls: string | undefined): Noun {
  const text = respell(locale.edition, phrase)
  const article = ARTICLE.exec(text)?.[0].trimEnd().replace('’', "'") ?? ''
  const known = locale.grammar.articles.includes(article)
  return {
    ...(known && { article }),
    text: known ? text.slice(article.length).trimStart() : text,
    class: cls ?? locale.grammar.default_class,
  }
}

/** What may be the article of a phrase: its first word, or its elided beginning up to an apostrophe. */
const ARTICLE = /^(?:\p{L}+['’]|\S+ )/u

/** The first mention of a name that not every reader knows: « l'opérateur Telnova », "operator Telnova". */
export function introduced(locale: Locale, named: Named): Noun {
  return remembered(introductions, locale, named, newIntroduction)
}

function newIntroduction(locale: Locale, named: Named): Noun {
  const noun = nounOf(locale, named)
  const { noun: kind, noun_class: cls } = formOf(locale, named)
  if (!kind && isExplained(locale, named))
    return { ...noun, text: `${noun.text}, ${respell(locale.edition, formOf(locale, named).what ?? '')},` }
  if (!kind || noun.article !== undefined || named.common || (named.rank ?? 9) <= WELL_KNOWN) return noun
  // « De bank Atlasbank » would repeat it.
  if (noun.text.toLowerCase().includes(kind.toLowerCase())) return noun
  // Where no class is given for the noun, it agrees as the name does: « la fédération Comeos ».
  const nounClass = cls ?? noun.class
  const article = locale.grammar.apposition_article?.[nounClass]
  return { text: `${kind} ${noun.text}`, class: nounClass, ...(article && { article }) }
}

/** Whether what it is stands beside the name: a service or a company that few know, without a noun that says so. */
function isExplained(locale: Locale, named: Named): boolean {
  if (named.common || (named.rank ?? 9) <= WELL_KNOWN || formOf(locale, named).what === undefined) return false
  return named.kind === 'service' || named.kind === 'company'
}

type Nouns = WeakMap<Locale, WeakMap<Named, Noun>>

/** Every sentence asks for the same few names: each is made once per locale. */
const nouns: Nouns = new WeakMap()
const introductions: Nouns = new WeakMap()

function remembered(known: Nouns, locale: Locale, named: Named, make: (locale: Locale, named: Named) => Noun): Noun {
  let own = known.get(locale)
  if (!own) {
    own = new WeakMap()
    known.set(locale, own)
  }
  let noun = own.get(named)
  if (!noun) {
    noun = make(locale, named)
    own.set(named, noun)
  }
  return noun
}

/** Names of this rank and better need no introduction. */
const WELL_KNOWN = 2
