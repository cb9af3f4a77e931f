import type { Directory, Form } from './directory.ts'
import type { OwnNames } from './in-place-names.ts'
import type { ClassesOf } from './name-classes.ts'
import type { ServiceSort } from './service-sort.ts'

/** What the grammar of a language says of a name that is written with its article. */
export interface WrittenNoun {
  /** Without the article. */
  readonly text: string
  /** Its class with the definite article of it; several where only the editor knows. */
  readonly choices: readonly { readonly class: string; readonly article?: string }[]
  readonly elides?: boolean
  /** A common noun rather than a brand. */
  readonly common: boolean
}

/** The two ways in which a name may meet the word before it. */
export interface UnsureSound {
  readonly elided: string
  readonly plain: string
}

/** What reading an incident depends on: the newsroom's names, its time zone and its languages. */
export interface FieldContext {
  readonly directory: Directory
  /** Names that the file being read defines in place; none where no file is read. */
  readonly own?: OwnNames
  /** How a language reads a name written with its article; absent where no grammar is at hand. */
  readonly nouns?: (language: string, name: string) => WrittenNoun | undefined
  /** The classes of a language; absent where no grammar is at hand. */
  readonly classesOf?: ClassesOf
  /** Whether a clause is in the present tense; absent where no grammar is at hand. */
  readonly isPresent?: (language: string, clause: string) => boolean
  /** Whether a clause says that something bad is not so; absent where no grammar is at hand. */
  readonly isReassuring?: (language: string, clause: string) => boolean
  /** Whether a clause begins with a pronoun for what stood before it; absent where no grammar is at hand. */
  readonly isLeaning?: (language: string, clause: string) => boolean
  /** What sort of service the noun of a name says; absent where no grammar is at hand. */
  readonly sorts?: (language: string, form: Form) => ServiceSort | undefined
  /** Whether words are part of a sentence and none themselves; absent where no grammar is at hand. */
  readonly isFragment?: (language: string, words: string) => boolean
  /** Whether a few words only name something; absent where no grammar is at hand. */
  readonly isNounPhrase?: (language: string, words: string) => boolean
  /** How a name may sound where nothing tells; absent where no grammar is at hand. */
  readonly unsureSound?: (language: string, name: string) => UnsureSound | undefined
  /** IANA zone of a time without an offset. */
  readonly zone: string
  /** Zones of the editions published; unchecked when absent. */
  readonly zones?: readonly string[]
  /** Languages of the editions, such as `fr`. */
  readonly languages: readonly string[]
  /** Editions published. */
  readonly editions: readonly string[]
}
