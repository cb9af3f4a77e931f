import type { Instant, When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { State } from './fields/aftermath-fields.ts'
import type { StoryFields } from './fields/incident-fields.ts'
import type { Publication } from './fields/publication-fields.ts'
import type { Statement } from './fields/statement-fields.ts'
import type { PlacedPicture } from './placed-picture.ts'

export type { Advice } from './fields/advice-fields.ts'
export type {
  Compensation,
  Correction,
  KnockOn,
  Precedent,
  Remark,
  Resolution,
  State,
  Update,
} from './fields/aftermath-fields.ts'
export type { Attack, Cause, DataImpact, DeeperCause } from './fields/cause-fields.ts'
export type { Claim } from './fields/claim-fields.ts'
export type { Count } from './fields/count-fields.ts'
export type { Casualties, Event } from './fields/event-fields.ts'
export type { Estimate, Expected } from './fields/expected-field.ts'
export type { Impact } from './fields/impact-field.ts'
export type { Kind, Provider, Role } from './fields/incident-fields.ts'
export type { Lasted } from './fields/lasted-field.ts'
export type { TypedPicture } from './fields/picture-fields.ts'
export type { IncidentSourceLink, Publication } from './fields/publication-fields.ts'
export type { Quote, Translation } from './fields/quote-fields.ts'
export type { Recovery } from './fields/recovery-field.ts'
export type { Degree, Doubt, IncidentScope, OwnScope, PlaceHit } from './fields/scope-fields.ts'
export { doubtOf } from './fields/scope-fields.ts'
export type { AffectedService, NotAffected, Symptom, Working } from './fields/service-fields.ts'
export type { Phase, Speech, SpeechVerb } from './fields/speech-fields.ts'
export type { Reaction, Statement, ThirdParty } from './fields/statement-fields.ts'
export { isQualified, reserveOf, type SureClaim, sureOf } from './fields/sure-field.ts'
export type { End, Interval, OwnWindow, Window } from './fields/time-fields.ts'
export type { PlacedPicture } from './placed-picture.ts'

/**
 * One file, validated, in full form, with every name looked up: its fields are described in `fields/`. Lists are empty
 * rather than absent. Pointers into it follow the full form (`/services/0/service`); `locate` maps them to the file,
 * which may use a short form (`/services/0`).
 */
export interface Incident extends Omit<StoryFields, 'as_of' | 'cause' | 'statements'> {
  /** The file's name without extension: `2024-12-11-meta`. */
  readonly id: string
  /** Path relative to the workspace. */
  readonly file: string
  readonly state: State
  /** The moment at which this version is written; where its hour is not known, the last instant it can be. */
  readonly as_of: Instant
  /** The same as it is known. */
  readonly as_of_moment: When
  /** Each with its speaker: by default the company of the incident. */
  readonly statements: readonly Statement[]
  readonly publication: Publication
  /** Its pictures with their files; absent where it has none, or where nobody looked for them. */
  readonly pictures?: readonly PlacedPicture[]
  /** Clauses about what is over that are in the present: they were typed while it lasted. */
  readonly ofThen?: readonly Pointer[]
  /** Who is quoted with words that are no sentence, `/statements/0`: never printed as one. */
  readonly fragments?: readonly Pointer[]
  /** Entries whose text begins with a pronoun, `/compensation/1`: told only after the entry before it. */
  readonly leaning?: readonly Pointer[]
  /** Hand-written paragraphs beside the file, by language (`<id>.fr.md`). */
  readonly companions: Readonly<Record<string, Companion>>
  /** The file's values as parsed, for pointers and for what is told or untold. */
  readonly raw: unknown
}

export interface Companion {
  readonly file: string
  /** The place of its paragraphs: after the lead, or at the end. */
  readonly place: 'lead' | 'end'
  /** Markdown as typed, without its front matter. */
  readonly body: string
}
