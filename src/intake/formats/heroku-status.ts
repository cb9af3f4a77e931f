import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedPhase } from '../feed-incident.ts'
import { below, type Loose, listAt, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Heroku's `current-status`: systems with their colours, and incidents. The colours name no incident. */
export const herokuStatus: FeedFormat = {
  name: 'heroku',
  recognises: ({ json }) =>
    mappingsAt(json, 'status').some(one => Object.hasOwn(one, 'system')) && Array.isArray(below(json, 'incidents')),
  read: ({ json }, settings) =>
    gathered([...mappingsAt(json, 'incidents'), ...mappingsAt(json, 'scheduled')], one => incidentOf(one, settings)),
}

const PHASES: Readonly<Record<string, FeedPhase>> = {
  issue: 'identified',
  investigating: 'investigating',
  monitoring: 'monitoring',
  resolved: 'resolved',
}

function incidentOf(one: Loose, { words, zone, provider = 'Heroku' }: FormatSettings): FeedIncident | string {
  const at = (key: string) => momentOf(textAt(one, key), zone, words)
  const created = at('created_at')
  const resolved = at('resolved_at')
  if (created === undefined) return 'moment'
  const updates = mappingsAt(one, 'updates')
    .map(post => ({
      at: momentOf(textAt(post, 'created_at'), zone, words) ?? created,
      phase: PHASES[textAt(post, 'update_type')] ?? ('update' as const),
      text: plainText(textAt(post, 'contents')),
    }))
    .sort((a, b) => a.at - b.at)
  const isOver = below(one, 'resolved') === true || textAt(one, 'state') === 'resolved'
  return {
    id: textAt(one, 'id'),
    title: titleOf(textAt(one, 'title'), words),
    state: isOver ? 'resolved' : updates.at(-1)?.phase === 'monitoring' ? 'recovering' : 'ongoing',
    provider,
    services: listAt(one, 'systems').map(name => ({
      name: lineOf(typeof name === 'string' ? name : textAt(name, 'name')),
    })),
    started: { at: created, precision: 'by' },
    ...(isOver && resolved !== undefined && { ended: { at: resolved } }),
    updates,
    changed: created,
    url: textAt(one, 'full_url'),
  }
}
