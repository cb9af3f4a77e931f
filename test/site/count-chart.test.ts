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
      ['Au total', '1\u202f200', 360],
      ['Namur', '300', 90],
    ])
  })

  test('calls nothing a total that is not entered as one', () => {
    const chart = chartOf(incident({ counts: [count(1200), count(300, { place: named('Namur', 'place') })] }), fr)
    expect((chart || { bars: [] }).bars[0]?.label).toBe('Compté')
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
