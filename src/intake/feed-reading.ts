import { isMapping } from '../foundation/value-kind.ts'
import type { FeedIncident, FeedReading, FeedRefusal } from './feed-incident.ts'
import { textAt } from './feed-json.ts'

/** Entries that are read at most: what has more is no feed of a status page. */
const MOST_ENTRIES = 20_000

/**
 * Reads entries one by one. One that cannot be read is refused and never stops the others.
 *
 * @param read the incident; or why there is none, a key of `intake.refused`
 */
export function gathered<T>(entries: readonly T[], read: (entry: T) => FeedIncident | string): FeedReading {
  const incidents: FeedIncident[] = []
  const refused: FeedRefusal[] = []
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const incident = attempted(entry, read)
    if (typeof incident === 'string') refused.push({ what: nameOf(entry), why: incident })
    else incidents.push(incident)
  }
  return { incidents, refused }
}

function attempted<T>(entry: T, read: (entry: T) => FeedIncident | string): FeedIncident | string {
  try {
    return read(entry)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return 'malformed'
    throw error
  }
}

function nameOf(entry: unknown): string {
  const one = isMapping(entry) && isMapping(entry.one) ? entry.one : entry
  for (const key of ['name', 'title', 'summary', 'id']) {
    const name = textAt(one, key)
    if (name !== '') return name.slice(0, 120)
  }
  return '–'
}
