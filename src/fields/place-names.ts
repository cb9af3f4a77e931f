import type { DiagnosticFact } from '../foundation/diagnostic.ts'
import { type KnownWord, knownWords, plain, slipsOf } from '../foundation/nearest-word.ts'
import type { Directory, Form, Named } from './directory.ts'
import type { ReportDiagnostic } from './field-types.ts'

/** Places by every spelling of their names: exact, and without capitals, accents and punctuation. */
interface PlaceIndex {
  readonly exact: ReadonlyMap<string, readonly Named[]>
  readonly plain: ReadonlyMap<string, readonly Named[]>
  readonly ids: ReadonlyMap<string, Named>
  /** By their ids without capitals and hyphens. */
  readonly plainIds: ReadonlyMap<string, Named>
  /** Every spelling and every id, ready to be compared. */
  readonly words: readonly KnownWord[]
}

const indexes = new WeakMap<Directory, PlaceIndex>()

function indexOf(directory: Directory): PlaceIndex {
  const known = indexes.get(directory)
  if (known) return known
  const exact = new Map<string, Named[]>()
  const alike = new Map<string, Named[]>()
  const ids = new Map<string, Named>()
  const put = (under: Map<string, Named[]>, key: string, place: Named) => {
    const others = under.get(key) ?? []
    if (!others.includes(place)) under.set(key, [...others, place])
  }
  for (const place of directory.names.values()) {
    if (place.kind !== 'place') continue
    ids.set(place.id, place)
    for (const name of namesOf(place)) {
      put(exact, name, place)
      put(alike, plain(name), place)
    }
  }
  const plainIds = new Map([...ids.values()].reverse().map(place => [plain(place.id), place]))
  const index = { exact, plain: alike, ids, plainIds, words: knownWords([...alike.keys(), ...ids.keys()]) }
  indexes.set(directory, index)
  return index
}

/** The names of a place: its codes, and its name in each language, with and without the article. */
function namesOf({ name, lies, forms }: Named): string[] {
  return [name, ...(lies?.codes ?? []), ...Object.values(forms).flatMap(form => calledIn(form, name))]
}

function calledIn({ name: own, article, also = [] }: Form, common: string): string[] {
  const name = own ?? common
  return [name, ...(article === undefined ? [] : [`${article} ${name}`]), ...also]
}

/** The place with another code or a name, in any language; none where several places share it. */
export function placeNamed(directory: Directory, typed: string): Named | undefined {
  const [only, another] = placesCalled(directory, typed)
  return another === undefined ? only : undefined
}

function placesCalled(directory: Directory, typed: string): readonly Named[] {
  const { exact, plain: alike } = indexOf(directory)
  const found = exact.get(typed)
  if (found) return found
  // What looks like a code is one: `NI` is no beginning of a name.
  return CODE.test(typed) ? [] : (alike.get(plain(typed)) ?? [])
}

/**
 * A country with all that lies in it, by its code or name; else the places whose id or name in any language has the words
 * in it. All of them for no words.
 */
export function searchPlaces(directory: Directory, words = ''): Named[] {
  const all = [...directory.names.values()].filter(({ kind }) => kind === 'place')
  const exact = [directory.names.get(words.toUpperCase()), ...placesCalled(directory, words)]
  const country = exact.find(one => one?.lies?.sort === 'country')
  if (country) return all.filter(place => exact.includes(place) || place.lies?.country === country.id)
  return all.filter(place => [place.id, ...namesOf(place)].some(name => plain(name).includes(plain(words))))
}

/** ISO 3166: a country, or a part of one. */
const CODE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

/** Reports an unknown place: by its code, by a name that several have, or with similar names. */
export function missingPlace(directory: Directory, typed: string, report: ReportDiagnostic): undefined {
  if (CODE.test(typed)) return missingCode(directory, typed, report)
  const called = placesCalled(directory, typed)
  if (called.length > 1)
    return report.diagnose('name/ambiguous-place', { name: typed, places: inEach(called, shownPlace) })
  const near = nearPlaces(directory, typed)
  const [first, another] = near
  const only = first && !another && first.id.toLowerCase() === typed.toLowerCase() ? { replace: first.id } : {}
  return report.diagnose(
    'name/unknown-place',
    {
      name: typed,
      nearest: first && !another ? first.id : '',
      near: inEach(near, shownPlace),
      context: first ? 'near' : '',
    },
    only,
  )
}

/** A valid code never gets a suggestion from another country: the codes of its own country are listed. */
function missingCode(directory: Directory, typed: string, report: ReportDiagnostic): undefined {
  const country = directory.names.get(typed.slice(0, 2))
  const inside = [...directory.names.values()].filter(({ code }) => code?.startsWith(`${typed.slice(0, 2)}-`))
  const name = country ? inLanguages(country) : ''
  const shown = inside.length > MANY ? inside.map(({ id }) => id).join(', ') : inEach(inside, shownPlace)
  const context = !country || !typed.includes('-') ? '' : inside.length > 0 ? 'codes' : 'country'
  return report.diagnose('name/unknown-code', { name: typed, country: name, codes: shown, context })
}

/** Above this number, codes are listed without their names. */
const MANY = 30

/** Maximum number of similar names in a message. */
const SHOWN = 3

/** Places whose name or code is a slip away from what was typed. */
export function nearPlaces(directory: Directory, typed: string): Named[] {
  const { plain: alike, ids, plainIds, words } = indexOf(directory)
  const same = plainIds.get(plain(typed))
  if (same) return [same]
  const found = slipsOf(typed, words).flatMap(key => alike.get(key) ?? ids.get(key) ?? [])
  return [...new Set(found)].slice(0, SHOWN)
}

const shownPlace = ({ id, forms, name }: Named, language: string): string => `${id} (${forms[language]?.name ?? name})`

/** A list of places, in each language that has names for them. */
function inEach(places: readonly Named[], shown: (place: Named, language: string) => string): DiagnosticFact {
  const languages = new Set(places.flatMap(({ forms }) => Object.keys(forms)))
  const lists = [...languages].map(language => [language, places.map(place => shown(place, language)).join(', ')])
  return lists.length === 0 ? places.map(({ id }) => id).join(', ') : Object.fromEntries(lists)
}

/** A name in each of its languages, for messages; the bare text where they are equal. */
export function inLanguages({ name, forms }: Named): DiagnosticFact {
  const names = Object.entries(forms).map(([language, form]) => [language, form.name ?? name] as const)
  return names.every(([, own]) => own === name) ? name : Object.fromEntries(names)
}
