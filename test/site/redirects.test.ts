import { beforeAll, describe, expect, test } from 'vitest'
import { redirectFiles } from '../../src/site/redirects.ts'
import type { SiteContext } from '../../src/site/site-context.ts'
import { summary } from './summary-fixture.ts'
import { testSiteContext } from './test-site-context.ts'

let siteContext: SiteContext
beforeAll(async () => {
  siteContext = await testSiteContext()
})

async function made(...items: ReturnType<typeof summary>[]): Promise<Record<string, string>> {
  const files = redirectFiles(items, siteContext)
  return Object.fromEntries(await Promise.all(files.map(async ({ path, make }) => [path, String(await make())])))
}

describe('where an article was before', () => {
  const moved = summary({ slug: 'panne-orion', former: ['orion', 'panne'] })

  test('a page leads on, in the path of the site', async () => {
    const files = await made(moved)
    expect(Object.keys(files)).toEqual(['site/fr/orion/index.html', 'site/fr/panne/index.html', 'site/_redirects'])
    const page = files['site/fr/orion/index.html']
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/sous/fr/panne-orion/">')
    expect(page).toContain('<link rel="canonical" href="https://news.example/sous/fr/panne-orion/">')
    expect(page).toMatch(/<a href="\/sous\/fr\/panne-orion\/"[^>]*>Orion : la panne est terminée<\/a>/)
  })

  test('hosts that read _redirects lead on by themselves', async () => {
    expect((await made(moved))['site/_redirects']).toBe(
      '/sous/fr/orion/ /sous/fr/panne-orion/ 301\n/sous/fr/panne/ /sous/fr/panne-orion/ 301\n',
    )
  })

  test('nothing leads away from an address that another article has now', async () => {
    const other = summary({ id: '2026-03-03-panne', slug: 'panne' })
    expect(Object.keys(await made(moved, other))).toEqual(['site/fr/orion/index.html', 'site/_redirects'])
  })

  test('of two that were at one address the first keeps it', async () => {
    const other = summary({ id: '2026-03-03-autre', slug: 'autre', former: ['orion'] })
    expect((await made(moved, other))['site/_redirects']).not.toContain('/sous/fr/autre/')
  })

  test('each edition has addresses of its own', async () => {
    const english = summary({ edition: 'en', slug: 'orion-outage', former: ['orion'] })
    expect((await made(moved, english))['site/_redirects']).toContain('/sous/en/orion/ /sous/en/orion-outage/ 301\n')
  })
})

test('where nothing has moved there is an empty list, so that an old one goes', async () => {
  expect(await made(summary())).toEqual({ 'site/_redirects': '' })
})

test('a page that leads on is made anew when the headline or the address changes', () => {
  const keyOf = (changes: object) => redirectFiles([summary({ former: ['orion'], ...changes })], siteContext)[0]?.key
  expect(keyOf({})).toBe(keyOf({ updated: 1 }))
  expect(keyOf({ headline: 'Autre' })).not.toBe(keyOf({}))
  expect(keyOf({ slug: 'autre' })).not.toBe(keyOf({}))
})
