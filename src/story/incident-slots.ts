import type { Named } from '../fields/directory.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Cause, Degree, Impact, Incident, Role } from '../incident/incident.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { moment, names, once, slug, term, text, when } from './slots.ts'
import { countedGroup, cutOf, eventKey, impactKey, sortOf } from './sort-words.ts'
import type { Slot } from './story.ts'

/** The event in every form that a language may need. */
export function eventOf(
  incident: Incident,
): Readonly<Record<'event' | 'event_again' | 'an_event' | 'of_event' | 'bare_event', Slot>> {
  const called = calledEvent(incident)
  const form = (name: string) => term(`${name}.${called}`)
  return {
    event: form('event'),
    event_again: form('event-again'),
    an_event: form('an-event'),
    of_event: form('of-event'),
    bare_event: form('bare-event'),
  }
}

/** What the event is called, as a key of its nouns: `power-cut`. */
export function calledEvent(incident: Incident): string {
  const cut = cutOf(incident)
  if (cut !== undefined) return cut
  if (isSuspicion(incident)) return suspected(incident)
  // Nobody announces an outage or a fault: what is planned is work, and only power is cut on purpose.
  if (incident.state === 'planned') return 'maintenance'
  return eventKey(incident, sortOf(everyService(incident), incident))
}

/** What nobody confirms is no work, and what is found to be nothing would have been an outage. */
const suspected = ({ kind }: Incident): string => (kind === 'emergency numbers' ? slug(kind) : 'outage')

const everyService = ({ services }: Incident): Named[] => services.map(({ service }) => service)

/** The impact on these services as an adjective, in the words of their sort; planned incidents have words of their own. */
export function impactOf(
  incident: Incident,
  services: readonly Named[],
  impact: Impact,
  from: readonly Pointer[],
): Slot {
  if (incident.state === 'planned') return term(`impact-planned.${slug(impact)}`, from)
  return term(`impact.${impactKey(sortOf(services, incident), impact, incident)}`, from)
}

/** The size of the area where no place in it is named, or but one of several. */
export function extentOf({ scope }: Incident): Slot | undefined {
  if (!scope?.reach || scope.reach === 'world') return undefined
  if (scope.places.length > (SEVERAL.has(scope.reach) ? 1 : 0)) return undefined
  return once(term(`extent.${scope.reach}`, '/scope/reach'))
}

const SEVERAL: ReadonlySet<string> = new Set(['countries', 'regions', 'cities'])

/** How many are affected, of whom the file says: of users, where it says nothing. */
export const degreeOf = (incident: Incident): Slot | undefined =>
  degreeAt(incident, incident.scope?.degree, '/scope/degree')

/** The same of the degree of another line. */
export function degreeAt(incident: Incident, degree: Degree | undefined, at: Pointer): Slot | undefined {
  if (!degree) return undefined
  const of = incident.scope?.of
  return once(term(`${degreeKey(incident, of)}.${slug(degree)}`, of ? [at, '/scope/of'] : at))
}

/** Whose share it is: of what was typed; else of passengers where trains stop, of users elsewhere. */
export function degreeKey(incident: Incident, of?: DegreeOf): string {
  if (typeof of === 'object') return 'degree-text'
  if (of === 'calls' || of === 'places') return `degree-${of}`
  if (of === 'customers') return 'degree-homes'
  return countedGroup(incident, sortOf(everyService(incident), incident))
}

type DegreeOf = NonNullable<Incident['scope']>['of']

/** What was typed as that of which the degree is. */
export const degreeWhole = ({ scope }: Incident): Slot | undefined =>
  typeof scope?.of === 'object' ? text(scope.of, '/scope/of') : undefined

/** Companies of one role, grouped. */
export function partners({ providers }: Incident, role: Role): Slot | undefined {
  const chosen = providers.flatMap((provider, index) => (provider.role === role ? [{ provider, index }] : []))
  const slot = names(
    chosen.map(({ provider }) => provider.company),
    chosen.flatMap(({ index }) => [`/providers/${index}/company`, `/providers/${index}/role`]),
  )
  // « Le réseau est exploité par le gestionnaire du réseau » says nothing.
  return slot?.kind === 'names' ? { ...slot, full: true } : slot
}

/** The one supplier of all the services. */
export function culpritOf(incident: Incident): Slot | undefined {
  const suppliers = incident.providers.filter(({ role }) => role === 'upstream')
  return suppliers.length === 1 ? once(partners(incident, 'upstream')) : undefined
}

/**
 * The official cause, unless somebody other than the company gives it, or its moment is told: then it has its own
 * sentence.
 */
export function reasonOf({ causes, company }: Incident): Slot | undefined {
  const index = causes.findIndex(({ status, replaced }) => status === 'official' && !replaced)
  const cause = causes[index]
  if (!cause?.text || cause.at || isQualified(cause)) return undefined
  const { name } = cause.by ?? {}
  if (cause.by && (name === undefined || name.id !== company?.id)) return undefined
  return once(text(cause.text, [`/causes/${index}/text`, `/causes/${index}/by`]))
}

/** Whether more is said of a cause than a part of another sentence can hold: a doubt, or its own cause. */
function isQualified({ sure, disputed_by, not_confirmed_by, why }: Cause): boolean {
  const isPlain = sure === undefined || sure === 'confirmed' || sure === 'stated'
  return !isPlain || [disputed_by, not_confirmed_by, why].some(value => value !== undefined)
}

/** Where an attack is confirmed, among what is said of it; -1 where nobody confirms one. */
export const confirmedAttack = ({ attack }: Incident): number =>
  attack.findIndex(({ status }) => status === 'confirmed')

/** That it was an attack, once somebody has confirmed it. */
export function attackedOf(incident: Incident): Slot | undefined {
  const index = confirmedAttack(incident)
  return index === -1 ? undefined : once(term('attacked.confirmed', `/attack/${index}/status`))
}

/** What we had published wrongly, by the last correction. */
export function lastCorrection({ corrections, publication }: Incident) {
  const index = corrections.findLastIndex(({ by }) => by === undefined)
  const last = corrections[index]
  return {
    corrected: once(when(last?.at, `/corrections/${index}/at`)),
    said: once(text(last?.said, `/corrections/${index}/said`)),
    right: once(text(last?.right, `/corrections/${index}/right`)),
    written: moment(publication.published, '/published'),
  }
}
