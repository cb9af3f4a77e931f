import type { FactsByCode } from '../foundation/diagnostic-codes.ts'

type LineMistakeCode =
  | 'yaml/odd-space'
  | 'yaml/colon'
  | 'yaml/hash'
  | 'yaml/reserved-start'
  | 'yaml/after-quote'
  | 'yaml/tab'
  | 'yaml/space-missing'
  | 'yaml/dash'

/** A mistake in one line that YAML parses otherwise than an editor means it, and the line's fix. */
export interface LineMistake {
  readonly code: LineMistakeCode
  readonly facts: FactsByCode[LineMistakeCode]
  /** Counted from 1. */
  readonly line: number
  /** The range to replace, in UTF-16 units from the start of the line. */
  readonly from: number
  readonly to: number
  readonly fixed: string
  /** The range to underline, when it is not the one replaced. */
  readonly mark?: readonly [number, number]
}
