import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lock } from '../../src/foundation/lock.ts'

let root = ''
let file = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-lock-'))
  file = join(root, 'place', 'lock')
})
afterEach(() => rmSync(root, { recursive: true }))

/** Leaves a lock as another process would. */
const left = (pid: number, host = hostname()) => writeFileSync(file, JSON.stringify({ pid, host }))

const taken = () => {
  const own = lock(file)
  if ('holder' in own) throw new Error(`held by ${own.holder.pid}`)
  return own
}

test('one at a time', () => {
  const first = taken()
  expect(lock(file)).toEqual({ holder: { pid: process.pid, host: hostname() } })
  first.release()
  expect(existsSync(file)).toBe(false)
  taken().release()
})

test('of the living it is respected, and of another machine', () => {
  taken().release()
  left(process.ppid)
  expect(lock(file)).toEqual({ holder: { pid: process.ppid, host: hostname() } })
  left(2 ** 22 + 1, 'elsewhere')
  expect(lock(file)).toEqual({ holder: { pid: 2 ** 22 + 1, host: 'elsewhere' } })
})

test('of the dead it is taken over, though they had our number', () => {
  taken().release()
  for (const pid of [2 ** 22 + 1, process.pid]) {
    left(pid)
    taken().release()
  }
  expect(existsSync(file)).toBe(false)
})

test('what a killed process left beside it is cleared away, of the living it is left', () => {
  taken().release()
  const names = [`.${2 ** 22 + 1}.0123456789ab.new`, `lock.stale.${2 ** 22 + 1}`, `.${process.ppid}.0123456789ab.new`]
  for (const name of [...names, 'pending.json']) writeFileSync(join(root, 'place', name), '')
  taken().release()
  expect(readdirSync(join(root, 'place')).sort()).toEqual([names[2], 'pending.json'])
})
