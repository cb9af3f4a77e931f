import { expect, test } from 'vitest'
import { storyOf } from '../../src/story/story-of.ts'
import { everyCase } from '../wordings/everything.ts'

test('what an incident is called decides nothing of its story', () => {
  for (const incident of everyCase()) {
    const { incident: _, ...told } = storyOf(incident)
    const { incident: __, ...toldAgain } = storyOf({ ...incident, id: 'another' })
    expect(toldAgain).toEqual(told)
  }
})
