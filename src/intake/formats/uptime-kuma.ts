import type { FeedFormat } from '../feed-format.ts'
import { below, type Loose, loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf } from '../feed-text.ts'
import { incidentOfRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/** A status page of Uptime Kuma: what is pinned to it, and work. What is pinned as information is none. No payload of it was read: untried. */
export const uptimeKuma: FeedFormat = {
  name: 'uptime-kuma',
  recognises: ({ json }) => Array.isArray(below(json, 'publicGroupList')) && below(json, 'config') !== undefined,
  read: ({ json, name }, settings) => {
    const provider = lineOf(textAt(json, 'config', 'title')) || settings.provider || providerIn(name)
    const pinned = [...mappingsAt(json, 'incidents'), loose(below(json, 'incident'))].filter(
      one => textAt(one, 'title') !== '',
    )
    const rows = [
      ...pinned.map(one => ({ one, isMaintenance: false })),
      ...mappingsAt(json, 'maintenanceList').map(one => ({ one: workOf(one), isMaintenance: true })),
    ]
    return gathered(rows, ({ one, isMaintenance }) => {
      if (!isMaintenance && !TROUBLE.has(textAt(one, 'style'))) return 'notice'
      const row = isMaintenance ? one : { state: below(one, 'active') === false ? 'resolved' : 'open', ...one }
      return incidentOfRow(row, { provider, isMaintenance, zone: 'UTC', remarks: ZONE }, settings)
    })
  },
}

/** Colours that a page has for what is wrong. */
const TROUBLE = new Set(['warning', 'danger'])
const ZONE = [{ key: 'zone', slots: { zone: 'UTC' } }]

/** Work with the first window that is announced for it. */
function workOf(one: Loose): Loose {
  const [slot] = mappingsAt(one, 'timeslotList')
  return {
    ...one,
    starts_at: textAt(slot, 'startDate'),
    ends_at: textAt(slot, 'endDate'),
    body: textAt(one, 'description'),
  }
}
