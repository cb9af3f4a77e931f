import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedUpdate } from '../feed-incident.ts'
import { type Loose, listAt, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, textOfHtml, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Events of Azure Resource Health, as a list or under `value` as the service answers. Advice and offers are no incidents. */
export const azureEvents: FeedFormat = {
  name: 'azure-events',
  recognises: ({ json }) => eventsOf(json).some(one => Object.hasOwn(propertiesOf(one), 'eventType')),
  read: ({ json }, settings) => gathered(eventsOf(json), one => incidentOf(one, propertiesOf(one), settings)),
}

const eventsOf = (json: unknown) => (Array.isArray(json) ? mappingsAt({ json }, 'json') : mappingsAt(json, 'value'))

/** What is said of an event; the service nests it, its libraries do not. */
const propertiesOf = (one: Loose): Loose =>
  listAt(one, 'impact').length > 0 ? one : ((one.properties ?? one) as Loose)

function incidentOf(
  one: Loose,
  told: Loose,
  { words, zone, provider = 'Microsoft Azure' }: FormatSettings,
): FeedIncident | string {
  const type = textAt(told, 'eventType')
  const isNothing = /^no impact\b/i.test(textAt(told, 'title'))
  if ((type !== 'ServiceIssue' && type !== 'PlannedMaintenance') || isNothing) return 'notice'
  const from = momentOf(textAt(told, 'impactStartTime'), zone, words)
  const to = momentOf(textAt(told, 'impactMitigationTime'), zone, words)
  if (from === undefined) return 'moment'
  const isMaintenance = type === 'PlannedMaintenance'
  const impact = mappingsAt(told, 'impact')
  const regions = impact.flatMap(each =>
    mappingsAt(each, 'impactedRegions').map(region => lineOf(textAt(region, 'impactedRegion'))),
  )
  const updates = updatesOf(told, impact, zone, words)
  const changed = momentOf(textAt(told, 'lastUpdateTime'), zone, words)
  // Some are still called active when a moment of mitigation lies behind them.
  const isCalledOver = textAt(told, 'status') === 'Resolved'
  const isOver = isCalledOver || (!isMaintenance && to !== undefined && changed !== undefined && to <= changed)
  return {
    ...(isOver && !isCalledOver && { remarks: [{ key: 'called-active' }] }),
    id: textAt(one, 'name') || textAt(one, 'id'),
    title: titleOf(textAt(told, 'title'), words),
    state: isOver ? 'resolved' : isMaintenance && changed !== undefined && changed < from ? 'planned' : 'ongoing',
    isMaintenance,
    provider,
    services: impact.map(each => ({ name: lineOf(textAt(each, 'impactedService')) })),
    regions: [...new Set(regions)].filter(region => region !== '' && region !== 'Global'),
    ...(!isMaintenance && { started: { at: from } }),
    ...(isOver && to !== undefined && { ended: { at: to } }),
    ...(isMaintenance && { planned: { from, ...(to !== undefined && { to }) } }),
    updates,
    ...(changed !== undefined && { changed }),
    severity: textAt(told, 'level'),
    weight: ['Informational', 'Warning', 'Error', 'Critical'].indexOf(
      textAt(told, 'eventLevel') || textAt(told, 'level'),
    ),
  }
}

function updatesOf(
  told: Loose,
  impact: readonly Loose[],
  zone: string,
  words: FormatSettings['words'],
): readonly FeedUpdate[] {
  const posts = impact
    .flatMap(each => mappingsAt(each, 'impactedRegions'))
    .flatMap(region => mappingsAt(region, 'updates'))
    .map(post => ({
      text: textOfHtml(textAt(post, 'summary')),
      at: momentOf(textAt(post, 'updateDateTime'), zone, words),
    }))
  const own = posts.length > 0 ? posts : [{ text: textOfHtml(textAt(told, 'summary')), at: undefined }]
  const once = [...new Map(own.map(post => [post.text, post])).values()].filter(({ text }) => text !== '')
  return once
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .map(({ text, at }) => ({ ...(at !== undefined && { at }), phase: 'update', text }))
}
