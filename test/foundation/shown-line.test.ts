import { expect, test } from 'vitest'
import { shownLine } from '../../src/foundation/shown-line.ts'

test.each([
  ['as it is', 'state: over', 8, 4, { text: 'state: over', indent: 7, carets: 4 }],
  ['without the line end of Windows', 'a: b\r', 4, 1, { text: 'a: b', indent: 3, carets: 1 }],
  ['with a tab as a space', '\ta: b', 2, 1, { text: ' a: b', indent: 1, carets: 1 }],
  ['with a hidden sign made visible', 'a\u202Eb', 2, 1, { text: 'a\uFFFDb', indent: 1, carets: 1 }],
  ['with the widths that a terminal gives', '日本: e\u0301x', 7, 1, { text: '日本: e\u0301x', indent: 7, carets: 1 }],
  ['with carets no longer than it', 'abc', 2, 99, { text: 'abc', indent: 1, carets: 2 }],
  ['with one caret behind its end', 'abc', 9, 1, { text: 'abc', indent: 3, carets: 1 }],
])('a line is shown %s', (_, line, column, length, shown) => {
  expect(shownLine(line, column, length)).toMatchObject(shown)
})

test('a long line is cut around what it is about', () => {
  const line = `${'a'.repeat(300)}WRONG${'b'.repeat(300)}`
  const { text, indent, carets, start } = shownLine(line, 301, 5)
  expect(text).toMatch(/^…a+WRONGb+…$/)
  expect(text.slice(indent, indent + carets)).toBe('WRONG')
  expect(line.slice(start, start + 3)).toBe('aaa')
  expect(text.length).toBeLessThanOrEqual(102)
})
