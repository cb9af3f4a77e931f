import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleSummary } from '../../src/site/article-summary.ts'
import { editionFeed, feedFiles } from '../../src/site/feeds/feed-files.ts'
import type { SiteContext, SiteEdition } from '../../src/site/site-context.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { summary } from './summary-fixture.ts'
import { testSiteContext } from './test-site-context.ts'

let siteContext: SiteContext
let french: SiteEdition

beforeAll(async () => {
  siteContext = await testSiteContext()
  french = siteEditionOf(siteContext, 'fr')
})

const keyOf = (items: readonly ArticleSummary[]) => items.map(({ id }) => id).join(' ')

const filesOf = (items: readonly ArticleSummary[], context = siteContext) =>
  feedFiles(editionFeed(context, french), items, keyOf, context, french)

async function jsonOf(items: readonly ArticleSummary[], context = siteContext) {
  const file = filesOf(items, context).find(({ path }) => path.endsWith('.json'))
  return JSON.parse(String(await file?.make()))
}

const nth = (count: number): ArticleSummary =>
  summary({ id: `2026-03-${String(count).padStart(2, '0')}-orion`, updated: Date.UTC(2026, 2, count) })

describe('the feeds of an edition', () => {
  test('are three, beside its front page', () => {
    expect(filesOf([]).map(({ path }) => path)).toEqual(['site/fr/feed.xml', 'site/fr/atom.xml', 'site/fr/feed.json'])
  })

  test('bear the name and the description of the newsroom, in the language of the edition', async () => {
    expect(await jsonOf([])).toMatchObject({
      title: 'La <Gazette> & Cie',
      description: 'Pannes & retours',
      language: siteEditionOf(siteContext, 'fr').locale.edition.tag,
      home_page_url: 'https://news.example/sous/fr/',
    })
    const silent = { ...siteContext, site: { ...siteContext.site, description: {} } }
    expect(await jsonOf([], silent)).toMatchObject({ description: 'La <Gazette> & Cie' })
  })

  test('begin with what changed last, and of one moment with the later incident', async () => {
    const same = [nth(3), { ...nth(4), updated: nth(3).updated }]
    const { items } = await jsonOf([nth(1), ...same, nth(2)])
    expect(items.map(({ id }: { id: string }) => id.split('/').at(-1))).toEqual([
      '2026-03-04-orion',
      '2026-03-03-orion',
      '2026-03-02-orion',
      '2026-03-01-orion',
    ])
  })

  test('hold thirty articles at most, and their key names just these', async () => {
    const many = Array.from({ length: 31 }, (_, index) => nth(index + 1))
    const { items } = await jsonOf(many)
    expect(items).toHaveLength(30)
    for (const { key } of filesOf(many)) {
      expect(key).toContain('2026-03-31-orion')
      expect(key).not.toContain('2026-03-01-orion')
    }
  })

  test('name an article for ever: by host, day, edition and id, whatever its address is now', async () => {
    const { items } = await jsonOf([summary({ slug: 'une-autre-adresse' })])
    expect(items[0]).toMatchObject({
      id: 'tag:news.example,2026-03-02:fr/2026-03-02-orion',
      url: 'https://news.example/sous/fr/une-autre-adresse/',
      date_published: '2026-03-02T10:00:00+01:00',
      tags: ['Orion Mail'],
    })
  })

  test('hold one line of each text, without what could turn the page round', async () => {
    const { items } = await jsonOf([summary({ headline: 'Panne\nchez \u202eOrion' })])
    expect(items[0].title).toBe('Panne chez Orion')
  })

  test('name the licence of the newsroom', async () => {
    const licensed = { ...siteContext, site: { ...siteContext.site, licence: { url: 'https://licence.example/' } } }
    const [rss] = filesOf([], licensed)
    expect(await rss?.make()).toContain('<copyright>https://licence.example/</copyright>')
  })
})
