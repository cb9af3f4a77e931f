import type { Directory } from './directory.ts'
import type { OwnNames } from './own-names.ts'

/** What the reading of an incident looks up: the newsroom's names, its clock and the languages it publishes in. */
export interface FieldContext {
  readonly directory: Directory
  /** Names that the file being read writes in place; none where no file is read. */
  readonly own?: OwnNames
  /** IANA zone of a time without an offset. */
  readonly zone: string
  /** Languages of the editions, such as `fr`. */
  readonly languages: readonly string[]
  /** Editions published. */
  readonly editions: readonly string[]
}
