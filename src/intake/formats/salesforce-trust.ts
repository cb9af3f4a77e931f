import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident } from '../feed-incident.ts'
import { type Loose, listAt, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Incidents of Salesforce Trust. No payload of Salesforce was read: untried. */
export const salesforceTrust: FeedFormat = {
  name: 'salesforce',
  recognises: ({ json }) => mappingsAt({ json }, 'json').some(one => Object.hasOwn(one, 'IncidentImpacts')),
  read: ({ json }, settings) => gathered(mappingsAt({ json }, 'json'), one => incidentOf(one, settings)),
}

function incidentOf(one: Loose, { words, zone, provider = 'Salesforce' }: FormatSettings): FeedIncident | string {
  const at = (value: unknown, key: string) => momentOf(textAt(value, key), zone, words)
  const impacts = mappingsAt(one, 'IncidentImpacts')
  const starts = impacts.flatMap(each => at(each, 'startTime') ?? [])
  const ends = impacts.flatMap(each => at(each, 'endTime') ?? [])
  const changed = at(one, 'updatedAt') ?? at(one, 'createdAt')
  if (starts.length === 0 && changed === undefined) return 'moment'
  const isOver = impacts.length > 0 && ends.length === impacts.length
  const updates = mappingsAt(one, 'IncidentEvents').map(post => ({
    at: at(post, 'createdAt') ?? changed ?? 0,
    phase: 'update' as const,
    text: plainText(textAt(post, 'message')),
  }))
  const severity = textAt(impacts[0], 'severity')
  return {
    id: textAt(one, 'id') || textAt(one, 'externalId'),
    title: titleOf(textAt(one, 'message', 'rootCause') === '' ? textAt(impacts[0], 'type') : '', words),
    state: isOver ? 'resolved' : 'ongoing',
    provider,
    services: listAt(one, 'serviceKeys').map(name => ({ name: lineOf(String(name)) })),
    ...(starts.length > 0 && { started: { at: Math.min(...starts) } }),
    ...(isOver && { ended: { at: Math.max(...ends) } }),
    updates: updates.sort((a, b) => a.at - b.at),
    ...(changed !== undefined && { changed }),
    ...(severity !== '' && { severity }),
  }
}
