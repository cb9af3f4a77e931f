import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { depeche, killed } from '../cli/depeche.ts'
import { incidentText, newsroom, type Place } from '../site/sample-newsroom.ts'

const NOW = ['--now', '2030-01-01']
const fileOf = (nth: number) => `content/incidents/2026/2026-03-02-orion-${nth}.yaml`

/** A newsroom of some incidents, of which each version has another end. */
function many(count: number, hour: string): Place {
  return newsroom(Object.fromEntries(Array.from({ length: count }, (_, nth) => [fileOf(nth), text(hour)])))
}

const text = (hour: string) => incidentText({ ended: `2026-03-02T${hour}` })

describe('a build that is killed', () => {
  test('leaves the old output or the new, and the next build ends its work', { timeout: 180_000 }, async () => {
    const count = 80
    const here = many(count, '10:00')
    expect((await depeche(here.root, ['build', ...NOW])).status).toBe(0)
    const old = here.tree('dist')
    const change = (hour: string) => {
      for (let nth = 0; nth < count; nth++) here.write(fileOf(nth), text(hour))
    }
    change('10:30')
    const other = many(count, '10:30')
    expect((await depeche(other.root, ['build', ...NOW])).status).toBe(0)
    const fresh = other.tree('dist')
    expect(fresh).not.toEqual(old)

    let killedOnce = 0
    for (let after = 150; ; after += 120) {
      const ended = await killed(here.root, ['build', ...NOW], after)
      const found = here.tree('dist')
      expect([old, fresh], `killed after ${after} ms`).toContainEqual(found)
      if (ended) break
      killedOnce++
    }
    expect(killedOnce).toBeGreaterThan(0)
    expect((await depeche(here.root, ['build', ...NOW])).status).toBe(0)
    expect(here.tree('dist')).toEqual(fresh)
    expect(leftovers(here)).toEqual([])
  })

  test('in the midst of moving in is completed by the next', async () => {
    const here = many(3, '10:00')
    const stateFiles = ['manifest.json', 'snapshot.json']
    const state = () => ({
      dist: here.tree('dist'),
      stateFolder: stateFiles.map(name => here.read(`.depeche/dist/${name}`)),
    })
    await depeche(here.root, ['build', ...NOW])
    const old = state()
    here.write(fileOf(1), text('10:30'))
    here.remove(fileOf(2))
    await depeche(here.root, ['build', ...NOW])
    const fresh = state()
    // Back to the old, and what a build leaves that was killed when it had said what it was about to do.
    here.remove('dist')
    for (const [path, content] of Object.entries(old.dist)) here.write(path, content)
    const inDist = (path: string) => path.slice('dist/'.length)
    const put = Object.keys(fresh.dist).filter(path => fresh.dist[path] !== old.dist[path])
    const gone = Object.keys(old.dist).filter(path => fresh.dist[path] === undefined)
    const pending = { kind: 'few', put: put.map(inDist), gone: gone.map(inDist), stateFiles }
    for (const [nth, name] of stateFiles.entries()) {
      here.write(`.depeche/dist/${name}`, old.stateFolder[nth] ?? '')
      here.write(`.depeche/dist/next/${name}`, fresh.stateFolder[nth] ?? '')
    }
    for (const path of put) here.write(`.depeche/dist/staging/${inDist(path)}`, fresh.dist[path] ?? '')
    here.write('.depeche/dist/pending.json', JSON.stringify(pending))
    expect(put.length * gone.length).toBeGreaterThan(0)

    const { status, err } = await depeche(here.root, ['build', ...NOW])
    expect(status).toBe(0)
    expect(err).toContain('0 files written')
    expect(here.tree('dist')).toEqual(fresh.dist)
    expect(leftovers(here)).toEqual([])
  })
})

describe('a build that fails', () => {
  test('in the midst of moving in is completed by the next', async () => {
    const here = many(2, '10:00')
    await depeche(here.root, ['build', ...NOW])
    const old = here.tree('dist')
    const other = many(3, '10:00')
    await depeche(other.root, ['build', ...NOW])
    const added = Object.keys(other.tree('dist')).find(path => path.endsWith('index.html') && !(path in old)) ?? ''
    // A file stands where a folder must be.
    here.write(dirname(added), '')
    here.write(fileOf(2), text('10:00'))
    expect((await depeche(here.root, ['build', ...NOW])).status).toBe(1)
    expect(here.tree('dist')).not.toEqual({ ...old, [dirname(added)]: '' })

    here.remove(dirname(added))
    here.remove(fileOf(2))
    expect((await depeche(here.root, ['build', ...NOW])).status).toBe(0)
    expect(here.tree('dist')).toEqual(old)
    expect(leftovers(here)).toEqual([])
  })

  test('says so when a file could be written in part only', () => {
    const here = newsroom()
    const script = `
      import { openOutput } from ${JSON.stringify(new URL('../../lib/build/output.js', import.meta.url).href)}
      const memory = process.cwd() + '/.depeche/dist'
      const output = openOutput({ out: process.cwd() + '/dist', name: 'dist', memory })
      output.commit({ gone: [], memories: { 'snapshot.json': ['x'.repeat(1500)] }, whole: true })`
    const limited = ['-c', 'ulimit -f 2; exec "$0" --input-type=module -e "$1"', process.execPath, script]
    const { status, stderr } = spawnSync('sh', limited, { cwd: here.root, encoding: 'utf8' })
    expect(stderr).toContain('EFBIG')
    expect(status).toBe(1)
    expect(here.has('.depeche/dist/snapshot.json')).toBe(false)
  })
})

/** What a build needs only while it is at work. */
function leftovers({ root }: Place): string[] {
  const stateFolder = join(root, '.depeche/dist')
  return existsSync(stateFolder)
    ? readdirSync(stateFolder).filter(name => !/^(manifest|snapshot)\.json$/.test(name))
    : []
}

test('two builds at once: one works, the other says so and leaves', { timeout: 60_000 }, async () => {
  const { spawn } = await import('node:child_process')
  const { cli } = await import('../cli/depeche.ts')
  const here = many(60, '10:00')
  const start = () =>
    new Promise<number | null>(resolve => {
      spawn(process.execPath, [cli, 'build', ...NOW], { cwd: here.root, stdio: 'ignore' }).on('exit', resolve)
    })
  const statuses = await Promise.all([start(), start()])
  expect(statuses).toContain(0)
  expect(Object.keys(here.tree('dist/markdown'))).toHaveLength(120)
  expect(leftovers(here)).toEqual([])
})
