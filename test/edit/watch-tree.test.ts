import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TreeWatch, watchTree } from '../../src/edit/watch-tree.ts'

let root: string
let seen: Set<string>
let watching: TreeWatch
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-watch-'))
  mkdirSync(join(root, 'content/2026'), { recursive: true })
  writeFileSync(join(root, 'content/2026/a.yaml'), '')
  seen = new Set()
  watching = watchTree(root, ['content', 'nowhere'], path => seen.add(path))
})
afterEach(() => {
  watching.close()
  rmSync(root, { recursive: true, force: true })
})

const saved = (path: string) => writeFileSync(join(root, path), 'x')

test('a file that is saved, made, or put in the place of another is named', async () => {
  saved('content/2026/a.yaml')
  await expect.poll(() => [...seen]).toContain('content/2026/a.yaml')
  saved('content/b.yaml')
  await expect.poll(() => [...seen]).toContain('content/b.yaml')
  seen.clear()
  saved('content/2026/.a.new')
  renameSync(join(root, 'content/2026/.a.new'), join(root, 'content/2026/a.yaml'))
  await expect.poll(() => [...seen]).toContain('content/2026/a.yaml')
  seen.clear()
  // Many a watch loses a file that was replaced.
  saved('content/2026/a.yaml')
  await expect.poll(() => [...seen]).toContain('content/2026/a.yaml')
})

test('a folder that is made is watched from then on', async () => {
  mkdirSync(join(root, 'content/2027'))
  await expect.poll(() => [...seen]).toContain('content/2027')
  saved('content/2027/c.yaml')
  await expect.poll(() => [...seen]).toContain('content/2027/c.yaml')
})

test('what an editor’s program keeps beside a file is passed over', async () => {
  for (const name of ['.a.yaml.swp', 'a.yaml~', 'a.tmp', 'a.swp']) saved(`content/${name}`)
  saved('content/last.yaml')
  await expect.poll(() => [...seen]).toContain('content/last.yaml')
  expect([...seen]).toEqual(['content/last.yaml'])
})
