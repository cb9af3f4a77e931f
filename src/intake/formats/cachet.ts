import type { FeedFormat } from '../feed-format.ts'
import type { FeedPhase } from '../feed-incident.ts'
import { below, type Loose, loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { incidentOfRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/** Incidents of Cachet, versions 2 and 3: states are numbers, hours are those of its server. No payload of it was read: untried. */
export const cachet: FeedFormat = {
  name: 'cachet',
  recognises: ({ json }) => mappingsAt(json, 'data').map(rowOf).some(isOne),
  read: ({ json, name }, settings) => {
    const provider = settings.provider ?? providerIn(name)
    const rows = mappingsAt(json, 'data').map(rowOf)
    return gathered(rows, row => {
      const isWork = textAt(row, 'status') === '0' || textAt(row, 'scheduled_at') !== ''
      return incidentOfRow(
        row,
        { provider, isMaintenance: isWork, zone: 'UTC', states: STATES, remarks: ZONE },
        settings,
      )
    })
  },
}

const STATES: Readonly<Record<string, FeedPhase>> = {
  0: 'scheduled',
  1: 'investigating',
  2: 'identified',
  3: 'monitoring',
  4: 'resolved',
}
const ZONE = [{ key: 'zone', slots: { zone: 'UTC' } }]

const isOne = (row: Loose): boolean =>
  Object.hasOwn(row, 'name') &&
  Object.hasOwn(row, 'message') &&
  ['human_status', 'component_id', 'guid', 'stickied'].some(key => Object.hasOwn(row, key))

/** Version 3 nests what is said of an incident, and gives a state with its number. */
function rowOf(one: Loose): Loose {
  const told = Object.hasOwn(one, 'attributes') ? { ...loose(below(one, 'attributes')), id: textAt(one, 'id') } : one
  const state = below(told, 'status')
  const component = textAt(told, 'component', 'name')
  return {
    ...told,
    status: typeof state === 'object' ? textAt(state, 'value') : state,
    ...(component !== '' && { components: [component] }),
  }
}
