import type { Instant } from '../fields/values.ts'
import type { Publication } from '../incident/incident.ts'

/** From when on an incident may be read by everybody: a moment of the past when nothing holds it back. */
export function publicFrom({ draft, publish_at, embargo }: Publication): Instant | null {
  return draft ? null : Math.max(publish_at ?? 0, embargo ?? 0)
}

export function isPublic(from: Instant | null, now: Instant): boolean {
  return from !== null && from <= now
}
