import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onReal } from '../machine/on-real.ts'
import { axe } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type ServedSite, servedSite } from './site.ts'

const FILE = 'content/incidents/2026/2026-04-02-live.yaml'
const PATH = 'fr/2026-04-02-live/'
const at = (hour: number, minute: number): number => Date.UTC(2026, 3, 2, hour - 2, minute)

interface Moved {
  readonly state?: string
  readonly asOf?: string
  readonly updates?: readonly (readonly [hour: string, fr: string, en: string])[]
  readonly more?: string
}

const FIRST = ['10:20', 'les premiers signalements affluent', 'the first reports come in'] as const
const SECOND = ['10:40', 'Orion cherche la cause', 'Orion looks for the cause'] as const
const THIRD = ['11:05', 'une partie des clients retrouve l’accès', 'some customers have access again'] as const

/** The story at one moment. */
const story = ({ state = 'ongoing', asOf = '10:45', updates = [FIRST, SECOND], more = '' }: Moved = {}): string =>
  `state: ${state}
as_of: 2026-04-02T${asOf}
company: { name: Orion, kind: company, fr: { class: ms }, en: { class: s } }
services: { name: Orion Mail, fr: { class: ms }, en: { class: s } }
started: 2026-04-02T10:10
counts: { source: downdetector, unit: reports, value: thousands }
cause: { fr: une mise à jour défectueuse, en: a faulty update }
${more}
updates:
${updates.map(([hour, fr, en]) => `  - { at: 2026-04-02T${hour}, fr: ${JSON.stringify(fr)}, en: ${JSON.stringify(en)} }`).join('\n')}
published: 2026-04-02T10:15
sources: [{ url: "https://status.example/1", title: Orion }]
`

await onReal('a story under way, in a browser', openBrowser, liveStory)

function liveStory(browser: OpenBrowser): void {
  let site: ServedSite
  let context: BrowserContext
  let page: Page
  let wrong: string[] = []

  beforeAll(async () => {
    site = await servedSite({ [FILE]: story() }, at(10, 50))
  })
  afterAll(async () => {
    await browser.close()
    await site?.close()
  })

  beforeEach(async () => {
    await site.rebuild({ [FILE]: story() }, at(10, 50))
    context = await browser.open({ viewport: { width: 390, height: 700 } })
    page = await context.newPage()
    // The page's own clock stands; its timers are run by hand.
    await page.clock.setFixedTime(at(10, 57))
    wrong = []
    page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', error => wrong.push(String(error)))
    await page.goto(site.root + PATH)
  })
  afterEach(async () => {
    await context.close()
  })

  /** Readers' devices come back to the network now and then: the page asks at once. */
  const ask = () => page.evaluate(() => dispatchEvent(new Event('online')))
  const asked = () => site.answers.filter(({ path }) => path.endsWith('live.json')).length
  /** Asks, and waits until the answer has come. */
  const askAndWait = async () => {
    const answered = page.waitForResponse(/live\.json/)
    await ask()
    await (await answered).finished()
  }
  const texts = () => page.locator('#timeline + .when .key tbody tr').allTextContents()
  const words = () => page.locator('main').innerText()

  test('says what moved last, how long ago, and tells the newest first', async () => {
    await expect.poll(() => page.textContent('[data-ago]')).toBe('il y a 12 minutes ·')
    expect(await page.textContent('.latest')).toContain('Orion cherche la cause')
    const rows = await texts()
    expect(rows[0]).toContain('10h45')
    expect(rows[1]).toContain('Orion cherche la cause')
    expect(rows.at(-1)).toContain('Début de la panne')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    expect(wrong).toEqual([])
  })

  test('takes over what has changed, and leaves the reader where they are', async () => {
    const link = page.locator('.sources a').first()
    await page.locator('.glance summary').click()
    await page.evaluate(() => {
      const text = document.querySelector('.made p')?.firstChild
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 10)
      for (const element of document.querySelectorAll('main *')) Object.assign(element, { seen: true })
    })
    await link.focus()
    const before = {
      top: await link.evaluate(element => element.getBoundingClientRect().top),
      selected: await page.evaluate(() => String(getSelection())),
    }
    expect(before.selected).toHaveLength(10)
    await site.rebuild({ [FILE]: story({ asOf: '11:10', updates: [FIRST, SECOND, THIRD] }) }, at(11, 12))
    await page.clock.setFixedTime(at(11, 13))
    await ask()
    await expect.poll(words).toContain('une partie des clients retrouve l’accès')
    expect((await texts())[0]).toContain('11h10')
    expect((await texts())[1]).toContain('Une partie des clients')
    expect(await page.textContent('[data-ago]')).toBe('il y a 3 minutes ·')
    expect(await link.evaluate(element => document.activeElement === element)).toBe(true)
    const top = await link.evaluate(element => element.getBoundingClientRect().top)
    expect(Math.abs(top - before.top)).toBeLessThan(2)
    expect(await page.evaluate(() => String(getSelection()))).toBe(before.selected)
    expect(await page.locator('.glance details').getAttribute('open')).not.toBeNull()
    const kept = await page.evaluate(() => {
      const isKept = (selector: string) =>
        [...document.querySelectorAll(selector)].map(element => 'seen' in element && element.seen === true)
      return {
        end: isKept('.end *'),
        heading: isKept('h1'),
        rows: isKept('#update-1, #update-2'),
        last: isKept('#update-3'),
      }
    })
    expect(kept.end.every(Boolean)).toBe(true)
    expect(kept.rows).toEqual([true, true])
    expect(kept.last).toEqual([false])
    expect(await page.locator('body > [role="status"]').textContent()).toMatch(
      /^L’article a été mis à jour\. À 11h05.*retrouve l’accès/,
    )
    expect(wrong).toEqual([])
  })

  test('is the page as it is built, once it has followed', async () => {
    await site.rebuild(
      {
        [FILE]: story({
          asOf: '11:10',
          updates: [FIRST, SECOND, THIRD],
          more: 'compensation: { fr: Orion rembourse un jour., en: Orion refunds a day. }',
        }),
      },
      at(11, 12),
    )
    await ask()
    await expect.poll(words).toContain('retrouve l’accès')
    const followed = await words()
    await page.reload()
    await expect.poll(words).toBe(followed)
  })

  test('asks with what it has, and is not sent it again', async () => {
    await askAndWait()
    await askAndWait()
    const answers = site.answers.filter(({ path }) => path.endsWith('live.json'))
    expect(answers.at(-1)).toMatchObject({ status: 304, bytes: 0 })
  })

  test('can be paused, which is remembered, and taken up again', async () => {
    const button = page.getByRole('button', { name: 'Suspendre la mise à jour' })
    await button.click()
    await page.getByText('La mise à jour est suspendue.').waitFor()
    await site.rebuild({ [FILE]: story({ asOf: '11:10', updates: [FIRST, SECOND, THIRD] }) }, at(11, 12))
    const before = asked()
    await ask()
    await page.goto(site.root + PATH.replace('fr/', 'en/'))
    await page.getByText('Updates are paused.').waitFor()
    await site.rebuild({ [FILE]: story({ asOf: '11:20', updates: [FIRST, SECOND] }) }, at(11, 25))
    await ask()
    expect(asked()).toBe(before)
    expect(await words()).toContain('some customers have access again')
    await page.getByRole('button', { name: 'Resume updates' }).click()
    await expect.poll(words).not.toContain('some customers have access again')
    await page.getByText('This page updates itself.').waitFor()
  })

  test('stops once the story is over, and says so', async () => {
    const ended = story({
      state: 'resolved',
      asOf: '11:30',
      updates: [FIRST, SECOND, THIRD],
      more: 'ended: 2026-04-02T11:20',
    })
    await site.rebuild({ [FILE]: ended }, at(11, 35))
    await ask()
    await expect.poll(() => page.locator('.kicker').first().textContent()).toContain('Terminé')
    expect(await page.locator('.latest').count()).toBe(0)
    expect(await page.locator('body > [role="status"]').textContent()).toContain('ne se met plus à jour')
    const before = asked()
    await ask()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(asked()).toBe(before)
    await page.reload()
    expect(await page.locator('script[src*="live.js"]').count()).toBe(0)
    expect(wrong.filter(text => !/status of 404/.test(text))).toEqual([])
  })

  test('does not ask while nobody looks at it, and at once when they are back', async () => {
    const hide = (isHidden: boolean) =>
      page.evaluate(value => {
        Object.defineProperty(document, 'hidden', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, isHidden)
    await hide(true)
    const before = asked()
    await ask()
    expect(asked()).toBe(before)
    await hide(false)
    await expect.poll(asked).toBe(before + 1)
  })

  test('asks later after each failure, and again when it can', async () => {
    await page.route('**/live.json', route => route.fulfill({ status: 503 }))
    await ask()
    await page.unroute('**/live.json')
    await site.rebuild({ [FILE]: story({ asOf: '11:10', updates: [FIRST, SECOND, THIRD] }) }, at(11, 12))
    await ask()
    await expect.poll(words).toContain('retrouve l’accès')
  })

  test('without a script everything stands there, with the moment', async () => {
    const still = await browser.open({ javaScriptEnabled: false })
    const quiet = await still.newPage()
    await quiet.goto(site.root + PATH)
    const text = await quiet.locator('main').innerText()
    expect(text).toContain('Orion cherche la cause')
    expect(await quiet.locator('.latest time').textContent()).toContain('10h45')
    expect(await quiet.locator('.follow button').isVisible()).toBe(false)
    expect(text).not.toContain('il y a')
    await still.close()
  })

  test('moves nothing for readers who asked for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await site.rebuild({ [FILE]: story({ asOf: '11:10', updates: [FIRST, SECOND, THIRD] }) }, at(11, 12))
    await ask()
    await expect.poll(words).toContain('retrouve l’accès')
    const row = page.locator('#update-3')
    expect(await row.evaluate(element => getComputedStyle(element).animationName)).toBe('none')
  })

  test('is below 60 kB with all that it loads but its fonts', async () => {
    const weighed = ['index.html'].map(file => `/${PATH}${file === 'index.html' ? '' : file}`)
    const before = site.answers.length
    const fresh = await (await browser.open()).newPage()
    await fresh.goto(site.root + PATH, { waitUntil: 'load' })
    const loaded = site.answers.slice(before).filter(({ path }) => /\/$|\.css$|\.js$/.test(path))
    expect(loaded.map(({ path }) => path)).toEqual(expect.arrayContaining(weighed))
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60_000)
    await fresh.context().close()
  })

  test('a story that is over carries no script of its own', async () => {
    await page.goto(`${site.root}fr/2025-11-18-cloudflare/`)
    expect(await page.locator('script[src*="live.js"], [data-live], .latest').count()).toBe(0)
  })
}
