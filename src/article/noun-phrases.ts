import type { Form, Named } from '../fields/directory.ts'
import type { ServiceSort } from '../fields/service-sort.ts'
import { respell } from '../language/edition-spelling.ts'
import type { Locale, Noun } from '../language/locale.ts'
import { joinWord, possessive, withArticle } from '../language/phrase.ts'

/** The forms of a name in the locale's language; empty when the directory has none. */
export function formOf({ edition }: Locale, named: Named): Form {
  const form = named.forms[edition.language] ?? NO_FORM
  const own = edition.names?.[named.id]
  return own ? { ...form, ...own } : form
}

const NO_FORM: Form = {}

/** A name as a noun phrase that can be a subject: « le RER », « Instagram ». */
export function nounOf(locale: Locale, named: Named): Noun {
  return remembered(nouns, locale, named, newNoun)
}

function newNoun(locale: Locale, named: Named): Noun {
  const form = formOf(locale, named)
  const written = form.name ?? named.name
  const own = form.article === undefined ? articleIn(locale, written, named) : undefined
  const article = form.article ?? own ?? (isNumber(named, written) ? locale.grammar.number_article : undefined)
  const noun = {
    text: own === undefined ? written : written.slice(own.length + 1),
    class: form.class ?? locale.grammar.default_class,
    ...(article !== undefined && { article }),
    ...(form.elides !== undefined && { elides: form.elides }),
  }
  return named.common && named.owner ? ofItsOwner(locale, noun, nounOf(locale, named.owner)) : noun
}

/** The article with which a name is written and which meets words as others do: « le site du Monde ». */
function articleIn({ grammar }: Locale, name: string, { kind }: Named): string | undefined {
  return kind === 'person' ? undefined : grammar.name_articles.find(article => name.startsWith(`${article} `))
}

/** Whether a service is a number that one calls. */
const isNumber = ({ kind }: Named, name: string): boolean => kind === 'service' && /^\d+(?: \d+)*$/.test(name)

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
  if ((!kind || named.here) && isExplained(locale, named))
    return { ...noun, text: `${noun.text}, ${respell(locale.edition, formOf(locale, named).what ?? '')},` }
  const isOurs = noun.article !== undefined && /^\p{Ll}/u.test(noun.article)
  if (!kind || isOurs || named.common || (named.rank ?? 9) <= WELL_KNOWN) return noun
  if (saysWhatItIs(noun.text, kind, named) || isProduct(named)) return noun
  return apposed(locale, noun, respell(locale.edition, kind), cls ?? noun.class)
}

/** « L'opérateur Telnova », "operator Telnova", "the Alertix app". Where no class is given for the noun, it agrees as the name does. */
function apposed(locale: Locale, noun: Noun, kind: string, nounClass: string): Noun {
  const { apposition, apposition_article, definite_article } = locale.grammar
  const [last = kind] = kind.split(' ').slice(-1)
  if (apposition.none.includes(kind)) return noun
  const isAfter = noun.article === undefined && apposition.after.includes(last)
  const isDefinite = isAfter || apposition.article.includes(last)
  const article = (isDefinite ? definite_article : apposition_article)[nounClass]
  const name = withArticle(locale, noun)
  return { text: isAfter ? `${name} ${kind}` : `${kind} ${name}`, class: nounClass, ...(article && { article }) }
}

/** « De bank Atlasbank », « le groupe Fibrane Group » would say it twice, in one language or in two. */
function saysWhatItIs(name: string, kind: string, { forms }: Named): boolean {
  const text = name.toLowerCase()
  if (text.includes(kind.toLowerCase())) return true
  const words = text.split(/[^\p{L}]+/u)
  const nouns = Object.values(forms).flatMap(form => form.noun?.toLowerCase() ?? [])
  return nouns.some(noun => words.includes(noun))
}

/** Whether what it is stands beside the name: a service or a company that few know, without a noun that says so. */
function isExplained(locale: Locale, named: Named): boolean {
  if (named.common || (named.rank ?? 9) <= WELL_KNOWN || formOf(locale, named).what === undefined) return false
  return named.kind === 'service' || named.kind === 'company' || (named.here === true && named.kind !== 'person')
}

/** Whether a company is called after what it makes: an application does not speak, and « la messagerie » is what fails. */
export const isProduct = ({ kind, sort }: Named): boolean =>
  kind === 'company' && sort !== undefined && PRODUCTS.has(sort)

const PRODUCTS: ReadonlySet<ServiceSort> = new Set<ServiceSort>(['app', 'site', 'portal', 'game'])

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
