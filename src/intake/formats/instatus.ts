import type { FeedFormat } from '../feed-format.ts'
import { below, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf } from '../feed-text.ts'
import { incidentOfRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/** `summary.json` of Instatus: what is open, and work under way. No payload of it was read: untried. */
export const instatus: FeedFormat = {
  name: 'instatus',
  recognises: ({ json }) => LISTS.some(list => Array.isArray(below(json, list))),
  read: ({ json, name }, settings) => {
    const provider = lineOf(textAt(json, 'page', 'name')) || settings.provider || providerIn(name)
    const rows = LISTS.flatMap(list => mappingsAt(json, list).map(one => ({ one, isMaintenance: list === LISTS[1] })))
    return gathered(rows, ({ one, isMaintenance }) => incidentOfRow(one, { provider, isMaintenance }, settings))
  },
}

const LISTS = ['activeIncidents', 'activeMaintenances'] as const
