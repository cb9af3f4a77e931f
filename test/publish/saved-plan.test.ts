import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preparePlan } from '../../src/publish/execute-plan.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { wholeNewsroom } from '../../src/publish/publish-scope.ts'
import { changesSince, readPlan, savePlan } from '../../src/publish/saved-plan.ts'
import { NOW, story } from './fixture.ts'
import { inFolder, siteIn } from './in-folder.ts'
import { memoryJournal } from './memory-journal.ts'
import { sync } from './publisher-contract.ts'

describe('a saved plan', () => {
  const choices = { now: new Date(NOW).toISOString(), only: [], editions: [], overwrite: [], removals: 5 }
  const planFor = async (root: string, offers: readonly PostCandidate[]) => {
    const { plan } = await preparePlan(offers, NOW, siteIn(root), memoryJournal(), wholeNewsroom)
    if (!plan) throw new Error('no plan')
    return plan
  }

  test('comes back from disk as it was, and holds while nothing moves', () =>
    inFolder(async root => {
      const plan = await planFor(root, story())
      const saved = readPlan(JSON.stringify(savePlan(plan, choices)))
      if (!saved) throw new Error('unreadable')
      expect(changesSince(saved, await planFor(root, story()))).toEqual([])
    }))

  test.each([
    ['our article changed', 'publish/plan-stale-here', false],
    ['somebody wrote there', 'publish/plan-stale-there', true],
  ])('is refused when %s', (_, code, there) =>
    inFolder(async root => {
      await sync(siteIn(root), story())
      const saved = savePlan(await planFor(root, story()), choices)
      const path = join(root, 'content/fr/posts/2026-03-02-orion.md')
      if (there) writeFileSync(path, '---\ntitle: x\n---\n')
      const diagnostics = changesSince(
        saved,
        await planFor(root, there ? story() : story(undefined, { body: ['Autre.'] })),
      )
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set([code]))
    }),
  )

  test.each(['', '{', '[]', '{"version":2}', 'null'])('that is none (%j) is not taken for one', text => {
    expect(readPlan(text)).toBeUndefined()
  })
})
