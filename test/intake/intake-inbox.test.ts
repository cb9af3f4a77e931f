import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { decideInbox, inboxItems, inboxSize } from '../../src/intake/intake-inbox.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { depeche } from '../cli/depeche.ts'
import { newsroom } from '../site/sample-newsroom.ts'
import { samples } from './feed-contract.ts'
import { openProgram } from './program-files.ts'

const FEED = join(samples, 'statuspage.json')
const DRAFT = 'content/incidents/2026/2026-03-02-orion-orion-mail-is-slow.yaml'
const KEY = 'orion/abc123'

const room = () => newsroom({ 'content/incidents/README.md': '' })
const intake = (root: string, file: string) => depeche(root, ['--lang', 'en', 'intake', file])

/** The newsroom as it is on the disk now. */
function opened(root: string) {
  const { service } = openIncidentService(withDefaults(openWorkspace(root), openProgram()))
  if (!service) throw new Error('no newsroom')
  return service
}

/** The feed after its end has moved. */
function movedOn(root: string, hour = '10:20'): string {
  const file = join(root, `feed-${hour.replace(':', '')}.json`)
  writeFileSync(file, readFileSync(FEED, 'utf8').replaceAll('2026-03-02T10:00:00', `2026-03-02T${hour}:00`))
  return file
}

const edit = (root: string, change: (text: string) => string) =>
  writeFileSync(join(root, DRAFT), change(readFileSync(join(root, DRAFT), 'utf8')))

test('a new draft waits until it is taken, with all that it says', async () => {
  const { root } = room()
  await intake(root, FEED)
  const service = opened(root)
  const items = inboxItems(service, await service.inEditions())
  expect(items.map(({ action }) => action)).toEqual(['new', 'new'])
  const [, mail] = [...items].sort((one, other) => (one.id < other.id ? 1 : -1))
  expect(mail?.key).toBe(KEY)
  expect(mail?.prose.map(({ edition }) => edition)).toEqual(service.newsroom.site.editions)
  expect(mail?.prose[0]?.changes.every(({ gone, come }) => gone === undefined && come !== undefined)).toBe(true)
  expect(decideInbox(service, KEY, 'take')).toBe(true)
  expect(decideInbox(service, KEY, 'take')).toBe(false)
  expect(inboxSize(service)).toBe(1)
  expect(existsSync(join(root, DRAFT))).toBe(true)
})

test('a new draft that is dropped is gone, and not made again', async () => {
  const { root } = room()
  await intake(root, FEED)
  decideInbox(opened(root), KEY, 'drop')
  expect(existsSync(join(root, DRAFT))).toBe(false)
  expect((await intake(root, FEED)).out).not.toContain(DRAFT)
  expect(existsSync(join(root, DRAFT))).toBe(false)
})

test('a change that is dropped goes back to what was, and is not made again', async () => {
  const { root } = room()
  await intake(root, FEED)
  decideInbox(opened(root), KEY, 'take')
  const before = readFileSync(join(root, DRAFT), 'utf8')
  await intake(root, movedOn(root))
  const service = opened(root)
  const item = inboxItems(service, await service.inEditions()).find(({ key }) => key === KEY)
  expect(item?.action).toBe('changed')
  expect(item?.prose[0]?.changes.some(({ gone, come }) => gone !== undefined && come !== undefined)).toBe(true)
  decideInbox(service, KEY, 'drop')
  expect(readFileSync(join(root, DRAFT), 'utf8')).toBe(before)
  await intake(root, movedOn(root))
  expect(readFileSync(join(root, DRAFT), 'utf8')).toBe(before)
})

test.each(['take', 'drop'] as const)('where editor and feed differ, one click says who is right: %s', async verb => {
  const { root } = room()
  await intake(root, FEED)
  decideInbox(opened(root), KEY, 'take')
  edit(root, text => text.replace(/^ended:.*$/m, 'ended: 2026-03-02T09:50Z  # we asked'))
  await intake(root, movedOn(root))
  const service = opened(root)
  const items = inboxItems(service, await service.inEditions())
  expect(items.find(({ key }) => key === KEY)?.action).toBe('conflict')
  decideInbox(service, KEY, verb)
  const text = readFileSync(join(root, DRAFT), 'utf8')
  if (verb === 'take') expect(text).toContain('2026-03-02T10:20Z')
  else expect(text).toContain('ended: 2026-03-02T09:50Z  # we asked')
  expect((await intake(root, movedOn(root))).out).not.toContain('conflict')
  expect(inboxItems(opened(root), await service.inEditions()).some(({ key }) => key === KEY)).toBe(false)
})

test('a published story is only offered a change', async () => {
  const { root } = room()
  await intake(root, FEED)
  edit(root, text => text.replace('draft: true\n', ''))
  const before = readFileSync(join(root, DRAFT), 'utf8')
  await intake(root, movedOn(root))
  const service = opened(root)
  expect(readFileSync(join(root, DRAFT), 'utf8')).toBe(before)
  const items = inboxItems(service, await service.inEditions())
  expect(items.find(({ key }) => key === KEY)?.action).toBe('proposal')
  decideInbox(service, KEY, 'take')
  expect(readFileSync(join(root, DRAFT), 'utf8')).toContain('2026-03-02T10:20Z')
})
