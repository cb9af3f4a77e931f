import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onReal } from '../machine/on-real.ts'
import { searchCorpus } from '../site/search-corpus.ts'
import { listedFiles, testSiteContext } from '../site/test-site-context.ts'
import { axe } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type FileServer, serve } from './server.ts'
import { type ServedSite, servedSite } from './site.ts'

await onReal('the search in a browser', openBrowser, searchInBrowser)

/** Most that a query may load, in bytes. */
const MOST = 150_000

function searchInBrowser(browser: OpenBrowser): void {
  let page: Page
  const wrong: string[] = []
  const status = () => page.textContent('.status')
  const titles = () => page.locator('.results a').allTextContents()
  const ask = async (query: string) => {
    await page.getByRole('searchbox').fill(query)
    await page.keyboard.press('Enter')
  }

  beforeAll(async () => {
    page = await (await browser.open()).newPage()
    page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', error => wrong.push(String(error)))
  })
  afterAll(() => browser.close())

  describe('of the sample newsroom', () => {
    let site: ServedSite
    beforeAll(async () => {
      site = await servedSite()
    })
    afterAll(() => site?.close())
    const open = (path: string) => page.goto(site.root + path)

    test.each([
      ['fr/recherche/', 'instagarm', 'Meta', 'two letters that changed places'],
      ['fr/recherche/', 'nstagram', 'Meta', 'the first letter left out'],
      ['fr/recherche/', 'cloudflrae', 'Cloudflare', 'a mistake towards the end'],
      ['fr/recherche/', 'ELECTRICITE', 'Espagne', 'no accents, capitals'],
      ['fr/recherche/', 'électricités', 'Espagne', 'another ending'],
      ['fr/recherche/', 'l’électricité en Espagne', 'Espagne', 'several words, one with an article'],
      ['fr/recherche/', 'remplacé un équipement', 'Orion', 'words of the text alone'],
      ['fr/recherche/', 'insta', 'Meta', 'the beginning of a word'],
      ['en/search/', 'facebok', 'Facebook', 'a letter left out'],
      ['en/search/', 'apologising', 'Meta', 'a verb in another form'],
    ])('%s answers %s with %s: %s', async (path, query, title) => {
      await open(path)
      await ask(query)
      await expect.poll(async () => (await titles()).join(' | ')).toContain(title)
      expect(wrong).toEqual([])
    })

    test('tells when only what is near was found', async () => {
      await open('fr/recherche/')
      await ask('instagarm')
      await expect.poll(status).toMatch(/^Aucun article ne contient exactement «\sinstagarm\s»/)
      await ask('instagram')
      await expect.poll(status).toMatch(/^Articles trouvés/)
    })

    test('narrows down by state and day, without words too, and keeps it in the address', async () => {
      await open('fr/recherche/')
      await page.getByLabel('État').selectOption({ label: 'Retiré' })
      await expect.poll(titles).toHaveLength(1)
      await page.getByLabel('État').selectOption({ label: 'Tous' })
      await page.getByLabel('Publié depuis le').fill('2025-11-01')
      await page.getByLabel('Publié jusqu’au').fill('2025-11-30')
      await page.getByLabel('Publié jusqu’au').blur()
      await expect.poll(status).toMatch(/^Articles trouvés\s: 2$/)
      await page.reload()
      await expect.poll(status).toMatch(/^Articles trouvés\s: 2$/)
      expect(page.url()).toContain('from=2025-11-01')
      await ask('cloudflare')
      await expect.poll(titles).toHaveLength(1)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await axe(page)).toEqual([])
      }
    })

    test('says so when a file cannot be had, and answers when it can', async () => {
      await open('fr/recherche/')
      await page.route('**/words/*.json', route => route.fulfill({ status: 503 }))
      await ask('instagram')
      await expect.poll(status).toContain('n’a pas pu aboutir')
      await page.unroute('**/words/*.json')
      await page.keyboard.press('Enter')
      await expect.poll(status).toMatch(/^Articles trouvés/)
      wrong.length = 0
    })
  })

  describe('of ten thousand articles', () => {
    const folder = mkdtempSync(join(tmpdir(), 'depeche-search-'))
    let server: FileServer
    beforeAll(async () => {
      const files = await listedFiles(searchCorpus(10_000), await testSiteContext(['fr']))
      const wanted = files.filter(({ path }) => /^site\/(?:fr\/recherche\/|search\/|[^/]+\.(?:js|css)$)/.test(path))
      for (const { path, text } of wanted) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      server = await serve(join(folder, 'site'), '/sous/')
    })
    afterAll(async () => {
      await server?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** Bytes of the index that a query loads on a page just opened. */
    const bytesOf = async (query: string): Promise<number> => {
      const fresh = await browser.open()
      const before = server.answers.length
      const opened = await fresh.newPage()
      await opened.goto(`${server.origin}/sous/fr/recherche/?q=${encodeURIComponent(query)}`)
      await expect.poll(() => opened.textContent('.status'), { message: query }).toMatch(/\d|Aucun/)
      await fresh.close()
      const loaded = server.answers.slice(before).filter(({ path }) => path.endsWith('.json'))
      return loaded.reduce((sum, { bytes }) => sum + bytes, 0)
    }

    test.each([
      'instagram',
      'panne',
      'panne instagram',
      'instagarm',
      'cont',
      'panne instagram banc cesr dit fogur',
      'zzzzzz',
    ])('%s loads 150 kB at most', async query => {
      const bytes = await bytesOf(query)
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(MOST)
    })

    test('shows ten at first, the newest of equals before, and the next on demand', async () => {
      await page.goto(`${server.origin}/sous/fr/recherche/?q=instagram`)
      await expect.poll(status).toMatch(/250$/)
      expect(await titles()).toHaveLength(10)
      expect((await titles())[0]).toContain('Panne 9960')
      await page.getByRole('button', { name: 'Plus de résultats' }).click()
      await expect.poll(titles).toHaveLength(20)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles())[10])
    })
  })
}
