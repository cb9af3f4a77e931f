import type { State } from '../../incident/incident.ts'
import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident } from '../feed-incident.ts'
import { type Loose, listAt, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, textOfHtml, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Slack's API, version 2: the list of `history`, and `current` with what is active. */
export const slackStatus: FeedFormat = {
  name: 'slack',
  recognises: ({ json }) => incidentsOf(json).some(one => Object.hasOwn(one, 'notes')),
  read: ({ json }, settings) => gathered(incidentsOf(json), one => incidentOf(one, settings)),
}

const incidentsOf = (json: unknown) =>
  Array.isArray(json) ? mappingsAt({ json }, 'json') : mappingsAt(json, 'active_incidents')

const STATES: Readonly<Record<string, State>> = {
  active: 'ongoing',
  resolved: 'resolved',
  completed: 'resolved',
  scheduled: 'planned',
}

function incidentOf(one: Loose, { words, zone, provider = 'Slack' }: FormatSettings): FeedIncident | string {
  const created = momentOf(textAt(one, 'date_created'), zone, words)
  const updated = momentOf(textAt(one, 'date_updated'), zone, words)
  const state = STATES[textAt(one, 'status')]
  if (state === undefined) return 'state'
  if (created === undefined) return 'moment'
  const isMaintenance = textAt(one, 'type') === 'maintenance' || state === 'planned'
  const notes = mappingsAt(one, 'notes')
    .map(note => ({
      at: momentOf(textAt(note, 'date_created'), zone, words) ?? created,
      text: textOfHtml(textAt(note, 'body')),
    }))
    .sort((a, b) => a.at - b.at)
  const isOver = state === 'resolved'
  return {
    id: textAt(one, 'id'),
    title: titleOf(textAt(one, 'title'), words),
    state,
    isMaintenance,
    provider,
    services: listAt(one, 'services').map(name => ({ name: lineOf(String(name)) })),
    started: { at: created, precision: 'by' },
    ...(isOver && updated !== undefined && updated > created && { ended: { at: updated, precision: 'by' as const } }),
    updates: notes.map(({ at, text }, place) => ({
      at,
      phase: isOver && place > 0 && place === notes.length - 1 ? 'resolved' : 'update',
      text,
    })),
    ...(updated !== undefined && { changed: updated }),
    url: textAt(one, 'url'),
    severity: textAt(one, 'type'),
    weight: ['notice', 'incident', 'outage'].indexOf(textAt(one, 'type')) + 1,
  }
}
