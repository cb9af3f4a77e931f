import type { Value } from '../edit/write-yaml.ts'
import { isWebAddress } from '../fields/address-field.ts'
import type { Named } from '../fields/directory.ts'
import { sentenceSegments } from '../foundation/split-sentences.ts'
import type { NamesForFeeds } from './draft-names.ts'
import type { FeedIncident, FeedMoment, FeedRemark, FeedService, FeedUpdate } from './feed-incident.ts'
import { languageOf } from './feed-text.ts'
import { spanIn } from './feed-time.ts'
import type { FeedWords } from './feed-words.ts'

/** A draft before it is written: fields by their names in the file, in its order, and what was left out. */
export interface DraftedFields {
  readonly fields: Readonly<Record<string, Value>>
  readonly remarks: readonly FeedRemark[]
  /** Posts that are not quoted, to be read by the editor. */
  readonly unquoted: readonly FeedUpdate[]
}

/** What a draft is made with. */
export interface DraftContext {
  readonly names: NamesForFeeds
  readonly words: FeedWords
  /** Languages that the newsroom publishes in. */
  readonly languages: readonly string[]
}

/** Services that are named; more are told as a number. */
const MOST_SERVICES = 5
/** Characters of a post that are quoted at most, cut after a sentence. */
const LONGEST_QUOTE = 420
/** Whose word everything is that a feed says. */
const PAGE = 'status page'

/**
 * What an incident of a feed says, as fields of an incident file. The feed's severity is not our impact: what fails is
 * "degraded" and no more. Every moment is the status page's, every word is quoted. `undefined` for a feed that gives no
 * moment at all.
 */
export function draftFieldsOf(feed: FeedIncident, context: DraftContext): DraftedFields | undefined {
  const remarks: FeedRemark[] = [...(feed.remarks ?? [])]
  const times = timesOf(feed, context.words, remarks)
  const asOf = asOfOf(feed, times)
  if (asOf === undefined) return undefined
  const company = companyOf(feed, context)
  const services = servicesOf(feed, context, company.named, remarks)
  const places = placesOf(feed, context, remarks)
  const { quoted, unquoted } = statementsOf(feed, context)
  if (feed.severity) remarks.push({ key: 'severity', slots: { word: feed.severity } })
  const state = stateOf(feed, asOf, remarks)
  const fields: Record<string, Value | undefined> = {
    state,
    kind: feed.isMaintenance ? 'maintenance' : 'degradation',
    as_of: written(asOf),
    company: company.value,
    services: services.named,
    started: times.started && momentValue(times.started),
    ended: times.ended && momentValue(times.ended),
    planned: windowOf(feed),
    scope: places.length > 0 ? { places, source: PAGE } : undefined,
    facts: services.more,
    statements: quoted.length > 0 ? quoted : undefined,
    cause: feed.cause ? causeOf(feed, context.words) : undefined,
    sources: sourcesOf(feed),
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

/**
 * The state. That planned work has begun does not say that anything fails: while its window is open it is told as what
 * may be.
 */
function stateOf({ state, isMaintenance, planned }: FeedIncident, asOf: number, remarks: FeedRemark[]): string {
  const isOpen = planned !== undefined && (planned.to === undefined || planned.to > asOf)
  if (!isMaintenance || !isOpen || state === 'resolved' || state === 'planned') return state
  remarks.push({ key: 'work-begun' })
  return 'planned'
}

/** A moment as it is written in a file, to the minute, in UTC. */
export const written = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`

function momentValue({ at, precision }: FeedMoment): Value {
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
function timesOf(feed: FeedIncident, words: FeedWords, remarks: FeedRemark[]): Times {
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
  return { ...(started && { started }), ...(ended && { ended }) }
}

/** The end of planned work is an end of trouble only where the feed says that there was any. */
function endOfWork({ ended, planned, isInterruption }: FeedIncident, remarks: FeedRemark[]): Times {
  if (!ended || (planned && ended.at < planned.from)) return {}
  if (isInterruption) return { ended }
  remarks.push({ key: 'work-ended', slots: { at: written(ended.at) } })
  return {}
}

const minute = (at: number) => Math.floor(at / 60_000)

/** The span that the posts at the end give, where only one of them gives one or all give the same. */
function spanOf(feed: FeedIncident, words: FeedWords) {
  const isLast = (update: FeedUpdate) =>
    update.phase === 'resolved' || update.phase === 'postmortem' || update === feed.updates.at(-1)
  const spans = feed.updates.filter(isLast).flatMap(update => spanIn(update, words) ?? [])
  const [first] = spans
  return first && spans.every(({ from, to }) => from === first.from && to === first.to) ? first : undefined
}

/** The moment that the draft speaks from: when the feed last said something. Never the present, so that it stays. */
function asOfOf(feed: FeedIncident, { started, ended }: Times): number | undefined {
  const over = feed.state === 'resolved' && feed.ended ? [feed.ended.at] : []
  const said = feed.updates.flatMap(({ at }) => at ?? [])
  const moments = [...said, ...over, ...(ended ? [ended.at] : []), ...(started ? [started.at] : [])]
  const all = moments.length > 0 ? moments : feed.changed === undefined ? [] : [feed.changed]
  if (all.length === 0) return undefined
  const latest = Math.max(...all)
  const begins = feed.planned?.from
  return begins !== undefined && feed.state !== 'planned' ? Math.max(latest, begins) : latest
}

function companyOf({ provider }: FeedIncident, { names, words }: DraftContext): { value: Value; named?: Named } {
  const known = words.companies.get(provider) ?? provider
  const named = names.company(known) ?? names.company(known.replace(/\s+status(?: page)?$/i, ''))
  return named ? { value: named.id, named } : { value: { name: known } }
}

/** What fails, by its names in the directory, or as the feed writes it; the page's own company where it names nothing. */
function servicesOf(
  feed: FeedIncident,
  { names, words, languages }: DraftContext,
  company: Named | undefined,
  remarks: FeedRemark[],
): { named: Value; more?: Value } {
  const impact = { impact: 'degraded' }
  const listed = distinct(feed.services).filter(
    ({ name }) => name !== '' && !words.noService.has(name.toLowerCase()) && !isPlace(name),
  )
  const worst = listed.filter(({ condition }) => condition)
  if (worst.length > 0)
    remarks.push({
      key: 'conditions',
      slots: {
        list: worst
          .slice(0, 12)
          .map(({ name, condition }) => `${name}: ${condition}`)
          .join('; '),
      },
    })
  if (listed.length === 0) {
    const inTitle = names.inTitle(feed.title, company).slice(0, MOST_SERVICES)
    remarks.push({ key: inTitle.length > 0 ? 'service-of-title' : 'no-service' })
    if (inTitle.length > 0) return { named: inTitle.map(({ id }) => ({ service: id, ...impact })) }
    const page = names.service(feed.provider) ?? company
    return { named: [page ? { service: page.id, ...impact } : { name: feed.provider, ...impact }] }
  }
  const shown = listed.slice(0, MOST_SERVICES).map(({ name }) => {
    const known = names.service(name)
    return known ? { service: known.id, ...impact } : { name, ...impact }
  })
  if (listed.length <= MOST_SERVICES) return { named: uniqueValues(shown) }
  const rest = listed.slice(MOST_SERVICES)
  remarks.push({
    key: 'more-services',
    slots: {
      list: rest
        .map(({ name }) => name)
        .join('; ')
        .slice(0, 2000),
    },
  })
  const told = words.moreThan[feed.state === 'resolved' ? 'past' : 'now']
  const text = publishedIn(languages, told, one => one.replace('{{count}}', String(listed.length)))
  return { named: uniqueValues(shown), more: [{ ...text, by: PAGE }] }
}

/** A text of the program in the languages that are published. */
function publishedIn(
  languages: readonly string[],
  told: Readonly<Record<string, string>>,
  filled: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap(language => (told[language] === undefined ? [] : [[language, filled(told[language])]])),
  )
}

function distinct(services: readonly FeedService[]): FeedService[] {
  return [...new Map(services.map(service => [service.name.toLowerCase(), service])).values()]
}

function uniqueValues(values: readonly Value[]): Value[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}

/** `Foshan, China - (FUO)`: a place of a network, which status pages list as a component. */
const PLACE = /^([^()]+?)(?:,\s*([^()]+?))?\s*-\s*\([A-Z]{3}\)$/

const isPlace = (name: string) => PLACE.test(name)

/** Places that the feed names, as ours; those that are in no directory are left to the editor. */
function placesOf(feed: FeedIncident, { names }: DraftContext, remarks: FeedRemark[]): Value[] {
  const components = feed.services.flatMap(({ name }) => PLACE.exec(name)?.slice(1, 3) ?? [])
  const inComponents = feed.services.flatMap(({ name }) => {
    const [, city = '', country = ''] = PLACE.exec(name) ?? []
    const known = names.place(city) ?? names.place(country.replace(/^.*,\s*/, ''))
    return known ? [known] : []
  })
  const named = (feed.places ?? []).map(name => ({ name, known: names.place(name) }))
  const unknown = named.filter(({ known }) => !known).map(({ name }) => name)
  if (unknown.length > 0) remarks.push({ key: 'places', slots: { list: unknown.join('; ').slice(0, 1000) } })
  if (components.length > 0 && inComponents.length === 0)
    remarks.push({ key: 'places', slots: { list: components.filter(Boolean).join('; ') } })
  const all = [...inComponents, ...named.flatMap(({ known }) => known ?? [])].map(({ id }) => id)
  const once = [...new Set(all)]
  if (once.length <= MOST_SERVICES) return once
  remarks.push({ key: 'places', slots: { list: once.slice(MOST_SERVICES).join('; ') } })
  return once.slice(0, MOST_SERVICES)
}

function windowOf({ planned, isMaintenance }: FeedIncident): Value | undefined {
  if (!planned || !isMaintenance) return undefined
  const to = planned.to !== undefined && planned.to > planned.from ? { to: written(planned.to) } : {}
  return { from: written(planned.from), ...to, impact: 'possible', by: PAGE }
}

function causeOf(feed: FeedIncident, words: FeedWords): Value | undefined {
  const text = feed.cause ?? ''
  return { status: 'official', text: { [languageOf(text, feed.language, words)]: text }, by: PAGE }
}

/** Up to three posts that say more than the state: the first, the last before the end, and that of the end. */
function statementsOf(feed: FeedIncident, context: DraftContext): { quoted: Value[]; unquoted: FeedUpdate[] } {
  const { words } = context
  const telling = feed.updates.filter(({ text }) => text !== '' && !words.formula.test(text.replace(/\s+/g, ' ')))
  const unlike = telling.filter(({ text }, at) => telling.findIndex(other => other.text === text) === at)
  const [first] = unlike
  const over = unlike.findLast(({ phase }) => phase === 'resolved')
  const latest = unlike.findLast(one => one.phase !== 'resolved' && one.phase !== 'postmortem')
  const chosen = [...new Set([first, latest, over])]
    .flatMap(one => one ?? [])
    .filter(one => quoteOf(one.text, feed, words) !== undefined)
  const quoted = chosen.map(one => statementOf(one, one === first, feed, context))
  if (quoted.length === 0 && feed.title !== '') quoted.push(titleStatement(feed, context))
  return { quoted, unquoted: feed.updates.filter(one => !chosen.includes(one) && one.text !== '') }
}

/** Where no post says more than the state, the title is what the page said. */
function titleStatement(feed: FeedIncident, { words, languages, names }: DraftContext): Value {
  const at = feed.updates.find(one => one.at !== undefined)?.at
  return {
    ...(names.channel && { via: names.channel.id }),
    ...(at !== undefined && { at: written(at) }),
    original: { lang: languageOf(feed.title, feed.language, words), text: feed.title },
    frame: publishedIn(languages, words.titleFrame, one => one),
  }
}

function statementOf(update: FeedUpdate, isFirst: boolean, feed: FeedIncident, { words, names }: DraftContext): Value {
  const quote = quoteOf(update.text, feed, words) ?? ''
  return {
    ...(names.channel && { via: names.channel.id }),
    ...(update.at !== undefined && { at: written(update.at) }),
    ...(update.at !== undefined && { phase: phaseOf(update, isFirst) }),
    original: { lang: languageOf(quote, feed.language, words), text: quote },
  }
}

function phaseOf({ phase }: FeedUpdate, isFirst: boolean): string {
  if (phase === 'scheduled') return 'announcement'
  if (phase === 'resolved') return 'resolution'
  if (phase === 'postmortem') return 'explanation'
  return isFirst ? 'first' : 'progress'
}

/** The first sentences of a post, letter for letter, up to its first list; nothing where the first is too long. */
function quoteOf(text: string, feed: FeedIncident, words: FeedWords): string | undefined {
  const prose = text.split('\n').filter(line => line.trim() !== '')
  const list = prose.findIndex(line => /^[•*|]|^\d+[.)]\s/.test(line))
  const lines = withoutHeadings(list < 0 ? prose : prose.slice(0, list))
  const language = languageOf(text, feed.language, words)
  let quote = ''
  for (const line of lines) {
    for (const sentence of sentenceSegments(line, language)) {
      // What says nothing ends the words that are quoted: nothing is ever taken out of their midst.
      const isEmpty = words.formula.test(sentence.trim())
      if (isEmpty && quote.trim() === '') continue
      if (isEmpty || quote.length + sentence.length > LONGEST_QUOTE)
        return quote.trim() === '' ? undefined : quote.trim()
      quote += sentence
    }
    quote = `${quote.trim()} `
  }
  const whole = quote.trim()
  return whole === '' || whole.endsWith(':') ? undefined : whole
}

/** The lines between two headings: what stands before the first is left out, and what follows the next. */
function withoutHeadings(lines: readonly string[]): readonly string[] {
  const isHeading = (line: string) => line.length < 60 && !/[.!?…:;,]["”’)]?$/.test(line)
  const begins = lines.findIndex(line => !isHeading(line))
  if (begins < 0) return lines
  const ends = lines.findIndex((line, at) => at > begins && isHeading(line))
  return lines.slice(begins, ends < 0 ? lines.length : ends)
}

function sourcesOf({ url, title, provider }: FeedIncident): Value | undefined {
  const page = url !== undefined && isWebAddress(url) ? { url } : {}
  return [{ ...page, ...(title !== '' && { title }), publisher: provider }]
}
