import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleSummary } from '../../src/site/article-summary.ts'
import type { GeneratedFile } from '../../src/site/output-file.ts'
import type { SiteContext } from '../../src/site/site-context.ts'
import { listMoments, newsSitemapFile, robotsFile, sitemapFiles } from '../../src/site/sitemaps.ts'
import { readXml, textOf } from '../../src/validate/xml-tree.ts'
import { summary } from './summary-fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const HOUR = 60 * 60 * 1000
const NOW = Date.UTC(2026, 2, 4, 12)

let siteContext: SiteContext
beforeAll(async () => {
  siteContext = await testSiteContext()
})

const made = async (file: GeneratedFile | undefined): Promise<string> => String(await file?.make())

describe('sitemap.xml', () => {
  test('holds every page, with its last change where it has one', async () => {
    const [only, ...others] = sitemapFiles([{ path: '' }, { path: 'fr/a&b/', changed: NOW }], siteContext)
    expect(others).toEqual([])
    expect(only?.path).toBe('site/sitemap.xml')
    expect(await made(only)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://news.example/sous/</loc></url>
<url><loc>https://news.example/sous/fr/a&amp;b/</loc><lastmod>2026-03-04T12:00:00Z</lastmod></url>
</urlset>
`)
  })

  test('of no page is a map all the same', async () => {
    const files = sitemapFiles([], siteContext)
    expect(files.map(({ path }) => path)).toEqual(['site/sitemap.xml'])
    expect(readXml(await made(files[0])).children).toEqual([])
  })

  test('becomes an index of several when there are too many pages for one', async () => {
    const pages = [{ path: 'a/', changed: NOW - HOUR }, { path: 'b/', changed: NOW }, { path: 'c/' }]
    const files = sitemapFiles(pages, siteContext, 2)
    expect(files.map(({ path }) => path)).toEqual(['site/sitemap-1.xml', 'site/sitemap-2.xml', 'site/sitemap.xml'])
    const index = readXml(await made(files[2]))
    expect(index.name).toBe('sitemapindex')
    expect(index.children.map(map => [textOf(map, 'loc'), textOf(map, 'lastmod')])).toEqual([
      ['https://news.example/sous/sitemap-1.xml', '2026-03-04T12:00:00Z'],
      ['https://news.example/sous/sitemap-2.xml', ''],
    ])
    expect(readXml(await made(files[1])).children).toHaveLength(1)
  })

  test('is made anew when a page comes, goes or changes, and only then', () => {
    const key = (...pages: { path: string; changed?: number }[]) => sitemapFiles(pages, siteContext)[0]?.key
    expect(key({ path: 'a/', changed: 1 })).toBe(key({ path: 'a/', changed: 1 }))
    expect(key({ path: 'a/', changed: 2 })).not.toBe(key({ path: 'a/', changed: 1 }))
    expect(key({ path: 'a/' }, { path: 'b/' })).not.toBe(key({ path: 'a/' }))
  })
})

describe('news-sitemap.xml', () => {
  const keyOf = (items: readonly ArticleSummary[]) => items.map(({ id }) => id).join(' ')
  const newsOf = (...items: ArticleSummary[]) => newsSitemapFile(items, keyOf, NOW, siteContext)
  const old = (hours: number, changes: Partial<ArticleSummary> = {}) =>
    summary({ id: `2026-03-02-${hours}`, published: NOW - hours * HOUR, ...changes })

  test('names an article with its publication, its moment and its headline', async () => {
    expect(await made(newsOf(old(1, { headline: 'Orion & Mail' })))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/sous/fr/2026-03-02-1/</loc><news:news><news:publication><news:name>La &lt;Gazette&gt; &amp; Cie</news:name><news:language>fr</news:language></news:publication><news:publication_date>2026-03-04T11:00:00Z</news:publication_date><news:title>Orion &amp; Mail</news:title></news:news></url>
</urlset>
`)
  })

  test('holds the articles of two days, the latest first: none of tomorrow, none that is two days old', () => {
    expect(newsOf(old(47), old(48), old(0), old(-1), old(3)).key).toBe('2026-03-02-0 2026-03-02-3 2026-03-02-47')
  })

  test('holds no false alarm', () => {
    expect(newsOf(old(1, { state: 'retracted' }), old(2)).key).toBe('2026-03-02-2')
  })

  test('holds a thousand articles at most', () => {
    const many = Array.from({ length: 1001 }, (_, nth) => old(1, { id: `2026-03-02-${String(nth).padStart(4, '0')}` }))
    expect(newsOf(...many).key.split(' ')).toHaveLength(1000)
  })

  test('may be empty', async () => {
    expect(readXml(await made(newsOf())).children).toEqual([])
  })

  test('changes when an article enters it and when it leaves, each moment once', () => {
    expect(listMoments([old(0), old(0, { edition: 'en' }), old(1)])).toEqual([
      NOW,
      NOW + 48 * HOUR,
      NOW - HOUR,
      NOW + 47 * HOUR,
    ])
  })
})

test('robots.txt lets everything be read, and says where the maps are', async () => {
  const file = robotsFile(siteContext)
  expect(file.path).toBe('site/robots.txt')
  expect(await made(file)).toBe(`User-agent: *
Allow: /

Sitemap: https://news.example/sous/sitemap.xml
Sitemap: https://news.example/sous/news-sitemap.xml
`)
})
