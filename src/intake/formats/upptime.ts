import { DAY, MINUTE } from '../../foundation/time-units.ts'
import type { FeedFormat, FeedPayload, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedReading } from '../feed-incident.ts'
import { mappingsAt, textAt } from '../feed-json.ts'
import { lineOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import { providerIn } from './status-io.ts'

/**
 * What Upptime leaves: `summary.json` with minutes by day, and the messages of its commits, "X is down", "X is up". A
 * monitor is no status page: what was down for less than ten minutes is noise, and the downs of one day are one draft.
 */
export const upptime: FeedFormat = {
  name: 'upptime',
  recognises: payload => isSummary(payload) || LINE.test(payload.text.slice(0, 5000)),
  read: (payload, settings) => (isSummary(payload) ? daysOnly(payload) : transitionsOf(payload, settings)),
}

const isSummary = ({ json }: FeedPayload) =>
  mappingsAt({ json }, 'json').some(one => Object.hasOwn(one, 'dailyMinutesDown'))
const LINE =
  /^(?:[0-9a-f]{7,40}\t)?(\d{4}-\d\d-\d\dT[\d:]+\S*)\t\p{Extended_Pictographic}\uFE0F?\s*(.{1,100}?) (?:is (down|up)|has (degraded) performance)\b/mu

/** Minutes of a day say neither when nor how often. */
function daysOnly({ json }: FeedPayload): FeedReading {
  const refused = mappingsAt({ json }, 'json').map(one => ({ what: textAt(one, 'name'), why: 'noise' }))
  return { incidents: [], refused }
}

interface Transition {
  readonly at: number
  readonly name: string
  readonly isUp: boolean
}

interface DownSpan {
  readonly name: string
  readonly from: number
  readonly to?: number
}

function transitionsOf({ text, name: file }: FeedPayload, { words, provider }: FormatSettings): FeedReading {
  const seen = text.split('\n').flatMap(line => {
    const [, typed = '', name = '', sign] = LINE.exec(line) ?? []
    const at = momentOf(typed, 'UTC', words)
    return at === undefined ? [] : [{ at, name: lineOf(name), isUp: sign === 'up' }]
  })
  const spans = spansOf(seen.sort((a, b) => a.at - b.at))
  const worth = spans.filter(({ from, to }) => to === undefined || to - from >= 10 * MINUTE)
  const noise = spans.length - worth.length
  const days = new Map<string, DownSpan[]>()
  for (const span of worth) {
    const key = `${span.name} ${Math.floor(span.from / DAY)}`
    days.set(key, [...(days.get(key) ?? []), span])
  }
  const incidents = [...days.values()].flatMap(day => incidentOf(day, provider ?? providerIn(file)) ?? [])
  const ups = seen.filter(({ isUp }) => isUp).length
  return {
    incidents,
    refused:
      noise > 0 || incidents.length === 0
        ? [{ what: `${noise + (incidents.length === 0 ? ups : 0)}`, why: 'noise' }]
        : [],
  }
}

/** From the first "is down" to the next "is up" of the same name; an "is up" that follows none says nothing. */
function spansOf(seen: readonly Transition[]): DownSpan[] {
  const open = new Map<string, number>()
  const spans: DownSpan[] = []
  for (const { at, name, isUp } of seen) {
    const from = open.get(name)
    if (!isUp && from === undefined) open.set(name, at)
    if (!isUp || from === undefined) continue
    spans.push({ name, from, to: at })
    open.delete(name)
  }
  return [...spans, ...[...open].map(([name, from]) => ({ name, from }))]
}

function incidentOf(day: readonly DownSpan[], provider: string): FeedIncident | undefined {
  const [first] = day
  const last = day.at(-1)
  if (!first || !last) return undefined
  return {
    id: `${first.name.replace(/[^\w.-]+/g, '-')}-${new Date(first.from).toISOString().slice(0, 10)}`,
    title: `${first.name} is down`,
    state: last.to === undefined ? 'ongoing' : 'resolved',
    provider,
    isMonitor: true,
    services: [{ name: first.name }],
    // Between several it was up: nothing lasted from the first to the last.
    ...(day.length === 1 ? { started: { at: first.from, precision: 'by' as const } } : { gathered: day.length }),
    ...(last.to !== undefined && { ended: { at: last.to, precision: 'by' as const } }),
    updates: [],
    changed: last.to ?? last.from,
    ...(day.length > 1 && { remarks: [{ key: 'gathered', slots: { count: String(day.length) } }] }),
  }
}
