import type { Story } from '../story/story.ts'
import { withCountsTogether } from './counts-together.ts'
import type { Plan } from './plan.ts'
import { withThreads } from './threads.ts'
import { type PlannedMoves, withoutTwice } from './told-twice.ts'

/** The moves of a body as they are planned: what would be told twice told once, figures of one kind together, topics not torn. */
export function plannedBody(story: Story, plan: Plan): PlannedMoves {
  const known = bodies.get(plan)
  if (known) return known
  const moves = Object.assign({}, besideLead(story.moves, plan), { lead: plan.lead, high: plan.high })
  const body = withThreads(story, withCountsTogether(withoutTwice(moves)))
  bodies.set(plan, body)
  return body
}

/** The moves without what the first sentence tells beside its own. */
const besideLead = (moves: Story['moves'], { beside }: Plan): Story['moves'] =>
  beside.length === 0
    ? moves
    : Object.fromEntries(
        Object.entries(moves).map(([name, facts]) => [name, facts.filter(fact => !beside.includes(fact))]),
      )

/** Every edition of one home asks for the same; the facts that are made for it are then the same, too. */
const bodies = new WeakMap<Plan, PlannedMoves>()
