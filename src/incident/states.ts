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
