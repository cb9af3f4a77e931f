import type { Instant } from '../fields/values.ts'
import type { Publication } from '../incident/incident.ts'

/** The moment from which an incident is public: in the past when nothing holds it back. */
export function publicFrom({ draft, publish_at, embargo }: Publication): Instant | null {
  return draft ? null : Math.max(publish_at ?? 0, embargo ?? 0)
}

export function isPublic(from: Instant | null, now: Instant): boolean {
  return from !== null && from <= now
}
