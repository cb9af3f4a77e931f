import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { depeche, started } from '../cli/depeche.ts'
import { cutsAt, type DiskCut, openKnife } from '../machine/kill-at-disk-change.ts'
import { incidentText, newsroom, type Place } from '../site/sample-newsroom.ts'

const BUILD = ['build', '--now', '2030-01-01']
/** Where the nth incident stands. */
export const fileOf = (nth: number) => `content/incidents/2026/2026-03-02-orion-${nth}.yaml`
/** An incident that ends at an hour. */
export const text = (hour: string) => incidentText({ ended: `2026-03-02T${hour}` })

/** A newsroom of some incidents. */
export function many(count: number, hour: string): Place {
  return newsroom(Object.fromEntries(Array.from({ length: count }, (_, nth) => [fileOf(nth), text(hour)])))
}

/** What a build needs only while it is at work. */
export function leftovers({ root }: Place): string[] {
  const stateFolder = join(root, '.depeche/dist')
  return existsSync(stateFolder)
    ? readdirSync(stateFolder).filter(name => !/^(manifest|snapshot)\.json$/.test(name))
    : []
}

/** A newsroom that was built, and has changed since; `whole`: nothing is known of that build any more. */
async function changed(whole: boolean): Promise<Place> {
  const here = many(3, '10:00')
  expect(await depeche(here.root, BUILD)).toMatchObject({ status: 0 })
  here.write(fileOf(1), text('10:30'))
  here.remove(fileOf(2))
  if (whole) here.remove('.depeche')
  return here
}

/**
 * Builds that are killed at their changes of the disk, each in a newsroom of its own: what stands there is all of
 * the old build or all of the new one, or, where the next build knows what to complete, some files of each; and the next
 * build ends the work.
 *
 * @param whole whether folders are moved in as wholes, or files one by one
 * @param wanted which of all cuts
 */
export async function cutBuilds(
  whole: boolean,
  wanted: (cuts: readonly DiskCut[]) => readonly DiskCut[],
): Promise<void> {
  const knife = openKnife()
  try {
    const model = await changed(whole)
    const copy = () => {
      const here = newsroom()
      cpSync(model.root, here.root, { recursive: true })
      return here
    }
    const old = model.tree('dist')
    const undisturbed = copy()
    expect(await started(undisturbed.root, BUILD, knife.listing)).toMatchObject({ status: 0 })
    const fresh = undisturbed.tree('dist')
    expect(fresh).not.toEqual(old)
    const all = cutsAt(knife.changes())
    const cuts = wanted(all)
    process.stderr.write(`build: ${cuts.length} of ${all.length} cuts\n`)
    expect(cuts.length).toBeGreaterThan(2)
    const cut = async ({ at, change, moment }: DiskCut) => {
      const when = `${moment} ${at}: ${change}`
      const here = copy()
      expect((await started(here.root, BUILD, knife.environment(at, moment))).status, when).toBeNull()
      const found = here.tree('dist')
      const foreign = Object.keys(found).filter(path => found[path] !== old[path] && found[path] !== fresh[path])
      expect(foreign, when).toEqual([])
      if (!here.has('.depeche/dist/pending.json')) expect([old, fresh], when).toContainEqual(found)
      expect(await depeche(here.root, BUILD), when).toMatchObject({ status: 0 })
      expect(here.tree('dist'), when).toEqual(fresh)
      expect(leftovers(here), when).toEqual([])
      here.remove('.')
    }
    // Two at a time: most machines have two processors.
    await Promise.all(
      [0, 1].map(async half => {
        for (const one of cuts.filter((_, nth) => nth % 2 === half)) await cut(one)
      }),
    )
  } finally {
    knife.remove()
  }
}
