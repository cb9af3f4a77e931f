import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { When } from '../../src/fields/values.ts'
import { timelineOf } from '../../src/site/figures/timeline.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { incident } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')

const at = (hour: number, minute = 0): When => ({ precision: 'exact', at: Date.UTC(2026, 2, 2, hour - 1, minute) })
const named = (id: string, kind: Named['kind'] = 'service'): Named => ({ id, kind, name: id, forms: {} })

describe('a timeline', () => {
  const inAllEditions = incident({
    started: [at(9)],
    ended: [at(11)],
    updates: [{ at: at(10), text: { fr: "l'accès revient", en: 'access returns' } }],
  })

  test('numbers its marks in the order of time and says the same in words', () => {
    const line = timelineOf(inAllEditions, fr)
    if (!line) throw new Error('nothing drawn')
    expect(line.rows.map(({ number, text, moment }) => [number, text, moment.text])).toEqual([
      [1, 'Début de la panne', '9h'],
      [2, 'L’accès revient', '10h'],
      [3, 'Fin de la panne', '11h'],
    ])
    expect(line.marks.map(({ x }) => x)).toEqual([line.from, (line.from + line.to) / 2, line.to])
    expect(line).toMatchObject({ going: false, whole: true })
  })

  test('keeps every mark apart from its neighbours, and within the line', () => {
    const updates = Array.from({ length: 9 }, (_, nth) => ({ at: at(10, nth), text: { fr: `${nth}` } }))
    const line = timelineOf({ ...inAllEditions, updates }, fr)
    const places = (line || { marks: [] }).marks.map(({ x }) => x)
    expect(places).toHaveLength(11)
    for (const [nth, place] of places.entries()) {
      if (nth > 0) expect(place - (places[nth - 1] ?? 0)).toBeGreaterThanOrEqual(16)
      expect(place).toBeGreaterThan(0)
      expect(place).toBeLessThan(360)
    }
  })

  test('is not drawn when sources disagree about the start, or with less than three moments', () => {
    expect(timelineOf({ ...inAllEditions, started: [at(9), at(8)] }, fr)).toBe(false)
    expect(timelineOf({ ...inAllEditions, updates: [] }, fr)).toBe(false)
  })

  test('says who says that it is over', () => {
    const source = { kind: 'company' as const, name: named('Orion', 'company') }
    const line = timelineOf({ ...inAllEditions, ended: [{ ...at(11), source }] }, fr)
    expect((line || { rows: [] }).rows.at(-1)?.text).toBe('Fin de la panne (Orion)')
  })
})
