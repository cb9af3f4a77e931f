import type { State } from './incident.ts'

/** Every state of an incident, in the order of its life. */
export const STATES = [
  'planned',
  'unconfirmed',
  'ongoing',
  'recovering',
  'resolved',
  'disputed',
  'retracted',
] as const satisfies readonly State[]

/** States in which it has happened and still goes on, or somebody says so. */
export const UNDER_WAY: ReadonlySet<State> = new Set(['ongoing', 'recovering', 'disputed'])
