import type { FactsByCode } from '../foundation/diagnostic-codes.ts'

type TrapCode =
  | 'yaml/odd-space'
  | 'yaml/colon'
  | 'yaml/hash'
  | 'yaml/reserved-start'
  | 'yaml/after-quote'
  | 'yaml/tab'
  | 'yaml/space-missing'
  | 'yaml/dash'

/** Something in one line that YAML reads otherwise than an editor means it, and the line's correction. */
export interface Trap {
  readonly code: TrapCode
  readonly facts: FactsByCode[TrapCode]
  /** Counted from 1. */
  readonly line: number
  /** What is replaced, in UTF-16 units from the start of the line. */
  readonly from: number
  readonly to: number
  readonly fixed: string
  /** What the carets stand under, when it is not what is replaced. */
  readonly mark?: readonly [number, number]
}
