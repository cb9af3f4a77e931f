import type { Value } from '../edit/write-yaml.ts'
import { isWebAddress } from '../fields/address-field.ts'
import { DAY } from '../foundation/time-units.ts'
import { placesOf } from './draft-places.ts'
import { type DraftContext, gatheredFact, quotable, titleFact } from './draft-sentences.ts'
import { companyOf, servicesOf } from './draft-services.ts'
import { statementsOf } from './draft-statements.ts'
import { asOfOf, lastOfPlan, momentValue, PAGE, timesOf, windowOf, written } from './draft-times.ts'
import type { FeedIncident, FeedRemark, FeedUpdate } from './feed-incident.ts'
import { languageOf } from './feed-text.ts'
import type { FeedWords } from './feed-words.ts'

/** A draft before it is written: fields by their names in the file, in its order, and what was left out. */
export interface DraftedFields {
  readonly fields: Readonly<Record<string, Value>>
  readonly remarks: readonly FeedRemark[]
  /** Posts that are not quoted, to be read by the editor. */
  readonly unquoted: readonly FeedUpdate[]
}

/** After so long the end is no news. */
const LATE = 2 * DAY

/**
 * What an incident of a feed says, as fields of an incident file. The feed's severity is not our impact: what fails is
 * "degraded" and no more. Every moment is the status page's, every word is quoted. `undefined` for a feed that gives no
 * moment at all.
 */
export function draftFieldsOf(told: FeedIncident, context: DraftContext): DraftedFields | undefined {
  const feed = asItStands(told, context.words)
  const remarks: FeedRemark[] = [...(feed.remarks ?? [])]
  const times = timesOf(feed, context.words, remarks)
  const said = asOfOf(feed, times)
  if (said === undefined) return undefined
  const state = stateOf(feed, remarks)
  const asOf = state === 'planned' ? Math.min(said, lastOfPlan(feed, said)) : said
  const company = companyOf(feed, context)
  const services = servicesOf(feed, context, company.named, remarks)
  const { places, named } = placesOf(feed, context)
  const { quoted, unquoted } = statementsOf(feed, asOf, context)
  const isTitleTold = feed.isMonitor !== true && (!services.isNamed || quoted.length === 0)
  // Long after the end what is new leads: what a page merely lists is none of it.
  const isLate = times.ended !== undefined && asOf - times.ended.at > LATE
  const listed = [...(feed.places ?? []), ...(feed.regions ?? [])]
  if (isLate && listed.length > 0) remarks.push({ key: 'listed', slots: { list: listed.join('; ').slice(0, 1000) } })
  const facts = isLate
    ? []
    : [...(isTitleTold ? titleFact(feed, context) : []), ...named, ...services.more, ...gatheredFact(feed, context)]
  if (feed.severity) remarks.push({ key: 'severity', slots: { word: feed.severity } })
  const fields: Record<string, Value | undefined> = {
    state,
    kind: feed.isMaintenance ? 'maintenance' : 'degradation',
    as_of: written(asOf),
    company: company.value,
    services: services.named,
    started: times.started && momentValue(times.started),
    ended: times.ended && momentValue(times.ended),
    planned: windowOf(feed, context.words),
    scope: places.length > 0 ? { places, source: PAGE } : undefined,
    facts: facts.length > 0 ? facts : undefined,
    statements: quoted.length > 0 ? quoted : undefined,
    cause: feed.cause ? causeOf(feed, context.words) : undefined,
    sources: sourcesOf(feed, context.words),
    draft: true,
  }
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
      string,
      Value
    >,
    remarks,
    unquoted,
  }
}

/** A notice that was closed, or merged into another, does not say that the trouble is over; its words say that it goes on. */
function asItStands(feed: FeedIncident, { noticeClosed }: FeedWords): FeedIncident {
  const last = feed.updates.findLast(({ text }) => text !== '')
  const isClosed = ({ text, at }: FeedUpdate) => at === last?.at && noticeClosed.test(text.slice(0, 4000))
  if (feed.state !== 'resolved' || !feed.updates.some(isClosed)) return feed
  const { ended, ...rest } = feed
  const at = ended === undefined ? '' : written(ended.at)
  return { ...rest, state: 'ongoing', remarks: [...(feed.remarks ?? []), { key: 'notice-closed', slots: { at } }] }
}

/** The state. That planned work has begun, or takes longer, does not say that anything fails: it is told as work. */
function stateOf({ state, isMaintenance, isInterruption }: FeedIncident, remarks: FeedRemark[]): string {
  if (!isMaintenance || isInterruption || state === 'resolved' || state === 'planned') return state
  remarks.push({ key: 'work-begun' })
  return 'planned'
}

function causeOf(feed: FeedIncident, words: FeedWords): Value | undefined {
  const text = feed.cause ?? ''
  return { status: 'official', text: { [languageOf(text, feed.language, words)]: text }, by: PAGE }
}

function sourcesOf({ url, title, provider, isMonitor }: FeedIncident, words: FeedWords): Value | undefined {
  const page = url !== undefined && isWebAddress(url) ? { url } : {}
  return [{ ...page, ...(title !== '' && !isMonitor && { title: quotable(title, words) }), publisher: provider }]
}
