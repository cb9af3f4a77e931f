import type { Named } from '../incident/directory.ts'
import type { AffectedService, Impact, Incident, Pointer, When } from '../incident/incident.ts'
import { moment, names, once, slug, tenseOf, term, when } from './slots.ts'
import type { Slot } from './story.ts'

/** Services that share one impact, with the places they come from. */
export interface Group {
  readonly impact: Impact
  readonly services: readonly AffectedService[]
  readonly from: readonly Pointer[]
  /** Less hit than the others: told apart. */
  readonly lesser: boolean
}

/**
 * Who and what the story is about, once, so that every sentence that mentions the same thing holds the same slot: what
 * is `once` in one sentence is then known to be told in the next.
 */
export interface Cast {
  readonly incident: Incident
  /** The services hit hardest first; the first group is the subject of the lead. */
  readonly groups: readonly Group[]
  readonly subject: Slot | undefined
  readonly all: Slot | undefined
  /** The two best known of the subject, for a headline. */
  readonly top: Slot | undefined
  readonly company: Slot | undefined
  /** The company again, filled only when the services are common nouns that need an owner. */
  readonly owner: Slot | undefined
  readonly operator: Slot | undefined
  readonly impact: Slot
  /** What users of the subject suffer, as a verb: `trouble.down`. */
  readonly trouble: Slot
  /** The subject, filled only when it is made of brands. */
  readonly brand: Slot | undefined
  /** What it is called: `event.outage`. */
  readonly event: Slot
  /** The company as a second mention describes it: told once. */
  readonly described: Slot | undefined
  readonly started: When | undefined
  readonly ended: When | undefined
  readonly slots: {
    readonly day: Slot | undefined
    readonly clock: Slot | undefined
    readonly endclock: Slot | undefined
    readonly endday: Slot | undefined
    readonly elapsed: Slot | undefined
    readonly duration: Slot | undefined
    readonly asof: Slot | undefined
    readonly places: Slot | undefined
    readonly beyond: Slot | undefined
    readonly except: Slot | undefined
    readonly lesser: Slot | undefined
    readonly reach: Slot | undefined
  }
}

/** How many names a sentence can carry; a longer list shows the best known and a number. */
const NAMES_IN_A_SENTENCE = 6
const NAMES_SHOWN = 4
const MINUTE = 60_000

/** From most to least severe: the lead speaks of the worst. */
const SEVERITY: readonly Impact[] = ['down', 'login only', 'partial', 'intermittent', 'slow', 'degraded', 'unaffected']

export function castOf(incident: Incident): Cast {
  const groups = groupServices(incident)
  const lead = groups[0]
  const everyone = groups.flatMap(group => group.services.map(({ service }) => service))
  const all = shorten(everyone, pointersTo(incident.services.map((_, index) => index)))
  const company = incident.company && names([incident.company], '/company')
  const operator = incident.providers.find(({ role }) => role === 'operator')
  const subject = lead
    ? shorten(
        lead.services.map(({ service }) => service),
        lead.from,
      )
    : company
  const started = agreed(incident.started)
  const ended = agreed(incident.ended)
  const lesser = groups.filter(group => group.lesser)
  return {
    incident,
    groups,
    subject,
    all: all ?? company,
    top:
      lead &&
      names(
        bestKnown(
          lead.services.map(({ service }) => service),
          2,
        ),
        lead.from,
      ),
    company,
    owner: lead?.services.every(({ service }) => service.common) ? company : undefined,
    operator: operator && names([operator.company], `/providers/${incident.providers.indexOf(operator)}/company`),
    trouble: term(`trouble.${slug(lead?.impact ?? defaultImpact(incident))}`, lead?.from ?? []),
    brand: lead && !lead.services.some(({ service }) => service.common) ? subject : undefined,
    described: once(company),
    event: term(`event.${slug(incident.kind)}`),
    impact: term(`impact.${slug(lead?.impact ?? defaultImpact(incident))}`, lead?.from ?? []),
    started,
    ended,
    slots: {
      day: once(when(started, '/started')),
      clock: once(when(hasHour(started) ? started : undefined, '/started')),
      endclock: once(when(hasHour(ended) ? ended : undefined, '/ended')),
      endday: once(when(ended, '/ended')),
      elapsed: once(span(started, { precision: 'exact', at: incident.as_of }, '/started')),
      duration: once(span(started, ended, '/started', '/ended')),
      asof: moment(incident.as_of, '/as_of'),
      places: once(names(incident.scope?.places ?? [], ['/scope/places', '/scope/reach'])),
      beyond: once(names(incident.scope?.beyond ?? [], '/scope/beyond')),
      except: once(names(incident.scope?.except ?? [], '/scope/except')),
      reach:
        incident.scope?.reach === 'world'
          ? once(term(`reach.${incident.scope.evidence}-${tenseOf(incident)}`, ['/scope/reach', '/scope/evidence']))
          : undefined,
      lesser: once(
        names(
          lesser.flatMap(group => group.services.map(({ service }) => service)),
          lesser.flatMap(group => group.from),
        ),
      ),
    },
  }
}

/** A moment the sources agree on: one entry, or several that name the same instant. */
function agreed(moments: readonly When[]): When | undefined {
  const [first, ...others] = moments
  return first && others.every(other => other.at === first.at && other.precision === first.precision)
    ? first
    : undefined
}

const hasHour = (value: When | undefined): boolean =>
  value !== undefined && value.precision !== 'part' && value.precision !== 'day' && value.precision !== 'unknown'

/** Elapsed time between two known moments, in minutes; none when one of them is only a day or a part of it. */
function span(from: When | undefined, to: When | undefined, ...pointers: Pointer[]): Slot | undefined {
  if (!hasHour(from) || !hasHour(to) || from?.at === undefined || to?.at === undefined) return undefined
  const minutes = Math.round((to.at - from.at) / MINUTE)
  if (minutes <= 0) return undefined
  const exact = from.precision === 'exact' && to.precision === 'exact'
  return { kind: 'duration', minutes, exact, from: pointers }
}

function groupServices(incident: Incident): Group[] {
  const groups = new Map<string, { impact: Impact; lesser: boolean; indexes: number[] }>()
  incident.services.forEach((service, index) => {
    const impact = service.impact ?? defaultImpact(incident)
    const lesser = service.degree === 'lesser'
    const key = `${lesser} ${impact}`
    const group = groups.get(key) ?? { impact, lesser, indexes: [] }
    group.indexes.push(index)
    groups.set(key, group)
  })
  const allLesser = [...groups.values()].every(group => group.lesser)
  return [...groups.values()]
    .map(({ impact, lesser, indexes }) => ({
      impact,
      lesser: lesser && !allLesser,
      services: indexes.flatMap(index => incident.services[index] ?? []),
      from: pointersTo(indexes),
    }))
    .sort((a, b) => Number(a.lesser) - Number(b.lesser) || SEVERITY.indexOf(a.impact) - SEVERITY.indexOf(b.impact))
}

function pointersTo(indexes: readonly number[]): Pointer[] {
  return indexes.flatMap(index => [
    `/services/${index}/service`,
    `/services/${index}/impact`,
    `/services/${index}/degree`,
  ])
}

/** What a service without an impact of its own suffers. */
function defaultImpact({ kind }: Incident): Impact {
  return kind === 'degradation' || kind === 'emergency numbers' ? 'degraded' : 'down'
}

/** A names slot that never reads like a register: past six, the four best known and how many others. */
export function shorten(all: readonly Named[], from: readonly Pointer[]): Slot | undefined {
  if (all.length <= NAMES_IN_A_SENTENCE) return names(all, from)
  return { kind: 'names', names: bestKnown(all, NAMES_SHOWN), more: all.length - NAMES_SHOWN, from }
}

/** The best known of the names, in their own order. */
function bestKnown(all: readonly Named[], count: number): readonly Named[] {
  const known = [...all].sort((a, b) => (a.rank ?? UNRANKED) - (b.rank ?? UNRANKED)).slice(0, count)
  return all.filter(name => known.includes(name))
}

const UNRANKED = 9
