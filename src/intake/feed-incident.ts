import type { State } from '../incident/incident.ts'

/** A moment as a feed gives it. */
export interface FeedMoment {
  /** Milliseconds. */
  readonly at: number
  /** `by`: the feed says only when it was posted, so that it had begun by then. */
  readonly precision?: 'by' | 'day'
}

/** What a post of a feed says of the course of the event. */
export type FeedPhase =
  | 'scheduled'
  | 'investigating'
  | 'identified'
  | 'monitoring'
  | 'resolved'
  | 'postmortem'
  | 'update'

/** One post: its words are somebody's, and stay theirs. */
export interface FeedUpdate {
  readonly at?: number
  readonly phase: FeedPhase
  /** Plain text: no markup, no control marks. */
  readonly text: string
}

/** A component as a feed names it. */
export interface FeedService {
  readonly name: string
  /** What the feed says of it, in its own word: `partial_outage`. */
  readonly condition?: string
}

/** Something of a feed that the draft does not take over, and why: keys of `edit.json`, under `intake.left`. */
export interface FeedRemark {
  readonly key: string
  readonly slots?: Readonly<Record<string, string>>
}

/** One incident of a feed, whatever its format: what the feed says, and nothing that it does not. */
export interface FeedIncident {
  /** The same each time the feed is read. */
  readonly id: string
  /** The format it was read in; said by who read it. */
  readonly format?: string
  readonly title: string
  readonly state: State
  readonly isMaintenance?: boolean
  /** Planned work of which the feed says that services failed while it lasted. */
  readonly isInterruption?: boolean
  /** Nobody wrote its title: it is made of what a monitor saw. */
  readonly isMonitor?: boolean
  /** Interruptions that are gathered in it. */
  readonly gathered?: number
  /** Who speaks, as the feed names it. */
  readonly provider: string
  readonly services: readonly FeedService[]
  /** Places as the feed names them. */
  readonly places?: readonly string[]
  /** Where what fails is hosted, as the feed names it: nothing is said of where its users are. */
  readonly regions?: readonly string[]
  readonly started?: FeedMoment
  readonly ended?: FeedMoment
  readonly planned?: { readonly from: number; readonly to?: number }
  /** A cause, where the feed has a field for it. */
  readonly cause?: string
  /** Posts, the oldest first. */
  readonly updates: readonly FeedUpdate[]
  /** When the feed last said something, where its posts do not show it. */
  readonly changed?: number
  readonly url?: string
  /** Language of the texts, where the feed says so. */
  readonly language?: string
  /** The feed's own word for how bad it is. */
  readonly severity?: string
  /** From 0, a notice, to 3, the worst that the feed knows; for the choice of an editor, never told. */
  readonly weight?: number
  readonly remarks?: readonly FeedRemark[]
}

/** Something in a feed that is no incident, or not enough of one. */
export interface FeedRefusal {
  readonly what: string
  /** Key of `edit.json`, under `intake.refused`. */
  readonly why: string
}

/** What a feed was read as. */
export interface FeedReading {
  readonly incidents: readonly FeedIncident[]
  readonly refused: readonly FeedRefusal[]
}
