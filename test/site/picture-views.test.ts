import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import type { Incident, PlacedPicture } from '../../src/incident/incident.ts'
import { articlePage } from '../../src/site/article-page.ts'
import { summaryOf } from '../../src/site/article-summary.ts'
import { newsArticle } from '../../src/site/data/news-article.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident } from './fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext(['fr', 'en'], { share_cards: true })
const picture: PlacedPicture = {
  file: 'mast.jpg',
  alt: { fr: 'Un "pylône" <haut>' },
  caption: { en: 'A mast.' },
  credit: 'Anne Roy & fils',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  placed: { path: 'content/pictures/mast.jpg', digest: '0123456789abcdef', type: 'jpeg', width: 2000, height: 1333 },
}
const upright = { ...picture, placed: { ...picture.placed, digest: 'other', width: 900, height: 1600 } }

function pageOf(about: Partial<Incident>, edition: 'fr' | 'en' = 'fr'): string {
  const one = article({ edition, lang: edition === 'fr' ? 'fr-BE' : 'en-GB' })
  const told = { article: one, incident: { ...incident(), ...about }, neighbours: { related: [] } }
  return articlePage(told, [one], siteContext).text
}

test('the first picture stands at the head of the article, the others below its text', () => {
  const page = pageOf({ pictures: [picture, upright] })
  expect(page.indexOf('<picture>')).toBeLessThan(page.indexOf('class="body"'))
  expect(page.indexOf('<picture class="upright">')).toBeGreaterThan(page.indexOf('class="body"'))
  expect(page).toContain('alt="Un &quot;pylône&quot; &lt;haut&gt;"')
  expect(page).toMatch(/<img [^>]*srcset="[^"]*480w, [^"]*960w, [^"]*1440w"[^>]* width="1440" height="960"/)
  expect(page).toContain('<span class="caption" lang="en">A mast.</span>')
  expect(page).toContain('Anne Roy &amp; fils · <a rel="license"')
  expect(page).toMatch(/og:image" content="https:\/\/news\.example\/sous\/pictures\/\w+-16x9-1200\.jpg"/)
})

test('a text that the language lacks says which it is in', () => {
  expect(pageOf({ pictures: [picture] }, 'en')).toMatch(/<img [^>]* lang="fr"/)
})

test('what is withdrawn is not illustrated', () => {
  expect(pageOf({ pictures: [picture], state: 'retracted' })).not.toContain('<picture')
})

test('pages with pictures are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
  const { results } = await validator.validateString(pageOf({ pictures: [picture, upright] }))
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`))
  expect(found.filter(one => /picture|img|source|srcset|figure/.test(one))).toEqual([])
})

test('search engines are given three shapes, with who made it', () => {
  const one = article()
  const record = newsArticle(
    one,
    { ...incident(), pictures: [picture] },
    [one],
    siteContext,
    siteEditionOf(siteContext, 'fr'),
  ) as { readonly image?: unknown }
  expect(record.image).toMatchObject([
    { width: 1200, height: 675, creditText: 'Anne Roy & fils' },
    { width: 1200, height: 900 },
    { width: 1200, height: 1200, license: 'https://creativecommons.org/licenses/by/4.0/' },
  ])
})

test('lists and feeds show it, and no card is drawn', async () => {
  const one = article()
  const listed = summaryOf(one, { ...incident(), pictures: [picture] }, siteEditionOf(siteContext, 'fr'))
  const readable = { ...siteContext, bytesOf: () => new Uint8Array() }
  // What the pictures are is tried where they are encoded.
  const { listFiles } = await import('../../src/site/list-files.ts')
  const files = listFiles({ items: [listed], siteContext: readable, now: 0, bodyOf: () => '<p>Tout.</p>' })
  const made = async (path: string) => String(await files.find(file => file.path === path)?.make())
  expect(await made('site/fr/index.html')).toMatch(/<article class="item has-picture">\n<picture>/)
  expect(await made('site/fr/feed.xml')).toMatch(
    /<content:encoded>&lt;figure&gt;&lt;img .*Tout\..*<media:content url="/s,
  )
  expect(JSON.parse(await made('site/fr/feed.json')).items[0].image).toMatch(/-16x9-1200\.jpg$/)
  expect(await made('site/fr/atom.xml')).toContain('rel="enclosure" type="image/jpeg"')
  expect(files.filter(({ path }) => path.endsWith('card.png')).map(({ path }) => path)).toEqual([
    'site/fr/card.png',
    'site/en/card.png',
  ])
  expect(files.filter(({ path }) => path.startsWith('site/pictures/'))).toHaveLength(20)
})

test('a page that is no article has the card of its edition', async () => {
  const front = (await listedFiles([], await testSiteContext())).find(({ path }) => path === 'site/fr/index.html')
  expect(String(front?.text)).not.toContain('og:image"')
})
