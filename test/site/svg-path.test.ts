import { describe, expect, test } from 'vitest'
import { clipPolygon } from '../../src/site/figures/clip-polygon.ts'
import { openPen } from '../../src/site/figures/svg-path.ts'
import { fc } from '../machine/property.ts'

const pen = openPen()
const drawn = (points: readonly number[], apart = 0.1) => {
  pen.draw(Float64Array.from(points), 0, points.length, apart)
  return pen.lift()
}

describe('a pen', () => {
  test.each([
    ['each point from the one before, in tenths', [0, 0, 10, 0, 10, 5.25, 0.5, -3], 'M0,0l10,0 0,5.3 -9.5,-8.3z'],
    ['what would be less than a dot is left out', [1, 1, 1.01, 1.02, 5, 1, 5, 6], 'M1,1l4,0 0,5z'],
    ['two points leave nothing', [1, 1, 5, 1], ''],
    ['a hundred, and a tenth below nothing', [100, -0.1, 1000, 20.1, 99.9, 0], 'M100,-0.1l900,20.2 -900.1,-20.1z'],
  ])('%s', (_, points, path) => {
    expect(drawn(points)).toBe(path)
  })

  test('writes every length as JavaScript does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 6, maxLength: 20 }), tenths => {
        const even = tenths.slice(0, tenths.length - (tenths.length % 2))
        const numbers = drawn(
          even.map(value => value / 10),
          0,
        ).match(/-?[\d.]+/g)
        const [x = 0, y = 0] = even
        const steps = even.map((value, at) => value - (at < 2 ? 0 : (even[at - 2] ?? 0)))
        expect(numbers).toEqual([x, y, ...steps.slice(2)].map(value => String(value / 10)))
      }),
    )
  })

  test('draws more than its sheet held', () => {
    const zigzag = Array.from({ length: 40_000 }, (_, at) => (at % 4 < 2 ? 1000 : 0) + at)
    expect(drawn(zigzag).split(/[l ]/)).toHaveLength(20_000)
  })
})

describe('a cut', () => {
  const window = { west: 0, north: 0, east: 10, south: 10 }
  const cut = (points: readonly number[]) => {
    const { points: left, length } = clipPolygon(window, Float64Array.from(points), 0, points.length)
    return [...left.subarray(0, length)]
  }

  test.each([
    ['leaves what lies within', [1, 1, 9, 1, 9, 9], [1, 1, 9, 1, 9, 9]],
    ['leaves nothing of what lies without', [11, 1, 19, 1, 19, 9], []],
    ['cuts a square at one edge', [5, 2, 15, 2, 15, 8, 5, 8], [5, 2, 10, 2, 10, 8, 5, 8]],
    ['gives the whole window inside a larger shape', [-5, -5, 15, -5, 15, 15, -5, 15], [0, 10, 0, 0, 10, 0, 10, 10]],
  ])('%s', (_, points, left) => {
    expect(cut(points)).toEqual(left)
  })

  test('never leaves a point outside', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 40 }), corners => {
        for (const place of cut(corners.flat())) {
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(10 + 1e-9)
        }
      }),
    )
  })
})
