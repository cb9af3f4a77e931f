import { expect, test } from 'vitest'
import { endOfLine, lineAt, placeAt, startOfLine } from '../../src/foundation/text-place.ts'

const TEXT = 'one\r\ntwo\n\nfour'

test.each([
  ['the first word', TEXT, 0, 3, { line: 1, column: 1, length: 3 }],
  ['a word of the second line', TEXT, 5, 8, { line: 2, column: 1, length: 3 }],
  ['over several lines, its first', TEXT, 1, 12, { line: 1, column: 2, length: 2 }],
  ['nothing, one sign', TEXT, 9, 9, { line: 3, column: 1, length: 1 }],
  ['past the end, the end', TEXT, 99, 120, { line: 4, column: 5, length: 1 }],
  ['behind a byte order mark, not counted', '\uFEFFone', 1, 4, { line: 1, column: 1, length: 3 }],
])('a place as an editor counts: %s', (_, text, from, to, place) => {
  expect(placeAt('a.yaml', text, from, to)).toEqual({ file: 'a.yaml', ...place })
})

test('lines are found by offset, offsets by line, and line ends of both sorts', () => {
  expect([0, 4, 5, 9, 10, 99].map(offset => lineAt(TEXT, offset))).toEqual([1, 1, 2, 3, 4, 4])
  expect([0, 1, 2, 3, 4, 9].map(line => startOfLine(TEXT, line))).toEqual([0, 0, 5, 9, 10, TEXT.length])
  expect([0, 5, 9, 10].map(offset => endOfLine(TEXT, offset))).toEqual([3, 8, 9, 14])
})
