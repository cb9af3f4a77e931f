import { describe, expect, test } from 'vitest'
import { articlePage } from '../../src/site/article-page.ts'
import { staticFiles } from '../../src/site/static-files.ts'
import { article, incident } from './fixture.ts'
import { summary } from './summary-fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const told = article()
const page = articlePage({ article: told, incident: incident(), neighbours: { related: [] } }, [told], siteContext).text

/** Every JSON-LD of a page. */
const dataOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) => JSON.parse(json))

describe('an article page', () => {
  test('states the way to it', () => {
    const [, breadcrumbs] = dataOf(page)
    expect(breadcrumbs).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, item: 'https://news.example/sous/fr/' },
        { position: 2, name: 'mars 2026', item: 'https://news.example/sous/fr/2026/03/' },
        { position: 3, item: 'https://news.example/sous/fr/2026-03-02-orion/' },
      ],
    })
  })

  test('has a preview title without the name of the site, which stands beside it', () => {
    expect(page).toMatch(/<meta property="og:title" content="Orion : la panne est terminée">/)
    expect(page).toContain('<meta property="og:site_name"')
  })

  test('names its fonts, its icon, its manifest and the version of its style sheet', () => {
    expect(
      page.match(/<link rel="preload" href="[^"]+\.woff2" as="font" type="font\/woff2" crossorigin>/g),
    ).toHaveLength(2)
    expect(page).toContain('<link rel="icon" href="/sous/icon.svg">')
    expect(page).toContain('<link rel="manifest" href="/sous/fr/site.webmanifest">')
    expect(page).toMatch(/href="\/sous\/style\.css\?[\w-]{8}"/)
  })
})

test('the front page states the publisher', async () => {
  const files = await listedFiles([summary()], siteContext)
  const [site] = dataOf(String(files.find(({ path }) => path === 'site/fr/index.html')?.text))
  expect(site).toMatchObject({ '@type': 'WebSite', publisher: { '@type': 'NewsMediaOrganization' } })
})

describe('the files for servers and devices', () => {
  const files = new Map(
    staticFiles(siteContext).map(file => [file.path, 'text' in file ? String(file.text) : file.make()]),
  )

  test('let nobody frame a page, and keep what bears its version', () => {
    const headers = files.get('site/_headers')
    expect(headers).toMatch(/^\/sous\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy: frame-ancestors 'none'\n/)
    expect(headers).toContain('/sous/fonts/*\n  Cache-Control: public, max-age=31536000, immutable\n')
  })

  test('an icon is the first letter of the name, escaped', async () => {
    expect(await files.get('site/icon.svg')).toContain('>&lt;</text>')
    const other = staticFiles({ ...siteContext, site: { ...siteContext.site, name: 'Le Soir de Nulle-Part' } })
    const icon = other.find(({ path }) => path === 'site/icon.svg')
    expect(icon && 'make' in icon && (await icon.make())).toContain('>S</text>')
  })

  test('a manifest names the edition', () => {
    expect(JSON.parse(String(files.get('site/fr/site.webmanifest')))).toMatchObject({
      lang: 'fr-BE',
      start_url: '/sous/fr/',
      icons: [{ src: '/sous/icon.svg', type: 'image/svg+xml' }],
    })
  })
})
