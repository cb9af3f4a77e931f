import type { Named } from '../fields/directory.ts'
import type { ServiceSort } from '../fields/service-sort.ts'
import { DAY } from '../foundation/time-units.ts'
import type { Impact, Incident, Kind, State } from '../incident/incident.ts'
import { slug, term } from './slots.ts'
import type { Slot } from './story.ts'

/** What a kind of incident hits where nothing says what a service is. */
const IMPLIED: Partial<Readonly<Record<Kind, ServiceSort>>> = {
  transport: 'transport',
  payment: 'payment',
  power: 'power',
  water: 'water',
  broadcast: 'channel',
  health: 'hospital',
  'emergency numbers': 'emergency numbers',
}

/** Told in the words of applications. */
const LIKE_APPS: ReadonlySet<ServiceSort | undefined> = new Set(['app', 'site', 'portal', 'game', undefined])

/** Impacts that every sort has words for. */
const WORDED: ReadonlySet<Impact> = new Set(['down', 'degraded', 'partial', 'slow', 'intermittent'])

/** What all of these are; none where they differ. */
export function sortOf(services: readonly Named[], { kind }: Pick<Incident, 'kind'>): ServiceSort | undefined {
  const [first, ...others] = services.map(one => one.sort ?? (one.kind === 'service' ? IMPLIED[kind] : undefined))
  return others.every(sort => sort === first) ? first : undefined
}

/** Kinds of which a cut of power or water can be told: what happened to the supply, or what struck it. */
const CUTTING: ReadonlySet<Kind> = new Set([
  'outage',
  'power',
  'water',
  'fire',
  'flood',
  'weather',
  'explosion',
  'failed update',
  'human error',
  'overload',
])

/** The kind whose words tell it where what fails is a supply: nobody writes that « l'alimentation en électricité » is down. */
export function cutOf(incident: Incident): 'power-cut' | 'water-cut' | undefined {
  const { kind, services, state } = incident
  if (kind === 'power cut') return STRUCK.has(state) && strikesAnother(incident) ? undefined : 'power-cut'
  const isWhole = services.every(({ impact }) => impact === undefined || impact === 'down')
  const isCutting = CUTTING.has(kind) || (kind === 'maintenance' && state === 'planned')
  if (!isWhole || !isCutting) return undefined
  const sort = sortOf(
    services.map(({ service }) => service),
    incident,
  )
  return CUTS[sort ?? 'app']
}

const CUTS: Partial<Readonly<Record<ServiceSort, 'power-cut' | 'water-cut'>>> = {
  power: 'power-cut',
  water: 'water-cut',
}

/** States in which it is told what something struck. */
const STRUCK: ReadonlySet<State> = new Set(['ongoing', 'recovering', 'resolved'])

/** Whether the cut made something else fail: trains, a channel, an application. */
function strikesAnother({ services }: Incident): boolean {
  return services.every(
    ({ service }) => service.kind === 'service' && service.sort !== undefined && service.sort !== 'power',
  )
}

/** Whether it is told as an application is: it has users, it is accessible or not. */
export const isLikeApp = (sort: ServiceSort | undefined): boolean => LIKE_APPS.has(sort)

/** The key of an impact in the words of a sort: `transport-down`. */
export function impactKey(sort: ServiceSort | undefined, impact: Impact, { kind }: Incident): string {
  const own = wordsOf(sort, kind)
  return own && WORDED.has(impact) ? `${own}-${slug(impact)}` : slug(impact)
}

/** The sort whose words are used; none for what is told as applications are. */
function wordsOf(sort: ServiceSort | undefined, kind: Kind): string | undefined {
  if (sort === undefined || isLikeApp(sort)) return undefined
  return sort === 'cable' && kind === 'cable cut' ? 'cable-cut' : slug(sort)
}

/** That it no longer does what it is for: « ne circulent plus ». Only where an impact leaves nothing of it. */
export function stoppedOf(sort: ServiceSort | undefined, impact: Impact, { kind }: Incident): Slot | undefined {
  const own = wordsOf(sort, kind)
  return own !== undefined && impact === 'down' ? term(`stopped.${own}`) : undefined
}

/** Sorts that work again as an application does: sentences about them can be one. */
const AS_APPS: ReadonlySet<string> = new Set(['network', 'internet', 'television', 'machine'])

/** That it does what it is for again: « circulent de nouveau ». */
export function againOf(sort: ServiceSort | undefined, { kind }: Incident): Slot {
  const own = wordsOf(sort, kind) ?? 'app'
  return term(`again.${AS_APPS.has(own) ? 'app' : own}`)
}

/** Sorts of which it is told what they do again, not that they are back: nobody writes that cards are back. */
const DOING: ReadonlySet<string> = new Set([
  'calls',
  'messages',
  'channel',
  'transport',
  'traffic',
  'flights',
  'payment',
  'card',
  'cable',
  'cable-cut',
  'hospital',
  'data',
])

/** Whether its return is told by what it does again. */
export function doesAgain(sort: ServiceSort | undefined, { kind }: Incident): boolean {
  const own = wordsOf(sort, kind)
  return own !== undefined && DOING.has(own)
}

/** Sorts that are told to begin again while they come back. */
const BEGINNING: ReadonlySet<string> = new Set(['calls', 'messages', 'transport', 'traffic', 'flights', 'payment'])

/** That it begins to do what it is for: « recommencent à circuler ». */
export function resumingOf(sort: ServiceSort | undefined, { kind }: Incident): Slot | undefined {
  const own = wordsOf(sort, kind)
  return own !== undefined && BEGINNING.has(own) ? term(`resuming.${own}`) : undefined
}

/** Those who use it. */
export const peopleOf = (sort: ServiceSort | undefined): Slot => term(`people.${sort === 'game' ? 'players' : 'users'}`)

/** Event nouns that are not « la panne », by sort. */
const EVENTS: Partial<Readonly<Record<ServiceSort, string>>> = {
  transport: 'halt',
  traffic: 'halt',
  flights: 'halt',
  channel: 'halt',
  power: 'power-cut',
  water: 'water-cut',
  heating: 'cut',
  cable: 'cut',
  hospital: 'degradation',
}

/** Kinds whose event has a noun of its own, whatever it hits. */
const NAMED_EVENTS: ReadonlySet<Kind> = new Set(['degradation', 'maintenance', 'cable cut'])

/** The key of the event's noun: « la panne », « l'interruption », « la coupure ». */
export function eventKey({ kind, services }: Incident, sort: ServiceSort | undefined): string {
  if (NAMED_EVENTS.has(kind)) return slug(kind)
  const isStopped = services.every(({ impact }) => impact === undefined || impact === 'down')
  const own = sort && EVENTS[sort]
  if (own === undefined && kind === 'outage' && isMild(services)) return 'degradation'
  if (own === undefined) return SPOKEN_EVENTS.has(kind) ? slug(kind) : 'outage'
  return isStopped ? own : 'degradation'
}

/** Whether all of it works, badly: nobody calls that an outage. */
const isMild = (services: Incident['services']): boolean =>
  services.length > 0 && services.every(({ impact }) => impact === 'degraded' || impact === 'slow')

/** Kinds with forms of the general noun. */
const SPOKEN_EVENTS: ReadonlySet<Kind> = new Set(['outage', 'attack', 'emergency numbers', 'false alarm'])

/** What those who use it are called where « la plupart » counts them: whoever takes a train is a passenger. */
const COUNTED: Partial<Readonly<Record<ServiceSort, string>>> = {
  transport: 'degree-passengers',
  flights: 'degree-passengers',
  game: 'degree-players',
}

/** The group of words for how many are hit. */
export function countedGroup(incident: Incident, sort: ServiceSort | undefined): string {
  if (incident.kind === 'power cut' && cutOf(incident)) return 'degree-homes'
  return (sort && COUNTED[sort]) ?? 'degree'
}

/** What struck, where the kind says so. */
const STRIKES: ReadonlySet<Kind> = new Set(['fire', 'flood', 'weather', 'explosion'])

/** What went wrong, where the kind says so: told without a source only where the file gives none for the cause. */
const MISTAKES: ReadonlySet<Kind> = new Set(['failed update', 'human error', 'overload'])

/** Kinds that only say what failed: a fire that stopped it is an event of its own. */
const FAILING: ReadonlySet<Kind> = new Set(['transport', 'payment', 'power', 'water', 'broadcast', 'health'])

/** Events that stop what they strike. */
const STRIKING: ReadonlySet<Incident['event'][number]['kind']> = new Set(['fire', 'flood', 'explosion'])

/**
 * The event after which services failed, where the kind says no more than what failed: it befell nobody, and what it stopped is
 * the news.
 */
export function eventBehind({ kind, event, casualties, started }: Incident): Incident['event'][number] | undefined {
  const [happened] = event
  if (!happened || !FAILING.has(kind) || !STRIKING.has(happened.kind)) return undefined
  if (casualties.some(({ none, replaced }) => !none && !replaced)) return undefined
  const [began] = started.flatMap(({ at }) => at ?? [])
  const isBefore = happened.at.every(({ at }) => at === undefined || began === undefined || at <= began + DAY)
  return isBefore ? happened : undefined
}

/** The kind of what made it fail, as a key; none where the kind only says what failed. */
export function strikeOf(incident: Incident): string | undefined {
  const { kind, causes } = incident
  const behind = eventBehind(incident)
  if (behind) return slug(behind.kind)
  if (kind === 'power cut') return cutOf(incident) ? undefined : slug(kind)
  if (STRIKES.has(kind)) return slug(kind)
  const isTold = causes.some(({ replaced }) => !replaced)
  return MISTAKES.has(kind) && !isTold ? slug(kind) : undefined
}
