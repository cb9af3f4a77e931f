import type { ServiceSort } from './service-sort.ts'

/** What kind of thing a name of the directory stands for. */
export type NamedKind = 'company' | 'service' | 'counter' | 'channel' | 'place' | 'person' | 'authority' | 'agency'

/** A name the newsroom knows, with its forms per language; or one written in place in an incident, in the same form. */
export interface Named {
  /** Key in the directory; the name itself when written in place. */
  readonly id: string
  readonly kind: NamedKind
  /** The name where a language has no form of its own. */
  readonly name: string
  /** Parent company or operator: an id of the directory. */
  readonly company?: string
  /** How well known it is: 1 is best known. Long lists show the best known first. */
  readonly rank?: number
  /** The owning company, where an incident names another one than the directory. */
  readonly owner?: Named
  /** ISO 3166 code, or the code of a region, for places. */
  readonly code?: string
  /** The country whose readers know it: elsewhere what it is is told once. */
  readonly home?: string
  /** Type and location of a place of the locales. */
  readonly lies?: PlaceFacts
  /** What it is, by how its failure is told; an application where nothing is said. */
  readonly sort?: ServiceSort
  /** A common noun (« les paiements par carte ») rather than a brand: named with its owner. */
  readonly common?: boolean
  /** Written in full in the file that names it, with what it is: no reader need know it. */
  readonly here?: true
  /** Invented for samples and tests: no such company exists. */
  readonly fictitious?: boolean
  readonly forms: Readonly<Record<string, Form>>
}

/** What a place is, in any language. */
export interface PlaceFacts {
  readonly sort: PlaceSort
  /** Code of the country of a region or a town. */
  readonly country?: string
  /** A city that readers everywhere know: its country goes without saying. */
  readonly known?: boolean
  /** The same country as a name. */
  readonly within?: Named
  /** What the parts of its country are called, as a key: `province`, `canton`; none for what has no name of its own. */
  readonly division?: string
  /** Other codes of the same place. */
  readonly codes?: readonly string[]
}

export type PlaceSort = 'country' | 'region' | 'town' | 'area'

/** How a name is written and agrees in one language. */
export interface Form {
  /** The name in this language, when it differs. */
  readonly name?: string
  /** Other names it is known by: for look-up, never printed. */
  readonly also?: readonly string[]
  /** Agreement class declared in the language's grammar: `ms`, `fs`, `mp`, `fp` in French, `s`, `p` in English. */
  readonly class?: string
  /** Definite article that belongs to the name: `le` for « le RER », `Le` for « Le Havre ». */
  readonly article?: string
  /** `false`: does not elide though it begins with a vowel or an h; `true`: elides though the rule says otherwise. */
  readonly elides?: boolean
  /** What it is, one noun without article: « réseau social », "social network". */
  readonly noun?: string
  /** Class of the noun. */
  readonly noun_class?: string
  /** What it is in a few words, with its own article: « un site qui recense les pannes signalées par les internautes ». */
  readonly what?: string
  /** A second mention, with its own article: « le géant américain fondé par Mark Zuckerberg ». */
  readonly called?: string
  readonly called_class?: string
  /** A short second mention, with its own article: « le groupe », "the group". */
  readonly short?: string
  readonly short_class?: string
  /** Phrase for the place of a statement: « sur le réseau social X », « dans un communiqué », "in a post on X". */
  readonly via?: string
  /** Prepositions of a place: `in: en`, `to: à`, `of: de`; their articles come from `article`. */
  readonly in?: string
  readonly to?: string
  readonly of?: string
  /** Inhabitants and adjective of a place: « belge ». */
  readonly demonym?: string
  /** An earlier name, as an aside: « anciennement Twitter ». */
  readonly formerly?: string
}

/** All names, by id. */
export interface Directory {
  readonly names: ReadonlyMap<string, Named>
}
