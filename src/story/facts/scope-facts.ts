import { type Doubt, doubtOf } from '../../incident/incident.ts'
import { degreeAt, degreeKey, degreeWhole, impactOf } from '../incident-slots.ts'
import { type PlaceGroup, placeGroups } from '../place-groups.ts'
import type { Group } from '../service-groups.ts'
import { fact, names, once, slug, speaker, tenseOf, term, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { answersForStart, isCompanys } from '../story-holds.ts'
import { hostOfOrigin, origin } from './origin-facts.ts'

/** How far it reaches and how certain that is; includes the less affected services, which fit the same sentence. */
export function scope(storyContext: StoryContext): Fact[] {
  return [
    ...wholeScope(storyContext),
    ...placesApart(storyContext),
    ...leadPlacesOfItsOwn(storyContext),
    ...(hostOfOrigin(storyContext) === undefined ? origin(storyContext) : []),
  ]
}

function wholeScope(storyContext: StoryContext): Fact[] {
  const { incident, slots } = storyContext
  const { scope: value } = incident
  if (!value) return []
  const doubt = doubtOf(value)
  if (doubt) return doubtfulScope(storyContext, doubt)
  const context = `${value.evidence}-${tenseOf(incident)}`
  const source = speaker(value.source, '/scope/source')
  const common = {
    lesser: slots.lesser,
    places: slots.places,
    beyond: slots.beyond,
    except: slots.except,
    source: once(source),
    services: storyContext.all,
    company: storyContext.company,
    extent: slots.extent,
  }
  const degree = { degree: slots.degree, degree_of: degreeWhole(incident) }
  // While service comes back, the share of users affected no longer says how many still are.
  const isReturning = incident.state === 'recovering'
  const where = isReturning ? common : { ...common, ...degree }
  const who = once(text(value.who, '/scope/who'))
  const isSaid = value.reach === 'world' || slots.degree !== undefined
  // That a company says where its own service fails goes without saying.
  const isOwn =
    value.source !== undefined && incident.company !== undefined && isCompanys(value.source, incident.company)
  const facts: Fact[] = []
  if (value.reach === 'world') facts.push(fact('scope.world', { ...common, reach: slots.reach }, { context }))
  else
    facts.push(
      fact([`scope.${value.reach ?? 'places'}`, 'scope.places'], where, {
        context,
        from: ['/scope/reach', '/scope/evidence', ...(isOwn ? ['/scope/source'] : [])],
      }),
    )
  const past = isReturning ? `${value.evidence}-past` : context
  facts.push(
    fact('scope.places', where, { context }),
    ...(slots.beyond ? [] : [fact('scope.extent', common, { context })]),
    // Who says how far it reaches says how many it hits, and whom: named again where a sentence above has named them.
    fact(
      'scope.degree',
      { ...common, ...degree, source: value.reach === 'world' ? source : common.source },
      { context: past },
    ),
    ...(who ? [fact('scope.who', { ...common, who, source: isSaid ? source : common.source }, { context: past })] : []),
    fact('scope.except', common, { context }),
    // Where the lead has told the places already, their source remains to be told.
    ...(common.source && !isOwn && !answersForStart(incident, value.source)
      ? [fact('scope.cited', { source: common.source }, { context: tenseOf(incident) })]
      : []),
  )
  return facts
}

/** How far it reaches where that is not sure: each thing as sure as it is. */
function doubtfulScope({ incident, slots, groups }: StoryContext, doubt: Doubt): Fact[] {
  const { scope: value } = incident
  const tense = tenseOf(incident)
  const reach = value?.reach === 'world' ? once(term('extent.world', '/scope/reach')) : slots.extent
  const isReturning = incident.state === 'recovering'
  const common = {
    degree_of: degreeWhole(incident),
    source: speaker(value?.source, '/scope/source'),
  }
  // Places that are each told with how it stands there are not listed first.
  const apart = new Set(placeGroups(incident, groups[0]).flatMap(({ places }) => places.map(({ id }) => id)))
  const isApart = slots.places?.kind === 'names' && slots.places.names.every(({ id }) => apart.has(id))
  const what = [
    { places: isApart ? undefined : slots.places, degree: isReturning ? undefined : slots.degree },
    { reach },
    { degree: isReturning ? undefined : slots.degree },
    { who: once(text(value?.who, '/scope/who')) },
  ]
  const context = `apparent-${tense}`
  return [
    ...what
      .filter(one => Object.values(one)[0] !== undefined)
      .map(one => fact(`scope.${slug(doubt)}`, { ...common, ...one }, { context: tense, from: ['/scope/evidence'] })),
    ...(slots.beyond ? [fact('scope.beyond', { beyond: slots.beyond }, { context })] : []),
    ...(slots.except ? [fact('scope.except', { except: slots.except }, { context })] : []),
  ]
}

/** How it stands in places that are hit otherwise than the lead says. */
function placesApart(storyContext: StoryContext): Fact[] {
  const { incident, groups } = storyContext
  return placeGroups(incident, groups[0]).map(group => placeFact(storyContext, group))
}

function placeFact(storyContext: StoryContext, group: PlaceGroup): Fact {
  const { incident, groups } = storyContext
  const lines = (field: string) => group.at.map(at => `${at}/${field}`)
  const own = names(
    group.services,
    group.at.flatMap(at => group.services.map((_, order) => `${at}/services/${order}`)),
  )
  const impact = group.impact ?? groups[0]?.impact
  const said = {
    there: once(names(group.places, lines('place'))),
    services: wanted(own ?? (incident.services.length > 0 ? storyContext.subject : undefined)),
    impact:
      impact &&
      impactOf(incident, group.services.length > 0 ? group.services : leadServices(groups), impact, lines('impact')),
    degree: degreeAt(incident, group.degree, lines('degree')[0] ?? ''),
    degree_of: degreeWhole(incident),
    ended: once(when(group.ended, lines('ended')[0] ?? '')),
  }
  return apartFact(storyContext, said, group.ended ? 'over' : group.degree && !group.impact ? 'degree' : 'impact')
}

/** How many are hit in the places of that which fails most, and in which it does not fail. */
function leadPlacesOfItsOwn({ incident, groups: [lead], subject }: StoryContext): Fact[] {
  const own = lead?.scope
  if (!own) return []
  const lines = (field: string) => own.at.map(at => `${at}/${field}`)
  const except = once(names(own.except, lines('except')))
  const spared = except ? [fact('scope.except', { except }, { context: `confirmed-${tenseOf(incident)}` })] : []
  if (!own.degree || own.places.length === 0) return spared
  const slots = {
    there: wanted(names(own.places, lines('places'))),
    services: wanted(subject),
    impact: impactOf(incident, leadServices([lead]), lead.impact, lead.from),
    degree: once(term(`${degreeKey(incident)}.${slug(own.degree)}`, lines('degree'))),
    source: speaker(own.source, lines('source')),
  }
  return [fact('scope.there-impact', slots, { context: tenseOf(incident) }), ...spared]
}

const leadServices = (groups: readonly Group[]) =>
  groups.slice(0, 1).flatMap(({ services }) => services.map(({ service }) => service))

function apartFact(
  { incident }: StoryContext,
  said: Readonly<Record<string, Slot | undefined>>,
  kind: 'over' | 'degree' | 'impact',
): Fact {
  const isApparent = incident.scope?.evidence === 'apparent'
  const doubt = incident.scope && doubtOf(incident.scope)
  const slots = {
    ...said,
    hedge: isApparent ? wanted(term(`hedge.${slug(doubt ?? 'apparent')}`, '/scope/evidence')) : undefined,
    source: speaker(incident.scope?.source, '/scope/source'),
  }
  return fact(`scope.there-${kind}`, slots, { context: tenseOf(incident) })
}

/** That it is not limited to a place, where no sentence above has said so. */
export function beyond({ incident, slots }: StoryContext): Fact[] {
  if (!slots.beyond || !incident.scope) return []
  const context = `${incident.scope.evidence}-${tenseOf(incident)}`
  const facts = { beyond: slots.beyond, extent: slots.extent }
  return [fact('scope.beyond', facts, { context }), fact('scope.extent', facts, { context })]
}
