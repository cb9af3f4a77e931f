import type { Instant } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Kind, State } from '../incident/incident.ts'
import type { SentencePlan } from '../plan/sentence-plan.ts'

/** A run of text in one language. `lang` is given where it is not the article's own. */
export interface Span {
  readonly text: string
  readonly lang?: string
  readonly href?: string
  /** Typography leaves it as it is: addresses, code, error texts. */
  readonly verbatim?: boolean
  /** A name, or words that somebody typed, until the sentence is typeset: nothing in them is smoothed. */
  readonly fixed?: 'name' | 'typed'
}

export interface Sentence {
  readonly spans: readonly Span[]
  /** The spans' text, joined. */
  readonly text: string
  /**
   * Id of the wording it was made from: `lead.outage_ongoing#1`. `override`, `by-hand` and `companion` for what an editor
   * wrote.
   */
  readonly wording: string
  /** JSON pointers into the incident file, in the order of the file. */
  readonly from: readonly Pointer[]
  /** What it tells; titles have none. */
  readonly plan?: SentencePlan
}

export interface Paragraph {
  readonly move: string
  /** `list`: one item per sentence. `typed`: Markdown that an editor wrote by hand, in `typed`. */
  readonly form: 'prose' | 'list' | 'typed'
  readonly sentences: readonly Sentence[]
  readonly typed?: string
}

/** What an article says in one sentence, where no title stands beside it: its standfirst, or else its first sentence. */
export function descriptionOf({ standfirst, brief }: Pick<Article, 'standfirst' | 'brief'>): string {
  return standfirst.text === '' ? (brief[0]?.text ?? '') : standfirst.text
}

/** A story realised for one edition. Plain text everywhere: escaped only where it is written as Markdown or HTML. */
export interface Article {
  readonly id: string
  readonly edition: string
  /** BCP 47 tag of the edition. */
  readonly lang: string
  readonly state: State
  readonly kind: Kind
  /** What it is called, as a key: `outage`, `power-cut`. */
  readonly event: string
  /** How newsworthy what leads is: the rank of its message in the plan. */
  readonly weight: number
  readonly headline: Sentence
  /** Empty when there is no news beyond headline and lead but hours. */
  readonly standfirst: Sentence
  /** At most 110 characters. */
  readonly alert: Sentence
  /** About 60 words, at most 75 as a rule: the plan counts for every language at once. */
  readonly brief: readonly Sentence[]
  readonly paragraphs: readonly Paragraph[]
  /** « En cours », "Resolved". */
  readonly kicker: string
  readonly slug: string
  readonly published: Instant
  readonly updated: Instant
  /** Of which of both no hour is known. */
  readonly knownToTheDay: { readonly published: boolean; readonly updated: boolean }
  readonly author: string
  readonly tags: readonly string[]
  /** Names of the services, as this edition writes them. */
  readonly services: readonly string[]
  readonly draft: boolean
  readonly sources: readonly { readonly url: string; readonly label: string }[]
  /** Keys of planned sentences and titles that the language has no wording for. */
  readonly unworded: readonly string[]
  /** Values meant for readers that no sentence of this article used. */
  readonly untold: readonly Pointer[]
}
