import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onReal } from '../machine/on-real.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type ServedSite, servedSite } from './site.ts'

const WORD = 'x'.repeat(500)
/** As long as a headline may be: a longer one keeps its article back. */
const HEADLINE = 'x'.repeat(110)
const MARKUP = '<img src=x onerror=alert(1)> </script><script>alert(1)</script> {{constructor}} "\' & --> ]]>'
const MIXED = '🔥👩‍👩‍👧 السلام عليكم שלום \u202egnp.exe\u202c'

/** As YAML. Direction marks are written as escapes: bare in the file, they would be refused. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u202a-\u202e]/g, mark => `\\u${mark.charCodeAt(0).toString(16)}`)

/** An incident whose every text is hostile. */
const incident = `state: ongoing
as_of: 2026-04-02T12:00
company: { name: ${quoted(MARKUP)}, kind: company, fr: { class: ms }, en: { class: s } }
services:
  - service: { name: ${quoted(WORD)}, fr: { class: ms }, en: { class: s } }
    symptoms: { fr: ${quoted(MIXED)}, en: ${quoted(MIXED)} }
    error: ${quoted(MARKUP)}
  - { service: { name: ${quoted(MIXED)}, fr: { class: ms }, en: { class: s } } }
started: 2026-04-02T09:00
statements:
  - by: { name: ${quoted(MARKUP)}, kind: company, fr: { class: ms }, en: { class: s } }
    at: 2026-04-02T10:00
    original: { lang: de, text: ${quoted(`${MARKUP} ${WORD}`)} }
    translations: { fr: { text: ${quoted(MIXED)}, by: desk }, en: { text: ${quoted(MARKUP)}, by: desk } }
updates:
  - { at: 2026-04-02T10:30, fr: ${quoted(MARKUP)}, en: ${quoted(WORD)} }
headline: { fr: ${quoted(MARKUP)}, en: ${quoted(HEADLINE)} }
standfirst: { fr: ${quoted(MIXED)}, en: ${quoted(MARKUP)} }
tags: [${quoted(MARKUP)}, ${quoted(MIXED)}]
reviewed: { by: ${quoted(MARKUP)}, at: 2026-04-02T11:00 }
sources: [{ url: "https://a.example/?a=%22&b='%3Cscript%3E", title: ${quoted(MARKUP)} }]
`

await onReal('hostile text in a browser', openBrowser, hostileText)

function hostileText(browser: OpenBrowser): void {
  let site: ServedSite
  let page: Page
  const wrong: string[] = []

  beforeAll(async () => {
    site = await servedSite({
      'content/incidents/2026/2026-04-02-hostile.yaml': incident,
      'content/incidents/2026/2026-04-02-hostile.fr.md': `${MARKUP}\n\n[x](javascript:alert(1)) <b onclick="alert(1)">x</b> ${WORD}\n`,
    })
    page = await (await browser.open()).newPage()
    page.on('dialog', dialog => {
      wrong.push(`dialog: ${dialog.message()}`)
      dialog.dismiss().catch(() => undefined)
    })
    page.on('pageerror', error => wrong.push(String(error)))
    page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
    page.on(
      'request',
      request =>
        !request.url().startsWith(site.root) && !request.url().startsWith('data:') && wrong.push(request.url()),
    )
  })

  afterAll(async () => {
    await browser.close()
    await site?.close()
  })

  test.each([
    'fr/2026-04-02-hostile/',
    'en/2026-04-02-hostile/',
    'fr/',
    'en/',
    'fr/2026/',
    'fr/2026/04/',
    'fr/themes/',
    'fr/recherche/?q=alert',
  ])('on %s never runs, never asks another host, never leaves its place', async path => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(site.root + path)
      const seen = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - window.innerWidth,
        pictures: document.querySelectorAll('img[src="x"]').length,
        scripts: [...document.scripts].filter(
          ({ type, src }) => type !== 'application/ld+json' && !/\/(?:site|live|search)\.js\?/.test(src),
        ).length,
        handlers: document.querySelectorAll('[onclick], [onerror]').length,
        addresses: document.querySelectorAll('a[href^="javascript"]').length,
        turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.innerHTML),
      }))
      expect(seen, `${width} px`).toEqual({
        over: expect.any(Number),
        pictures: 0,
        scripts: 0,
        handlers: 0,
        addresses: 0,
        turned: false,
      })
      expect(seen.over, `${width} px`).toBeLessThanOrEqual(0)
    }
    expect(wrong).toEqual([])
  })
}
