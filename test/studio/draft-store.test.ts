import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftsOf, forgetDraft, keepDraft } from '../../src/studio/draft-store.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-drafts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const id = '2026-01-02-orion'
const draft = (tab: string, text: string) => ({ tab, text, base: 'v1', baseText: 'state: ongoing\n' })

test('each tab has a draft of its own, the latest first, and the last one of each is kept', () => {
  keepDraft(root, id, draft('aaaaaaaa', 'one'), '2026-01-02T10:00:00.000Z')
  keepDraft(root, id, draft('bbbbbbbb', 'two'), '2026-01-02T10:00:01.000Z')
  keepDraft(root, id, draft('aaaaaaaa', 'one more'), '2026-01-02T10:00:02.000Z')
  expect(draftsOf(root, id).map(({ text }) => text)).toEqual(['one more', 'two'])
  expect(draftsOf(root, '2026-01-02-other')).toEqual([])
  forgetDraft(root, id, 'aaaaaaaa')
  forgetDraft(root, id, 'aaaaaaaa')
  expect(draftsOf(root, id).map(({ text }) => text)).toEqual(['two'])
})

test('a draft that is broken or none of ours is passed over and stays', () => {
  keepDraft(root, id, draft('aaaaaaaa', 'one'), '2026-01-02T10:00:00.000Z')
  const folder = join(root, '.depeche/studio/drafts', id)
  writeFileSync(join(folder, 'cccccccc.json'), '{"tab":')
  writeFileSync(join(folder, 'dddddddd.json'), '{"tab":1}')
  expect(draftsOf(root, id).map(({ text }) => text)).toEqual(['one'])
  expect(readdirSync(folder)).toHaveLength(3)
})

test.each([
  ['../../content', 'aaaaaaaa'],
  ['2026/../..', 'aaaaaaaa'],
  ['', 'aaaaaaaa'],
  [id, '../evil'],
  [id, ''],
  [id, '__proto__'],
])('nothing is written for the names %j and %j', (one, tab) => {
  expect(keepDraft(root, one, draft(tab, 'x'), '2026-01-02T10:00:00.000Z')).toBe(false)
  expect(forgetDraft(root, one, tab)).toBe(false)
  expect(draftsOf(root, one)).toEqual([])
  expect(existsSync(join(root, '.depeche'))).toBe(false)
})
