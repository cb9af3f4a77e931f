import type { Pointer } from '../../foundation/pointer.ts'
import type { Incident } from '../../incident/incident.ts'
import { names, once, when } from '../slots.ts'
import type { Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import type { Saying } from '../story-holds.ts'

/** By what channel and when: news, told once of all that is said there and then. */
export interface Occasion {
  readonly via?: Slot | undefined
  readonly at?: Slot | undefined
}

/** Where and when somebody says something. Of several things that one says there and then it is the same, so that a text tells it once. */
export function occasionOf(storyContext: StoryContext, saying: Saying, pointer: Pointer): Occasion {
  const known = occasions.get(storyContext) ?? new Map<string, Occasion>()
  occasions.set(storyContext, known)
  const key = keyOf(saying)
  const pointers = sayingsOf(storyContext.incident).flatMap(one => (keyOf(one.saying) === key ? [one.pointer] : []))
  const occasion = known.get(key) ?? newOccasion(saying, pointers.length > 0 ? pointers : [pointer])
  known.set(key, occasion)
  return occasion
}

const occasions = new WeakMap<StoryContext, Map<string, Occasion>>()

const keyOf = ({ by: { kind, name, called }, via = [], at }: Saying): string =>
  JSON.stringify([kind, name?.id, called, via.map(({ id }) => id), at])

function newOccasion({ via = [], at }: Saying, pointers: readonly Pointer[]): Occasion {
  const lines = pointers.flatMap(pointer => via.map((_, nth) => `${pointer}/via/${nth}`))
  return {
    via: once(names([...via], lines)),
    at: once(
      when(
        at,
        pointers.map(pointer => `${pointer}/at`),
      ),
    ),
  }
}

/** Whatever companies and others say, and where it is entered. */
const sayingsOf = ({ statements, third_parties: parties, facts }: Incident) => [
  ...facts.flatMap(({ by, via, at }, nth) =>
    by === undefined ? [] : [{ saying: { by, via, at }, pointer: `/facts/${nth}` }],
  ),
  ...statements.map((saying, nth) => ({ saying: saying as Saying, pointer: `/statements/${nth}` })),
  ...parties.map(({ who, via, at }, nth) => ({ saying: { by: who, via, at }, pointer: `/third_parties/${nth}` })),
]
