import { expect, test } from 'vitest'
import { diceOf } from '../../../tools/bench/random.ts'

const rolls = (seed: number) => {
  const { roll } = diceOf(seed)
  return Array.from({ length: 1000 }, roll)
}

test('the same seed gives the same values, another seed others', () => {
  expect(rolls(7)).toEqual(rolls(7))
  expect(rolls(8)).not.toEqual(rolls(7))
})

test('values are spread over what is asked for, its ends too', () => {
  const dice = diceOf(1)
  const thrown = Array.from({ length: 600 }, () => dice.between(1, 6))
  expect([...new Set(thrown)].sort()).toEqual([1, 2, 3, 4, 5, 6])
  const hits = Array.from({ length: 1000 }, () => dice.chance(0.25)).filter(Boolean).length
  expect(hits).toBeGreaterThan(200)
  expect(hits).toBeLessThan(300)
})

test('several are different ones, and no more than there are', () => {
  const dice = diceOf(2)
  for (let turn = 0; turn < 50; turn++) expect(new Set(dice.some(['a', 'b', 'c'], 2)).size).toBe(2)
  expect(dice.some(['a', 'b'], 5).sort()).toEqual(['a', 'b'])
  expect(() => dice.pick([])).toThrow('Nothing to pick')
})
