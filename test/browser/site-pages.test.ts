import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { validateSite } from '../../src/validate/validate-site.ts'
import { onReal } from '../machine/on-real.ts'
import { axe } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type ServedSite, servedSite } from './site.ts'

/** Every kind of page, in French; the same in English is where its switch leads. */
const KINDS = {
  front: 'fr/',
  ongoing: 'fr/2024-12-11-meta/',
  resolved: 'fr/2025-11-18-cloudflare/',
  counts: 'fr/panne-amazon-web-services/',
  disputed: 'fr/2026-03-03-orion-telecom/',
  retracted: 'fr/2026-02-10-nordlys/',
  map: 'fr/2025-09-06-mer-rouge/',
  archive: 'fr/archives/',
  year: 'fr/2025/',
  month: 'fr/2025/11/',
  service: 'fr/service/instagram/',
  company: 'fr/entreprise/orion-telecom/',
  country: 'fr/pays/BE/'.toLowerCase(),
  place: 'fr/lieu/be-wlg/',
  corrections: 'fr/rectifications/',
  topics: 'fr/themes/',
  method: 'fr/methode/',
  search: 'fr/recherche/',
  root: '',
  missing: 'nulle/part/',
} as const

const SWITCHED = Object.entries(KINDS).filter(([kind]) => kind !== 'root' && kind !== 'missing')
const WIDTHS = [320, 768, 1280]

await onReal('the pages in a browser', openBrowser, pagesInBrowser)

function pagesInBrowser(browser: OpenBrowser): void {
  let site: ServedSite
  let page: Page
  /** What went wrong on the page: errors, refusals of the policy, requests to other hosts. */
  let wrong: string[] = []

  beforeAll(async () => {
    site = await servedSite()
    page = await (await browser.open()).newPage()
    page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', error => wrong.push(String(error)))
    page.on('request', request => {
      if (!request.url().startsWith(site.root) && !request.url().startsWith('data:')) wrong.push(request.url())
    })
    page.on('dialog', dialog => {
      wrong.push(`dialog: ${dialog.message()}`)
      dialog.dismiss().catch(() => undefined)
    })
  })

  afterAll(async () => {
    await browser.close()
    await site?.close()
  })

  const open = async (path: string) => {
    wrong = []
    await page.goto(site.root + path, { waitUntil: 'load' })
  }

  /** A page that is not there is answered 404, which the browser logs. */
  const mistakes = () => wrong.filter(text => !/status of 404/.test(text))

  describe.each(Object.entries(KINDS))('%s', (kind, path) => {
    test('axe finds nothing, in light and in dark', async () => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1000, height: 800 })
      await open(path)
      expect(await axe(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await axe(page, ['color-contrast'])).toEqual([])
      expect(mistakes()).toEqual([])
    })

    test('fits from a telephone to a wide screen', async () => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        await open(path)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(over, `${width} px`).toBeLessThanOrEqual(0)
        const shots = process.env.DEPECHE_SHOTS
        if (shots) await page.screenshot({ path: join(shots, `${kind}-${width}.png`), fullPage: true })
      }
    })
  })

  test.each(SWITCHED)('%s leads to itself in English and back', async (_, path) => {
    await open(path)
    await page.getByRole('link', { name: 'Read in English' }).click()
    await page.locator('html[lang="en-GB"]').waitFor()
    await page.getByRole('link', { name: 'Lire en français' }).click()
    await page.waitForURL(site.root + path)
  })

  test('a former address leads to the article', async () => {
    await open('fr/panne-aws-snapchat/')
    await page.waitForURL(`${site.root}fr/panne-amazon-web-services/`)
  })

  test('everything can be reached and seen with the keyboard alone', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1000, height: 800 })
    await open(KINDS.disputed)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au texte')
    const links = await page.locator('a[href], button:visible, input').count()
    const seen: string[] = []
    for (let step = 1; step < links; step++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && box.width > 0
        return { shown, name: element.textContent ?? '' }
      })
      expect(focus.shown, focus.name).toBe(true)
      seen.push(focus.name.trim())
    }
    expect(seen).toEqual(expect.arrayContaining(['Read in English', 'Archives', 'Imprimer']))
  })

  test.each([
    ['fr/recherche/', 'telecom', 'Orion', /Articles trouvés\s: \d+/],
    ['en/search/', 'cloudflare', 'Cloudflare', /Articles found: \d+/],
  ])('%s finds %s', async (path, query, headline, status) => {
    await open(path)
    await page.getByRole('searchbox').fill(query)
    await page.keyboard.press('Enter')
    await page.locator('.results li').first().waitFor()
    await expect.poll(() => page.textContent('.status')).toMatch(status)
    expect((await page.locator('.results a').allTextContents()).join(' ')).toContain(headline)
    expect(page.url()).toContain(`q=${query}`)
    expect(await axe(page)).toEqual([])
    await page.locator('.results a').first().click()
    await page.locator('article.story').waitFor()
    expect(mistakes()).toEqual([])
  })

  test('a search for nothing, and a hostile one, are answered in words', async () => {
    for (const query of ['zzzz', '<img src=x onerror=alert(1)>', '{{zqx}} $& \\']) {
      await open(`fr/recherche/?q=${encodeURIComponent(query)}`)
      await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('Aucun'))
      expect(await page.textContent('.status')).toContain(query)
      expect(mistakes()).toEqual([])
    }
  })

  test('without scripts everything is there, and the search says what to do instead', async () => {
    const still = await browser.open({ javaScriptEnabled: false })
    const quiet = await still.newPage()
    await quiet.goto(site.root + KINDS.resolved)
    expect(await quiet.locator('h1').textContent()).toContain('Cloudflare')
    expect(await quiet.locator('.share a[href^="mailto:"]').count()).toBe(1)
    expect(await quiet.locator('button:visible').count()).toBe(0)
    await quiet.goto(site.root + KINDS.search)
    expect(await quiet.locator('main').innerText()).toContain('La recherche demande JavaScript')
    await still.close()
  })

  test('what is at a glance is open where there is room, and folds on a telephone', async () => {
    const isSeen = () => page.locator('.glance details dd').first().isVisible()
    await page.setViewportSize({ width: 1000, height: 800 })
    await open(KINDS.resolved)
    expect(await isSeen()).toBe(true)
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await isSeen()).toBe(false)
    await page.locator('.glance summary').click()
    expect(await isSeen()).toBe(true)
  })

  test('nothing moves while a page loads', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    for (const path of [KINDS.front, KINDS.counts]) {
      await open(path)
      const shift = await page.evaluate(async () => {
        let sum = 0
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as unknown as { value: number }).value
        }
        const observer = new PerformanceObserver(list => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        // Fonts come last; what they move is painted in the frame after, and told in the one after that.
        await document.fonts.ready
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
        add(observer.takeRecords())
        return sum
      })
      expect(shift, path).toBeLessThan(0.02)
    }
  })

  test('printed, a page is black on white and holds its addresses', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await open(KINDS.resolved)
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return { backgroundColor, color, menu: getComputedStyle(document.querySelector('.menu') as Element).display }
    })
    expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)', menu: 'none' })
    await page.emulateMedia({ media: 'screen' })
  })

  test('share cards are 1200 × 630, and nothing on them touches the edge', async () => {
    await open(KINDS.front)
    const cards = openWorkspace(site.folder)
      .list('')
      .filter(path => path.endsWith('card.png'))
    expect(cards.length).toBeGreaterThan(20)
    for (const card of cards.filter((_, at) => at % 5 === 0)) {
      const edge = await page.evaluate(async address => {
        const picture = new Image()
        picture.src = address
        await picture.decode()
        const canvas = document.createElement('canvas')
        canvas.width = picture.width
        canvas.height = picture.height
        const drawing = canvas.getContext('2d')
        if (!drawing) return undefined
        drawing.drawImage(picture, 0, 0)
        const column = (x: number) =>
          new Set(new Uint32Array(drawing.getImageData(x, 0, 1, picture.height).data.buffer)).size
        const row = (y: number) =>
          new Set(new Uint32Array(drawing.getImageData(0, y, picture.width, 1).data.buffer)).size
        return {
          width: picture.width,
          height: picture.height,
          edges: [column(8), column(picture.width - 9), row(8), row(picture.height - 9)],
        }
      }, `/${card}`)
      expect(edge, card).toEqual({ width: 1200, height: 630, edges: [1, 1, 1, 1] })
    }
  })

  describe('the files as they are', () => {
    const files = () => openWorkspace(site.folder)
    const bytes = (path: string) => readFileSync(join(site.folder, path))

    test('are valid HTML, every page', async () => {
      const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })
      const found: string[] = []
      for (const path of files()
        .list('')
        .filter(file => file.endsWith('.html'))) {
        const { results } = await validator.validateString(bytes(path).toString())
        for (const { messages } of results) {
          for (const { ruleId, message, line } of messages) found.push(`${path}:${line} ${ruleId} ${message}`)
        }
      }
      expect(found).toEqual([])
    })

    test('break no rule of validate: links, languages, data, feeds, maps', () => {
      const built = {
        base: 'https://depeche.example/',
        files: files().list(''),
        bytes,
        text: (path: string) => bytes(path).toString(),
      }
      expect(validateSite(built)).toEqual([])
    })
  })
}
