import { describe, expect, test } from 'vitest'
import { difference, shownDifference } from '../../src/foundation/text-diff.ts'
import { fc } from '../machine/property.ts'

const stepsOf = (before: string, after: string) =>
  difference([...before], [...after], letter => letter)
    .map(step => (step.kind === 'same' ? step.old : step.kind === 'gone' ? `-${step.old}` : `+${step.new}`))
    .join(' ')

describe('the steps from an old list to a new one', () => {
  test.each([
    ['', '', ''],
    ['abc', 'abc', 'a b c'],
    ['abc', 'axc', 'a -b +x c'],
    ['abc', 'ac', 'a -b c'],
    ['ac', 'abc', 'a +b c'],
    ['ab', 'ba', '-a b +a'],
    ['', 'ab', '+a +b'],
    ['aXbYc', 'abc', 'a -X b -Y c'],
  ])('%j to %j: %s', (before, after, steps) => expect(stepsOf(before, after)).toBe(steps))

  test('make the new list of the old one, are as few as can be, and know where each item stood', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const steps = difference(before, after, item => item)
        expect(steps.flatMap(step => (step.kind === 'come' ? [] : [before[step.oldAt]]))).toEqual(before)
        expect(steps.flatMap(step => (step.kind === 'gone' ? [] : [after[step.newAt]]))).toEqual(after)
        const back = difference(after, before, item => item)
        const changes = (some: typeof steps) => some.filter(({ kind }) => kind !== 'same').length
        expect(changes(steps)).toBe(changes(back))
      }),
    )
  })

  test('compare by the key, and give the item of each side', () => {
    expect(difference(['A'], ['a'], item => item.toLowerCase())).toEqual([
      { kind: 'same', old: 'A', new: 'a', oldAt: 0, newAt: 0 },
    ])
  })
})

test('a diff shows the lines that changed with those around them, and where others are left out', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].join('\n')
  const after = before.replace('2', 'two').replace('8', 'eight')
  const shown = shownDifference(before, after, 1).map(({ sign, line = '', text }) => `${sign}${line} ${text}`)
  expect(shown).toEqual([' 1 1', '-2 2', '+2 two', ' 3 3', '@ ', ' 7 7', '-8 8', '+8 eight', ' 9 9'])
  expect(shownDifference(before, before)).toEqual([])
})
