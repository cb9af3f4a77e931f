import type { Directory } from './directory.ts'
import type { OwnNames } from './own-names.ts'

/** What reading an incident depends on: the newsroom's names, its time zone and its languages. */
export interface FieldContext {
  readonly directory: Directory
  /** Names that the file being read defines in place; none where no file is read. */
  readonly own?: OwnNames
  /** IANA zone of a time without an offset. */
  readonly zone: string
  /** Languages of the editions, such as `fr`. */
  readonly languages: readonly string[]
  /** Editions published. */
  readonly editions: readonly string[]
}
