import { describe, expect, test } from 'vitest'
import { hashesOf, marksOf, type PostFields, REMOVED } from '../../src/publish/post-fields.ts'
import { wholeNewsroom } from '../../src/publish/publish-scope.ts'
import type { Remote } from '../../src/publish/publisher.ts'
import { planUnwanted, reconcile } from '../../src/publish/reconcile.ts'
import { postOf, remoteOf, testPublisher } from './test-publisher.ts'

const publisher = testPublisher()
const before = postOf('fr', { title: 'Orion est en panne' })
const now = postOf('fr', { title: 'Orion : la panne est terminée' })

interface Found {
  readonly post?: typeof now
  readonly remote?: Remote
  readonly remembered?: PostFields
  readonly overwrite?: readonly string[]
  readonly wording?: boolean
}

const inputOf = ({ remembered, overwrite = [], wording = false }: Found) => ({
  publisher,
  remembered: () => remembered,
  scope: { ...wholeNewsroom, overwrite, wording },
})

const planned = (found: Found) => reconcile(found.post ?? now, found.remote, inputOf(found))

/** What will happen, why not, and each field that differs with its verdict. */
function shown({ action, reason, fields }: ReturnType<typeof reconcile>): string {
  return [action, reason, ...fields.map(({ name, verdict }) => `${name}=${verdict}`)].filter(Boolean).join(' ')
}

/** What readers have, with the fingerprint of what the post rests on. */
const live = (theirs: PostFields = {}, changes: Partial<Remote> = {}, facts = now.facts) =>
  remoteOf(publisher, before, theirs, { wrote: marksOf(publisher.wanted(before, []), facts), ...changes })

const byHand = { title: 'Orion, enfin' }
const { wrote: _, ...unmarked } = remoteOf(publisher, before)
const lost: Remote = { ...unmarked, wrote: undefined }
const trashed = { status: 'removed' as const, fields: { ...publisher.wanted(now, []), status: 'removed' } }
const ours = publisher.wanted(before, [])

describe('a post', () => {
  test.each<[string, Found, string]>([
    ['is not there', {}, 'create'],
    ['is as it shall be', { remote: remoteOf(publisher, now) }, 'unchanged'],
    ['moved on here', { remote: remoteOf(publisher, before) }, 'update title=write'],
    ['was changed there', { remote: remoteOf(publisher, now, byHand) }, 'unchanged title=kept'],
    [
      'was changed there, while another field moved on',
      { remote: remoteOf(publisher, before, { slug: 'mine' }) },
      'update title=write slug=kept',
    ],
    ['was changed on both sides', { remote: remoteOf(publisher, before, byHand) }, 'conflict edited title=conflict'],
    [
      'was changed on both sides, and may be overwritten',
      { remote: remoteOf(publisher, before, { ...byHand, slug: 'mine' }), overwrite: [now.story] },
      'update title=write slug=write',
    ],
    [
      'may be overwritten, which is another one',
      { remote: remoteOf(publisher, before, byHand), overwrite: ['other'] },
      'conflict edited title=conflict',
    ],
    ['is somebody else’s', { remote: remoteOf(publisher, now, {}, { ours: false }) }, 'conflict foreign'],
    [
      'was put in the trash by a person',
      { remote: remoteOf(publisher, now, {}, trashed) },
      'conflict removed status=kept',
    ],
    [
      'was taken down by us, and is wanted again',
      {
        remote: remoteOf(
          publisher,
          now,
          {},
          { ...trashed, wrote: { ...hashesOf(publisher.wanted(now, [])), status: REMOVED } },
        ),
      },
      'update status=write',
    ],
    ['has lost our marks', { remote: lost }, 'conflict edited title=conflict'],
    ['has lost our marks, and the journal has them', { remote: lost, remembered: ours }, 'update title=write'],
    ['is told otherwise, of the same facts', { remote: live() }, 'reworded title=reworded'],
    ['is told otherwise, of the same facts, as asked', { remote: live(), wording: true }, 'update title=write'],
    [
      'is told otherwise, of the same facts, and may be overwritten',
      { remote: live(), overwrite: [now.story] },
      'update title=write',
    ],
    ['is told otherwise, of other facts', { remote: live({}, {}, 'others') }, 'update title=write'],
    ['is told otherwise, and was changed there', { remote: live(byHand) }, 'reworded title=reworded'],
    [
      'is told otherwise, and is no longer to be seen',
      { remote: live(), post: { ...now, status: 'draft' } },
      'update title=reworded status=write',
    ],
    [
      'is told otherwise, before anybody can read it',
      { remote: live({ status: 'draft' }, { status: 'draft' }) },
      'update title=write status=kept',
    ],
    ['is there three times', { remote: remoteOf(publisher, now, {}, { extras: ['2', '3'] }) }, 'update copies=write'],
  ])('that %s', (_, found, expected) => expect(shown(planned(found))).toBe(expected))

  test('that is new shows its whole prose, one that moved on the sentences that differ', () => {
    const longer = postOf('fr', { body: ['Une panne.', 'Elle dure.'] })
    const shorter = remoteOf(publisher, postOf('fr', { body: ['Une panne.', 'Elle est brève.'] }))
    expect(planned({ post: longer }).sentences.every(({ kind }) => kind === 'new')).toBe(true)
    const { sentences } = planned({ post: longer, remote: shorter })
    expect(sentences.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'Elle est brève.' },
      { kind: 'new', text: 'Elle dure.' },
    ])
    expect(planned({ post: longer, remote: remoteOf(publisher, longer) }).sentences).toEqual([])
  })

  test('that a person changed shows their sentences, where the journal has ours', () => {
    const remote = remoteOf(publisher, now, { body: 'Une panne, dit-on.' })
    expect(planned({ remote }).byHand).toEqual([])
    const { byHand, fields } = planned({ remote, remembered: { body: 'Une panne.' } })
    expect(byHand).toEqual([
      { kind: 'gone', text: 'Une panne.' },
      { kind: 'new', text: 'Une panne, dit-on.' },
    ])
    expect(fields[0]?.wrote).toBe('Une panne.')
  })

  test('keeps the address it has there; a new one has the address it will have', () => {
    expect(planned({}).address).toBe('https://site.example/fr/orion-panne/')
    expect(planned({ remote: remoteOf(publisher, now) }).address).toBe('https://site.example/?p=fr')
  })

  test('has another print on the side that changed', () => {
    const remote = remoteOf(publisher, before)
    const [one, two, three] = [
      planned({ remote }),
      planned({ remote, post: before }),
      planned({ remote: { ...remote, id: '2' } }),
    ]
    expect([one.ours === two.ours, one.theirs === two.theirs]).toEqual([false, true])
    expect([one.ours === three.ours, one.theirs === three.theirs]).toEqual([true, false])
  })
})

describe('a post that nobody wants any more', () => {
  test.each<[string, Found & { remote: Remote }, string]>([
    ['is as we wrote it', { remote: remoteOf(publisher, before) }, 'unpublish'],
    ['only has another status', { remote: remoteOf(publisher, before, { status: 'draft' }) }, 'unpublish'],
    ['was changed there', { remote: remoteOf(publisher, before, byHand) }, 'conflict edited title=conflict'],
    [
      'was changed there, and may be overwritten',
      { remote: remoteOf(publisher, before, byHand), overwrite: [before.story] },
      'unpublish title=conflict',
    ],
    ['has lost our marks, and the journal has them', { remote: lost, remembered: ours }, 'unpublish'],
    [
      'has lost our marks',
      { remote: lost },
      'conflict edited title=conflict body=conflict slug=conflict lang=conflict links=conflict',
    ],
  ])('and %s', (_, found, expected) => {
    const entry = planUnwanted(found.remote, inputOf(found))
    expect(shown(entry)).toBe(expected)
    expect(entry).toMatchObject({ story: before.story, edition: 'fr', ours: 'absent', post: undefined })
  })
})
