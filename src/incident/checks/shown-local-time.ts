import { isoMinutes } from '../../fields/moment-diagnostics.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import { wallAt } from '../../fields/typed-local-time.ts'
import type { Instant } from '../../fields/values.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { valueAt } from '../../foundation/pointer.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** A moment in a message, in the newsroom's time zone: `2024-12-11 18:30`. */
export function wall(instant: Instant, zone: string): string {
  return isoMinutes(wallAt(instant, zone)).replace('T', ' ')
}

/** The moment at a pointer as it was typed, `2024-12-11 evening`: in a message an editor looks for what stands in the file. */
export function shown({ raw }: IncidentDraft, pointer: Pointer, instant: Instant, zone: string): string {
  const typed = asTyped(valueAt(raw, locate(raw, pointer)))
  const own = wall(instant, zone)
  // An offset that is the newsroom's own tells an editor nothing.
  return typed === undefined || typed.startsWith(own) ? own : typed
}

function asTyped(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace('T', ' ')
  if (!isMapping(value) || typeof value.at !== 'string') return undefined
  const { at, until, part, season, zone } = value
  const parts = [at, ...(typeof until === 'string' ? ['–', until] : []), part, season, zone]
  return parts
    .filter(one => typeof one === 'string')
    .join(' ')
    .replaceAll(/(?<=\d)T(?=\d)/g, ' ')
}
