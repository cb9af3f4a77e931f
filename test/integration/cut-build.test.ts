import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeNewsroom } from '../../tools/bench/bench-workspace.ts'
import { cutBuilds, leftovers } from '../build/cut-build.ts'
import { started } from '../cli/depeche.ts'
import { openKnife } from '../machine/kill-at-disk-change.ts'
import { newsroom, repository } from '../site/sample-newsroom.ts'

test.each([
  ['file by file', false],
  ['as whole folders', true],
])('a build killed while %s, at every third change of the disk, is completed by the next', async (_, whole) => {
  await cutBuilds(whole, cuts => cuts.filter((_, nth) => nth % 3 === 0))
})

test('a build in several threads that is killed is done by the next', async () => {
  const knife = openKnife()
  const build = ['build', '--now', '2030-01-01', '--threads', '3']
  const open = () => {
    const here = newsroom()
    rmSync(join(here.root, 'content'), { recursive: true })
    makeNewsroom(repository, here.root, 11, 155)
    return here
  }
  const model = open()
  expect(await started(model.root, build)).toMatchObject({ status: 0 })
  const whole = model.tree('dist')
  // Each thread counts its own changes: the first that comes so far ends them all.
  for (const at of [20, 90, 270, 700]) {
    const here = open()
    expect((await started(here.root, build, knife.environment(at, 'half'))).status, `${at}`).toBeNull()
    expect(here.has('dist/site'), `${at}`).toBe(false)
    expect(await started(here.root, build)).toMatchObject({ status: 0 })
    expect(here.tree('dist'), `${at}`).toEqual(whole)
    expect(leftovers(here)).toEqual([])
    here.remove('.')
  }
  knife.remove()
})
