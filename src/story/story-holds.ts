import type { Named } from '../fields/directory.ts'
import type { Speaker, When } from '../fields/values.ts'
import type { AffectedService, End, Impact, Incident, OwnWindow } from '../incident/incident.ts'
import { comesAfter } from '../incident/moments.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { held, type Presupposed } from './presupposed.ts'
import { defaultImpact, impactOfService } from './service-groups.ts'

/** What every sentence of a story may presuppose. */
export function heldByStory(incident: Incident): Presupposed[] {
  const { state } = incident
  return held({
    asserted: state !== 'retracted' && !isSuspicion(incident),
    announced: state === 'planned' || windowsIn(incident).length > 0,
    'announced-interruption': isInterruption(incident),
    total: state === 'resolved' && isWholeEnd(incident),
    gradual: state === 'recovering' && isPartlyBack(incident),
    'full-stop': hadStopped(incident, incident.services),
  })
}

/** Whether all of it came back, and nobody limits that. */
const isWholeEnd = (incident: Incident): boolean =>
  isSaidBack(incident) && !isMildWork(incident) && incident.residual.length === 0 && incident.ended.every(isOurWhole)

const isOurWhole = ({ source, for: whose }: End): boolean => source === undefined && whose === undefined

const windowsIn = ({ planned, services }: Incident): readonly OwnWindow[] => [
  ...planned,
  ...services.flatMap(service => service.planned ?? []),
]

/**
 * What was announced as such; else work that stops what it is done on, or current cut on purpose: what is planned beside an
 * accident may do no harm.
 */
function isInterruption(incident: Incident): boolean {
  const impacts = windowsIn(incident).flatMap(({ impact }) => impact ?? [])
  if (impacts.length > 0) return impacts.includes('interruption')
  const { state, kind, services } = incident
  // Whoever announced work under way has not said what it does.
  if (state !== 'planned' && windowsIn(incident).some(({ by }) => by !== undefined)) return false
  if (kind !== 'maintenance' && kind !== 'power cut' && state !== 'planned') return false
  return services.some(service => STOPPING.has(impactOfService(service, incident)))
}

const STOPPING: ReadonlySet<Impact> = new Set(['down', 'partial', 'intermittent'])

function isPartlyBack({ services, recovery, ended }: Incident): boolean {
  if (recovery.length > 0 || ended.some(({ for: whose }) => whose !== undefined && whose !== 'all')) return true
  const back = services.filter(({ ended }) => ended !== undefined).length
  return (back > 0 && back < services.length) || services.some(({ usable }) => usable !== undefined)
}

/** Whether all of these did not work at all; of no service, what the kind of the incident implies. */
export function hadStopped(
  incident: Incident,
  services: readonly Pick<AffectedService, 'impact' | 'only_from' | 'not_from'>[],
): boolean {
  if (incident.state === 'resolved' && !isSaidBack(incident)) return false
  if (isMildWork(incident)) return false
  const implied = defaultImpact(incident)
  const impacts = services.length === 0 ? [implied] : services.map(service => impactOfService(service, incident))
  const failing = impacts.filter(impact => impact !== 'unaffected')
  return failing.length > 0 && failing.every(impact => impact === 'down')
}

/** Work that was announced as harmless, or as harmful perhaps, where nothing says what it did: nothing need have failed. */
const isMildWork = (incident: Incident): boolean => {
  const { kind, services } = incident
  const windows = windowsIn(incident)
  const isPlain = services.every(({ impact, only_from, not_from }) => !(impact ?? only_from ?? not_from))
  return (
    kind === 'maintenance' && isPlain && windows.length > 0 && windows.every(({ impact }) => MILD.has(impact ?? ''))
  )
}

const MILD: ReadonlySet<string> = new Set(['none', 'possible'])

/**
 * Whether the file says that what failed came back: when it ended, how long it lasted, or a step of the recovery. That a story
 * is closed says no more than that the trouble is over: what burnt down does not work again.
 */
const isSaidBack = ({ ended, services, recovery, lasted, intervals }: Incident): boolean =>
  ended.some(({ precision }) => precision !== 'unknown') ||
  services.some(service => (service.ended && service.ended.precision !== 'unknown') || service.usable !== undefined) ||
  recovery.length + lasted.length + intervals.length > 0

/** Oldest first; where it is not known which of two was first, as entered. */
export function inOrder<T>(typed: readonly T[], whenOf: (one: T) => When | undefined): T[] {
  const order: T[] = []
  for (const one of typed) {
    let at = order.length
    while (at > 0 && comesAfter(whenOf(order[at - 1] as T), whenOf(one))) at -= 1
    order.splice(at, 0, one)
  }
  return order
}

/** Whether the same people speak; of unnamed ones that is not known, unless they are the company's own. */
export function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  if (one.of?.id !== other.of?.id) return false
  return one.kind === other.kind && (one.name ? one.name.id === other.name?.id : OF_COMPANY.has(one.kind))
}

/** Whether two speakers are told in the same words, so that readers take them for one: « un porte-parole d'Orion ». */
export const isCalledAlike = (one: Speaker, other: Speaker): boolean =>
  one.kind === other.kind &&
  one.name?.id === other.name?.id &&
  one.of?.id === other.of?.id &&
  one.called === other.called &&
  isEvery(one.and, other.and)

/** Whether the same others say the same. */
const isEvery = (some: Speaker['and'] = [], others: Speaker['and'] = []): boolean =>
  some.length === others.length && some.every((one, nth) => isCalledAlike(one, others[nth] ?? one))

/** Whether the same people say since when and how far it reaches: they are named once, with the first. */
export const answersForStart = ({ started }: Pick<Incident, 'started'>, source: Speaker | undefined): boolean =>
  source !== undefined &&
  started.length > 0 &&
  started.every(start => start.source !== undefined && isSameSpeaker(start.source, source))

/** Whether one thing is said after the other by the same: by somebody unnamed, where it is said there and then. */
export function speaksOn(one: Saying, other: Saying): boolean {
  if (isSameSpeaker(one.by, other.by)) return true
  const [there, here] = [one, other].map(({ by, via = [], at }) =>
    JSON.stringify([by.kind, by.name?.id, by.called, via.map(({ id }) => id), at]),
  )
  return there === here && (one.via?.length ?? 0) > 0
}

/** Whether somebody goes on speaking, in a paragraph that is not yet full. */
export function runsOn(above: readonly Saying[], one: Saying): boolean {
  const run = above.length - 1 - above.findLastIndex(other => !speaksOn(other, one))
  return run % MOST_AT_ONCE > 0
}

/** Things said by one speaker that stand in a paragraph. */
const MOST_AT_ONCE = 3

/** Somebody's words: whose, where and when. */
export interface Saying {
  readonly by: Speaker
  readonly via?: readonly Named[] | undefined
  readonly at?: When | undefined
}

/** Unnamed speakers that are the company's. */
const OF_COMPANY: ReadonlySet<Speaker['kind']> = new Set(['status page'])

/** Whether the words are the company's: its own, those of its spokesperson, or what its status page says. */
export function isCompanys({ kind, name, of }: Speaker, company: Named | undefined): boolean {
  if (of) return of.id === company?.id
  if (name) return name.id === company?.id
  return kind === 'spokesperson' || kind === 'status page'
}

/** Whether the company was asked and the file has no word of it. */
export function isSilent({ company, statements }: Incident): boolean {
  const own = statements.filter(({ by }) => isCompanys(by, company))
  return own.length > 0 && own.every(({ kind }) => kind === 'no answer' || kind === 'declined')
}
