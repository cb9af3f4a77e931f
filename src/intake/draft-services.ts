import type { Value } from '../edit/write-yaml.ts'
import type { Named } from '../fields/directory.ts'
import { isPlace } from './draft-places.ts'
import { type DraftContext, sentenceOf } from './draft-sentences.ts'
import type { FeedIncident, FeedRemark, FeedService } from './feed-incident.ts'
import type { FeedWords } from './feed-words.ts'

/** Services that are named; more are told as a number. */
const MOST_SERVICES = 5

/** Whose page it is, by its id in the directory, or as the feed calls it. */
export function companyOf({ provider }: FeedIncident, { names, words }: DraftContext): { value: Value; named?: Named } {
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
export function servicesOf(
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

function distinct(services: readonly FeedService[]): FeedService[] {
  return [...new Map(services.map(service => [service.name.toLowerCase(), service])).values()]
}

function uniqueValues(values: readonly Value[]): Value[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}
