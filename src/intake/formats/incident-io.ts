import type { FeedFormat } from '../feed-format.ts'
import { below, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf } from '../feed-text.ts'
import { incidentOfRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/** What incident.io answers to its widget: what is open, and work. No payload of it was read: untried. */
export const incidentIo: FeedFormat = {
  name: 'incident-io',
  recognises: ({ json }) => Array.isArray(below(json, 'ongoing_incidents')),
  read: ({ json, name }, settings) => {
    const provider = lineOf(textAt(json, 'page_title')) || settings.provider || providerIn(name)
    const rows = LISTS.flatMap(list => mappingsAt(json, list).map(one => ({ one, isMaintenance: list !== LISTS[0] })))
    return gathered(rows, ({ one, isMaintenance }) =>
      incidentOfRow(one, { provider: provider.replace(/\s+status$/i, ''), isMaintenance }, settings),
    )
  },
}

const LISTS = ['ongoing_incidents', 'in_progress_maintenances', 'scheduled_maintenances'] as const
