import type { LocalText } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { AffectedService, Impact, Incident, OwnScope } from '../incident/incident.ts'
import { tenseOf } from './slots.ts'
import type { Slot } from './story.ts'

/** Services that share one impact, with the places they come from. */
export interface Group {
  readonly impact: Impact
  readonly services: readonly AffectedService[]
  readonly from: readonly Pointer[]
  /** Less affected than the others: told separately. */
  readonly lesser: boolean
  /** Restored while others still fail: told in the past tense. */
  readonly over: boolean
  /** On its way back by a step of the recovery: how it failed is told in the past tense too. */
  readonly returning: boolean
  /** Of services that come back together, whatever was wrong with each: those of one impact each. */
  readonly parts?: readonly Group[]
  /** With what alone they work, or do not. */
  readonly access?: Access
  /** Where they fail, where that is not where all do. */
  readonly scope?: GroupScope
}

/** Where a group fails, with the lines that say so. */
export interface GroupScope extends OwnScope {
  readonly at: readonly Pointer[]
}

/** With what alone a service works (`only`), or with what it does not. */
export interface Access {
  readonly kind: 'only' | 'not'
  /** Which lines, told once wherever that is said. */
  readonly told: Slot
}

type TypedAccess = Pick<Access, 'kind'> & { readonly text: LocalText }

/** What the services of a group share. */
type Shared = Omit<Group, 'services' | 'from' | 'access' | 'scope' | 'parts'> & {
  readonly access?: TypedAccess
  readonly scope?: OwnScope
}

/** From most to least severe: the lead tells the worst. */
export const SEVERITY: readonly Impact[] = [
  'down',
  'login only',
  'partial',
  'intermittent',
  'slow',
  'degraded',
  'unaffected',
]

/** Groups the services of an incident by impact, the group for the lead first; empty where no service is known. */
export function groupServices(incident: Incident): Group[] {
  const groups = groupsByImpact(incident)
  return incident.state === 'recovering' ? comingBack(groups, incident) : groups
}

/** That things improve is said of all that comes back, and not of what was hit hardest alone. */
function comingBack(groups: readonly Group[], { services }: Incident): Group[] {
  const together = groups.filter(({ over, lesser, access, scope }) => !over && !lesser && !access && !scope)
  const [first] = together
  // What is told of emergency numbers is told of them alone.
  if (!first || together.length < 2 || together.some(group => group.services.some(isDialled))) return [...groups]
  const all = {
    ...first,
    returning: false,
    services: brandsFirst(services.filter(one => together.some(group => group.services.includes(one)))),
    from: together.flatMap(({ from }) => from),
    parts: together,
  }
  return [all, ...groups.filter(group => !together.includes(group))]
}

function groupsByImpact(incident: Incident): Group[] {
  const groups = new Map<string, { group: Shared; isNumber: boolean; indexes: number[] }>()
  const running = tenseOf(incident) === 'now'
  incident.services.forEach((service, index) => {
    const impact = impactOfService(service, incident)
    const access = accessOf(service)
    const lesser = service.degree === 'lesser'
    const over = running && service.ended?.at !== undefined
    const returning = running && !over && isReturning(incident, service)
    const isNumber = incident.kind === 'emergency numbers' && isDialled(service)
    const { scope } = service
    const key = [over, returning, isNumber, lesser, impact, JSON.stringify([access, scope && partsOf(scope)])].join(' ')
    const shared = { impact, lesser, over, returning, ...(access && { access }), ...(scope && { scope }) }
    const known = groups.get(key) ?? { group: shared, isNumber, indexes: [] }
    known.indexes.push(index)
    groups.set(key, known)
  })
  const all = [...groups.values()]
  const allLesser = all.every(({ group }) => group.lesser)
  const allOver = all.every(({ group }) => group.over)
  const allReturning = all.every(({ group }) => group.returning)
  return all
    .sort(
      (a, b) =>
        Number(a.group.over) - Number(b.group.over) ||
        Number(a.group.returning) - Number(b.group.returning) ||
        // Emergency numbers come before everything else that fails.
        Number(b.isNumber) - Number(a.isNumber) ||
        Number(a.group.lesser) - Number(b.group.lesser) ||
        SEVERITY.indexOf(a.group.impact) - SEVERITY.indexOf(b.group.impact) ||
        // What fails wherever all do comes before what fails in some places only.
        Number(a.group.scope !== undefined) - Number(b.group.scope !== undefined),
    )
    .map(({ group, indexes }) => ({
      impact: group.impact,
      lesser: group.lesser && !allLesser,
      over: group.over && !allOver,
      returning: group.returning && !allReturning,
      services: brandsFirst(indexes.flatMap(index => incident.services[index] ?? [])),
      from: pointersTo(indexes),
      ...(group.access && { access: atEach(group.access, indexes) }),
      ...(group.scope && { scope: { ...group.scope, at: indexes.map(index => `/services/${index}/scope`) } }),
    }))
}

/** Whether a step of the recovery names it. */
const isReturning = ({ recovery }: Incident, { service }: AffectedService): boolean =>
  recovery.some(({ services }) => services.some(({ id }) => id === service.id))

/** What makes two scopes the same. */
const partsOf = ({ places, except, degree, source }: OwnScope) => [
  places.map(({ id }) => id),
  except.map(({ id }) => id),
  degree,
  source,
]

/** With what alone a service works, or with what it does not, where the file says so. */
function accessOf({ only_from: only, not_from: not }: AffectedService): TypedAccess | undefined {
  if (only) return { kind: 'only', text: only }
  return not && { kind: 'not', text: not }
}

/** The same with the lines of every service of a group that say so. */
function atEach({ kind, text: typed }: TypedAccess, indexes: readonly number[]): Access {
  const from = indexes.map(index => `/services/${index}/${kind}_from`)
  return { kind, told: { kind: 'text', text: typed, from, once: true } }
}

/** The impact of one service: what works with some lines only works in part. */
export const impactOfService = (
  { impact, only_from, not_from }: Pick<AffectedService, 'impact' | 'only_from' | 'not_from'>,
  incident: Incident,
): Impact => impact ?? (only_from || not_from ? 'partial' : defaultImpact(incident))

/** Common nouns last, beside their owner: « Interac et la banque en ligne de Desjardins ». */
const brandsFirst = (services: readonly AffectedService[]): readonly AffectedService[] => [
  ...services.filter(({ service }) => !service.common),
  ...services.filter(({ service }) => service.common),
]

/** A number to call for help, by itself or as one of them all: 112, or the directory's `emergency-numbers`. */
export const isDialled = ({ service }: Pick<AffectedService, 'service'>): boolean =>
  /^\d+$/.test(service.name) || service.id.startsWith('emergency-')

/** The pointers to the fields of services, by their index in the file, for a fact about a group of them. */
export function pointersTo(indexes: readonly number[]): Pointer[] {
  return indexes.flatMap(index => [
    `/services/${index}/service`,
    `/services/${index}/impact`,
    `/services/${index}/degree`,
  ])
}

/** The impact of a service without one of its own. */
export function defaultImpact({ kind }: Incident): Impact {
  return kind === 'degradation' || kind === 'emergency numbers' ? 'degraded' : 'down'
}
