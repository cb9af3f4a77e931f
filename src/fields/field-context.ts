import type { Directory } from './directory.ts'

/** What the reading of an incident looks up: the newsroom's names, its clock and the languages it publishes in. */
export interface FieldContext {
  readonly directory: Directory
  /** IANA zone of a time without an offset. */
  readonly zone: string
  /** Languages of the editions, such as `fr`. */
  readonly languages: readonly string[]
  /** Editions published. */
  readonly editions: readonly string[]
}
