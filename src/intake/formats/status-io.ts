import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedPhase } from '../feed-incident.ts'
import { below, type Loose, mappingsAt, meaning, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Status.io's public API: open incidents, active and upcoming maintenance. The page does not say whose it is. */
export const statusIo: FeedFormat = {
  name: 'status-io',
  recognises: ({ json }) => below(json, 'result', 'status_overall') !== undefined,
  read: ({ json, name }, settings) => {
    const all = [
      ...mappingsAt(json, 'result', 'incidents').map(one => ({ one, list: 'incidents' })),
      ...mappingsAt(json, 'result', 'maintenance', 'active').map(one => ({ one, list: 'active' })),
      ...mappingsAt(json, 'result', 'maintenance', 'upcoming').map(one => ({ one, list: 'upcoming' })),
    ]
    return gathered(all, ({ one, list }) => incidentOf(one, list, settings.provider ?? providerIn(name), settings))
  },
}

/** The first word of the name of the file or of the host. */
export function providerIn(name: string): string {
  const host = /^https:\/\/(?:status\.)?([\w-]+)/.exec(name)?.[1]
  return host ?? /([\w-]+)[^/]*$/.exec(name)?.[1] ?? name
}

const PHASES: Readonly<Record<string, FeedPhase>> = {
  100: 'investigating',
  200: 'identified',
  300: 'monitoring',
  400: 'resolved',
}

function incidentOf(
  one: Loose,
  list: string,
  provider: string,
  { words, zone }: FormatSettings,
): FeedIncident | string {
  const at = (key: string) => momentOf(textAt(one, key), zone, words)
  const opened = at('datetime_open')
  const from = at('datetime_planned_start')
  const to = at('datetime_planned_end')
  if (opened === undefined && from === undefined) return 'moment'
  const isMaintenance = list !== 'incidents'
  const messages = mappingsAt(one, 'messages')
    .map(post => ({
      at: momentOf(textAt(post, 'datetime'), zone, words),
      phase: meaning(PHASES, textAt(post, 'state')) ?? ('update' as const),
      text: plainText(textAt(post, 'details')),
      code: textAt(post, 'status'),
    }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const last = messages.at(-1)
  const title = lineOf(textAt(one, 'name'))
  const places = mappingsAt(one, 'containers_affected').map(each => lineOf(textAt(each, 'name')))
  return {
    id: textAt(one, '_id') || textAt(one, 'id'),
    title: /^https?:/.test(title) ? '' : titleOf(title, words),
    state:
      list === 'upcoming'
        ? 'planned'
        : last?.phase === 'resolved'
          ? 'resolved'
          : last?.phase === 'monitoring'
            ? 'recovering'
            : 'ongoing',
    isMaintenance,
    provider,
    services: mappingsAt(one, 'components_affected').map(each => ({ name: lineOf(textAt(each, 'name')) })),
    regions: places,
    ...(!isMaintenance && opened !== undefined && { started: { at: opened, precision: 'by' as const } }),
    ...(last?.phase === 'resolved' && last.at !== undefined && { ended: { at: last.at } }),
    ...(from !== undefined && { planned: { from, ...(to !== undefined && { to }) } }),
    updates: messages.map(({ code: _, at: posted, ...post }) => ({
      ...post,
      ...(posted !== undefined && { at: posted }),
    })),
    ...(opened !== undefined && { changed: opened }),
    ...(/^https?:\/\/\S+$/.test(title) && { url: title }),
    severity: `status ${last?.code ?? ''}`,
    ...(last?.code === '600' && { remarks: [{ key: 'security' }] }),
    weight: meaning<number>({ 300: 1, 400: 2, 500: 3, 600: 3 }, last?.code ?? '') ?? 0,
  }
}
