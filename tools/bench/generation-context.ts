import type { State } from '../../src/incident/incident.ts'
import type { Supplies } from './names-and-texts.ts'
import type { Dice } from './random.ts'

/** Context in which the fields of one incident are generated. Moments in milliseconds. */
export interface GenerationContext {
  readonly dice: Dice
  readonly supplies: Supplies
  readonly company: { readonly id: string; readonly services: readonly string[] }
  readonly state: State
  readonly started: number
}

/** An instant as an incident file writes it. */
export function iso(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`
}
