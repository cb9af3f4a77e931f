import { expect, test } from 'vitest'
import { manySummaries } from './many-summaries.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const files = () => listedFiles(manySummaries(siteContext), siteContext)

test('shows what goes on first, then the latest', async () => {
  const front = String((await files()).find(({ path }) => path === 'site/fr/index.html')?.text)
  const shown = [...front.matchAll(/<h3><a href="[^"]*">([^<]*)/g)].map(([, text]) => text)
  expect(shown.slice(0, 3)).toEqual(['Panne 3', 'Panne 69', 'Panne 68'])
  expect(shown).toHaveLength(41)
})
