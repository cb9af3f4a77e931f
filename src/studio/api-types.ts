import type { Fix } from '../foundation/diagnostic.ts'
import type { DiagnosticJson } from '../foundation/show-diagnostic.ts'
import type { State } from '../incident/incident.ts'
import type { Knowledge } from './complete/completions.ts'

/** What the page needs once: names, schema, editions. */
export interface StartData extends Omit<Knowledge, 'now'> {
  /** IANA zone of the newsroom. */
  readonly zone: string
  /** Editions of the site, in its order. */
  readonly published: readonly string[]
  /** Every edition available. */
  readonly editions: readonly string[]
  readonly states: readonly State[]
}

/** One incident in the list. */
export interface IncidentOverview {
  readonly id: string
  /** `null` when the file cannot be read. */
  readonly state: State | null
  readonly draft: boolean
  /** By edition; the id where there is no article. */
  readonly headlines: Readonly<Record<string, string>>
  readonly errors: number
  readonly warnings: number
  /** Languages with missing texts. */
  readonly missing: readonly string[]
}

/** What feeds made or would change, and nobody has decided on. */
export interface InboxData {
  readonly items: readonly ShownInboxItem[]
}

/** A draft that waits, with what its articles say anew. */
export interface ShownInboxItem {
  readonly key: string
  readonly id: string
  readonly action: 'new' | 'changed' | 'conflict' | 'proposal'
  readonly prose: readonly { readonly edition: string; readonly changes: readonly ShownProseChange[] }[]
}

/** A sentence that goes, and the one that comes for it. */
export interface ShownProseChange {
  readonly gone?: string
  readonly come?: string
}

/** A file as the editor opens it. */
export interface OpenedFile {
  readonly id: string
  readonly file: string
  readonly text: string
  /** Digest of the text: a save states the version it is based on. */
  readonly version: string
}

/** The unsaved text of one tab of the browser, as it is kept on the disk. */
export interface UnsavedDraft {
  /** Of the tab that keeps it. */
  readonly tab: string
  readonly text: string
  /** Version of the file that it is based on, and that version's text. */
  readonly base: string
  readonly baseText: string
  /** When it was kept: an instant, ISO 8601 in UTC. */
  readonly at: string
}

/** A text that was on the disk since the studio was started. */
export interface SavedVersion {
  /** When it was read or saved: an instant, ISO 8601 in UTC. */
  readonly at: string
  readonly text: string
}

/** A version, with what its articles say anew beside the one before. */
export interface ShownVersion extends SavedVersion {
  readonly prose: readonly { readonly edition: string; readonly changes: readonly ShownProseChange[] }[]
}

/** Lines of a file, from 1, both included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** A sentence of an article, with its lines in the file. */
export interface ShownSentence {
  readonly part: 'headline' | 'standfirst' | 'body'
  readonly text: string
  readonly wording: string
  readonly lines: readonly Lines[]
  /** What puts it into the file, to be said in other words. */
  readonly own: Fix | null
}

/** One article of a preview. */
export interface ShownPage {
  readonly edition: string
  readonly lang: string
  /** The page exactly as on the site. */
  readonly html: string
  readonly sentences: readonly ShownSentence[]
  /** Characters of the alert, words of the brief and of the article. */
  readonly alert: number
  readonly brief: number
  readonly words: number
}

/** A diagnostic with offsets into its text, for the editor to underline. */
export type ShownDiagnostic = DiagnosticJson & { readonly from: number; readonly to: number; readonly fix: Fix | null }

/** A fact with its rank: why it leads or does not, and the change of the file that lets it lead. */
export interface ShownRank {
  readonly angle: string
  readonly total: number
  /** Names of its news values, the highest first. */
  readonly values: readonly string[]
  readonly leads: boolean
  /** Absent where it leads already, or cannot make a headline. */
  readonly choose: Fix | null
}

/** Something that was true only before the end, with the changes that settle it; to keep it takes none. */
export interface ShownLeftover {
  /** As an editor types it: `advice.0`. */
  readonly name: string
  readonly line: number
  /** Marks it as past; absent where the editor has to type that. */
  readonly past: Fix | null
  readonly remove: Fix | null
}

/** The preview of a draft: its pages when the file can be read, and its diagnostics in any case. */
export interface Preview {
  readonly pages: readonly ShownPage[]
  readonly diagnostics: readonly ShownDiagnostic[]
  /** Facts by rank; empty where the file cannot be read. */
  readonly ranks: readonly ShownRank[]
  /** What the end has overtaken, in the order of the file. */
  readonly leftovers: readonly ShownLeftover[]
  /** Facts that no published edition tells, with their lines. */
  readonly untold: readonly (Lines & { readonly pointer: string })[]
}
