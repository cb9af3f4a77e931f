import { describe, expect, test } from 'vitest'
import { planOf } from '../../src/plan/plan.ts'
import { plannedBody } from '../../src/plan/planned-body.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { incidentOf, realiserOf } from '../article/realise.ts'

const { news } = realiserOf('fr')

/** The first keys of what a body tells, by move. */
function bodyOf(text: string): Readonly<Record<string, string[]>> {
  const story = storyOf(incidentOf(`${OVER}${text}`))
  const moves = plannedBody(story, planOf(story, news, 'BE'))
  return Object.fromEntries(
    Object.entries(moves).map(([move, facts]) => [move, facts.map(({ keys }) => keys[0] ?? '')]),
  )
}

const OVER =
  'state: resolved\nkind: outage\nas_of: 2026-03-10T15:00\ncompany: orion-telecom\nservices: mobile-data\nstarted: 2026-03-10T13:00\nended: 2026-03-10T14:00\n'

describe('topics are not torn', () => {
  test('that the cause is not known stands with what is ruled out', () => {
    const { cause_given: given, cause_unknown: unknown } = bodyOf(
      'cause: unknown\nattack: { status: denied, by: orion-telecom }\n',
    )
    expect(given).toHaveLength(1)
    expect(unknown).toEqual([])
  })

  test('of several figures one that stands high brings the others', () => {
    const { high, counts } = bodyOf(
      'counts: [{ source: orion-telecom, unit: calls, outcome: lost, value: 900000 }, { source: enisa, unit: calls, outcome: lost, value: 800000 }, { source: enisa, unit: complaints, value: 12 }]\nangle: state\n',
    )
    expect(high?.filter(key => key.startsWith('counts.')).length).toBeGreaterThan(1)
    expect(counts).toEqual([])
  })
})
