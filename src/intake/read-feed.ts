import type { FeedFormat, FormatSettings } from './feed-format.ts'
import { feedFormats } from './feed-formats.ts'
import type { FeedReading } from './feed-incident.ts'
import { readPayload } from './read-payload.ts'

/** What a feed was read as, by which format. */
export interface ReadFeed extends FeedReading {
  readonly name: string
  readonly format?: string
}

/** Reads a feed in the format that recognises it, or in the one that is asked for. It throws nothing. */
export function readFeed(name: string, bytes: Uint8Array, settings: FormatSettings, format?: string): ReadFeed {
  const payload = readPayload(name, bytes)
  if (typeof payload === 'string') return { name, incidents: [], refused: [{ what: name, why: payload }] }
  const fits = (one: FeedFormat) => (format === undefined ? one.recognises(payload) : one.name === format)
  const found = feedFormats.find(fits)
  if (!found) return { name, incidents: [], refused: [{ what: name, why: 'format' }] }
  const { incidents, refused } = found.read(payload, settings)
  return { name, format: found.name, incidents: incidents.map(one => ({ ...one, format: found.name })), refused }
}
