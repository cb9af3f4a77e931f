import type { Fix } from '../foundation/diagnostic.ts'
import type { DiagnosticJson } from '../foundation/show-diagnostic.ts'
import type { State } from '../incident/incident.ts'
import type { Knowledge } from './complete/completions.ts'

/** What the page needs once: names, schema, editions. */
export interface Start extends Omit<Knowledge, 'now'> {
  /** IANA zone of the newsroom. */
  readonly zone: string
  /** Editions of the site, in its order. */
  readonly published: readonly string[]
  /** Every edition there is. */
  readonly editions: readonly string[]
  readonly states: readonly State[]
}

/** One incident in the list. */
export interface Card {
  readonly id: string
  /** `null` where the file cannot be read. */
  readonly state: State | null
  readonly draft: boolean
  /** By edition; the id where it cannot be told. */
  readonly headlines: Readonly<Record<string, string>>
  readonly errors: number
  readonly warnings: number
  /** Languages in which something is missing. */
  readonly missing: readonly string[]
}

/** A file as the editor opens it. */
export interface Opened {
  readonly id: string
  readonly file: string
  readonly text: string
  /** Digest of the text: a save says on which one it builds. */
  readonly version: string
}

/** Lines of a file, from 1, both included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** A sentence of an article, with the lines of the file it rests on. */
export interface ShownSentence {
  readonly part: 'headline' | 'standfirst' | 'body'
  readonly text: string
  readonly wording: string
  readonly lines: readonly Lines[]
}

/** One article of a preview. */
export interface ShownPage {
  readonly edition: string
  readonly lang: string
  /** The page of the site, to the letter. */
  readonly html: string
  readonly sentences: readonly ShownSentence[]
  /** Characters of the alert, words of the brief and of the article. */
  readonly alert: number
  readonly brief: number
  readonly words: number
}

/** A problem with the offsets of the text it is about, for the editor to underline. */
export type ShownDiagnostic = DiagnosticJson & { readonly from: number; readonly to: number; readonly fix: Fix | null }

/** What a draft becomes: the pages when the file can be read, and what is wrong with it in any case. */
export interface Preview {
  readonly pages: readonly ShownPage[]
  readonly diagnostics: readonly ShownDiagnostic[]
  /** Facts that no edition published tells, with their lines. */
  readonly untold: readonly (Lines & { readonly pointer: string })[]
}
