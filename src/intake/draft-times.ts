import type { Value } from '../edit/write-yaml.ts'
import { MINUTE } from '../foundation/time-units.ts'
import type { FeedIncident, FeedMoment, FeedRemark, FeedUpdate } from './feed-incident.ts'
import { spanIn, startIn } from './feed-time.ts'
import type { FeedWords } from './feed-words.ts'

/** Whose word everything is that a feed says. */
export const PAGE = 'status page'

/** Work is told as planned up to its last moment: of what comes later nobody says that anything fails. */
export function lastOfPlan({ planned }: FeedIncident, said: number): number {
  if (!planned) return said
  const { from, to = from } = planned
  return Math.max(from, to) - MINUTE
}

/** A moment as it is written in a file, to the minute, in UTC. */
export const written = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`

/** A moment as a draft enters it: the status page's. */
export function momentValue({ at, precision }: FeedMoment): Value {
  const text = precision === 'day' ? new Date(at).toISOString().slice(0, 10) : written(at)
  return { at: text, ...(precision === 'by' && { precision }), source: PAGE }
}

interface Times {
  readonly started?: FeedMoment
  readonly ended?: FeedMoment
}

/**
 * Start and end as far as they can be true. A notice that was published afterwards has both at the moment it was
 * posted: then they are those that its words give, with their zone, or left out.
 */
export function timesOf(feed: FeedIncident, words: FeedWords, remarks: FeedRemark[]): Times {
  const { started, ended, isMaintenance } = feed
  if (isMaintenance) return endOfWork(feed, remarks)
  const isWhole = started !== undefined && ended !== undefined && minute(ended.at) > minute(started.at)
  const isUncertain = started === undefined || started.precision === 'by' || (ended !== undefined && !isWhole)
  const span = isUncertain && feed.state === 'resolved' ? spanOf(feed, words) : undefined
  if (span) {
    remarks.push({ key: 'span' })
    return { started: { at: span.from }, ended: { at: span.to } }
  }
  if (started && ended && !isWhole) {
    remarks.push({ key: 'retroactive', slots: { started: written(started.at), ended: written(ended.at) } })
    return {}
  }
  if (started?.precision === 'by') remarks.push({ key: 'started-by' })
  const earlier = earlierStart(feed, words)
  if (earlier !== undefined) remarks.push({ key: 'earlier-start', slots: { at: written(earlier) } })
  const known = started && earlier !== undefined ? { ...started, precision: 'by' as const } : started
  return { ...(known && { started: known }), ...(ended && { ended }) }
}

/** The end of planned work is an end of trouble only where the feed says that there was any. */
function endOfWork({ ended, planned, isInterruption }: FeedIncident, remarks: FeedRemark[]): Times {
  if (!ended || (planned && ended.at < planned.from)) return {}
  if (isInterruption) return { ended }
  remarks.push({ key: 'work-ended', slots: { at: written(ended.at) } })
  return {}
}

/** A start that a post tells in words, where it lies before the one that the feed gives: then it had begun by that one. */
function earlierStart({ started, updates }: FeedIncident, words: FeedWords): number | undefined {
  if (started === undefined || started.precision !== undefined) return undefined
  const told = updates.flatMap(update => [startIn(update, words), spanIn(update, words)?.from])
  return told.find(at => at !== undefined && started.at - at > 5 * MINUTE)
}

const minute = (at: number) => Math.floor(at / MINUTE)

/** The span that the posts at the end give, where only one of them gives one or all give the same. */
function spanOf(feed: FeedIncident, words: FeedWords) {
  const isLast = (update: FeedUpdate) =>
    update.phase === 'resolved' || update.phase === 'postmortem' || update === feed.updates.at(-1)
  const spans = feed.updates.filter(isLast).flatMap(update => spanIn(update, words) ?? [])
  const [first] = spans
  return first && spans.every(({ from, to }) => from === first.from && to === first.to) ? first : undefined
}

/** The moment that the draft speaks from: when the feed last said something. Never the present, so that it stays. */
export function asOfOf(feed: FeedIncident, { started, ended }: Times): number | undefined {
  const over = feed.state === 'resolved' && feed.ended ? [feed.ended.at] : []
  const said = feed.updates.flatMap(({ at }) => at ?? [])
  const moments = [...said, ...over, ...(ended ? [ended.at] : []), ...(started ? [started.at] : [])]
  const all = moments.length > 0 ? moments : feed.changed === undefined ? [] : [feed.changed]
  if (all.length === 0) return undefined
  const latest = Math.max(...all)
  const begins = feed.planned?.from
  return begins !== undefined && feed.state !== 'planned' ? Math.max(latest, begins) : latest
}

/** The window of planned work. What users may notice is told only where a post says that they will notice nothing. */
export function windowOf(
  { planned, isMaintenance, title, updates }: FeedIncident,
  words: FeedWords,
): Value | undefined {
  if (!planned || !isMaintenance) return undefined
  const to = planned.to !== undefined && planned.to > planned.from ? { to: written(planned.to) } : undefined
  const isQuiet = [title, ...updates.map(({ text }) => text)].some(text =>
    words.noInterruption.test(text.slice(0, 4000)),
  )
  return { from: written(planned.from), ...to, impact: isQuiet ? 'none' : 'unsaid', by: PAGE }
}
