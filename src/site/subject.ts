import { formOf, nounOf } from '../article/noun-phrases.ts'
import type { Named } from '../fields/directory.ts'
import { hash32 } from '../foundation/digest.ts'
import { slugOf } from '../foundation/slug.ts'
import type { Incident } from '../incident/incident.ts'
import { placesStruck } from '../incident/places-hit.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { joinWord } from '../language/phrase.ts'
import { typesetText } from '../language/typeset.ts'
import type { SiteEdition } from './site-context.ts'

export const SUBJECTS = ['service', 'company', 'country', 'place'] as const

/** The kinds of subjects that have pages. */
export type SubjectKind = (typeof SUBJECTS)[number]

/** A service, a company, a country, or a town or region, as one edition writes it. */
export interface Subject {
  readonly kind: SubjectKind
  /** Last part of its address. */
  readonly slug: string
  readonly name: string
  /** With the preposition of a title: « d'Instagram », « en Belgique ». */
  readonly of: string
}

/**
 * The subjects of an incident: its services, except common nouns (a page "all outages of the app" would mix
 * companies), its company, and the places it is known to affect, with the countries they lie in.
 */
export function subjectsOf(incident: Incident, siteEdition: SiteEdition): readonly Subject[] {
  const known = subjectsOfIncidents.get(siteEdition)?.get(incident)
  if (known) return known
  const subjects = gathered(incident, siteEdition)
  const ofSiteEdition = subjectsOfIncidents.get(siteEdition) ?? new WeakMap()
  subjectsOfIncidents.set(siteEdition, ofSiteEdition.set(incident, subjects))
  return subjects
}

/** The page of an article, its data and its lists all ask for the same. */
const subjectsOfIncidents = new WeakMap<SiteEdition, WeakMap<Incident, readonly Subject[]>>()

function gathered(incident: Incident, siteEdition: SiteEdition): Subject[] {
  // Pages of subjects list and count outages: what is only suspected, or withdrawn, is nobody's.
  if (isSuspicion(incident) || incident.state === 'retracted') return []
  const services = incident.services.map(({ service }) => service).filter(({ common }) => common !== true)
  const places = placesStruck(incident)
  const countries = places.flatMap(place => (isCountry(place) ? place : (place.lies?.within ?? [])))
  // What is written in place for one story has no page of its own, nor have groups of countries.
  const parts = places.filter(({ here, lies }) => here !== true && (lies?.sort === 'town' || lies?.sort === 'region'))
  const subjects = [
    ...services.map(named => subjectOf('service', named, siteEdition)),
    ...(incident.company ? [subjectOf('company', incident.company, siteEdition)] : []),
    ...countries.map(named => subjectOf('country', named, siteEdition)),
    ...parts.map(named => subjectOf('place', named, siteEdition)),
  ]
  const seen = new Set<string>()
  return subjects.filter(subject => {
    const key = nameKey(subject)
    return subject.slug !== '' && !seen.has(key) && seen.add(key)
  })
}

/** One name has one page: a company and its service of the same name are not told apart by readers. */
export function nameKey({ kind, name }: Pick<Subject, 'kind' | 'name'>): string {
  const isNamed = kind === 'service' || kind === 'company'
  return `${isNamed ? 'name' : kind}/${slugOf(name)}/${name.toLowerCase()}`
}

/** Cached, since names of the directory recur in many incidents. */
const made = new WeakMap<SiteEdition, Record<SubjectKind, WeakMap<Named, Subject>>>()

function subjectOf(kind: SubjectKind, named: Named, siteEdition: SiteEdition): Subject {
  const ofSiteEdition = made.get(siteEdition) ?? {
    service: new WeakMap(),
    company: new WeakMap(),
    country: new WeakMap(),
    place: new WeakMap(),
  }
  made.set(siteEdition, ofSiteEdition)
  const known = ofSiteEdition[kind].get(named)
  if (known) return known
  const subject = makeSubject(kind, named, siteEdition)
  ofSiteEdition[kind].set(named, subject)
  return subject
}

function makeSubject(kind: SubjectKind, named: Named, { locale, say }: SiteEdition): Subject {
  const noun = nounOf(locale, named)
  const inside =
    kind === 'country' || kind === 'place' ? (formOf(locale, named).in ?? locale.grammar.prepositions.in) : undefined
  const of =
    inside === undefined
      ? joinWord(locale, say('subject.of'), noun)
      : joinWord(locale, inside, { text: noun.text, class: noun.class })
  const set = (text: string) => typesetText(locale, text)
  return { kind, slug: subjectSlug(named.id), name: set(noun.text), of: set(of) }
}

/** ISO 3166-1 code: a country, not one of its regions. */
export function isCountry({ id }: Named): boolean {
  return /^[A-Z]{2}$/.test(id)
}

/** Maximum length of a slug: file systems end at 255 bytes. */
const LONGEST = 80

/** A name as a slug: `Orion & Moi` gives `orion-moi`. A name that is too long is cut and gets a hash. */
function subjectSlug(name: string): string {
  const slug = slugOf(name)
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST - 9)}-${hash32(slug).toString(36)}`
}
