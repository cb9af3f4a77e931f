import { MINUTE } from '../../foundation/time-units.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import type { State } from '../../incident/incident.ts'
import type { FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedPhase, FeedRemark, FeedService, FeedUpdate } from '../feed-incident.ts'
import { below, type Loose, listAt, mappingsAt, meaning, textAt } from '../feed-json.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** What is known of rows beside what they say. */
export interface RowsOf {
  readonly provider: string
  readonly isMaintenance?: boolean
  /** Zone of moments that have none. */
  readonly zone?: string
  /** What numbers or words of its own a format means by a state. */
  readonly states?: Readonly<Record<string, FeedPhase>>
  readonly remarks?: readonly FeedRemark[]
}

/** The names that status pages give to the same things, those first that say most exactly what is meant. */
const KEYS = {
  id: ['id', '_id', 'uuid', 'uid', 'incident_id', 'number', 'slug'],
  title: ['name', 'title', 'headline', 'subject', 'summary'],
  state: ['status', 'state', 'current_status', 'incident_status', 'latest_status'],
  started: [
    ...['started_at', 'start_time', 'startTime', 'starts_at', 'startsAt', 'start', 'started', 'startedAt', 'began_at'],
    ...['begin', 'begins_at', 'start_date', 'startDate', 'occurred_at', 'incident_start', 'datetime_open'],
  ],
  posted: ['created_at', 'createdAt', 'created', 'published_at', 'publishedAt', 'createdDate', 'created_date', 'date'],
  ended: [
    ...['resolved_at', 'resolvedAt', 'resolved', 'ended_at', 'endedAt', 'ended', 'end_time', 'endTime', 'ends_at'],
    ...['endsAt', 'end', 'end_date', 'endDate', 'solved_date', 'closed_at', 'resolved_on'],
  ],
  from: ['scheduled_for', 'scheduled_start', 'scheduledStart', 'scheduled_at', 'starts_at', 'start', 'start_date'],
  to: ['scheduled_until', 'scheduled_end', 'scheduledEnd', 'ends_at', 'end', 'end_date', 'end_time', 'ended_at'],
  changed: ['updated_at', 'updatedAt', 'updated', 'last_update_at', 'lastUpdatedDate', 'modified'],
  services: [
    ...['components', 'affected_components', 'affectedComponents', 'services', 'affected_services', 'affectedServices'],
    ...['affected', 'products', 'systems'],
  ],
  updates: [
    ...['incident_updates', 'updates', 'incidentUpdates', 'messages', 'notes', 'posts', 'status_updates', 'timeline'],
    ...['activities', 'maintenance_updates'],
  ],
  text: ['body', 'message', 'text', 'content', 'details', 'description', 'comment', 'markdown', 'note', 'body_html'],
  own: ['message', 'body', 'content', 'description', 'details', 'last_update_message'],
  at: [
    ...['display_at', 'displayed_at', 'effective_after', 'published_at', 'started', 'timestamp', 'created_at'],
    ...['createdAt', 'created', 'datetime', 'date', 'when', 'time'],
  ],
  url: ['shortlink', 'url', 'link', 'permalink', 'public_url', 'html_url'],
  severity: ['impact', 'severity', 'current_worst_impact', 'impact_override'],
  kind: ['type', 'kind', 'report_type', 'impact', 'is_planned'],
} as const

/** The text at the first of these keys that holds one; of a text by language the default, or the first. */
export function firstText(row: unknown, keys: readonly string[]): string {
  for (const key of keys) {
    const found = below(row, key)
    const text = isMapping(found) ? wordIn(found) : textAt(row, key)
    if (text !== '') return text
  }
  return ''
}

const wordIn = (found: Loose): string =>
  ['default', 'value', 'string', 'html', ...Object.keys(found)]
    .map(key => textAt(found, key))
    .find(one => one !== '') ?? ''

/** What states are called, without case, strokes and spaces. */
const PHASES: Readonly<Record<string, FeedPhase | 'open' | 'begun'>> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  watching: 'monitoring',
  verifying: 'monitoring',
  recovering: 'monitoring',
  resolved: 'resolved',
  fixed: 'resolved',
  closed: 'resolved',
  completed: 'resolved',
  complete: 'resolved',
  finished: 'resolved',
  ended: 'resolved',
  maintenancecomplete: 'resolved',
  maintenancecompleted: 'resolved',
  postmortem: 'postmortem',
  scheduled: 'scheduled',
  planned: 'scheduled',
  upcoming: 'scheduled',
  notstarted: 'scheduled',
  notstartedyet: 'scheduled',
  maintenancescheduled: 'scheduled',
  inprogress: 'begun',
  started: 'begun',
  undermaintenance: 'begun',
  maintenanceinprogress: 'begun',
  open: 'open',
  opened: 'open',
  active: 'open',
  ongoing: 'open',
  current: 'open',
  update: 'update',
}

const STATES: Readonly<Record<FeedPhase | 'open' | 'begun', State | undefined>> = {
  scheduled: 'planned',
  investigating: 'ongoing',
  identified: 'ongoing',
  monitoring: 'recovering',
  resolved: 'resolved',
  postmortem: 'resolved',
  open: 'ongoing',
  begun: 'ongoing',
  update: undefined,
}

function phaseIn(word: string, { states = {} }: RowsOf) {
  return meaning(states, word) ?? meaning(PHASES, word.toLowerCase().replace(/[^a-z]/g, ''))
}

/** Whether a mapping looks like an incident: it has a title, a moment or a state, and posts or an end. */
export function isIncidentRow(row: Loose): boolean {
  const has = (keys: readonly string[]) => keys.some(key => Object.hasOwn(row, key))
  const known = phaseIn(firstText(row, KEYS.state), { provider: '' }) !== undefined
  return has(KEYS.title) && has([...KEYS.started, ...KEYS.posted]) && (known || has(KEYS.updates) || has(KEYS.ended))
}

/** An incident out of a row whose keys are those that most status pages use. */
export function incidentOfRow(row: Loose, known: RowsOf, settings: FormatSettings): FeedIncident | string {
  const { words } = settings
  const zone = known.zone ?? settings.zone
  const first = (keys: readonly string[], of: unknown = row) =>
    keys.map(key => momentOf(firstText(of, [key]), zone, words)).find(at => at !== undefined)
  const title = titleOf(firstText(row, KEYS.title), words)
  const updates = updatesIn(row, known, first)
  const [posted, ended] = [first(KEYS.posted), first(KEYS.ended)]
  const word = phaseIn(firstText(row, KEYS.state), known)
  const isMaintenance =
    known.isMaintenance === true ||
    /\b(?:maintenance|planned|true)\b/i.test(kindIn(row)) ||
    /^(?:scheduled|begun)$/.test(word ?? '')
  const began = first(KEYS.started)
  const from = isMaintenance ? (first(KEYS.from) ?? began) : undefined
  if (began === undefined && posted === undefined && from === undefined && updates.length === 0) return 'moment'
  const state = stateIn(row, word, updates, { ended, isMaintenance })
  if (state === undefined) return 'state'
  const id = firstText(row, KEYS.id) || firstText(row, KEYS.url) || `${title} ${began ?? posted ?? from ?? ''}`
  if (title === '' && updates.length === 0) return 'nothing'
  const to = first(KEYS.to)
  const severity = firstText(row, KEYS.severity)
  const last = updates.findLast(({ phase }) => phase === 'resolved')?.at
  const over = isMaintenance ? (last ?? first(['resolved_at', 'resolvedAt', 'completed_at'])) : (ended ?? last)
  const start = began ?? updates[0]?.at ?? posted
  const isPost = began === undefined || Math.abs(began - (updates[0]?.at ?? posted ?? 0)) <= MINUTE
  return {
    id,
    title,
    state,
    isMaintenance,
    provider: known.provider,
    services: servicesIn(row),
    ...(!isMaintenance &&
      start !== undefined && { started: { at: start, ...(isPost && { precision: 'by' as const }) } }),
    ...(state === 'resolved' && over !== undefined && { ended: { at: over } }),
    ...(from !== undefined && { planned: { from, ...(to !== undefined && to > from && { to }) } }),
    updates,
    ...changedAt(first(KEYS.changed) ?? posted ?? start),
    url: firstText(row, KEYS.url),
    ...(severity !== '' && { severity }),
    ...(known.remarks && { remarks: known.remarks }),
  }
}

const changedAt = (at: number | undefined) => (at === undefined ? {} : { changed: at })

const kindIn = (row: Loose): string =>
  [...KEYS.kind.map(key => (below(row, key) === true ? 'true' : key === 'is_planned' ? '' : textAt(row, key)))]
    .join(' ')
    .trim()

/** The state by its word; by the last post; by an end that the page has a field for. */
function stateIn(
  row: Loose,
  word: ReturnType<typeof phaseIn>,
  updates: readonly FeedUpdate[],
  { ended, isMaintenance }: { ended: number | undefined; isMaintenance: boolean },
): State | undefined {
  const told = word === undefined ? undefined : STATES[word]
  const last = updates.findLast(({ phase }) => phase !== 'update')
  const posted = last === undefined ? undefined : STATES[last.phase]
  if (told ?? posted) return told ?? posted
  if (below(row, 'resolved') === true || below(row, 'is_resolved') === true) return 'resolved'
  if (isMaintenance) return 'planned'
  if (ended !== undefined) return 'resolved'
  return KEYS.ended.some(key => Object.hasOwn(row, key)) ? 'ongoing' : undefined
}

/** Lists are sometimes nested once more, under `data`. */
function rowsAt(row: Loose, key: string): readonly Loose[] {
  const found = below(row, key)
  return isMapping(found) ? mappingsAt(found, 'data') : mappingsAt(row, key)
}

function updatesIn(
  row: Loose,
  known: RowsOf,
  first: (keys: readonly string[], of: unknown) => number | undefined,
): readonly FeedUpdate[] {
  const posts = KEYS.updates.map(key => rowsAt(row, key)).find(list => list.length > 0) ?? []
  const updates = posts.map((post): FeedUpdate => {
    const at = first(KEYS.at, post)
    const phase = phaseIn(firstText(post, [...KEYS.state, 'label']), known) ?? 'update'
    return {
      ...(at !== undefined && { at }),
      phase: phase === 'open' || phase === 'begun' ? 'update' : phase,
      text: plainText(firstText(post, KEYS.text)),
    }
  })
  const own = plainText(firstText(row, KEYS.own))
  const at = first([...KEYS.posted, ...KEYS.changed], row)
  const all =
    own === '' || updates.some(({ text }) => text === own)
      ? updates
      : [{ ...(at !== undefined && { at }), phase: 'update' as const, text: own }, ...updates]
  // Without moments the newest is taken to stand first, as pages show them: their order is then not told.
  return all.every(one => one.at !== undefined) ? [...all].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) : all
}

function servicesIn(row: Loose): readonly FeedService[] {
  const list = KEYS.services.map(key => [
    ...rowsAt(row, key),
    ...listAt(row, key).filter(one => typeof one === 'string'),
  ])
  return (list.find(some => some.length > 0) ?? []).flatMap(one => {
    const name = lineOf(
      typeof one === 'string' ? one : firstText(one, ['name', 'title', 'public_name', 'label', 'component_name']),
    )
    const condition = textAt(one, 'current_status') || textAt(one, 'new_status')
    return name === '' ? [] : [{ name, ...(condition !== '' && { condition }) }]
  })
}
