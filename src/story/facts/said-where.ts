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
  const { pointers, occasions } = sayingsIn(storyContext)
  const key = keyOf(saying)
  const occasion = occasions.get(key) ?? newOccasion(saying, pointers.get(key) ?? [pointer])
  occasions.set(key, occasion)
  return occasion
}

/** What a story says by whom, where and when: the places in the file of each, and the occasions that were asked for. */
interface Sayings {
  readonly pointers: ReadonlyMap<string, readonly Pointer[]>
  readonly occasions: Map<string, Occasion>
}

function sayingsIn(storyContext: StoryContext): Sayings {
  const known = sayings.get(storyContext) ?? { pointers: pointersByKey(storyContext.incident), occasions: new Map() }
  sayings.set(storyContext, known)
  return known
}

const sayings = new WeakMap<StoryContext, Sayings>()

function pointersByKey(incident: Incident): Map<string, Pointer[]> {
  const pointers = new Map<string, Pointer[]>()
  for (const { saying, pointer } of sayingsOf(incident)) {
    const key = keyOf(saying)
    pointers.set(key, [...(pointers.get(key) ?? []), pointer])
  }
  return pointers
}

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
