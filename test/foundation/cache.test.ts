import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cached } from '../../src/foundation/cache.ts'
import { openWorkspace, workspaceOf } from '../../src/foundation/workspace.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-cache-'))
  writeFileSync(join(root, 'a.yaml'), 'a')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** How often the result was computed when it was asked for twice, with a change between. */
function computed(change: () => void, more = ['', ''], value: unknown = { found: 1 }): number {
  let times = 0
  for (const [nth, about] of more.entries()) {
    if (nth === 1) change()
    const grounds = { paths: ['a.yaml', 'b.yaml'], rooms: ['foundation'], more: about }
    const found = cached(openWorkspace(root), 'names', grounds, () => {
      times += 1
      return value
    })
    expect(found).toEqual(value)
  }
  return times
}

const stored = () => join(root, '.depeche/names.json')

test.each<[string, () => void, number]>([
  ['nothing changed', () => {}, 1],
  ['another file came', () => writeFileSync(join(root, 'c.yaml'), 'c'), 1],
  ['a file changed', () => writeFileSync(join(root, 'a.yaml'), 'b'), 2],
  ['a file went', () => rmSync(join(root, 'a.yaml')), 2],
  ['a file came that was absent', () => writeFileSync(join(root, 'b.yaml'), ''), 2],
  ['what was stored is spoilt', () => writeFileSync(stored(), '{'), 2],
  [
    'what was stored has another shape',
    () => writeFileSync(stored(), JSON.stringify({ key: JSON.parse(readFileSync(stored(), 'utf8')).key })),
    2,
  ],
])('is computed anew only when it has to be: %s', (_, change, times) => expect(computed(change)).toBe(times))

test('is computed anew when something else it depends on changed', () => {
  expect(computed(() => {}, ['one', 'two'])).toBe(2)
})

test('is computed each time where nothing can be stored', () => {
  writeFileSync(join(root, '.depeche'), 'a file')
  expect(computed(() => {})).toBe(2)
  rmSync(join(root, '.depeche'))
  mkdirSync(stored(), { recursive: true })
  expect(computed(() => {})).toBe(2)
})

test('of a workspace of strings nothing is stored', () => {
  let times = 0
  const count = () => cached(workspaceOf({}), 'of-strings', { paths: [], rooms: [] }, () => ++times)
  expect([count(), count()]).toEqual([1, 2])
  expect(existsSync('.depeche/of-strings.json')).toBe(false)
})
