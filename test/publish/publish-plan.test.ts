import { describe, expect, test } from 'vitest'
import { NOW, offer, story } from './fixture.ts'
import { inFolder, siteIn } from './in-folder.ts'
import { actionsOf, sync } from './publisher-contract.ts'

describe('what may leave', () => {
  test('a scheduled story waits where nothing can keep an appointment, and is not taken down meanwhile', () =>
    inFolder(async root => {
      await sync(siteIn(root), [offer('fr')])
      const { plan } = await sync(siteIn(root), [offer('fr', {}, { publish_at: NOW + 1000 })])
      expect(plan.held).toEqual(['2026-03-02-orion.fr'])
      expect(actionsOf(plan)).toEqual([])
    }))

  test('articles with errors and files that cannot be read are neither published nor taken down', () =>
    inFolder(async root => {
      await sync(siteIn(root), [...story('a-1'), ...story('b-2')])
      const withheld = new Set(['a-1.fr', 'a-1.en'])
      const { plan } = await sync(siteIn(root), [...story('a-1', { body: ['x'] })], {
        withheld,
        unread: new Set(['b-2']),
      })
      expect(actionsOf(plan)).toEqual([])
    }))
})
