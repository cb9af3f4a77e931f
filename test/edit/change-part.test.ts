import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../src/edit/change-file.ts'
import { changedParts, type PartChange } from '../../src/edit/change-part.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'

const remove = (at: string): PartChange => ({ kind: 'remove', at })

test.each<[name: string, before: string, change: PartChange, after: string]>([
  ['a field', 'a: 1\nb: 2 # two\nc: 3\n', remove('/b'), 'a: 1\nc: 3\n'],
  ['a field of several lines', 'a: 1\nb:\n  - x\n\n  - y\n# c\nc: 3\n', remove('/b'), 'a: 1\n# c\nc: 3\n'],
  ['an item', 'a:\n  - x: 1\n    y: 2\n  # two\n  - z: 3\n', remove('/a/0'), 'a:\n  # two\n  - z: 3\n'],
  ['the last item, with its field', 'a:\n  - x: 1\nb: 2\n', remove('/a/0'), 'b: 2\n'],
  ['an item in brackets', 'a: [x, y, z] # c\n', remove('/a/1'), 'a: [x, z] # c\n'],
  ['the last item in brackets', 'a: [x, y]\n', remove('/a/1'), 'a: [x]\n'],
  ['the only item in brackets, with its field', 'a: [x]\nb: 1\n', remove('/a/0'), 'b: 1\n'],
  ['a field in brackets', 'a: { x: 1, y: 2 }\n', remove('/a/x'), 'a: { y: 2 }\n'],
  ['a field of an item', 'a:\n  - x: 1\n    y: 2\n', remove('/a/0/y'), 'a:\n  - x: 1\n'],
  ['with the line ends of the file', 'a: 1\r\nb: 2\r\nc: 3\r\n', remove('/b'), 'a: 1\r\nc: 3\r\n'],
])('%s is removed', (_, before, change, after) => {
  expect(changedParts(before, [change])).toBe(after)
})

test('the first field of an item is removed, wherever the comments stand', () => {
  const after = changedParts('# top\na:\n  - x: 1\n    y: 2 # two\n', [remove('/a/0/x')])
  expect(parseYaml(after)).toEqual({ ok: true, value: { a: [{ y: '2' }] } })
  expect(after).toContain('# top')
  expect(after).toContain('# two')
})

describe('a field put into a part', () => {
  const put = (at: string): PartChange => ({ kind: 'put', at, fields: { z: true } })
  test.each([
    ['a: { x: 1 } # c\n', '/a', 'a: { x: 1, z: true } # c\n'],
    ['a:\n  x: 1 # c\n\nb: 2\n', '/a', 'a:\n  x: 1 # c\n  z: true\n\nb: 2\n'],
    ['a:\n  - x: 1\n  - y: 2\n', '/a/0', 'a:\n  - x: 1\n    z: true\n  - y: 2\n'],
    ['a: {}\n', '/a', 'a: { z: true }\n'],
  ])('%j at %s', (before, at, after) => {
    expect(parseYaml(changedParts(before, [put(at)]))).toEqual(parseYaml(after))
    expect(changedParts(before, [put(at)]).replaceAll(/["\s]/g, '')).toBe(after.replaceAll(/["\s]/g, ''))
  })
})

test.each([
  ['a: 2024 # c\n', '/a', 'a: { w: 2024 } # c\n'],
  ['a:\n  x: 1\n  y: 2\nb: 3\n', '/a', 'a:\n  w:\n    x: 1\n    y: 2\nb: 3\n'],
  ['a:\n  - x: 1\n', '/a', 'a:\n  w:\n    - x: 1\n'],
])('a value becomes a field of a part: %j', (before, at, after) => {
  expect(changedParts(before, [{ kind: 'wrap', at, as: 'w' }])).toBe(after)
})

test('a text is replaced, with quotes where they are needed', () => {
  expect(changedParts('a: { fr: x } # c\n', [{ kind: 'replace', at: '/a/fr', value: 'y : z' }])).toBe(
    'a: { fr: "y : z" } # c\n',
  )
})

test('what cannot be read is not changed', () => {
  expect(() => changedParts('a: [', [remove('/a')])).toThrow(UnreadableFile)
})
