import { MINUTE } from '../../foundation/time-units.ts'
import type { State } from '../../incident/incident.ts'
import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedMoment, FeedService, FeedUpdate } from '../feed-incident.ts'
import { below, type Loose, listAt, mappingsAt, meaning, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import { STATUSPAGE_PHASES } from './statuspage-phases.ts'

/**
 * Statuspage's API, version 2: incidents, unresolved, summary, scheduled maintenances, and pages of others that answer
 * as it does (incident.io, Instatus). Older pages lack `started_at` and name no components.
 */
export const statuspageJson: FeedFormat = {
  name: 'statuspage',
  recognises: ({ json }) => LISTS.some(list => mappingsAt(json, list).some(isOne)) || isEmptyPage(json),
  read: ({ json, name }, settings) => {
    const provider = lineOf(textAt(json, 'page', 'name')) || settings.provider || name
    const all = LISTS.flatMap(list => listAt(json, list).map(one => ({ one, list })))
    return gathered(all, ({ one, list }) => incidentOf(one as Loose, list === LISTS[1], provider, settings))
  },
}

const LISTS = ['incidents', 'scheduled_maintenances'] as const

const isOne = (one: Loose) => Object.hasOwn(one, 'incident_updates')
const isEmptyPage = (json: unknown) =>
  textAt(json, 'page', 'id') !== '' && LISTS.some(list => Array.isArray(below(json, list)))

function incidentOf(
  one: Loose,
  isListedMaintenance: boolean,
  provider: string,
  settings: FormatSettings,
): FeedIncident | string {
  const { words, zone } = settings
  const at = (key: string) => momentOf(textAt(one, key), zone, words)
  const updates = updatesOf(one, settings)
  const from = at('scheduled_for')
  const to = at('scheduled_until')
  const isMaintenance = isListedMaintenance || from !== undefined || textAt(one, 'impact') === 'maintenance'
  const status = wordOf(textAt(one, 'status'))
  const state = meaning(STATES, status)
  if (textAt(one, 'id') === '' || (textAt(one, 'name') === '' && updates.length === 0)) return 'nothing'
  if (state === undefined) return 'state'
  const ended = state === 'resolved' ? (at('resolved_at') ?? at('completed_at')) : undefined
  const started = isMaintenance ? undefined : startOf(one, at, updates)
  const severity = textAt(one, 'impact')
  return {
    id: textAt(one, 'id'),
    title: titleOf(textAt(one, 'name'), words),
    state,
    isMaintenance,
    provider,
    services: servicesOf(one, words.noService),
    ...(started && { started }),
    ...(ended !== undefined && { ended: { at: ended } }),
    ...(from !== undefined && { planned: { from, ...(to !== undefined && { to }) } }),
    updates,
    ...changedAt(at('created_at')),
    ...(textAt(one, 'shortlink') !== '' && { url: textAt(one, 'shortlink') }),
    ...(severity !== '' && { severity }),
    weight: Math.max(0, ['none', 'minor', 'major', 'critical'].indexOf(severity)),
  }
}

const changedAt = (changed: number | undefined) => (changed === undefined ? {} : { changed })

/** A word of the page as Statuspage writes it: some write `IN PROGRESS` or `NotStarted`. */
const wordOf = (typed: string): string =>
  typed
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** What its words mean for us. A postmortem says no more of the state than that it is over. */
const STATES: Readonly<Record<string, State>> = {
  investigating: 'ongoing',
  identified: 'ongoing',
  monitoring: 'recovering',
  resolved: 'resolved',
  postmortem: 'resolved',
  scheduled: 'planned',
  not_started_yet: 'planned',
  not_started: 'planned',
  in_progress: 'ongoing',
  verifying: 'recovering',
  completed: 'resolved',
}

/** The start that the page states; where it is the moment of the first post, only that it had begun by then. */
function startOf(
  one: Loose,
  at: (key: string) => number | undefined,
  updates: readonly FeedUpdate[],
): FeedMoment | undefined {
  const stated = at('started_at')
  const posted = updates[0]?.at ?? at('created_at')
  if (stated === undefined) return posted === undefined ? undefined : { at: posted, precision: 'by' }
  const isPost = posted !== undefined && Math.abs(posted - stated) <= MINUTE
  return isPost || textAt(one, 'started_at') === textAt(one, 'created_at')
    ? { at: stated, precision: 'by' }
    : { at: stated }
}

function updatesOf(one: Loose, { zone, words }: FormatSettings): readonly FeedUpdate[] {
  const posts = mappingsAt(one, 'incident_updates').map(post => {
    const at = momentOf(textAt(post, 'display_at'), zone, words) ?? momentOf(textAt(post, 'created_at'), zone, words)
    return {
      ...(at !== undefined && { at }),
      phase: meaning(STATUSPAGE_PHASES, wordOf(textAt(post, 'status'))) ?? 'update',
      text: plainText(textAt(post, 'body')),
    }
  })
  return posts.reverse().sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** Components by their own names; where a name only says that it is all of a group, the group's. */
function servicesOf(one: Loose, noService: ReadonlySet<string>): readonly FeedService[] {
  const posts = mappingsAt(one, 'incident_updates')
  const inPosts = posts.flatMap(post => mappingsAt(post, 'affected_components'))
  const long = new Map(inPosts.map(each => [textAt(each, 'code'), lineOf(textAt(each, 'name'))]))
  const worst = (code: string) => worstOf(inPosts.filter(each => textAt(each, 'code') === code))
  const own = mappingsAt(one, 'components').filter(each => below(each, 'group') !== true)
  const named = own.length > 0 ? own.map(each => [textAt(each, 'id'), textAt(each, 'name')]) : [...long]
  return named.map(([code = '', name = '']) => {
    const group = (long.get(code) ?? '').split(' - ').slice(0, -1).join(' - ')
    const line = lineOf(name)
    const isPart = noService.has(line.toLowerCase()) || /^[A-Z]{3}\d$/.test(line)
    const condition = worst(code)
    return {
      name:
        isPart && group !== '' ? (isPart && !noService.has(line.toLowerCase()) ? `${group} (${line})` : group) : line,
      ...(condition !== undefined && { condition }),
    }
  })
}

const CONDITIONS = ['degraded_performance', 'partial_outage', 'major_outage'] as const

function worstOf(seen: readonly Loose[]): string | undefined {
  return CONDITIONS.findLast(condition => seen.some(each => textAt(each, 'new_status') === condition))
}
