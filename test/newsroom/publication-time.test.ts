import { expect, test } from 'vitest'
import { isPublic, publicFrom } from '../../src/newsroom/publication-time.ts'

test.each([
  ['nothing holds it back', {}, true, true],
  ['it is a draft', { draft: true }, false, false],
  ['it is a draft with an hour', { draft: true, publish_at: 5 }, false, false],
  ['its hour is to come', { publish_at: 10 }, false, true],
  ['its embargo is to end', { embargo: 10 }, false, true],
  ['its hour is past and its embargo is not', { publish_at: 5, embargo: 10 }, false, true],
  ['its embargo is past and its hour is not', { publish_at: 10, embargo: 5 }, false, true],
])('where %s it is public before the tenth minute: %j', (_, publication, before, from) => {
  const held = { draft: false, ...publication } as Parameters<typeof publicFrom>[0]
  expect([isPublic(publicFrom(held), 9), isPublic(publicFrom(held), 10)]).toEqual([before, from])
})
