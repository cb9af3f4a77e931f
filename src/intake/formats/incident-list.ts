import { isMapping } from '../../foundation/value-kind.ts'
import type { FeedFormat, FeedPayload } from '../feed-format.ts'
import { below, type Loose, loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf } from '../feed-text.ts'
import { incidentOfRow, isIncidentRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/**
 * Any list of incidents in JSON whose fields are called as most pages call them: Hund, Sorry, Freshstatus, StatusCast,
 * content managers. No payload of theirs was read: untried.
 */
export const incidentList: FeedFormat = {
  name: 'incidents',
  recognises: ({ json }) => listsIn(json).some(({ rows }) => rows.some(isIncidentRow)),
  read: (payload, settings) => {
    const provider = settings.provider || pageIn(payload)
    const rows = listsIn(payload.json).flatMap(({ rows, key }) =>
      rows.filter(isIncidentRow).map(one => ({ one, isMaintenance: /maintenance|planned|scheduled/i.test(key) })),
    )
    return gathered(rows, ({ one, isMaintenance }) => incidentOfRow(one, { provider, isMaintenance }, settings))
  },
}

const pageIn = ({ json, name }: FeedPayload): string =>
  lineOf(textAt(json, 'page', 'name') || textAt(json, 'page', 'title') || textAt(json, 'page_title')) ||
  providerIn(name)

/** Lists of mappings, up to three levels down, by their keys. JSON:API nests what is said of each under `attributes`. */
function listsIn(json: unknown, key = '', depth = 0): { key: string; rows: readonly Loose[] }[] {
  if (Array.isArray(json)) {
    const rows = mappingsAt({ json }, 'json')
    // A list of pages, each with its incidents.
    const inside =
      depth < 2 && !rows.some(isIncidentRow) ? rows.slice(0, 200).flatMap(one => listsIn(one, key, depth + 1)) : []
    return [{ key, rows: rows.map(flat) }, ...inside]
  }
  if (!isMapping(json) || depth > 2) return []
  return Object.keys(json)
    .slice(0, 200)
    .flatMap(name => listsIn((json as Loose)[name], name, depth + 1))
}

const flat = (one: Loose): Loose =>
  isMapping(below(one, 'attributes')) ? { id: textAt(one, 'id'), ...loose(below(one, 'attributes')) } : one
