import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { placeMapOf } from '../../src/site/figures/place-map.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { incident } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const en = siteEditionOf(siteContext, 'en')

const place = (id: string, country?: string): Named => ({
  id,
  kind: 'place',
  name: id,
  forms: {},
  ...(country && { lies: { sort: 'town', country } }),
})
const [belgium, spain] = [place('BE'), place('ES')]
const [liege, namur, canary] = [place('BE-WLG', 'BE'), place('namur-city', 'BE'), place('canary-islands', 'ES')]

type Scope = NonNullable<Incident['scope']>
const hit = (one: Named, more: Partial<Scope['places'][number]> = {}) => ({ place: one, services: [], ...more })
const scope = (changes: Partial<Scope>): Scope => ({
  places: [],
  beyond: [],
  except: [],
  evidence: 'confirmed',
  ...changes,
})

interface Drawn {
  readonly filled: string[]
  readonly points: string[]
  readonly legend: string[]
}

function drawn(changes: Partial<Incident>): Drawn | false {
  const map = placeMapOf(incident({ state: 'ongoing', ...changes }), en)
  return (
    map && {
      filled: map.marked.map(({ code, standing }) => `${code} ${standing}`),
      points: map.points.map(({ standing, isRegion }) => `${standing}${isRegion ? ' region' : ''}`),
      legend: map.legend.map(({ text }) => text),
    }
  )
}

describe('a map of places', () => {
  test.each<[string, Partial<Incident>, Drawn | false]>([
    [
      'a country that is hit is filled',
      { scope: scope({ places: [hit(belgium)] }) },
      { filled: ['BE hit'], points: [], legend: ['Affected: BE.'] },
    ],
    [
      'a country hit in part is told and coloured as such',
      { scope: scope({ places: [hit(belgium)], degree: 'part' }) },
      { filled: ['BE partly'], points: [], legend: ['Affected in part: BE.'] },
    ],
    [
      'a region is a circle and a town a point: their country is not filled',
      { scope: scope({ places: [hit(liege), hit(namur)] }) },
      { filled: [], points: ['hit region', 'hit'], legend: ['Affected: BE-WLG, namur-city.'] },
    ],
    [
      'a place that is spared is not painted as hit',
      { scope: scope({ places: [hit(spain), hit(belgium, { impact: 'unaffected' })], except: [canary] }) },
      {
        filled: ['ES hit', 'BE spared'],
        points: ['spared'],
        legend: ['Affected: ES.', 'Not affected: BE, canary-islands.'],
      },
    ],
    [
      'planned work has another colour than trouble',
      { state: 'planned', scope: scope({ places: [hit(belgium)] }) },
      { filled: ['BE planned'], points: [], legend: ['Work planned: BE.'] },
    ],
    [
      'where the fault is, is told apart from where users are hit',
      { scope: scope({ places: [hit(belgium)] }), origin: { place: namur } },
      { filled: ['BE hit'], points: ['origin'], legend: ['Affected: BE.', 'Where the fault is: namur-city.'] },
    ],
    [
      'what works again is no longer hit',
      { scope: scope({ places: [hit(spain), hit(belgium, { ended: { precision: 'exact', at: 1 } })] }) },
      { filled: ['ES hit', 'BE back'], points: [], legend: ['Affected: ES.', 'Working, where it had failed: BE.'] },
    ],
    [
      'what only appears so is told so',
      { scope: scope({ places: [hit(belgium)], evidence: 'apparent' }) },
      { filled: ['BE hit'], points: [], legend: ['Apparently affected: BE.'] },
    ],
    [
      'what is over was',
      { state: 'resolved', scope: scope({ places: [hit(belgium)] }) },
      { filled: ['BE hit'], points: [], legend: ['Was affected: BE.'] },
    ],
    ['the world needs no map', { scope: scope({ reach: 'world', places: [hit(belgium)] }) }, false],
    ['only what is spared is no map', { scope: scope({ except: [belgium] }) }, false],
    ['a place that cannot be drawn is no map', { scope: scope({ places: [hit(place('nowhere'))] }) }, false],
  ])('%s', (_, changes, expected) => {
    const found = drawn(changes)
    if (expected && found)
      expect({ ...found, filled: [...found.filled].sort().reverse() }).toEqual({
        ...expected,
        filled: [...expected.filled].sort().reverse(),
      })
    else expect(found).toEqual(expected)
  })

  test('fills no island that is spared', () => {
    const filled = (except: Named[]) => {
      const map = placeMapOf(incident({ state: 'ongoing', scope: scope({ places: [hit(spain)], except }) }), en)
      return map ? (map.marked[0]?.path.split('M').length ?? 0) : 0
    }
    const balearics = place('ES-IB', 'ES')
    expect(filled([balearics])).toBeLessThan(filled([place('madrid', 'ES')]))
  })

  test('names what is not on it, and who says where it is', () => {
    const source = { kind: 'counter' as const, name: { ...place('NetBlocks'), kind: 'counter' as const } }
    const map = placeMapOf(incident({ scope: scope({ places: [hit(belgium), hit(place('nowhere'))], source }) }), en)
    expect((map || undefined)?.notes).toEqual(['Not on the map: nowhere.', 'Source: NetBlocks.'])
  })

  test('writes the names of places where they fit', () => {
    const map = placeMapOf(incident({ scope: scope({ places: [hit(liege), hit(namur)] }) }), en)
    expect((map || undefined)?.labels.map(({ text }) => text)).toEqual(['BE-WLG', 'namur-city'])
  })
})
