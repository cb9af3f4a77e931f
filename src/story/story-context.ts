import type { Named } from '../fields/directory.ts'
import type { ServiceSort } from '../fields/service-sort.ts'
import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { AffectedService, Impact, Incident } from '../incident/incident.ts'
import { wholeEnds } from '../incident/moments.ts'
import { type AnnouncedWindow, announcedWindows, commonWindow } from './announced-windows.ts'
import {
  attackedOf,
  culpritOf,
  degreeOf,
  eventOf,
  extentOf,
  impactOf,
  lastCorrection,
  partners,
  reasonOf,
} from './incident-slots.ts'
import { leadPlaces } from './place-groups.ts'
import { defaultImpact, type Group, groupServices, pointersTo } from './service-groups.ts'
import { names, once, preferOnce, slug, tenseOf, term, wanted, when } from './slots.ts'
import { sortOf } from './sort-words.ts'
import type { Slot } from './story.ts'
import { answersForStart } from './story-holds.ts'
import { elapsedOf, hasHour, isSinceStart, lengthOf } from './story-lengths.ts'

/**
 * Who and what the story is about, computed once, so that every sentence that mentions a thing holds the same slot:
 * what is `once` in one sentence is then known to be told in the next.
 */
export interface StoryContext {
  readonly incident: Incident
  /** The most affected services first; the first group is the subject of the lead. */
  readonly groups: readonly Group[]
  readonly subject: Slot | undefined
  readonly all: Slot | undefined
  /** The two best known names of the subject, for a headline. */
  readonly top: Slot | undefined
  /** The same with how many others there are, where the subject is too long for a headline. */
  readonly few: Slot | undefined
  readonly company: Slot | undefined
  /** The company again, filled only when the one service has its name: avoids « Selon Discord, Discord … ». */
  readonly namesake: Slot | undefined
  /** The company again, filled only when some services are common nouns that need an owner. */
  readonly owner: Slot | undefined
  readonly operator: Slot | undefined
  /** The one supplier of all services, where nobody else is responsible for them. */
  readonly culprit: Slot | undefined
  readonly impact: Slot
  /** What is wrong where it is worst: what a title tells. */
  readonly worst: Impact
  /** What the subject is; none where it is of several sorts. */
  readonly sort: ServiceSort | undefined
  /** The impact on users of the subject, as a verb: `trouble.down`. */
  readonly trouble: Slot
  /** The subject, filled only when it consists of brands. */
  readonly brand: Slot | undefined
  /** The event's noun, in the forms a language needs: « la panne », « elle », « une panne », « de panne », « panne ». */
  readonly event: Readonly<Record<'event' | 'event_again' | 'an_event' | 'of_event' | 'bare_event', Slot>>
  /** The company as a second mention describes it: told once, and better than its name again. */
  readonly described: Slot | undefined
  readonly started: When | undefined
  readonly ended: When | undefined
  /** When each service was restored, where it has an hour of its own. */
  readonly ends: ReadonlyMap<AffectedService, Slot>
  /** Windows announced beforehand. */
  readonly windows: readonly AnnouncedWindow[]
  /** Whether the subject has failed since the start of the incident: then a lead can say since when. */
  readonly sinceStart: boolean
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
    readonly degree: Slot | undefined
    /** The official cause, where it needs no source but the company. */
    readonly reason: Slot | undefined
    readonly from: Slot | undefined
    readonly to: Slot | undefined
    /** Of the last correction. */
    readonly corrected: Slot | undefined
    readonly said: Slot | undefined
    readonly right: Slot | undefined
    /** When it was first published: what is retracted was written then. */
    readonly written: Slot | undefined
    /** When it ended, where the company itself says so. */
    readonly claimed: Slot | undefined
    /** The same where anybody says so but the newsroom. */
    readonly reported: Slot | undefined
    /** That it was an attack, once somebody has confirmed it. */
    readonly attacked: Slot | undefined
    /** The size of the area, where no place is named. */
    readonly extent: Slot | undefined
  }
}

/** How many names a sentence can hold; a longer list shows the best known and a number. */
const NAMES_IN_A_SENTENCE = 6
const NAMES_SHOWN = 4
const NAMES_IN_A_HEADLINE = 2
/** Sources further apart than this do not mean one day. */
const HOURS_APART = 3 * 60 * 60_000

/** Whether there is one service, and it has the company's name. */
function bearsNameOf(company: Incident['company'], services: Group['services'] = []): boolean {
  const [only, another] = services
  return only !== undefined && !another && only.service.name === company?.name
}

export function storyContextOf(incident: Incident): StoryContext {
  const groups = groupServices(incident)
  const lead = groups[0]
  const everyone = groups.flatMap(group => group.services.map(({ service }) => service))
  const all = shorten(everyone, pointersTo(incident.services.map((_, index) => index)))
  const company = incident.company && names([incident.company], '/company')
  const sort = sortOf(lead ? servicesOf(lead) : [], incident)
  const subject = lead ? shorten(servicesOf(lead), lead.from) : company
  const started = agreed(incident.started)
  const ended = agreed(wholeEnds(incident.ended))
  const windows = announcedWindows(incident)
  const window = commonWindow(windows)
  const lesser = groups.filter(group => group.lesser)
  const hit = leadPlaces(incident, lead)
  const impact = hit.impact ?? lead?.impact ?? defaultImpact(incident)
  // An end that somebody else claims is told with the claim before anything else.
  const hourOfEnd = once(when(hasHour(ended) ? ended : undefined, '/ended'))
  const dayOfEnd = once(when(ended, '/ended'))
  const endday = ended?.source ? wanted(dayOfEnd) : dayOfEnd
  const endclock = ended?.source ? wanted(hourOfEnd) : hourOfEnd
  return {
    incident,
    groups,
    subject,
    all: all ?? company,
    top: lead && names(bestKnown(servicesOf(lead), NAMES_IN_A_HEADLINE), lead.from),
    few: lead && fewOf(servicesOf(incident.state === 'resolved' ? allIn(groups) : lead), lead.from),
    company,
    namesake: bearsNameOf(incident.company, lead?.services) ? wanted(company) : undefined,
    owner: ownerOf(lead, company),
    operator: once(partners(incident, 'operator')),
    culprit: incident.company ? undefined : culpritOf(incident),
    trouble: term(`trouble.${slug(impact)}`, lead?.from ?? []),
    brand: lead && !lead.services.some(({ service }) => service.common) ? subject : undefined,
    described: once(wanted(company)),
    event: eventOf(incident),
    impact: impactOf(incident, lead ? servicesOf(lead) : [], impact, [
      ...(lead?.from ?? []),
      ...(hit.impact ? impactLines(hit.at) : []),
    ]),
    worst: impact,
    sort,
    started,
    ended,
    ends: new Map(
      incident.services.flatMap((service, index) => {
        const slot = once(when(service.ended, `/services/${index}/ended`))
        return slot ? [[service, slot] as const] : []
      }),
    ),
    windows,
    sinceStart: isSinceStart(incident, lead, started),
    slots: {
      day: once(when(started ?? oneDay(incident.started), startLines(incident, started))),
      clock: once(when(hasHour(started) ? started : undefined, startLines(incident, started))),
      endclock,
      // Who says that it is over is named with it, whether they gave the hour or the day.
      reported: ended?.source ? (endclock ?? endday) : undefined,
      claimed: incident.company && ended?.source?.name?.id === incident.company.id ? endclock : undefined,
      attacked: attackedOf(incident),
      extent: extentOf(incident),
      endday,
      elapsed: elapsedOf(incident, lead, started),
      duration: lengthOf(incident, started, ended),
      asof: preferOnce(when(incident.as_of_moment, '/as_of')),
      from: window?.from,
      to: window?.to,
      ...lastCorrection(incident),
      reason: reasonOf(incident),
      degree: degreeOf(incident),
      places: once(
        names(hit.places, [...hit.at, ...(answersForStart(incident, incident.scope?.source) ? ['/scope/source'] : [])]),
      ),
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

/**
 * The company, where some of a group of services are common nouns: « la banque en ligne de Desjardins ». A service that has an
 * owner of its own in the file is named with it; beside one nothing is said of the others.
 */
export function ownerOf(group: Group | undefined, company: Slot | undefined): Slot | undefined {
  const common = group?.services.filter(({ service }) => service.common) ?? []
  return common.length === 0 || common.some(({ service }) => service.owner) ? undefined : wanted(company)
}

const servicesOf = ({ services }: Pick<Group, 'services'>): readonly Named[] => services.map(({ service }) => service)

const allIn = (groups: readonly Group[]): Pick<Group, 'services'> => ({
  services: groups.flatMap(({ services }) => services),
})

/** The lines of what is wrong in these places. */
const impactLines = (at: readonly Pointer[]): Pointer[] => at.map(pointer => pointer.replace(/place$/, 'impact'))

/** Where the start stands: once for all, and at each service that began to fail with it. */
function startLines({ services }: Incident, started: When | undefined): Pointer[] {
  const own = services.flatMap((service, index) =>
    started?.at !== undefined && service.started?.at === started.at && service.started.precision === started.precision
      ? [`/services/${index}/started`]
      : [],
  )
  return ['/started', ...own]
}

/** A moment the sources agree on: one entry, or several that name the same instant. */
function agreed(moments: readonly When[]): When | undefined {
  const [first, ...others] = moments
  return first && others.every(other => other.at === first.at && other.precision === first.precision)
    ? first
    : undefined
}

/** The day of moments that sources put a few hours apart: they differ on the hour, not on the day. */
function oneDay(moments: readonly When[]): When | undefined {
  const instants = moments.flatMap(({ at }) => at ?? [])
  const [at, until] = [Math.min(...instants), Math.max(...instants)]
  if (instants.length < 2 || instants.length < moments.length || until - at > HOURS_APART) return undefined
  return { precision: 'day', at, until }
}

/** A names slot of readable length: past six, the four best known and how many others. */
export function shorten(all: readonly Named[], from: readonly Pointer[]): Slot | undefined {
  if (all.length <= NAMES_IN_A_SENTENCE) return names(all, from)
  return { kind: 'names', names: bestKnown(all, NAMES_SHOWN), more: all.length - NAMES_SHOWN, from }
}

/** Two names and how many others, for a headline; none where all of them fit. */
function fewOf(all: readonly Named[], from: readonly Pointer[]): Slot | undefined {
  if (all.length <= NAMES_IN_A_HEADLINE + 1) return undefined
  const shown = bestKnown(all, NAMES_IN_A_HEADLINE)
  return { kind: 'names', names: shown, more: all.length - shown.length, from }
}

/** The best known of the names, in their own order. */
function bestKnown(all: readonly Named[], count: number): readonly Named[] {
  const known = [...all].sort((a, b) => (a.rank ?? UNRANKED) - (b.rank ?? UNRANKED)).slice(0, count)
  return all.filter(name => known.includes(name))
}

const UNRANKED = 9
