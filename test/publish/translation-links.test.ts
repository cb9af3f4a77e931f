import { describe, expect, test } from 'vitest'
import type { PlanEntry } from '../../src/publish/plan-entry.ts'
import type { Post } from '../../src/publish/post.ts'
import { FACTS, hashesOf } from '../../src/publish/post-fields.ts'
import { type PublishScope, wholeNewsroom } from '../../src/publish/publish-scope.ts'
import type { Publisher, Remote } from '../../src/publish/publisher.ts'
import { reconcile } from '../../src/publish/reconcile.ts'
import { LINKS, linksOf, withLinks } from '../../src/publish/translation-links.ts'
import { postOf, remoteOf, testPublisher, withStatus } from './test-publisher.ts'

const [fr, en] = [postOf('fr'), postOf('en')]
const other = postOf('en', { id: '2026-03-03-atlas' })
const somewhere = () => ({ address: 'https://site.example/x/' })

describe('the links of a post to its translations', () => {
  test.each<[string, Post, readonly Post[], readonly string[]]>([
    ['its other edition', fr, [fr, en], ['Read in English']],
    ['not itself', fr, [fr], []],
    ['not another story', fr, [fr, other], []],
    ['not a draft, which readers cannot open', fr, [withStatus(en, 'draft')], []],
    ['not one that waits', fr, [withStatus(en, 'scheduled')], []],
    ['a draft, from a draft', withStatus(fr, 'draft'), [withStatus(en, 'draft')], ['Read in English']],
    ['one that can be read already, from a draft', withStatus(fr, 'draft'), [en], ['Read in English']],
    [
      'in the order of the editions',
      postOf('fr', { edition: 'nl' }),
      [fr, en],
      ['Read in English', 'Lire en français'],
    ],
  ])('are %s', (_, post, siblings, labels) => {
    expect(linksOf(post, siblings, somewhere).map(({ label }) => label)).toEqual(labels)
  })

  test('leave out what will not exist, and keep what has no address yet', () => {
    expect(linksOf(fr, [en], () => undefined)).toEqual([])
    expect(linksOf(fr, [en], () => ({ address: undefined }))).toEqual([
      { edition: 'en', lang: 'en-GB', label: 'Read in English', address: undefined },
    ])
  })
})

interface Case {
  readonly publisher?: Publisher
  /** What was written last, as links of the French post. */
  readonly links?: string
  /** As a person left them. */
  readonly theirs?: string
  readonly english?: Partial<Remote> | 'absent'
  readonly post?: Post
  readonly scope?: Partial<PublishScope>
  /** Whether the French post says that its facts are as they were. */
  readonly marked?: boolean
}

const predicting = testPublisher()
const asking = testPublisher({ predicts: false })
const PREDICTED = '[Read in English](https://site.example/en/orion-outage/)'
const THERE = '[Read in English](https://site.example/?p=en)'

/** The plan for the French post, which is there, after the links. */
function planned({
  publisher = predicting,
  links = '',
  theirs = links,
  english = {},
  post = en,
  scope = {},
  marked = false,
}: Case): PlanEntry {
  const input = { publisher, remembered: () => undefined, scope: { ...wholeNewsroom, ...scope } }
  const facts = marked ? { [FACTS]: fr.facts } : {}
  const wrote = { ...hashesOf(publisher.wanted(fr, [])), ...hashesOf({ links }), ...facts }
  const here = remoteOf(publisher, fr, { links: theirs }, { wrote })
  const there = english === 'absent' ? undefined : remoteOf(publisher, en, {}, english)
  const entries = [reconcile(fr, here, input), reconcile(post, there, input)]
  return withLinks(entries[0] as PlanEntry, entries, publisher, input.scope)
}

describe('links are written', () => {
  test.each<[string, Case, string | undefined]>([
    ['when the translation is there', {}, PREDICTED],
    ['when it will be created at an address that is known', { english: 'absent' }, PREDICTED],
    [
      'without an address, to be mended, where it is not known yet',
      { publisher: asking, english: 'absent' },
      '[Read in English]()',
    ],
    ['with the address it has there', { publisher: asking }, THERE],
    [
      'without an address where the translation moves',
      { publisher: asking, post: postOf('en', { slug: 'other' }) },
      '[Read in English]()',
    ],
    ['again when the address is another', { links: '[Read in English](old)' }, PREDICTED],
    [
      'again though a person changed them, since ours changed too',
      { links: '[Read in English](old)', theirs: 'x' },
      PREDICTED,
    ],
    ['as none when the translation is in the trash', { links: PREDICTED, english: { status: 'removed' } }, ''],
    ['as none when the translation is somebody else’s', { links: PREDICTED, english: { ours: false } }, ''],
    ['not when they are there already', { links: PREDICTED }, undefined],
    ['not to what this publish does not create', { english: 'absent', scope: { editions: ['fr'] } }, undefined],
    ['but to what is there, in whatever scope', { scope: { editions: ['fr'] } }, PREDICTED],
  ])('%s, whether the facts are known to be the same or not', (_, one, links) => {
    for (const marked of [false, true]) {
      const { action, fields } = planned({ ...one, marked })
      expect(fields.find(({ name }) => name === LINKS)?.ours).toBe(links)
      expect(action).toBe(links === undefined ? 'unchanged' : 'update')
    }
  })

  test('not for other words alone, unless they are asked for', () => {
    const links = PREDICTED.replace('Read in', 'In')
    expect(planned({ links, marked: true })).toMatchObject({ action: 'reworded', wording: true })
    expect(planned({ links, marked: true, scope: { wording: true } }).action).toBe('update')
  })

  test('never into a post that is new, or in conflict: they come with it, or not at all', () => {
    const input = { publisher: predicting, remembered: () => undefined, scope: wholeNewsroom }
    for (const remote of [undefined, remoteOf(predicting, fr, {}, { ours: false })]) {
      const entry = reconcile(fr, remote, input)
      expect(withLinks(entry, [entry, reconcile(en, remoteOf(predicting, en), input)], predicting, wholeNewsroom)).toBe(
        entry,
      )
    }
  })
})
