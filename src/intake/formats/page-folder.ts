import type { State } from '../../incident/incident.ts'
import type { FeedFormat, FeedPayload, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedUpdate } from '../feed-incident.ts'
import { below, type Loose, listAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

/** Pages of cState and its kin: one Markdown file for each issue, with front matter. Hours without a zone are UTC, as Hugo reads them. */
export const cstatePages: FeedFormat = {
  name: 'cstate',
  recognises: ({ page }) => page !== undefined && has(page.matter, 'affected') && has(page.matter, 'date'),
  read: (payload, settings) => gathered([payload], () => issueOf(payload, settings)),
}

/** A post-mortem in Markdown: front matter with start and end, and often a field for the cause. */
export const postMortem: FeedFormat = {
  name: 'post-mortem',
  recognises: ({ page }) =>
    page !== undefined && !has(page.matter, 'affected') && STARTS.some(key => has(page.matter, key)),
  read: (payload, settings) => gathered([payload], () => postMortemOf(payload, settings)),
}

const has = (matter: Loose, key: string) => Object.hasOwn(matter, key)
const STARTS = ['start', 'started', 'start_time', 'started_at', 'incident_start'] as const
const ENDS = ['end', 'ended', 'end_time', 'ended_at', 'resolved', 'resolved_at', 'incident_end'] as const

const idOf = (name: string) => (name.split('/').at(-1) ?? name).replace(/\.\w+$/, '')

function issueOf({ name, page }: FeedPayload, { words, provider = '' }: FormatSettings): FeedIncident | string {
  const { matter = {}, body = '' } = page ?? {}
  if (textAt(matter, 'draft') === 'true') return 'demonstration'
  const typed = textAt(matter, 'date')
  const from = momentOf(typed, 'UTC', words)
  if (from === undefined) return 'moment'
  const to = momentOf(textAt(matter, 'resolvedWhen') || textAt(matter, 'resolved_on'), 'UTC', words)
  const status = textAt(matter, 'status')
  const isOver = textAt(matter, 'resolved') === 'true' || status === 'resolved'
  const title = titleOf(textAt(matter, 'title'), words)
  const isMaintenance = status === 'scheduled' || isWork(title, textAt(matter, 'severity'), words)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) || /[T ]00:00(?::00)?(?!\d)/.test(typed)
  const state: State = isOver ? 'resolved' : status === 'scheduled' ? 'planned' : 'ongoing'
  return {
    id: idOf(name),
    title,
    state,
    isMaintenance,
    ...(isMaintenance && {
      isInterruption: INTERRUPTED.has(textAt(matter, 'severity') || textAt(matter, 'max_severity')),
    }),
    provider,
    services: namesAt(matter, 'affected'),
    ...(!isMaintenance && { started: { at: from, ...(isDay && { precision: 'day' as const }) } }),
    ...(isOver && to !== undefined && { ended: { at: to } }),
    ...(isMaintenance && { planned: { from } }),
    updates: sectionsOf(body, words),
    changed: to ?? from,
    severity: textAt(matter, 'severity') || textAt(matter, 'max_severity'),
    remarks: /(?:Z|[+-]\d{2}:?\d{2})$/.test(typed.trim()) ? [] : [{ key: 'zone', slots: { zone: 'UTC' } }],
    weight: { notice: 1, disrupted: 2, down: 3 }[textAt(matter, 'severity')] ?? 0,
  }
}

const INTERRUPTED = new Set(['down', 'disrupted'])

/** Planned work, by its title: of a notice fewer words show it. */
const isWork = (title: string, severity: string, { maintenance, noticeOfWork }: FormatSettings['words']) =>
  maintenance.test(title) || (severity === 'notice' && noticeOfWork.test(title))

function namesAt(matter: Loose, key: string) {
  const value = below(matter, key)
  const names = Array.isArray(value) ? listAt(matter, key) : typeof value === 'string' ? [value] : []
  return names.map(name => ({ name: lineOf(String(name)) }))
}

/** What heads a part of a page: a moment in bold, or words in brackets. */
const HEAD = /^[ \t]*(?:\*\*(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?)\*\*|\[[^\]\n]{1,40}\])[ \t]*$/m

/** What Hugo puts in the place of words. */
const SHORTCODE = /\{\{[<%][^}\n]{0,200}[>%]\}\}/g

/** The parts of a page; their moment is known only where it heads them. */
function sectionsOf(body: string, words: FormatSettings['words']): readonly FeedUpdate[] {
  const parts = body.slice(0, 60_000).split(new RegExp(HEAD.source, 'gm'))
  const updates: FeedUpdate[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const text = plainText((parts[at] ?? '').replace(SHORTCODE, '')).replace(/^\[[^\]\n]{1,40}\]\s*/, '')
    const typed = at === 0 ? undefined : parts[at - 1]
    const moment = typed === undefined ? undefined : momentOf(typed, 'UTC', words)
    if (text !== '') updates.push({ ...(moment !== undefined && { at: moment }), phase: 'update', text })
  }
  return updates.every(({ at }) => at !== undefined) ? updates.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) : updates
}

function postMortemOf({ name, page }: FeedPayload, { words, zone, provider }: FormatSettings): FeedIncident | string {
  const { matter = {}, body = '' } = page ?? {}
  const first = (keys: readonly string[]) =>
    keys.map(key => momentOf(textAt(matter, key), zone, words)).find(at => at !== undefined)
  const from = first(STARTS)
  const to = first(ENDS)
  if (from === undefined) return 'moment'
  const posted = momentOf(textAt(matter, 'date'), zone, words)
  const cause = plainText(textAt(matter, 'root_cause') || textAt(matter, 'cause'))
  return {
    id: idOf(name),
    title: titleOf(textAt(matter, 'title'), words),
    state: to === undefined ? 'ongoing' : 'resolved',
    provider: lineOf(textAt(matter, 'company') || textAt(matter, 'provider')) || provider || idOf(name),
    services: [...namesAt(matter, 'services'), ...namesAt(matter, 'products')],
    started: { at: from },
    ...(to !== undefined && { ended: { at: to } }),
    ...(cause !== '' && { cause }),
    updates: [{ ...(posted !== undefined && { at: posted }), phase: 'postmortem', text: plainText(body) }],
    changed: posted ?? to ?? from,
    url: textAt(matter, 'url'),
    severity: textAt(matter, 'severity'),
  }
}
