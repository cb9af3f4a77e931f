import type { Value } from '../edit/write-yaml.ts'
import { isWebAddress } from '../fields/address-field.ts'
import type { Named } from '../fields/directory.ts'
import { sentenceSegments } from '../foundation/split-sentences.ts'
import { DAY, MINUTE } from '../foundation/time-units.ts'
import type { NamesForFeeds } from './draft-names.ts'
import type { FeedIncident, FeedMoment, FeedRemark, FeedService, FeedUpdate } from './feed-incident.ts'
import { languageOf } from './feed-text.ts'
import { spanIn, startIn } from './feed-time.ts'
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
/** After so long the end is no news. */
const LATE = 2 * DAY
/** Regions that are named; of more their number is told. */
const MOST_TOLD = 8
/** Characters of a post that are quoted at most, cut after a sentence. */
const LONGEST_QUOTE = 420
/** Whose word everything is that a feed says. */
const PAGE = 'status page'

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

/** Work is told as planned up to its last moment: of what comes later nobody says that anything fails. */
function lastOfPlan({ planned }: FeedIncident, said: number): number {
  if (!planned) return said
  const { from, to = from } = planned
  return Math.max(from, to) - MINUTE
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

/** What a draft says of the services. */
interface DraftedServices {
  readonly named: Value
  /** Whether the feed names what fails, and not only its page. */
  readonly isNamed: boolean
  /** That there are more of them. */
  readonly more: readonly Value[]
}

/** What fails, by its names in the directory, or as the feed writes it; the page's own company where it names nothing. */
function servicesOf(
  feed: FeedIncident,
  context: DraftContext,
  company: Named | undefined,
  remarks: FeedRemark[],
): DraftedServices {
  const { names, words } = context
  const impact = { impact: 'degraded' }
  const given = worstFirst(
    distinct(feed.services).filter(
      ({ name }) => name !== '' && !words.noService.has(name.toLowerCase()) && !isPlace(name),
    ),
  )
  const listed = given.length > 0 ? given : namesInTitle(feed.title, words)
  if (given.length === 0 && listed.length > 0) remarks.push({ key: 'service-of-title' })
  const worst = listed.filter(({ condition }) => condition)
  if (worst.length > 0)
    remarks.push({ key: 'conditions', slots: { list: listedIn(worst, one => `${one.name}: ${one.condition}`) } })
  if (listed.length === 0) return unlistedServices(feed, context, company, remarks)
  const shown = listed.slice(0, MOST_SERVICES).map(({ name }) => {
    const known = names.service(name)
    return known ? { service: known.id, ...impact } : { name, ...impact }
  })
  const named = uniqueValues(shown)
  if (listed.length <= MOST_SERVICES) return { named, isNamed: true, more: [] }
  remarks.push({
    key: 'more-services',
    slots: { list: listedIn(listed.slice(MOST_SERVICES), ({ name }) => name).slice(0, 2000) },
  })
  return { named, isNamed: true, more: [sentenceOf('components', { count: String(listed.length) }, feed, context)] }
}

/** The services that a title names, where they are in the directory; else the page's service or company. */
function unlistedServices(
  { title, provider }: FeedIncident,
  { names }: DraftContext,
  company: Named | undefined,
  remarks: FeedRemark[],
): DraftedServices {
  const impact = { impact: 'degraded' }
  const inTitle = names.inTitle(title, company).slice(0, MOST_SERVICES)
  remarks.push({ key: inTitle.length > 0 ? 'service-of-title' : 'no-service' })
  if (inTitle.length > 0)
    return { named: inTitle.map(({ id }) => ({ service: id, ...impact })), isNamed: false, more: [] }
  const page = names.service(provider) ?? company
  return { named: [page ? { service: page.id, ...impact } : { name: provider, ...impact }], isNamed: false, more: [] }
}

/** The names in "Incident with Issues, API Requests and Git Operations": only where each is written as a name. */
function namesInTitle(title: string, { titleServices, noService }: FeedWords): FeedService[] {
  const list = titleServices.exec(title)?.groups?.names ?? ''
  const found = list.split(/,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/).filter(name => name !== '')
  const isName = (name: string) =>
    /^\p{Lu}/u.test(name) && name.split(' ').every(word => /^[\p{Lu}\d]/u.test(word)) && name.length < 40
  return found.every(name => isName(name) && !noService.has(name.toLowerCase())) ? found.map(name => ({ name })) : []
}

const listedIn = (services: readonly FeedService[], said: (one: FeedService) => string): string =>
  services.slice(0, 60).map(said).join('; ')

const CONDITIONS = ['major_outage', 'partial_outage', 'degraded_performance']

/** Those that the page calls worst first; otherwise as the page lists them. */
function worstFirst(services: readonly FeedService[]): FeedService[] {
  const rank = ({ condition = '' }: FeedService) => {
    const at = CONDITIONS.indexOf(condition)
    return at < 0 ? CONDITIONS.length : at
  }
  return services.length <= MOST_SERVICES ? [...services] : [...services].sort((one, other) => rank(one) - rank(other))
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

/**
 * Places that the feed names, as ours: all of them or none, since some of them would be told as all. Those that are many
 * or in no directory are told by a sentence, in the feed's own names.
 */
function placesOf(feed: FeedIncident, context: DraftContext): { places: Value[]; named: Value[] } {
  const { names, words } = context
  const inComponents = feed.services.flatMap(({ name }) => {
    const [, city = '', country = ''] = PLACE.exec(name) ?? []
    if (city === '') return []
    const known = names.place(city) ?? names.place(country.replace(/^.*,\s*/, ''))
    return [{ name: country === '' ? city : `${city}, ${country}`, known }]
  })
  const listed = (feed.places ?? []).map(name => ({ name, known: names.place(words.places.get(name) ?? name) }))
  const regions = (feed.regions ?? []).map(name => ({ name, known: undefined }))
  const all = [...new Map([...inComponents, ...listed, ...regions].map(one => [one.name, one])).values()]
  const ids = new Set(all.flatMap(({ known }) => known?.id ?? []))
  if (all.length <= MOST_SERVICES && all.every(({ known }) => known)) return { places: [...ids], named: [] }
  const told = all.length === 1 ? 'place' : all.length <= MOST_TOLD ? 'places' : 'place_count'
  const slots = { list: all.map(({ name }) => name).join(', '), count: String(all.length) }
  return { places: [], named: [sentenceOf(told, slots, feed, context)] }
}

/** A sentence of ours about what the page lists, in the languages that are published. */
function sentenceOf(
  name: string,
  slots: Readonly<Record<string, string>>,
  { state, isMaintenance }: FeedIncident,
  { words, languages }: DraftContext,
): Value {
  const tense = isMaintenance ? 'work' : state === 'resolved' ? 'past' : 'now'
  return { ...publishedIn(languages, words.sentence(name, tense), one => filled(one, slots)), by: PAGE }
}

const filled = (text: string, slots: Readonly<Record<string, string>>): string =>
  Object.entries(slots).reduce((all, [name, value]) => all.replace(`{{${name}}}`, () => value), text)

/** The window of planned work. What users may notice is told only where a post says that they will notice nothing. */
function windowOf({ planned, isMaintenance, title, updates }: FeedIncident, words: FeedWords): Value | undefined {
  if (!planned || !isMaintenance) return undefined
  const to = planned.to !== undefined && planned.to > planned.from ? { to: written(planned.to) } : undefined
  const isQuiet = [title, ...updates.map(({ text }) => text)].some(text =>
    words.noInterruption.test(text.slice(0, 4000)),
  )
  return { from: written(planned.from), ...to, impact: isQuiet ? 'none' : 'unsaid', by: PAGE }
}

function causeOf(feed: FeedIncident, words: FeedWords): Value | undefined {
  const text = feed.cause ?? ''
  return { status: 'official', text: { [languageOf(text, feed.language, words)]: text }, by: PAGE }
}

/** Up to three posts that say more than the state: the first, the last before the end, and that of the end. */
function statementsOf(
  feed: FeedIncident,
  asOf: number,
  context: DraftContext,
): { quoted: Value[]; unquoted: FeedUpdate[] } {
  const { words } = context
  const until = feed.updates.filter(({ at }) => at === undefined || at <= asOf)
  const telling = until.filter(({ text }) => text !== '' && !words.formula.test(text.replace(/\s+/g, ' ')))
  const unlike = telling.filter(({ text }, at) => telling.findIndex(other => other.text === text) === at)
  const [first] = unlike
  const over = unlike.findLast(({ phase }) => phase === 'resolved')
  const latest = unlike.findLast(one => one.phase !== 'resolved' && one.phase !== 'postmortem')
  const chosen = [...new Set([first, latest, over])]
    .flatMap(one => one ?? [])
    .filter(one => quoteOf(one.text, feed, words) !== undefined)
  const quoted = chosen.map(one => statementOf(one, one === first, feed, context))
  const isWhole = (one: FeedUpdate) =>
    chosen.includes(one) &&
    quoteOf(one.text, feed, words)?.replace(/\s+/g, ' ') === one.text.replace(/\s+/g, ' ').trim()
  return { quoted, unquoted: feed.updates.filter(one => one.text !== '' && !isWhole(one)) }
}

/** What the notice is headed, in the feed's own words: what it is about where nothing else says so. */
function titleFact(feed: FeedIncident, context: DraftContext): Value[] {
  return feed.title === '' ? [] : [sentenceOf('title', { title: quotable(feed.title, context.words) }, feed, context)]
}

/** A title within quotation marks of ours, without its own; one that is a whole text, by its first sentence. */
function quotable(title: string, { defaultLanguage }: FeedWords): string {
  const short = title.length <= 120 ? title : (sentenceSegments(title, defaultLanguage)[0] ?? title).trim()
  return short.replace(/["“”«»]/g, '').trim()
}

/** That a monitor saw several short interruptions, which are one draft. */
function gatheredFact(feed: FeedIncident, context: DraftContext): Value[] {
  return feed.gathered === undefined ? [] : [sentenceOf('gathered', { count: String(feed.gathered) }, feed, context)]
}

function statementOf(update: FeedUpdate, isFirst: boolean, feed: FeedIncident, { words, names }: DraftContext): Value {
  const quote = quoteOf(update.text, feed, words) ?? ''
  return {
    ...(names.channel && { via: names.channel.id }),
    ...(update.at !== undefined && { at: written(update.at) }),
    ...(update.at !== undefined && { phase: phaseOf(update, isFirst, feed) }),
    original: { lang: languageOf(quote, feed.language, words), text: quote },
  }
}

function phaseOf({ phase, at }: FeedUpdate, isFirst: boolean, { planned }: FeedIncident): string {
  const isBeforehand = planned !== undefined && at !== undefined && at < planned.from
  if (phase === 'scheduled' || isBeforehand) return 'announcement'
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
  let isCut: boolean = false
  for (const line of lines) {
    const label = words.label.exec(line)?.[0] ?? ''
    // What is labelled anew is another part of the post.
    if (label !== '' && quote.trim() !== '') break
    for (const sentence of sentenceSegments(line.slice(label.length), language)) {
      // What says nothing ends the words that are quoted: nothing is ever taken out of their midst.
      const isEmpty: boolean = words.formula.test(sentence.trim()) || (isCut && quote.trim() === '')
      // Nor do words begin in the midst of a sentence that is left out.
      isCut = isEmpty && !/[.!?…:]["”’)]?$/.test(sentence.trim())
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
  const isHeading = (line: string) => line.length < 60 && !/[.!…:;,]["”’)]?$/.test(line)
  const begins = lines.findIndex(line => !isHeading(line))
  if (begins < 0) return lines
  const ends = lines.findIndex((line, at) => at > begins && isHeading(line))
  return lines.slice(begins, ends < 0 ? lines.length : ends)
}

function sourcesOf({ url, title, provider, isMonitor }: FeedIncident, words: FeedWords): Value | undefined {
  const page = url !== undefined && isWebAddress(url) ? { url } : {}
  return [{ ...page, ...(title !== '' && !isMonitor && { title: quotable(title, words) }), publisher: provider }]
}
