import { expect, test } from 'vitest'
import { type Ownership, partedFromCopies } from '../../src/publish/copies.ts'
import { hashesOf, REMOVED } from '../../src/publish/post-fields.ts'
import type { Remote } from '../../src/publish/publisher.ts'

const OURS = { title: 'Orion', slug: 'orion', status: 'published' }

/** A post of one key; `theirs`: what differs from what we wrote. */
function post(id: string, theirs: Partial<typeof OURS> = {}, changes: Partial<Remote> = {}): Remote {
  const status = (theirs.status ?? OURS.status) as Remote['status']
  const wrote = hashesOf({ ...OURS, status })
  return {
    key: 'a.fr',
    id,
    address: `https://x.example/${id}`,
    status,
    fields: { ...OURS, ...theirs },
    wrote,
    version: id,
    ours: true,
    extras: [],
    ...changes,
  }
}
const at = (id: string): Partial<Remote> => ({ writtenAs: id })
const edited = { title: 'Our inquiry' }

test.each<[string, Remote[], string[], Ownership?]>([
  ['one post is ours', [post('1')], ['own 1']],
  ['a twin that a lost answer left is an extra', [post('1'), post('2')], ['own 1 extra 2']],
  ['a slug with a number makes no copy', [post('1'), post('2', { slug: 'orion-2' })], ['own 1 extra 2']],
  ['what somebody changed is a copy', [post('1'), post('2', edited)], ['own 1', 'copy 2']],
  ['a copy carries the identifier of another', [post('1', {}, at('1')), post('2', {}, at('1'))], ['own 1', 'copy 2']],
  ['ours is the one that carries its own', [post('1', {}, at('2')), post('2', edited, at('2'))], ['own 2', 'copy 1']],
  [
    'a draft that was left goes before the one that is live',
    [post('1', { status: 'draft' }), post('2')],
    ['own 2 extra 1'],
  ],
  ['an edited original stays ours', [post('1', edited), post('2')], ['own 1 extra 2']],
  [
    'what lies in the trash is nobody’s copy',
    [post('1', {}, at('1')), post('2', {}, { status: 'removed' })],
    ['own 1'],
  ],
  [
    'of a story that we withdrew the copy stays theirs',
    [post('1', {}, { ...at('1'), status: 'removed', wrote: { status: REMOVED } }), post('2', {}, at('1'))],
    ['own 1', 'copy 2'],
  ],
  [
    'a copy alone is no post of ours',
    [post('2', {}, at('1')), post('3', {}, { key: 'b.fr', ...at('3') })],
    ['copy 2', 'own 3'],
  ],
  [
    'a whole site that was moved is ours',
    [post('2', edited, at('1')), post('3', {}, { key: 'b.fr', ...at('7') })],
    ['own 2', 'own 3'],
  ],
  ['a file that was moved is ours', [post('b.md', {}, at('a.md'))], ['own b.md'], { follows: true }],
  ['a file that was copied and changed is not', [post('b.md', edited, at('a.md'))], ['copy b.md'], { follows: true }],
  [
    'of two files that at home stays',
    [post('a.md'), post('b.md')],
    ['own b.md extra a.md'],
    { isAtHome: ({ id }) => id === 'b.md' },
  ],
])('%s', (_, all, expected, ownership) => {
  const { remotes, copies } = partedFromCopies(all, ownership)
  const own = [...remotes.values()].map(({ id, extras }) =>
    ['own', id, ...extras.flatMap(one => ['extra', one])].join(' '),
  )
  expect([...own, ...copies.map(({ id }) => `copy ${id}`)].sort()).toEqual([...expected].sort())
})
