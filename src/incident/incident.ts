import type { Named } from '../fields/directory.ts'
import type { CountUnit, Figure, Instant, LocalText, Speaker, When } from '../fields/values.ts'

export type State = 'planned' | 'ongoing' | 'recovering' | 'resolved' | 'disputed' | 'retracted'

export type Kind =
  | 'outage'
  | 'degradation'
  | 'maintenance'
  | 'attack'
  | 'cable cut'
  | 'power cut'
  | 'emergency numbers'
  | 'false alarm'

/**
 * What an editor wrote in one file, checked, in full form, with every name looked up. Lists are empty rather than
 * absent. Pointers into it follow the full form (`/services/0/service`); `locate` says where that stands in the file,
 * which may hold a short form (`/services/0`).
 */
export interface Incident {
  /** The file's name without its ending: `2024-12-11-meta`. */
  readonly id: string
  /** Path relative to the workspace. */
  readonly file: string
  readonly state: State
  readonly kind: Kind
  /** The moment from which this version speaks. */
  readonly as_of: Instant
  /** The company that answers for the services: `company` of the file. */
  readonly company?: Named
  /** Other companies with a part in it. */
  readonly providers: readonly Provider[]
  readonly services: readonly AffectedService[]
  readonly not_affected: readonly Named[]
  /** What still works: a service of the directory, or a text. */
  readonly still_works: readonly Working[]
  /** When it began; several when sources disagree. */
  readonly started: readonly When[]
  readonly ended: readonly When[]
  /** The window announced beforehand (`planned: { from, to }`). */
  readonly planned?: Window
  /** When the company expects the end; `none` when it gives no estimate. */
  readonly expected?: Expected
  readonly scope?: IncidentScope
  readonly symptoms: readonly Symptom[]
  readonly counts: readonly Count[]
  readonly statements: readonly Statement[]
  readonly reactions: readonly Reaction[]
  readonly third_parties: readonly ThirdParty[]
  readonly causes: readonly Cause[]
  readonly attack?: Attack
  readonly data_impact?: DataImpact
  readonly updates: readonly Update[]
  readonly resolution?: Resolution
  /** Trouble that remains after the end. */
  readonly residual: readonly Remark[]
  readonly advice?: Advice
  readonly knock_on: readonly KnockOn[]
  readonly economy: readonly Remark[]
  readonly compensation?: Remark
  readonly precedents: readonly Precedent[]
  readonly background: readonly Remark[]
  readonly corrections: readonly Correction[]
  readonly sources: readonly IncidentSourceLink[]
  readonly publication: Publication
  /** Hand-written paragraphs beside the file, by language (`<id>.fr.md`). */
  readonly companions: Readonly<Record<string, Companion>>
  /** The file's values as parsed, for pointers and for what is told or untold. */
  readonly raw: unknown
}

export type Role = 'operator' | 'upstream' | 'downstream'

export interface Provider {
  readonly company: Named
  readonly role: Role
}

export type Impact = 'down' | 'degraded' | 'partial' | 'slow' | 'login only' | 'intermittent' | 'unaffected'

export interface AffectedService {
  readonly service: Named
  /** Absent: as the kind of the incident implies (`down` for an outage). */
  readonly impact?: Impact
  /** Compared with the others: `lesser` is told apart. */
  readonly degree?: 'lesser' | 'greater'
  /** For whom it still works. */
  readonly usable?: 'most' | 'part' | 'few'
  readonly started?: When
  readonly ended?: When
  /** What users see, as a clause with a subject: « les messages ne partent plus ». */
  readonly symptoms?: LocalText
  /** The error text letter for letter, as shown on the screen. */
  readonly error?: string
  /** `iOS`, `Android`, `web` …: product names, the same in every language, or terms of the locale. */
  readonly platforms: readonly string[]
}

export type Working = { readonly service: Named } | { readonly text: LocalText }

export interface Window {
  readonly from: When
  readonly to?: When
}

export type Expected =
  | { readonly kind: 'none'; readonly source?: Speaker }
  | { readonly kind: 'at'; readonly when: When }

export interface IncidentScope {
  readonly reach?: 'world' | 'continent' | 'countries' | 'country' | 'region' | 'regions' | 'city' | 'cities' | 'local'
  /** Places hit, best known first. */
  readonly places: readonly Named[]
  /** « ne se limite pas à … ». */
  readonly beyond: readonly Named[]
  /** Places spared. */
  readonly except: readonly Named[]
  /** `all`: every user there; `part`: some of them. */
  readonly degree?: 'all' | 'most' | 'part' | 'few'
  /** `apparent` is told with a hedge, `confirmed` without. */
  readonly evidence: 'confirmed' | 'apparent'
  readonly source?: Speaker
}

export interface Symptom {
  readonly text: LocalText
  readonly error?: string
}

export interface Count {
  /** Absent: what the newsroom itself counted. */
  readonly source?: Speaker
  readonly figure: Figure
  readonly unit: CountUnit
  readonly service?: Named
  readonly place?: Named
  readonly at?: When
  readonly phase?: 'peak' | 'now' | 'total'
  /** « le nombre réel peut différer ». */
  readonly caveat?: LocalText
}

export interface Translation {
  readonly text: string
  /** `desk`, `company`, or a name. */
  readonly by: string
}

export interface Quote {
  readonly lang: string
  /** Letter for letter. */
  readonly text: string
  readonly translations: Readonly<Record<string, Translation>>
}

export type Phase = 'first' | 'progress' | 'resolution' | 'explanation'

/** What the company says, or that it says nothing. */
export type Statement =
  | {
      readonly kind: 'said'
      readonly by: Speaker
      readonly via?: Named
      readonly url?: string
      readonly at?: When
      readonly phase?: Phase
      readonly quote: Quote
      /** The few words to quote in a headline, by language: letter for letter from the quote or its translation. */
      readonly highlight?: LocalText
    }
  | { readonly kind: 'no answer' | 'declined' | 'none asked'; readonly by: Speaker; readonly at?: When }

export interface Reaction {
  readonly on?: Named
  readonly tone?: 'humour' | 'anger' | 'worry' | 'patience'
  /** Users go there because the service is down. */
  readonly moved?: boolean
  /** What they post there, as a noun phrase: « des plaisanteries ». */
  readonly shares?: LocalText
  readonly quote?: Quote
  readonly who?: Speaker
  readonly url?: string
}

/** A minister, a regulator, a rival, an expert. */
export interface ThirdParty {
  readonly who: Speaker
  readonly quote?: Quote
  /** What they say, as a clause: « l'ouverture d'une enquête ». Told after « a annoncé » and the like. */
  readonly says?: LocalText
  readonly via?: Named
  readonly at?: When
  readonly url?: string
}

export interface Cause {
  readonly status: 'official' | 'supposed' | 'denied' | 'unknown'
  /** As a noun phrase: « une erreur de configuration », "a configuration error". */
  readonly text?: LocalText
  readonly by?: Speaker
  readonly at?: When
  /** It was given first and has been given up. */
  readonly replaced?: boolean
}

export interface Attack {
  readonly status: 'denied' | 'claimed' | 'confirmed' | 'unknown'
  readonly by?: Speaker
}

export interface DataImpact {
  readonly status: 'none' | 'possible' | 'confirmed' | 'unknown'
  readonly text?: LocalText
  readonly by?: Speaker
}

export interface Update {
  readonly at: Instant
  readonly state?: State
  readonly text: LocalText
  readonly by?: Speaker
}

export interface Resolution {
  /** How it was mended, as a noun phrase: « le retour à l'ancienne version ». */
  readonly text?: LocalText
  readonly by?: Speaker
}

/** A sentence an editor wrote, told as it stands. */
export interface Remark {
  readonly text: LocalText
  readonly by?: Speaker
}

export interface Advice {
  readonly by?: Speaker
  /** One action per line, imperative. */
  readonly steps: readonly LocalText[]
  readonly numbers: readonly { readonly number: string; readonly for?: LocalText }[]
  readonly valid_until?: When
}

export interface KnockOn {
  readonly who: readonly Named[]
  /** What happens to them, as a clause with its own subject. */
  readonly text?: LocalText
  readonly by?: Speaker
}

export interface Precedent {
  readonly at: When
  /** Minutes. */
  readonly lasted?: number
  readonly text?: LocalText
  readonly services: readonly Named[]
  /** Id of an incident of this newsroom. */
  readonly incident?: string
}

export interface Correction {
  readonly at: Instant
  /** What was said, as a clause: « la panne touchait toute la Belgique ». */
  readonly said: LocalText
  readonly right: LocalText
  readonly severity: 'minor' | 'serious'
}

export interface IncidentSourceLink {
  readonly url: string
  readonly title?: string
  readonly publisher?: string
  readonly seen?: Instant
}

export interface Publication {
  readonly published?: Instant
  readonly publish_at?: Instant
  readonly embargo?: Instant
  readonly draft: boolean
  /** By edition. */
  readonly slug: Readonly<Record<string, string>>
  readonly former_slugs: Readonly<Record<string, readonly string[]>>
  readonly reviewed?: { readonly by: string; readonly at?: Instant }
  readonly headline?: LocalText
  readonly standfirst?: LocalText
  readonly tags: readonly string[]
}

export interface Companion {
  readonly file: string
  /** Where its paragraphs go: after the lead, or at the end. */
  readonly place: 'lead' | 'end'
  /** Markdown as typed, without its front matter. */
  readonly body: string
}
