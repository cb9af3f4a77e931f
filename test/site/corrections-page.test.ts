import { expect, test } from 'vitest'
import { summary } from './summary-fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()

const pageOf = async (items: Parameters<typeof listedFiles>[0], path: string) => {
  const files = await listedFiles(items, siteContext)
  return String(files.find(file => file.path === path)?.text)
}

const corrected = (id: string, day: number) =>
  summary({
    id,
    slug: id,
    corrections: [{ at: Date.UTC(2026, 2, day, 9), isDay: false, text: `Le ${day}, <rectifié>.` }],
  })

test('corrections are on one page, newest first, with their articles', async () => {
  const page = await pageOf(
    [corrected('2026-03-02-a', 5), corrected('2026-03-03-b', 4)],
    'site/fr/rectifications/index.html',
  )
  expect(page.indexOf('Le 5, &lt;rectifié&gt;.')).toBeGreaterThan(0)
  expect(page.indexOf('Le 4')).toBeGreaterThan(page.indexOf('Le 5'))
  expect(page).toContain('href="/sous/fr/2026-03-02-a/"')
  expect(page).toContain('5 mars 2026 à 10h')
})

test('without any, the page says so', async () => {
  expect(await pageOf([summary()], 'site/fr/rectifications/index.html')).toContain('Rien n’a été rectifié')
})

test('the archive says what it holds', async () => {
  const items = [summary(), summary({ id: '2025-08-01-b', slug: 'b', published: Date.UTC(2025, 7, 1) })]
  expect(await pageOf(items, 'site/fr/archives/index.html')).toContain('2 articles, entre août 2025 et mars 2026.')
})
