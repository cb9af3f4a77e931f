import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Usage } from '../../../src/cli/usage-error.ts'
import { openNewsroomFolder } from '../publishing-newsroom.ts'

let context: ReturnType<typeof openNewsroomFolder>
beforeEach(() => {
  context = openNewsroomFolder()
})
afterEach(() => rmSync(context.root, { recursive: true, force: true }))

test('nothing of an embargoed story is said or written before its time', async () => {
  context.change(/^state: ongoing$/m, 'state: ongoing\nembargo: 2026-03-01T12:00:01Z')
  const { out, status } = await context.plan()
  expect(status).toBe(0)
  expect(out).toContain('Kept back until its time: 2024-12-11-meta.fr')
  expect(out).not.toMatch(/Instagram|Facebook/)
  await context.publish()
  expect(context.posts()).toEqual([])
  expect((await context.plan({ now: '2026-03-01T12:00:01Z' })).status).toBe(2)
})

test('a destination that is not there is wrong usage', async () => {
  await expect(context.plan({ to: 'hugp' })).rejects.toThrow(Usage)
})

test('its data for machines count what waits, by what will happen', async () => {
  const { plans, problems } = JSON.parse((await context.plan({ json: true })).out)
  expect(plans[0].counts).toEqual({ create: 2, update: 0, unchanged: 0, unpublish: 0, conflict: 0 })
  expect(problems).toEqual([])
})
