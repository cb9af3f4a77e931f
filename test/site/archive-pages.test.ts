import { expect, test } from 'vitest'
import { manySummaries } from './many-summaries.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const files = () => listedFiles(manySummaries(siteContext), siteContext)

test('the pages of months leave nothing out, and no month is made without an article', async () => {
  const months = (await files()).filter(({ path }) => /fr\/\d{4}\/\d\d/.test(path))
  expect(months.map(({ path }) => path)).toEqual([
    'site/fr/2026/03/index.html',
    'site/fr/2026/02/index.html',
    'site/fr/2026/01/index.html',
  ])
  expect(months.flatMap(({ text }) => String(text).match(/<h3>/g) ?? [])).toHaveLength(70)
})
