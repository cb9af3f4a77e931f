import { expect, test } from 'vitest'
import { manySummaries } from './many-summaries.ts'
import { summary } from './summary-fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const files = () => listedFiles(manySummaries(siteContext), siteContext)

test('shows what goes on first, then the latest', async () => {
  const front = String((await files()).find(({ path }) => path === 'site/fr/index.html')?.text)
  const shown = [...front.matchAll(/<h3><a href="[^"]*">([^<]*)/g)].map(([, text]) => text)
  expect(shown.slice(0, 3)).toEqual(['Panne 3', 'Panne 69', 'Panne 68'])
  expect(shown).toHaveLength(41)
})

test('the biggest story that is under way leads, and the state of things is counted', async () => {
  const open = (id: string, weight: number, state: 'ongoing' | 'planned' | 'recovering' = 'ongoing') =>
    summary({ id, slug: id, state, weight, headline: id })
  const items = [
    open('2026-03-05-small', 10),
    open('2026-03-04-big', 80),
    open('2026-03-03-work', 99, 'planned'),
    summary({ id: '2026-03-02-aged', slug: 'aged', state: 'ongoing', weight: 200, aged: true }),
  ]
  const files = await listedFiles(items, await testSiteContext())
  const page = String(files.find(({ path }) => path === 'site/fr/index.html')?.text)
  expect(page.match(/<article class="item big">[\s\S]*?<\/article>/g)).toHaveLength(1)
  expect(page).toMatch(/<article class="item big">[\s\S]*?2026-03-04-big/)
  expect(page).toContain('2 pannes en cours · 1 opération prévue')
})
