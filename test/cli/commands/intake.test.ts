import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newsroom } from '../../site/sample-newsroom.ts'
import { depeche } from '../depeche.ts'

const samples = new URL('../../intake/samples/', import.meta.url).pathname
const FEED = join(samples, 'statuspage.json')

const room = (files: Readonly<Record<string, string>> = {}) => newsroom({ 'content/incidents/README.md': '', ...files })
const intake = (root: string, ...args: string[]) => depeche(root, ['--lang', 'en', 'intake', ...args])
const madeIn = (root: string) => readdirSync(join(root, 'content/incidents'), { recursive: true, encoding: 'utf8' })

test('what is not wanted is not made', async () => {
  for (const [args, count] of [
    [['--open'], 1],
    [['--min-impact', 'critical'], 0],
    [['--service', 'network'], 1],
    [['--since', '2026-03-02T09:00Z'], 2],
    [['--since', '2026-04-01'], 0],
  ] as const) {
    const { out } = await intake(room().root, FEED, ...args)
    expect(out.split('\n').filter(line => line.startsWith('new'))).toHaveLength(count)
  }
})

test('a folder is read whole, and says what it could not read', async () => {
  const { root } = room()
  const { status, out, err } = await intake(root, samples)
  expect(status).toBe(0)
  expect(out.split('\n').filter(line => line.startsWith('new')).length).toBeGreaterThan(15)
  expect(err).toContain('it announces no disruption')
  expect((await depeche(root, ['check'])).status).toBe(0)
  expect((await intake(root, samples)).out).toBe('')
})

test('the feeds of the newsroom are read where no source is named', async () => {
  const { root } = room()
  expect((await intake(root)).status).toBe(64)
  const site = join(root, 'content/site.yaml')
  writeFileSync(
    site,
    `${readFileSync(site, 'utf8')}feeds:\n  orion: { url: orion.csv, provider: Orion, map: { title: What } }\n`,
  )
  writeFileSync(join(root, 'orion.csv'), 'id,What,start\n1,Mail is slow,2026-03-02T09:00Z\n')
  expect((await intake(root)).out).toContain('Mail is slow')
})

test('names are ids by the aliases of the newsroom', async () => {
  const { root } = room({ 'content/feed-names.yaml': 'Search: orion-mail\n' })
  await intake(root, join(samples, 'slack.json'))
  const [file = ''] = madeIn(root).filter(name => name.includes('slack'))
  expect(readFileSync(join(root, 'content/incidents', file), 'utf8')).toContain('service: orion-mail')
})

test('a command is told of what is new, and of nothing twice', async () => {
  const { root } = room()
  const script = join(root, 'told.mjs')
  writeFileSync(
    script,
    "import { appendFileSync, readFileSync } from 'node:fs'\nappendFileSync('told.txt', readFileSync(0))\n",
  )
  const command = `"${process.execPath}" told.mjs`
  await intake(root, FEED, '--notify', command)
  await intake(root, FEED, '--notify', command)
  const told = readFileSync(join(root, 'told.txt'), 'utf8').trim().split('\n')
  expect(told.map(line => (JSON.parse(line) as { action: string }).action)).toEqual(['new', 'new'])
})

test('a draft that was deleted is not made again, and one that left its feed is named once', async () => {
  const { root } = room()
  await intake(root, FEED)
  const feed = join(root, 'feed.json')
  const { scheduled_maintenances: _, ...rest } = JSON.parse(readFileSync(FEED, 'utf8')) as Record<string, unknown>
  writeFileSync(feed, JSON.stringify(rest))
  expect((await intake(root, feed)).out).toContain('no longer in the feed')
  expect((await intake(root, feed)).out).toBe('')
  for (const name of madeIn(root)) if (name.endsWith('.yaml')) rmSync(join(root, 'content/incidents', name))
  expect((await intake(root, FEED)).out).toBe('')
})

test('what is typed wrong is said', async () => {
  const { root } = room()
  mkdirSync(join(root, 'empty'))
  for (const [args, words] of [
    [['nothing.json'], 'there is no file or folder'],
    [[FEED, '--format', 'statuspag'], 'Did you mean statuspage?'],
    [[FEED, '--map', 'tilte=x'], 'Did you mean title?'],
    [[FEED, '--every', '1s'], 'no span'],
    [[FEED, '--since', 'soon'], 'soon'],
  ] as const) {
    const { status, err } = await intake(root, ...args)
    expect(status).toBe(64)
    expect(err).toContain(words)
  }
})

test('an address that may not be asked is named, with why', async () => {
  const { status, err } = await intake(room().root, 'https://127.0.0.1/feed')
  expect(status).toBe(1)
  expect(err).toContain('private network')
})
