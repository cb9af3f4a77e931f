import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { Count } from '../../src/incident/incident.ts'
import { chartOf } from '../../src/site/figures/count-chart.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { incident } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')

const named = (id: string, kind: Named['kind'] = 'service'): Named => ({ id, kind, name: id, forms: {} })

describe('a chart', () => {
  const counter = { kind: 'counter' as const, name: named('Compteur', 'counter') }
  const count = (value: number, changes: Partial<Count> = {}): Count => ({
    source: counter,
    figure: { kind: 'about', value },
    unit: 'reports',
    ...changes,
  })

  test('compares what one source counts of one thing', () => {
    const counts = [
      count(1200, { phase: 'total' }),
      count(300, { place: named('Namur', 'place') }),
      count(40, { unit: 'calls' }),
    ]
    const chart = chartOf(incident({ counts }), fr)
    expect((chart || { bars: [] }).bars.map(({ label, value, length }) => [label, value, length])).toEqual([
      ['Au total', 'environ 1\u202f200', 360],
      ['Namur', 'environ 300', 90],
    ])
  })

  test('calls nothing a total that is not entered as one', () => {
    const chart = chartOf(incident({ counts: [count(1200), count(300, { place: named('Namur', 'place') })] }), fr)
    expect((chart || { bars: [] }).bars[0]?.label).toBe('Compté')
  })

  const barsOf = (...counts: Count[]) => {
    const chart = chartOf(incident({ counts }), fr)
    return chart ? chart.bars.map(({ label, value }) => `${label}: ${value}`) : []
  }
  const at = (hour: number) => ({ at: { precision: 'exact' as const, at: Date.UTC(2026, 2, 2, hour - 1) } })

  test('keeps how well a figure is known', () => {
    const place = (id: string) => ({ place: named(id, 'place') })
    expect(
      barsOf(
        count(1200, { figure: { kind: 'over', value: 1200 }, ...place('Namur') }),
        count(900, { figure: { kind: 'nearly', value: 900 }, ...place('Liège') }),
        count(0, { figure: { kind: 'range', low: 200, high: 300 }, ...place('Mons') }),
        count(50, { figure: { kind: 'exact', value: 50 }, of: 80, ...place('Huy') }),
      ),
    ).toEqual(['Namur: plus de 1\u202f200', 'Liège: près de 900', 'Mons: entre 200 et 300', 'Huy: 50 sur 80'])
  })

  test('is in the order of time, so that a fall is seen, and says who counted', () => {
    const chart = chartOf(incident({ counts: [count(40, at(12)), count(300, at(9)), count(900, at(10))] }), fr)
    expect((chart || undefined)?.bars.map(({ length }) => length)).toEqual([120, 360, 16])
    expect((chart || undefined)?.source).toBe('Compteur')
  })

  test('of a long course keeps every figure, as columns with a table', () => {
    const chart = chartOf(
      incident({ counts: Array.from({ length: 14 }, (_, hour) => count(hour + 1, at(hour + 2))) }),
      fr,
    )
    expect(chart && [chart.columns, chart.bars.length]).toEqual([true, 14])
    expect((chart || undefined)?.bars.filter(({ isNamed }) => isNamed)).toHaveLength(1)
  })

  test('says "in all" of no figure that another of the same exceeds', () => {
    expect(barsOf(count(300, { phase: 'total' }), count(900, { phase: 'now' }))).toEqual([
      'Compté: environ 300',
      'À présent: environ 900',
    ])
  })

  test.each([
    ['premises', 'hit'],
    ['homes', undefined],
    ['calls', 'failed'],
    ['calls', 'attempted'],
    ['patients', { fr: 'transférés', en: 'were moved' }],
  ] as const)('has words for %s that are %o', (unit, outcome) => {
    const of = (value: number, id: string) =>
      count(value, { unit, ...(outcome && { outcome }), place: named(id, 'place') })
    expect(barsOf(of(3, 'Namur'), of(4, 'Liège'))).toHaveLength(2)
  })

  test.each([
    ['one count', [count(5)]],
    ['two that nothing tells apart', [count(5), count(6)]],
    ['only sizes', [count(1, { figure: { kind: 'magnitude', word: 'thousands' } }), count(2)]],
    ['two sources', [count(5), count(6, { source: { kind: 'users' }, place: named('Namur', 'place') })]],
  ])('is not drawn of %s', (_, counts) => {
    expect(chartOf(incident({ counts }), fr)).toBe(false)
  })
})
