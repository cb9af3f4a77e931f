import { instantsAt, readMoment, wallOf } from '../fields/typed-local-time.ts'
import { MINUTE } from '../foundation/time-units.ts'
import type { Invocation } from './invocation.ts'
import { Usage } from './usage-error.ts'

/**
 * The present of a run, in milliseconds: `--now`, else the caller's clock. A moment without an offset is in the site's
 * zone, like those of incidents.
 */
export function presentOf(typed: string | undefined, { clock }: Pick<Invocation, 'clock'>, zone: () => string): number {
  if (typed === undefined) return clock()
  const written = readMoment(typed)
  if (typeof written === 'string') throw new Usage('now', { value: typed })
  const wall = wallOf(written)
  if (written.offset !== undefined) return wall - written.offset * MINUTE
  return instantsAt(wall, zone())[0] ?? wall
}
