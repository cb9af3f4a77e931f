import type { Named } from '../fields/directory.ts'
import type { LocalText, Speaker } from '../fields/values.ts'
import { fillFrame } from '../language/grammar-frame.ts'
import { grammarPattern } from '../language/grammar-pattern.ts'
import type { Locale, Noun } from '../language/locale.ts'
import { formOf, introduced, isProduct, nounOf, phraseNoun } from './noun-phrases.ts'

/** Whom the short forms of a text may mean: by the words of each, the ids of all whom it has named. */
export type Bearers = Map<string, Set<string>>

/** Records what may be meant by somebody's short forms from now on. */
export function bear(bearers: Bearers, locale: Locale, named: Named, role: LocalText | undefined): void {
  for (const { text } of mentionsOf(locale, named, role)) {
    const ids = bearers.get(text) ?? new Set()
    bearers.set(text, ids.add(named.id))
  }
}

const mentionsOf = (locale: Locale, named: Named, role: LocalText | undefined): Noun[] =>
  [
    personAgain(locale, named),
    titleOf(locale, named, role),
    shortForm(locale, named),
    calledForm(locale, named),
    plainNoun(locale, named),
  ].flatMap(noun => noun ?? [])

/** Whether a short form can mean nobody else whom the text has named: « l'opérateur », of one operator only. */
export function isClear(bearers: Bearers, text: string, named: Named): boolean {
  const ids = bearers.get(text)
  return ids === undefined || [...ids].every(id => id === named.id)
}

/**
 * Who has been named in the sentence before, by what they are: « la ministre », « le groupe », « l'opérateur ». None where
 * that may mean somebody else.
 */
export function shortMention(
  locale: Locale,
  named: Named,
  role: LocalText | undefined,
  bearers: Bearers,
): Noun | undefined {
  const ways = [shortForm(locale, named), titleOf(locale, named, role), plainNoun(locale, named)]
  return ways.find(noun => noun !== undefined && isClear(bearers, noun.text, named))
}

/** Somebody whom a text has named, by their surname; none where two bear it. */
export function surnameMention(locale: Locale, named: Named, bearers: Bearers): Noun | undefined {
  const again = personAgain(locale, named)
  return again && isClear(bearers, again.text, named) ? again : undefined
}

function shortForm(locale: Locale, named: Named): Noun | undefined {
  if (isProduct(named)) return undefined
  const form = formOf(locale, named)
  const own = named.kind === 'counter' || named.kind === 'person' ? form.called : undefined
  const phrase = form.short ?? own
  return phrase ? phraseNoun(locale, phrase, form.short_class ?? form.called_class) : undefined
}

function calledForm(locale: Locale, named: Named): Noun | undefined {
  if (isProduct(named)) return undefined
  const { called, called_class: cls } = formOf(locale, named)
  return called ? phraseNoun(locale, called, cls) : undefined
}

/** What a company or an authority is, by one noun: « l'opérateur ». */
function plainNoun(locale: Locale, named: Named): Noun | undefined {
  if (isProduct(named)) return undefined
  const { noun, noun_class: cls } = formOf(locale, named)
  const nounClass = cls ?? nounOf(locale, named).class
  const article = locale.grammar.definite_article[nounClass]
  const isOne = named.kind === 'company' || named.kind === 'authority'
  if (!isOne || named.common || !noun || !article) return undefined
  // The directory may write it with its article: « het agentschap ».
  const { text } = phraseNoun(locale, noun, nounClass)
  return { text, class: nounClass, article }
}

/** « M. Braun », "Braun": only where the class says how. */
function personAgain(locale: Locale, named: Named): Noun | undefined {
  if (named.kind !== 'person') return undefined
  const { again } = locale.grammar.persons
  const own = formOf(locale, named).class
  // Where every person is of one class, it need not be given.
  const cls = own ?? (Object.keys(again).length === 1 ? locale.grammar.default_class : undefined)
  const around = cls === undefined ? undefined : again[cls]
  const full = nounOf(locale, named)
  const surname = surnameOf(locale, full.text)
  return around === undefined || surname === undefined
    ? undefined
    : { text: fillFrame(locale, around, { surname }), class: full.class }
}

/**
 * The last word of a name and the particles before it: « de Villepin », "Le Pen"; « Giscard d'Estaing », since what begins with
 * an elided particle completes the word before it. None of a name that is a surname already.
 */
export function surnameOf({ grammar: { persons } }: Locale, name: string): string | undefined {
  const words = name.split(' ')
  const isParticle = (word: string | undefined): boolean => persons.particles.includes(word ?? '')
  let last = words.length - 1
  while (last > 1 && persons.after.includes(words[last] ?? '')) last -= 1
  let from = last
  if (from > 1 && /^[dD]['’]\p{Lu}/u.test(words[from] ?? '')) from -= 1
  // « Ortega y Gasset »: two surnames and what joins them.
  if (from > 2 && persons.between.includes(words[from - 1] ?? '')) from -= 2
  while (from > 0 && isParticle(words[from - 1])) from -= 1
  if (from === 0) return undefined
  const surname = words.slice(from, last + 1).join(' ')
  return persons.capital_particle ? `${surname.charAt(0).toUpperCase()}${surname.slice(1)}` : surname
}

/** The one word of a role: « ministre » of « ministre des Transports ». */
function titleOf(locale: Locale, named: Named, role: LocalText | undefined): Noun | undefined {
  const { title } = locale.grammar.persons
  const own = role?.[locale.edition.language]
  const word = title !== undefined && own !== undefined ? grammarPattern(title).exec(own)?.[1] : undefined
  const { class: cls } = formOf(locale, named)
  const nounClass = cls ?? locale.grammar.default_class
  const article = locale.grammar.definite_article[nounClass]
  return named.kind === 'person' && word && article ? { text: word, class: nounClass, article } : undefined
}

/** How a text remembers that it has named somebody who has no name: « un porte-parole ». */
export const unnamedKey = ({ kind, of }: Speaker): string => `unnamed ${kind}${of ? ` of ${of.id}` : ''}`

/** Whether words name somebody, in full or by their surname. */
export function isNamedIn(text: string, locale: Locale, named: Named): boolean {
  const surname = personAgain(locale, named)?.text
  return text.includes(nounOf(locale, named).text) || (surname !== undefined && text.includes(surname))
}

/** Words that name somebody in full, with what they are or without, where they have been introduced: by a short form instead. */
export function namedAgain(
  text: string,
  locale: Locale,
  named: Named,
  role: LocalText | undefined,
  mention: string,
): string {
  const full = escaped(nounOf(locale, named).text)
  const own = role?.[locale.edition.language]
  const what = own === undefined ? '' : `(?:, (?:\\S+ )?${escaped(own)}(?:,|(?=[.;:])))?`
  return introduced(locale, named).text === mention ? text : text.replace(new RegExp(`${full}${what}`, 'gu'), mention)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
