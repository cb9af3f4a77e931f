import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { spawned } from '../cli/depeche.ts'
import { newsroom, repository } from '../site/sample-newsroom.ts'

/** The sample newsroom of the repository, in a folder of its own. */
function sample() {
  const here = newsroom()
  cpSync(join(repository, 'content'), join(here.root, 'content'), { recursive: true })
  return here
}

test('the same newsroom gives the same bytes, whatever the machine’s zone and language', () => {
  const NOW = ['--now', '2030-01-01T00:00Z']
  const places = [sample(), sample(), sample()]
  const environments: Record<string, string>[] = [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
  ]
  const [first, ...others] = places.map((place, nth) => {
    const { status, err } = spawned(place.root, ['build', ...NOW], environments[nth])
    expect(status, err).toBe(0)
    return place.tree('dist')
  })
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(50)
  for (const other of others) expect(other).toEqual(first)
})
