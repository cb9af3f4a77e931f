import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  expect(plans[0].counts).toEqual({ create: 2, update: 0, unchanged: 0, reworded: 0, unpublish: 0, conflict: 0 })
  expect(problems).toEqual([])
})

/** Articles are published, and then the newsroom words one heading otherwise. */
async function publishedThenReworded(): Promise<void> {
  await context.publish()
  mkdirSync(join(context.root, 'locales/en'), { recursive: true })
  writeFileSync(
    join(context.root, 'locales/en/site.json'),
    JSON.stringify({ article: { sources: 'Where we read it' } }),
  )
}

test('other words for the same facts stand apart, and go out when they are asked for', async () => {
  await publishedThenReworded()
  const { out, status } = await context.plan()
  expect(status).toBe(0)
  expect(out).toContain('Same facts, other words (1)')
  expect(out).toContain('≈ other words  2024-12-11-meta.en')
  expect(out).toContain('+ Where we read it')
  expect((await context.status()).out).toContain('the program would tell it otherwise')
  expect((await context.publish()).out).toContain('1 article keeps its words')
  expect((await context.plan({ wording: true })).status).toBe(2)
  expect((await context.publish({ wording: true })).out).toContain('0 created, 1 updated')
  expect((await context.plan()).out).not.toContain('other words')
})

test('once the file changes, its story goes out whole', async () => {
  await publishedThenReworded()
  context.change(/^cause: unknown$/m, 'cause: { status: supposed, fr: une mise à jour, en: an update }')
  const { out, status } = await context.plan()
  expect(status).toBe(2)
  expect(out).not.toContain('Same facts')
  expect((await context.publish()).out).toContain('0 created, 2 updated')
})
