import { describe, expect, test } from 'vitest'
import { mapOf as draw } from '../../src/site/figures/map.ts'

const mapOf = (codes: readonly string[]) =>
  draw({ countries: codes.map(code => ({ code, standing: 'hit', name: code })), points: [] })

describe('a map', () => {
  test.each([
    [['BE']],
    [['FR']],
    [['US']],
    [['ES', 'PT']],
    [['PK', 'IN', 'AE']],
    [['NZ']],
    [['LU', 'BE', 'NL']],
    [['RU']],
    [['FJ']],
    [['CH', 'JP', 'BR']],
  ])('of %j marks them, stays within its box and is light', codes => {
    const map = mapOf(codes)
    if (!map) throw new Error('nothing drawn')
    expect(map.marked.map(({ code }) => code).sort()).toEqual([...codes].sort())
    const all = map.land + map.marked.map(({ path }) => path).join('')
    for (const path of all.split('z')) {
      let [x, y] = [0, 0]
      for (const [, letter, across, down] of path.matchAll(/([Ml ])(-?[\d.]+),(-?[\d.]+)/g)) {
        x = Number(across) + (letter === 'M' ? 0 : x)
        y = Number(down) + (letter === 'M' ? 0 : y)
        expect(x).toBeGreaterThanOrEqual(-5)
        expect(x).toBeLessThanOrEqual(map.width + 5)
        expect(y).toBeGreaterThanOrEqual(-5)
        expect(y).toBeLessThanOrEqual(map.height + 5)
      }
    }
    expect(all.length).toBeLessThan(32_000)
  })

  test('of a country that is not drawn is none', () => {
    expect(mapOf(['ZZ'])).toBeUndefined()
    expect(mapOf([])).toBeUndefined()
  })
})
