import type { LocalText, When } from '../../fields/values.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { isQualified, type NotAffected, type SureClaim } from '../../incident/incident.ts'
import { accessInTitles, accessSlots } from '../access-slots.ts'
import { isSameMoment } from '../announced-windows.ts'
import { degreeKey, impactOf } from '../incident-slots.ts'
import type { Group } from '../service-groups.ts'
import { fact, names, once, slug, speaker, tenseAt, tenseOf, term, text, when } from '../slots.ts'
import { againOf, sortOf } from '../sort-words.ts'
import type { Fact } from '../story.ts'
import { ownerOf, type StoryContext } from '../story-context.ts'
import { hadStopped } from '../story-holds.ts'
import { placesInTitles } from '../title-places.ts'
import { sureFact } from './claim-facts.ts'
import { customers } from './provider-facts.ts'

/** The services with another impact than the lead's, group by group; those already restored in the past tense. */
export function others(storyContext: StoryContext): Fact[] {
  return [
    ...accesses(storyContext),
    ...storyContext.groups
      .flatMap((group, index) => partsOf(group) ?? (index > 0 || isLeadUnplaced(storyContext) ? [group] : []))
      .filter(({ access }) => !access)
      .map(other),
    ...customers(storyContext, 'affected'),
  ]

  function other(group: Group): Fact {
    const services = group.services.map(({ service }) => service)
    // The same slot as in the scope sentence when it holds all the less affected services: told there, it is not
    // repeated.
    const slot =
      group.lesser && sameNames(storyContext.slots.lesser, services)
        ? storyContext.slots.lesser
        : once(names(services, group.from))
    // Restored while others still fail: since when is told in the same sentence.
    const restored = group.over && !group.lesser ? ['others.restored'] : []
    const remaining = storyContext.groups[0]?.parts?.includes(group) ? ['others.remaining'] : []
    const [only, another] = group.services
    const place = ownPlaces(storyContext, group)
    return fact(
      [
        ...restored,
        ...remaining,
        ...place.keys,
        group.lesser ? 'others.lesser' : `others.${slug(group.impact)}`,
        'others.impact',
      ],
      {
        services: slot,
        brand: services.some(({ common }) => common) ? undefined : slot,
        again: againOf(sortOf(services, storyContext.incident), storyContext.incident),
        ended: group.over && only && !another ? storyContext.ends.get(only) : undefined,
        impact: impactOf(storyContext.incident, services, group.impact, group.from),
        ...place.slots,
        // Where the lead has named the owner, it is left out.
        owner:
          storyContext.owner || storyContext.incident.kind === 'emergency numbers'
            ? undefined
            : ownerOf(group, storyContext.company),
      },
      {
        context: group.over || group.returning ? 'past' : tenseOf(storyContext.incident),
        holds: {
          'full-stop': hadStopped(storyContext.incident, group.services),
          first: group.services.every(({ started }) => started === undefined),
        },
      },
    )
  }
}

/** How those stand that come back together; of what is on its way back its own step tells. */
const partsOf = ({ parts }: Group) => parts?.filter(({ returning }) => !returning)

/** Whether titles cannot say where that fails which fails most. */
const isLeadUnplaced = (storyContext: StoryContext): boolean =>
  storyContext.groups[0]?.scope !== undefined && placesInTitles(storyContext) === undefined

/** Where a group fails that does not fail wherever all do; « seulement » only where the file names more places for all. */
function ownPlaces({ incident }: StoryContext, { scope: own, lesser }: Group) {
  if (!own || lesser) return { keys: [], slots: {} }
  const lines = (field: string) => own.at.map(at => `${at}/${field}`)
  const whole = new Set((incident.scope?.places ?? []).map(({ place }) => place.id))
  const isPart = own.places.length < whole.size && own.places.every(({ id }) => whole.has(id))
  const slots = {
    there: once(names(own.places, lines('places'))),
    spared: once(names(own.except, lines('except'))),
    degree: own.degree && once(term(`${degreeKey(incident)}.${slug(own.degree)}`, lines('degree'))),
    source: speaker(own.source, lines('source')),
  }
  const keys = [...(isPart ? ['others.there-only'] : []), ...(slots.there ? ['others.there'] : []), 'others.there-not']
  return { keys: slots.there || slots.spared ? keys : [], slots }
}

/** With what alone services work or do not, group by group: in a state whose lead says so, of the others. */
function accesses({ incident, groups, owner, company }: StoryContext): Fact[] {
  const isLed = accessInTitles(groups[0], incident.state).access !== undefined
  return groups.slice(isLed ? 1 : 0).flatMap(group => {
    if (!group.access) return []
    const services = names(
      group.services.map(({ service }) => service),
      group.from,
    )
    const context = group.over ? 'past' : tenseOf(incident)
    const slots = { ...accessSlots(group, context), services, owner: owner ? undefined : ownerOf(group, company) }
    return [fact('others.access', slots, { context })]
  })
}

function sameNames(slot: StoryContext['slots']['lesser'], services: readonly unknown[]): boolean {
  return slot?.kind === 'names' && slot.names.length === services.length
}

/** Whether the start of a service says no more than that of the incident: the same moment, and nobody else who gives it. */
const saysNoMore = (own: When | undefined, whole: When | undefined): boolean =>
  isSameMoment(own, whole) && (own?.source === undefined || own.source.name?.id === whole?.source?.name?.id)

/** Services with times of their own: since when, or back since when. */
export function serviceTimes(storyContext: StoryContext): Fact[] {
  const context = tenseOf(storyContext.incident)
  const { incident } = storyContext
  return incident.services.flatMap((value, index) => {
    const at = `/services/${index}`
    const services = names([value.service], `${at}/service`)
    const isIncidents = saysNoMore(value.started, storyContext.started) && incident.started.length === 1
    const started = isIncidents ? undefined : once(when(value.started, `${at}/started`))
    const ended = storyContext.ends.get(value)
    const holds = { 'full-stop': hadStopped(storyContext.incident, [value]) }
    if (started && ended) return [fact('times.both', { services, started, ended }, { context, holds })]
    if (started) return [fact('times.started', { services, started }, { context, holds })]
    return ended
      ? [
          fact(
            'times.ended',
            { services, ended, again: againOf(sortOf([value.service], storyContext.incident), storyContext.incident) },
            { context, holds },
          ),
        ]
      : []
  })
}

/** What still works, and the services that were never hit. */
export function unaffected(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  const context = tenseOf(incident)
  const facts: Fact[] = customers(storyContext, 'spared')
  const spared = bySource(incident.not_affected.map((one, index) => ({ one, at: `/not_affected/${index}` })))
  facts.push(...spared.map(group => worksFact('unaffected.names', group, context)))
  const working = incident.still_works.flatMap((one, index) =>
    'service' in one ? [{ one, at: `/still_works/${index}` }] : [],
  )
  facts.push(...bySource(working).map(group => worksFact('unaffected.works', group, context)))
  const clauses = incident.still_works.flatMap((one, index) =>
    'text' in one ? [workingClause(storyContext, one, `/still_works/${index}`)] : [],
  )
  return [...facts, ...clauses]
}

/** A service that works, as somebody says, at its place in the file. */
interface PlacedWorking {
  readonly one: NotAffected
  readonly at: Pointer
}

/** Those of one source and of one doubt together, at the place of the first. */
function bySource(all: readonly PlacedWorking[]): PlacedWorking[][] {
  const groups = new Map<string, PlacedWorking[]>()
  for (const each of all) {
    const key = JSON.stringify([each.one.by, each.one.disputed_by])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}

function worksFact(key: string, group: readonly PlacedWorking[], context: string): Fact {
  const [first] = group
  const services = names(
    group.map(({ one }) => one.service),
    group.map(({ at }) => `${at}/service`),
  )
  const slots = {
    services: once(services),
    by: speaker(
      first?.one.by,
      group.map(({ at }) => `${at}/by`),
    ),
    opponent: speaker(
      first?.one.disputed_by,
      group.map(({ at }) => `${at}/disputed_by`),
    ),
  }
  return fact(key, slots, { context })
}

/** What works, as a clause: with how sure it is, where more is said than by whom. */
function workingClause(storyContext: StoryContext, one: SureClaim & { readonly text: LocalText }, at: Pointer): Fact {
  const { incident, company } = storyContext
  if (isQualified(one)) return sureFact(storyContext, one, { pointer: at, textAt: `${at}/text` })
  const slots = { text: once(text(one.text, `${at}/text`)), by: speaker(one.by, `${at}/by`), company }
  return fact('unaffected.text', slots, { context: tenseAt(incident, `${at}/text`, tenseOf(incident)) })
}

/** The services that the lead had no room for; those of another impact have a sentence of their own. */
export function roll(storyContext: StoryContext): Fact[] {
  const { incident, groups } = storyContext
  const isOver = incident.state === 'resolved'
  const shown = isOver ? storyContext.all : storyContext.subject
  if (shown?.kind !== 'names' || shown.more === undefined) return []
  const meant = new Set((isOver ? groups : groups.slice(0, 1)).flatMap(({ services }) => services))
  const rest = incident.services.flatMap((value, index) =>
    meant.has(value) && !shown.names.includes(value.service) ? [{ name: value.service, index }] : [],
  )
  const services = names(
    rest.map(({ name }) => name),
    rest.map(({ index }) => `/services/${index}/service`),
  )
  return [fact('roll.others', { services: once(services) }, { context: tenseOf(incident), count: rest.length })]
}
