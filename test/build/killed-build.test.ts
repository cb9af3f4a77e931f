import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lock } from '../../src/foundation/lock.ts'
import { depeche, started } from '../cli/depeche.ts'
import { newsroom } from '../site/sample-newsroom.ts'
import { cutBuilds, fileOf, leftovers, many, text } from './cut-build.ts'

const NOW = ['--now', '2030-01-01']

describe('a build that is killed', () => {
  // A sample of what `npm run test:real` does at a third of all changes of the disk.
  const SAMPLE = [
    /^half writeFileSync \S+staging\/site\/\S+index\.html$/,
    /^half writeFileSync \S+pending\.json\.new$/,
    /^before renameSync \S+staging\/site\S* /,
    /^before rmSync \S+pending\.json$/,
    /^before rmSync \S+lock$/,
  ]
  test.each([
    ['file by file', false],
    ['as whole folders', true],
  ])('while %s, leaves the old output or the new, and the next build ends its work', async (_, whole) => {
    await cutBuilds(whole, cuts =>
      SAMPLE.map(one => {
        const found = cuts.findLast(({ moment, change }) => one.test(`${moment} ${change}`))
        if (!found) throw new Error(`no change of the disk is like ${one}`)
        return found
      }),
    )
  })

  test.each([['build', ...NOW], ['validate']])(
    'in the midst of moving in is completed by the next %s',
    async (...command) => {
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

      const { status, err } = await depeche(here.root, command)
      expect(here.tree('dist')).toEqual(fresh.dist)
      expect(here.has('.depeche/dist/pending.json')).toBe(false)
      if (command[0] !== 'build') return
      expect(status).toBe(0)
      expect(err).toContain('0 files written')
      expect(leftovers(here)).toEqual([])
    },
  )
})

test.each([
  ['pending.json', ''],
  ['pending.json', 'null'],
  ['manifest.json', '{"fingerprint":"a","ent'],
  ['manifest.json', ''],
  ['snapshot.json', '\u0000\u0000\u0000'],
])('a memory that is broken (%s: %j) is thrown away with a word, once', async (name, content) => {
  const here = many(2, '10:00')
  await depeche(here.root, ['build', ...NOW])
  const whole = here.tree('dist')
  here.write(`.depeche/dist/${name}`, content)
  here.write(fileOf(1), text('10:30'))
  const first = await depeche(here.root, ['build', ...NOW])
  expect(first).toMatchObject({ status: 0, err: expect.stringContaining(`.depeche/dist/${name}`) })
  here.write(fileOf(1), text('10:00'))
  const second = await depeche(here.root, ['build', ...NOW])
  expect(second.err).not.toContain('.depeche/dist/')
  expect(here.tree('dist')).toEqual(whole)
  expect(leftovers(here)).toEqual([])
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
      const stateFolder = process.cwd() + '/.depeche/dist'
      const output = openOutput({ out: process.cwd() + '/dist', name: 'dist', stateFolder })
      output.commit({ gone: [], stateFiles: { 'snapshot.json': ['x'.repeat(1500)] }, whole: true })`
    const limited = ['-c', 'ulimit -f 2; exec "$0" --input-type=module -e "$1"', process.execPath, script]
    const { status, stderr } = spawnSync('sh', limited, { cwd: here.root, encoding: 'utf8' })
    expect(stderr).toContain('EFBIG')
    expect(status).toBe(1)
    expect(here.has('.depeche/dist/snapshot.json')).toBe(false)
  })
})

test('a build beside another says so and leaves', async () => {
  const here = many(1, '10:00')
  mkdirSync(join(here.root, '.depeche/dist'), { recursive: true })
  const held = lock(join(here.root, '.depeche/dist/lock'))
  const beside = await started(here.root, ['build', ...NOW])
  expect(beside).toMatchObject({ status: 1, out: '', err: expect.stringContaining(String(process.pid)) })
  expect(here.has('dist')).toBe(false)
  if ('release' in held) held.release()
  expect(await started(here.root, ['build', ...NOW])).toMatchObject({ status: 0 })
})

test('two builds at once leave one whole output', async () => {
  const here = many(60, '10:00')
  const start = async () => (await started(here.root, ['build', ...NOW])).status
  const statuses = await Promise.all([start(), start()])
  expect(statuses).toContain(0)
  expect(Object.keys(here.tree('dist/markdown'))).toHaveLength(120)
  expect(leftovers(here)).toEqual([])
})
