import type { Instant } from '../fields/values.ts'
import type { Fact } from '../story/story.ts'
import type { Rank } from './news-values.ts'

/** What a message is about: the name of its family of wordings (`headline.cause`, `standfirst.cause` …). */
export type MessageType =
  | 'state'
  | 'event'
  | 'casualties'
  | 'count'
  | 'cause'
  | 'attack'
  | 'data'
  | 'finding'
  | 'said'
  | 'quoted'
  | 'advice'
  | 'works'
  | 'hope'
  | 'recovery'
  | 'remains'
  | 'victims'
  | 'money'
  | 'claim'
  | 'place'
  | 'service'
  | 'symptom'
  | 'time'
  | 'update'
  | 'mended'
  | 'recall'
  | 'correction'

/** One thing to tell, without words: facts of the story that belong together, and why they matter. */
export interface Message {
  /** The move and place of its first fact: `cause/0`. */
  readonly id: string
  readonly type: MessageType
  readonly facts: readonly Fact[]
  /** Names of its news values. */
  readonly values: readonly string[]
  /** When it was said or seen; absent where nobody entered it. */
  readonly at?: Instant
  readonly rank: Rank
}

/** Why a message does not lead by itself, whatever its rank: a key of the words for it. */
export type Hindrance = 'untitled' | 'contested' | 'reserved' | 'few' | 'long'
