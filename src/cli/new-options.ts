import type { State } from '../incident/incident.ts'

/** Options of `new`; missing ones are asked for. */
export interface NewOptions {
  readonly service?: readonly string[]
  readonly state?: State
  readonly kind?: string
  readonly started?: string
  readonly ended?: string
  readonly plannedFrom?: string
  readonly plannedTo?: string
  readonly company?: string
  readonly place?: readonly string[]
  readonly cause?: 'unknown'
  readonly source?: readonly string[]
  readonly asOf?: string
  readonly name?: string
  readonly inPlace?: boolean
  /** Commander's name for `--no-input`. */
  readonly input?: boolean
  readonly now?: string
}
