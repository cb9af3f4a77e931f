import { describe, expect, test } from 'vitest'
import type { When } from '../../src/fields/values.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { agesAt } from '../../src/site/aging.ts'
import { isOpen, stateInWords } from '../../src/site/article-summary.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident } from './fixture.ts'
import { summary } from './summary-fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')
const HOUR = 3_600_000
const { updated } = article()
const at = (hours: number): When => ({ precision: 'exact', at: updated + hours * HOUR })
const advice = [{ text: { fr: 'Attendez' } }] as unknown as Incident['advice']
const planned = (...windows: { from: When; to?: When }[]) =>
  ({ state: 'planned', planned: windows }) as unknown as Partial<Incident>

test.each<[string, Partial<Incident>, number | undefined]>([
  ['what goes on, a day after its last version', { state: 'ongoing' }, 24],
  ['what gets better, likewise', { state: 'recovering' }, 24],
  ['what is suspected, likewise', { state: 'unconfirmed' }, 24],
  ['advice, sooner', { state: 'ongoing', advice }, 6],
  ['emergency numbers, sooner', { state: 'ongoing', kind: 'emergency numbers' }, 6],
  ['what is over, never', { state: 'resolved' }, undefined],
  ['what is withdrawn, never', { state: 'retracted' }, undefined],
  ['announced work, with its end', planned({ from: at(10), to: at(14) }), 14],
  ['several works, with the last end', planned({ from: at(40), to: at(44) }, { from: at(10), to: at(14) }), 44],
  ['work without an end, a day after it begins', planned({ from: at(10) }), 34],
  ['work without a time, never', planned(), undefined],
])('%s, is no longer happening now', (_, changes, hours) => {
  const moment = agesAt(article(), incident(changes), {})
  expect(moment === undefined ? undefined : (moment - updated) / HOUR).toBe(hours)
})

test('the newsroom says after how many hours', () => {
  expect(agesAt(article(), incident({ state: 'ongoing' }), { live_hours: 2 })).toBe(updated + 2 * HOUR)
})

describe('a list', () => {
  test.each([
    [{ state: 'ongoing', kicker: 'En cours' }, true, 'En cours'],
    [
      { state: 'ongoing', kicker: 'En cours', aged: true },
      false,
      'En cours aux dernières nouvelles, le 2 mars 2026 à 11h30',
    ],
    [{ state: 'planned', kicker: 'Prévu', aged: true }, false, 'Était prévu'],
    [{ state: 'resolved', kicker: 'Résolu' }, false, 'Résolu'],
  ] as const)('of %o', (changes, open, words) => {
    const item = summary(changes)
    expect(isOpen(item)).toBe(open)
    expect(stateInWords(item, fr)).toBe(words)
  })
})
