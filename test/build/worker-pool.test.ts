import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MANY, openWorker } from '../../src/build/worker-pool.ts'
import { makeNewsroom } from '../../tools/bench/bench-workspace.ts'
import { spawned } from '../cli/depeche.ts'
import { newsroom, repository } from '../site/sample-newsroom.ts'

/** Invented incidents of every kind, among them a file that cannot be read and two that claim one address. */
function invented() {
  const here = newsroom()
  rmSync(join(here.root, 'content'), { recursive: true })
  const made = makeNewsroom(repository, here.root, 11, 60).map(({ path }) => path)
  const [broken = '', first = '', second = ''] = [made[30], made[10], made[50]]
  here.write(broken, 'services: [instagram\n')
  for (const path of [first, second]) here.write(path, `${here.read(path)}slug: the-same\n`)
  return here
}

/** The same among plain ones: enough that a build takes threads. */
function large() {
  const here = invented()
  for (let nth = 0; nth < MANY; nth += 1)
    here.write(
      `content/incidents/2026/2026-03-02-orion-${nth}.yaml`,
      'state: ongoing\nas_of: 2026-03-02T11:30\nservices: instagram\n',
    )
  return here
}

const build = ['build', '--now', '2030-01-01T00:00Z']

describe('a build in several threads', () => {
  test('gives the same bytes, the same messages and the same memory of them', () => {
    const here = large()
    const [alone, shared] = ['1', '3'].map(count => {
      const { status, err } = spawned(here.root, [...build, '--threads', count, '--out', `out${count}`])
      const messages = err.replaceAll(`out${count}`, 'out')
      return { status, messages, tree: relative(here.tree(`out${count}`)), manifest: here.read(manifestOf(count)) }
    })
    expect(alone?.status).toBe(1)
    expect(alone?.messages).toContain('the-same')
    expect(Object.keys(alone?.tree ?? {}).length).toBeGreaterThan(1000)
    expect(shared).toEqual(alone)
  })

  test('that cannot start is done without them', async () => {
    const here = invented()
    // From its sources the program has no compiled thread to start.
    let opened = 0
    const threads = (_: number, brief: object) => {
      opened += 1
      return [openWorker({ ...brief, defaults: repository } as Parameters<typeof openWorker>[0])]
    }
    const alone = await here.build({ out: 'alone' })
    const report = await here.build({ out: 'helped', threads })
    expect(opened).toBe(1)
    expect(report).toEqual(alone)
    expect(relative(here.tree('helped'))).toEqual(relative(here.tree('alone')))
  })

  test('that the system has no threads for is done without them', async () => {
    // What cannot be handed over fails where a thread that cannot be had does.
    const writer = openWorker({ root: () => '' } as never)
    await expect(writer.realise([])).rejects.toThrow()
    await writer.close()
  })

  test('stops at the first file that cannot be written', async () => {
    const here = newsroom()
    await here.build()
    const before = here.tree('dist')
    makeNewsroom(repository, here.root, 11, 60)
    let done = 0
    const failing = here.build({
      progress: nth => {
        done = nth
      },
      threads: (_, { staging }) => {
        writeFileSync(join(staging, 'markdown'), '')
        return []
      },
    })
    await expect(failing).rejects.toThrow('markdown')
    expect(done).toBeLessThan(10)
    expect(here.tree('dist')).toEqual(before)
  })

  test('takes no other number than it can', () => {
    const { status, err } = spawned(newsroom().root, [...build, '--threads', '0'])
    expect(status).toBe(64)
    expect(err).toContain('--threads')
  })
})

const manifestOf = (count: string) => `.depeche/out${count}/manifest.json`

/** A tree without the name of its folder. */
function relative(tree: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).map(([path, text]) => [path.slice(path.indexOf('/')), text]))
}
