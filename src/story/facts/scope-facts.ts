import { fact, once, speaker, tenseOf } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** How far it reaches and how certain that is; includes the less affected services, which fit the same sentence. */
export function scope(storyContext: StoryContext): Fact[] {
  const { incident, slots } = storyContext
  const { scope: value } = incident
  if (!value) return []
  const context = `${value.evidence}-${tenseOf(incident)}`
  const common = {
    lesser: slots.lesser,
    places: slots.places,
    beyond: slots.beyond,
    except: slots.except,
    source: once(speaker(value.source, '/scope/source')),
    services: storyContext.all,
    company: storyContext.company,
    extent: slots.extent,
  }
  // While service comes back, the share of users affected no longer says how many still are.
  const isReturning = incident.state === 'recovering'
  const where = isReturning ? common : { ...common, degree: slots.degree }
  const facts: Fact[] = []
  if (value.reach === 'world') facts.push(fact('scope.world', { ...common, reach: slots.reach }, { context }))
  else
    facts.push(
      fact([`scope.${value.reach ?? 'places'}`, 'scope.places'], where, {
        context,
        from: ['/scope/reach', '/scope/evidence'],
      }),
    )
  facts.push(
    fact('scope.places', where, { context }),
    ...(slots.beyond ? [] : [fact('scope.extent', common, { context })]),
    fact(
      'scope.degree',
      { ...common, degree: slots.degree },
      { context: isReturning ? `${value.evidence}-past` : context },
    ),
    fact('scope.except', common, { context }),
    // Where the lead has told the places already, their source remains to be told.
    ...(common.source ? [fact('scope.cited', { source: common.source })] : []),
  )
  return facts
}

/** That it is not limited to a place, where no sentence above has said so. */
export function beyond({ incident, slots }: StoryContext): Fact[] {
  if (!slots.beyond || !incident.scope) return []
  const context = `${incident.scope.evidence}-${tenseOf(incident)}`
  const facts = { beyond: slots.beyond, extent: slots.extent }
  return [fact('scope.beyond', facts, { context }), fact('scope.extent', facts, { context })]
}
