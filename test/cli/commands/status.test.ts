import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOTH, INCIDENT, openNewsroomFolder } from '../publishing-newsroom.ts'

let context: ReturnType<typeof openNewsroomFolder>
beforeEach(() => {
  context = openNewsroomFolder()
})
afterEach(() => rmSync(context.root, { recursive: true, force: true }))

const newer = () => context.change(/^as_of: .*$/m, 'as_of: 2024-12-11T20:10+01:00')
const byHand = () => context.change(/(?<=\n\n[\s\S]*)WhatsApp/, 'WhatsApp, as far as we know,', BOTH[0])
const gone = () => rmSync(join(context.root, INCIDENT))

test.each<[string, boolean, () => void, string, string | null]>([
  ['never published', false, () => {}, 'absent', null],
  ['as it was published', true, () => {}, 'current', 'published'],
  ['told anew since', true, newer, 'outdated', 'published'],
  ['changed there by hand', true, byHand, 'edited', 'published'],
  ['no longer in the newsroom', true, gone, 'surplus', 'published'],
])('what is %s is said to be so, and nothing is changed', async (_, isPublished, change, standing, status) => {
  if (isPublished) await context.publish()
  change()
  const before = context.posts()
  const { destinations } = JSON.parse((await context.status({ json: true })).out)
  expect(destinations[0].posts[0]).toMatchObject({ key: '2024-12-11-meta.en', standing, status })
  expect(context.posts()).toEqual(before)
})

test('for people it is a line for each article, with its address', async () => {
  await context.publish()
  const { out, status } = await context.status()
  expect(status).toBe(0)
  expect(out).toMatch(/2024-12-11-meta\.fr {2}live, up to date {2}.+\n {4}\S+meta\S*\n/)
})
