import { expect, test } from 'vitest'
import { kept, splice } from '../../src/foundation/splice-text.ts'

const edit = (from: number, to: number, text = '') => ({ from, to, text })

test.each([
  ['nothing', [], 'abcdef'],
  ['a range', [edit(1, 3, 'X')], 'aXdef'],
  ['an insertion', [edit(3, 3, 'X')], 'abcXdef'],
  ['several, in whatever order they come', [edit(4, 6), edit(0, 1, 'X')], 'Xbcd'],
  ['two that touch', [edit(0, 2, 'X'), edit(2, 4, 'Y')], 'XYef'],
  ['of two that overlap the first', [edit(2, 5, 'Y'), edit(1, 3, 'X')], 'aXdef'],
  ['of two at one place the first', [edit(3, 3, 'X'), edit(3, 3, 'Y')], 'abcXdef'],
  ['the end', [edit(6, 6, 'X')], 'abcdefX'],
])('replaces %s', (_, edits, text) => expect(splice('abcdef', edits)).toBe(text))

test('says which edits it applies, in the order of the text', () => {
  expect(kept([edit(4, 5), edit(1, 3), edit(2, 4)])).toEqual([edit(1, 3), edit(4, 5)])
})
