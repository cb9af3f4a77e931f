import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { depeche } from '../cli/depeche.ts'
import { newsroom } from '../site/sample-newsroom.ts'
import { samples } from './feed-contract.ts'

const FEED = join(samples, 'statuspage.json')
const DRAFT = 'content/incidents/2026/2026-03-02-orion-orion-mail-is-slow.yaml'

const room = () => newsroom({ 'content/incidents/README.md': '' })
const intake = (root: string, ...args: string[]) => depeche(root, ['--lang', 'en', 'intake', ...args])

/** The feed after it has moved on. */
function movedOn(root: string, change: (text: string) => string): string {
  const file = join(root, 'feed.json')
  writeFileSync(file, change(readFileSync(FEED, 'utf8')))
  return file
}

test('drafts are made once, and tell two articles', async () => {
  const { root } = room()
  const first = await intake(root, FEED)
  expect(first.status).toBe(0)
  expect(first.out).toContain(`new  ${DRAFT}`)
  const text = readFileSync(join(root, DRAFT), 'utf8')
  expect(text).toContain('draft: true')
  expect(text).toContain('service: orion-mail')
  expect(text).toContain('text: Some customers cannot send mail. We are looking into it.')
  const again = await intake(root, FEED)
  expect(again.out).toBe('')
  expect(readFileSync(join(root, DRAFT), 'utf8')).toBe(text)
  const { err, status } = await depeche(root, ['--lang', 'en', 'check'])
  expect(status, err).toBe(0)
  for (const edition of ['fr', 'en']) {
    const { out } = await depeche(root, ['show', '2026-03-02-orion-orion-mail-is-slow', '--edition', edition])
    expect(out).toContain('Some customers cannot send mail')
  }
})

test('a dry run writes nothing', async () => {
  const { root } = room()
  const { out } = await intake(root, FEED, '--dry-run')
  expect(out).toContain('new  ')
  expect((await intake(root, FEED)).out).toContain('new  ')
})

test('what an editor changed stays, and what the feed says anew is taken', async () => {
  const { root } = room()
  await intake(root, FEED)
  const file = join(root, DRAFT)
  const edited = readFileSync(file, 'utf8').replace('company: orion', 'company: orion  # asked')
  writeFileSync(file, edited.replace('impact: degraded', 'impact: slow'))
  const feed = movedOn(root, text => text.replaceAll('2026-03-02T10:00:00', '2026-03-02T10:20:00'))
  const { out } = await intake(root, feed)
  expect(out).toContain('as_of, ended')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('2026-03-02T10:20Z')
  expect(text).toContain('impact: slow')
  expect(text).toContain('# asked')
})

test('a conflict is shown with both values, and nothing is changed', async () => {
  const { root } = room()
  await intake(root, FEED)
  const file = join(root, DRAFT)
  const edited = readFileSync(file, 'utf8').replace('2026-03-02T10:00Z, source', '2026-03-02T09:50Z, source')
  writeFileSync(file, edited)
  const { out } = await intake(
    root,
    movedOn(root, text => text.replace('"resolved_at": "2026-03-02T10:00:00', '"resolved_at": "2026-03-02T09:55:00')),
  )
  expect(out).toContain('conflict')
  expect(out).toMatch(/ended: here .*09:50Z.*in the feed .*09:55Z/)
  expect(readFileSync(file, 'utf8')).toContain('09:50Z')
})

test('a story that is no draft gets a proposal, never a change', async () => {
  const { root } = room()
  await intake(root, FEED)
  const file = join(root, DRAFT)
  const published = readFileSync(file, 'utf8').replace('draft: true\n', '')
  writeFileSync(file, published)
  const { out } = await intake(
    root,
    movedOn(root, text => text.replaceAll('T10:00:00', 'T10:20:00')),
  )
  expect(out).toContain('proposal')
  expect(readFileSync(file, 'utf8')).toBe(published)
})
