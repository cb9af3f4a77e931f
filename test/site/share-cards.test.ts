import { beforeAll, describe, expect, test } from 'vitest'
import { cardFiles } from '../../src/site/cards/share-cards.ts'
import type { SiteContext } from '../../src/site/site-context.ts'
import { incidentText, newsroom } from './sample-newsroom.ts'
import { summary } from './summary-fixture.ts'
import { testSiteContext } from './test-site-context.ts'

describe('share cards', () => {
  let siteContext: SiteContext
  beforeAll(async () => {
    siteContext = await testSiteContext(['fr', 'en'], { share_cards: true })
  })

  const keyOf = (changes: Parameters<typeof summary>[0] = {}, context = siteContext) =>
    cardFiles([summary(changes)], context)[0]?.key ?? ''

  test('are made only where the newsroom wants them', async () => {
    expect(cardFiles([summary()], await testSiteContext())).toEqual([])
    expect(cardFiles([summary()], siteContext)).toMatchObject([
      { path: 'site/fr/2026-03-02-orion/card.png', keyIsComplete: true },
    ])
  })

  test.each([
    ['the headline', { headline: 'Orion : la panne dure' }],
    ['the kicker', { kicker: 'En cours' }],
    ['a service', { services: ['Orion Agenda'] }],
    ['the state, which decides the colour', { state: 'ongoing' as const }],
    ['the edition', { edition: 'en' }],
  ])('are drawn again when %s changes', (_, changes) => expect(keyOf(changes)).not.toBe(keyOf()))

  test.each([
    ['the standfirst', { standfirst: 'Autre chose.' }],
    ['the hour', { updated: 1, published: 1 }],
    ['the state, without another colour', { state: 'recovering' as const }],
  ])('stay when %s changes, which they do not show', (_, changes) => expect(keyOf(changes)).toBe(keyOf()))

  test('are drawn again in other colours', () => {
    const colours = { light: { accent: '#00f' } }
    expect(keyOf({}, { ...siteContext, site: { ...siteContext.site, colours } })).not.toBe(keyOf())
  })

  test('name four services, and say that there are more', () => {
    const services = ['A', 'B', 'C', 'D', 'E']
    expect(keyOf({ services })).toContain('A · B · C · D …')
    expect(keyOf({ services: services.slice(1) })).toContain('B · C · D · E"')
  })
})

describe('a build', () => {
  const path = 'content/incidents/2026/2026-03-02-orion.yaml'
  const card = 'dist/site/en/2026-03-02-orion/card.png'

  const place = () => {
    const here = newsroom({ [path]: incidentText() })
    here.write('content/site.yaml', `${here.read('content/site.yaml')}share_cards: true\n`)
    return here
  }

  test('draws a card once: neither another program nor another text of the article draws it again', async () => {
    const here = place()
    await here.build({ editions: ['en'] })
    const { [card]: drawn } = here.times('dist/site')
    expect(drawn).toBeDefined()
    await here.build({ editions: ['en'], program: 'another' })
    expect(here.times('dist/site')[card]).toBe(drawn)
    here.write(path, incidentText({ sources: '[{ url: https://status.example/1 }]' }))
    expect((await here.build({ editions: ['en'], program: 'another' })).written).toBeGreaterThan(0)
    expect(here.times('dist/site')[card]).toBe(drawn)
  })

  test('draws it again when its words change, and removes it when nobody wants it', async () => {
    const here = place()
    await here.build({ editions: ['en'] })
    const before = here.times('dist/site')[card]
    here.write(path, incidentText({ headline: '{ en: Mail is back }' }))
    await here.build({ editions: ['en'] })
    expect(here.times('dist/site')[card]).not.toBe(before)
    here.write('content/site.yaml', here.read('content/site.yaml').replace('share_cards: true\n', ''))
    await here.build({ editions: ['en'] })
    expect(here.has(card)).toBe(false)
  })
})
