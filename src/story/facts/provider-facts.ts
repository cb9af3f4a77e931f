import type { Impact, Incident, Provider } from '../../incident/incident.ts'
import { impactOf, partners } from '../incident-slots.ts'
import { impactOfService } from '../service-groups.ts'
import { fact, names, once, speaker, tenseOf, wanted } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** Companies with a part in what fails, grouped by role. */
export function providers(storyContext: StoryContext): Fact[] {
  const told = { operator: storyContext.operator, upstream: storyContext.culprit, downstream: undefined }
  return (['operator', 'upstream', 'downstream'] as const).flatMap(role => {
    const provider = told[role] ?? once(partners(storyContext.incident, role))
    if (!provider) return []
    const slots = { provider, services: storyContext.all, company: storyContext.company }
    return [
      fact(`providers.${role}`, slots, {
        context: tenseOf(storyContext.incident),
        holds: { operates: role === 'operator' },
      }),
    ]
  })
}

/** Companies whose customers suffer from it, or do not: those of whom the same is said in one sentence. */
export function customers(storyContext: StoryContext, role: 'affected' | 'spared'): Fact[] {
  const { incident } = storyContext
  const alike = new Map<string, number[]>()
  incident.providers.forEach((provider, index) => {
    if (provider.role !== role) return
    const by = isOwn(provider) ? 'own' : provider.by
    const key = JSON.stringify([provider.impact, provider.services.map(({ id }) => id), by])
    alike.set(key, [...(alike.get(key) ?? []), index])
  })
  return [...alike.values()].flatMap(indexes => customersFact(storyContext, role, indexes))
}

function customersFact(storyContext: StoryContext, role: 'affected' | 'spared', indexes: readonly number[]): Fact[] {
  const { incident } = storyContext
  const those = indexes.flatMap(index => incident.providers[index] ?? [])
  const [first] = those
  if (!first) return []
  const at = (field: string) => indexes.map(index => `/providers/${index}/${field}`)
  const own = names(
    first.services,
    indexes.flatMap(index => first.services.map((_, order) => `/providers/${index}/services/${order}`)),
  )
  const impact = impactThere(incident, first)
  const leadServices = (storyContext.groups[0]?.services ?? []).map(({ service }) => service)
  const slots = {
    provider: once(
      names(
        those.map(({ company }) => company),
        [...at('company'), ...at('role')],
      ),
    ),
    services: wanted(own ?? (incident.services.length > 0 ? storyContext.subject : undefined)),
    impact: impactOf(incident, first.services.length > 0 ? first.services : leadServices, impact, at('impact')),
    by: speaker(first.by, at('by')),
  }
  if (role === 'spared' && isOwn(first))
    return [
      fact(
        'customers.spared-own',
        { ...slots, services: own },
        { context: tenseOf(incident), from: [...at('by'), ...at('impact')] },
      ),
    ]
  return [
    fact([...(role === 'affected' && impact === 'down' ? ['customers.cut-off'] : []), `customers.${role}`], slots, {
      context: tenseOf(incident),
      // That they have lost it says what is wrong.
      from: role === 'affected' ? at('impact') : [],
    }),
  ]
}

/** Whether a company speaks of itself: it says that it is not affected, whatever may be of its customers. */
const isOwn = ({ company, by }: Provider): boolean => by?.name !== undefined && by.name.id === company.id

/** What is wrong there: as entered, or as with the service that fails most. */
function impactThere(incident: Incident, { impact }: Provider): Impact {
  const [first] = incident.services
  return impact ?? impactOfService(first ?? {}, incident)
}
