import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, merged, type TextChange } from '../../src/studio/browser/merge-texts.ts'
import { runs } from '../machine/runs.ts'

test.each([
  ['other lines', 'a\nB\nc\nd\ne', 'a\nb\nc\nd\ne', 'a\nb\nc\nd\nE', 'a\nB\nc\nd\nE'],
  ['only theirs', 'a\nb', 'a\nb', 'a\nb\nc', 'a\nb\nc'],
  ['only mine', 'x\na\nb', 'a\nb', 'a\nb', 'x\na\nb'],
  ['the same change', 'a\nX', 'a\nb', 'a\nX', 'a\nX'],
  ['the same line', 'a\nX', 'a\nb', 'a\nY', undefined],
  ['both add at one place', 'a\nmine\n', 'a\n', 'a\ntheirs\n', undefined],
  ['one removes what the other changes', 'a\nc', 'a\nb\nc', 'a\nB\nc', undefined],
])('merges three texts: %s', (_, mine, base, theirs, result) => {
  expect(merged(mine, base, theirs)).toBe(result)
})

const apply = (text: string, changes: readonly TextChange[]): string =>
  [...changes].reverse().reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text)

test('the changes between two texts make the one of the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map(all => all.join('\n'))
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(apply(before, changesBetween(before, after))).toBe(after)
    }),
    { numRuns: runs(500) },
  )
})
