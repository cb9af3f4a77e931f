import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { When } from '../../src/fields/values.ts'
import type { Incident } from '../../src/incident/incident.ts'
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
    const line = timelineOf(inAllEditions, 'outage', fr)
    if (!line) throw new Error('nothing drawn')
    expect(line.rows.map(({ number, text, moment }) => [number, text, moment.text])).toEqual([
      [1, 'Début de la panne', '9h'],
      [2, 'L’accès revient', '10h'],
      [3, 'Fin de la panne', '11h'],
    ])
    expect(line.marks.map(({ x }) => x)).toEqual([18, 180, 342])
    expect(line.spans).toEqual([{ from: 18, to: 342, going: false }])
  })

  test('keeps every mark apart from its neighbours, and within the line', () => {
    const updates = Array.from({ length: 9 }, (_, nth) => ({ at: at(10, nth), text: { fr: `${nth}` } }))
    const line = timelineOf({ ...inAllEditions, updates }, 'outage', fr)
    const places = (line || { marks: [] }).marks.map(({ x }) => x)
    expect(places).toHaveLength(11)
    for (const [nth, place] of places.entries()) {
      if (nth > 0) expect(place - (places[nth - 1] ?? 0)).toBeGreaterThanOrEqual(16)
      expect(place).toBeGreaterThan(0)
      expect(place).toBeLessThan(360)
    }
  })

  test('is not drawn when sources disagree about the start, or with less than three moments', () => {
    expect(timelineOf({ ...inAllEditions, started: [at(9), at(8)] }, 'outage', fr)).toBe(false)
    expect(timelineOf({ ...inAllEditions, updates: [] }, 'outage', fr)).toBe(false)
  })

  test('says who says that it is over', () => {
    const source = { kind: 'company' as const, name: named('Orion', 'company') }
    const line = timelineOf({ ...inAllEditions, ended: [{ ...at(11), source }] }, 'outage', fr)
    expect((line || { rows: [] }).rows.at(-1)?.text).toBe('Fin de la panne (Orion)')
  })

  const rowsOf = (changes: Partial<Incident>, event = 'outage') => {
    const line = timelineOf({ ...inAllEditions, ...changes }, event, fr)
    return line ? line.rows.map(({ text, moment }) => `${moment.text} ${text}`) : []
  }

  test('holds every update and the end, whatever their number, each with an id of its own', () => {
    const updates = Array.from({ length: 100 }, (_, nth) => ({ at: at(9, nth + 1), text: { fr: `étape ${nth}` } }))
    const line = timelineOf({ ...inAllEditions, updates }, 'outage', fr)
    if (!line) throw new Error('nothing drawn')
    expect(line.rows).toHaveLength(102)
    expect(line.rows.at(-1)?.text).toBe('Fin de la panne')
    expect(new Set(line.rows.map(({ id }) => id)).size).toBe(101)
    expect(line.marks.every(({ number, x }) => number === false && x >= 18 && x <= 342)).toBe(true)
  })

  test('names the event as the article does', () => {
    expect(rowsOf({}, 'power-cut')).toEqual(['9h Début de la coupure', '10h L’accès revient', '11h Fin de la coupure'])
    expect(rowsOf({}, 'cable-cut')[0]).toBe('9h Début de la perturbation')
  })

  test('shows what is known to the day without a mark, and in its order', () => {
    const day = { precision: 'day' as const, at: at(10).at ?? 0, until: at(23).at ?? 0 }
    const updates = [...inAllEditions.updates, { at: day, text: { fr: 'le réseau est renforcé' } }]
    const line = timelineOf({ ...inAllEditions, updates, as_of: at(20).at ?? 0 }, 'outage', fr)
    expect(line && [line.marks.length, line.rows.length]).toEqual([3, 4])
    expect((line || undefined)?.rows.find(({ text }) => text.startsWith('Le réseau'))?.number).toBe(false)
  })

  test('goes on to the moment that the article speaks from, and calls no end what is disputed', () => {
    const now = { ended: [], state: 'ongoing' as const, as_of: at(12).at ?? 0, as_of_moment: at(12) }
    expect(rowsOf(now).at(-1)).toBe('midi Dernière mise à jour')
    const line = timelineOf({ ...inAllEditions, ...now, state: 'disputed', ended: [at(11)] }, 'outage', fr)
    expect((line || undefined)?.rows.map(({ text }) => text)).toContain('Panne dite terminée')
    expect((line || undefined)?.spans).toEqual([{ from: 18, to: 342, going: true }])
    expect(rowsOf({ ...now, as_of: at(10).at ?? 0, as_of_moment: at(10) })).toEqual([])
  })

  test('leaves out the time between two spans in which it worked', () => {
    const intervals = [
      { from: at(9), to: at(10), services: [] },
      { from: at(10, 30), to: at(11), services: [] },
    ]
    const line = timelineOf({ ...inAllEditions, updates: [], started: [], intervals }, 'outage', fr)
    expect((line || undefined)?.spans).toEqual([
      { from: 18, to: 180, going: false },
      { from: 261, to: 342, going: false },
    ])
  })

  test('keeps the language of a text that it has in another only', () => {
    const updates = [{ at: at(10), text: { en: 'access returns' } }]
    const line = timelineOf({ ...inAllEditions, updates }, 'outage', fr)
    expect((line || undefined)?.rows[1]).toMatchObject({ text: 'Access returns', lang: 'en' })
  })
})
