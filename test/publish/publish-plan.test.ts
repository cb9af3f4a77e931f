import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hexDigestOf } from '../../src/foundation/digest.ts'
import { preparePlan } from '../../src/publish/execute-plan.ts'
import { folder } from '../../src/publish/folder.ts'
import { openJournal } from '../../src/publish/journal.ts'
import { type PostCandidate, readyAt } from '../../src/publish/post.ts'
import { verdictOf } from '../../src/publish/post-fields.ts'
import { wholeNewsroom } from '../../src/publish/publish-scope.ts'
import { changesSince, readPlan, savePlan } from '../../src/publish/saved-plan.ts'
import { sentenceChanges } from '../../src/publish/sentence-diff.ts'
import { actionsOf, sync } from './contract.ts'
import { NOW, offer, story } from './fixture.ts'
import { memoryJournal } from './memory-journal.ts'

const inFolder = async (work: (root: string) => Promise<void>) => {
  const root = mkdtempSync(join(tmpdir(), 'depeche-plan-'))
  try {
    await work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const site = (root: string) => folder({ name: 'site', folder: root, place: 'site', dialect: 'hugo', make: true })

describe('three versions of a field', () => {
  test.each([
    ['nobody changed it', 'a', 'a', 'a', 'same'],
    ['both made the same change', 'b', 'b', 'a', 'same'],
    ['only we changed it', 'b', 'a', 'a', 'write'],
    ['only they changed it', 'a', 'b', 'a', 'kept'],
    ['both changed it', 'b', 'c', 'a', 'conflict'],
  ])('%s: ours %s, theirs %s, last %s: %s', (_, ours, theirs, last, verdict) => {
    expect(verdictOf(ours, theirs, hexDigestOf(last))).toBe(verdict)
  })

  test('what we wrote last is not known: a difference is a conflict, an empty field is filled', () => {
    expect(verdictOf('a', 'b', undefined)).toBe('conflict')
    expect(verdictOf('a', '', undefined)).toBe('write')
  })

  test('a hand edit is never written over', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (ours, theirs, last) => {
        if (verdictOf(ours, theirs, hexDigestOf(last)) === 'write') expect(theirs).toBe(last)
      }),
    )
  })
})

describe('sentences', () => {
  test('are compared one by one, where the language ends them', () => {
    expect(sentenceChanges('Une panne. Elle dure.', 'Une panne. Elle est finie.\nMerci.', 'fr')).toEqual([
      { kind: 'same', text: 'Une panne.' },
      { kind: 'gone', text: 'Elle dure.' },
      { kind: 'new', text: 'Elle est finie.' },
      { kind: 'new', text: 'Merci.' },
    ])
  })

  test('kept and gone make the old text, kept and new the new one', () => {
    const texts = fc.array(fc.constantFrom('A.', 'B.', 'C.', 'D.'), { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = sentenceChanges(before.join('\n'), after.join('\n'), 'en')
        expect(changes.filter(({ kind }) => kind !== 'new').map(({ text }) => text)).toEqual(before)
        expect(changes.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)).toEqual(after)
      }),
    )
  })
})

describe('what may leave', () => {
  test.each([
    ['an embargo to come', { embargo: NOW + 1 }, undefined],
    ['an embargo gone by', { embargo: NOW }, 'published'],
    ['an appointment to come', { publish_at: NOW + 1 }, 'scheduled'],
    ['an appointment gone by', { publish_at: NOW - 1 }, 'published'],
    ['an embargo before the appointment', { embargo: NOW + 1, publish_at: NOW + 2 }, undefined],
  ])('%s', (_, dates, status) => {
    const { posts, held } = readyAt([offer('fr', {}, dates)], NOW)
    expect(posts[0]?.status).toBe(status)
    expect(held).toHaveLength(status ? 0 : 1)
  })

  test('a scheduled story waits where nothing can keep an appointment, and is not taken down meanwhile', () =>
    inFolder(async root => {
      await sync(site(root), [offer('fr')])
      const { plan } = await sync(site(root), [offer('fr', {}, { publish_at: NOW + 1000 })])
      expect(plan.held).toEqual(['2026-03-02-orion.fr'])
      expect(actionsOf(plan)).toEqual([])
    }))

  test('articles with errors and files that cannot be read are neither published nor taken down', () =>
    inFolder(async root => {
      await sync(site(root), [...story('a-1'), ...story('b-2')])
      const withheld = new Set(['a-1.fr', 'a-1.en'])
      const { plan } = await sync(site(root), [...story('a-1', { body: ['x'] })], {
        withheld,
        unread: new Set(['b-2']),
      })
      expect(actionsOf(plan)).toEqual([])
    }))
})

describe('a saved plan', () => {
  const choices = { now: new Date(NOW).toISOString(), only: [], editions: [], overwrite: [], removals: 5 }
  const planFor = async (root: string, offers: readonly PostCandidate[]) => {
    const { plan } = await preparePlan(offers, NOW, site(root), memoryJournal(), wholeNewsroom)
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
      await sync(site(root), story())
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

describe('the journal', () => {
  test('the journal keeps our last texts and a line per step', () =>
    inFolder(async root => {
      const journal = openJournal(root, () => '2026-03-02T12:00:00Z')
      await sync(site(join(root, 'site')), [offer('fr')], {}, { ...memoryJournal(), ...journal })
      expect(openJournal(root, () => '').remembered('2026-03-02-orion.fr')?.title).toBe('Orion : la panne est terminée')
      journal.forget('2026-03-02-orion.fr')
      expect(journal.remembered('2026-03-02-orion.fr')).toBeUndefined()
    }))
})
