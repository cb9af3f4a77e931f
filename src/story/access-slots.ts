import type { State } from '../incident/incident.ts'
import { type Group, isDialled } from './service-groups.ts'
import { term } from './slots.ts'
import type { Slot } from './story.ts'

/** The forms in which it is said with what alone something works. */
type AccessTense = 'now' | 'still' | 'past' | 'future'

/** With what alone a group of services works, or does not, in the forms that sentences need. */
export type AccessSlots = Partial<
  Readonly<Record<'access' | 'access_since' | 'access_limit' | 'access_from' | 'no_others', Slot | undefined>>
>

/** Slots of a group that works with some lines only; none of another group. */
export function accessSlots(group: Group, tense: AccessTense): AccessSlots {
  const { access, services } = group
  if (!access) return {}
  const { kind, told } = access
  const isNumber = services.every(isDialled)
  const of = `${isNumber ? 'number' : 'service'}-${kind}`
  return {
    access: term(`access.${of}-${tense}`),
    access_since: term(`access.${of}-since`),
    access_limit: term(`access-limit.${of}`),
    access_from: told,
    ...(isNumber &&
      kind === 'only' &&
      tense !== 'past' &&
      tense !== 'future' && { no_others: term('terms.no-other-calls', told.from) }),
  }
}

/** States whose title and first sentence say with what alone the services work. */
const TITLED: Partial<Readonly<Record<State, AccessTense>>> = { ongoing: 'now', recovering: 'still', planned: 'future' }

/** How titles and the first sentence say it of what fails most. */
export function accessInTitles(group: Group | undefined, state: State): AccessSlots {
  const tense = TITLED[state]
  return group?.access && tense ? accessSlots(group, tense) : {}
}
