import { beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from '../../src/site/article-page.ts'
import { summaryOf } from '../../src/site/article-summary.ts'
import { ninjsFile } from '../../src/site/data/ninjs.ts'
import type { OutputFile } from '../../src/site/output-file.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import type { BuiltSite } from '../../src/validate/built-site.ts'
import { pngSize } from '../../src/validate/validate-cards.ts'
import { validateSite } from '../../src/validate/validate-site.ts'
import { readXml } from '../../src/validate/xml-tree.ts'
import { article, incident, sentence } from '../site/fixture.ts'
import { listedFiles, testSiteContext } from '../site/test-site-context.ts'

const NOW = Date.UTC(2026, 2, 3)
let files: Map<string, string | Uint8Array>
let base = ''

beforeAll(async () => {
  const siteContext = await testSiteContext()
  base = siteContext.site.base
  const told = [article(), article({ edition: 'en', lang: 'en-GB', headline: sentence('Orion is back') })]
  const about = incident({
    as_of: NOW,
    updates: [1, 2, 3].map(nth => ({
      at: { precision: 'exact', at: NOW - nth },
      text: { fr: `Point ${nth}`, en: `Update ${nth}` },
    })),
    publication: { draft: false, slug: {}, former_slugs: { fr: ['avant'] }, tags: [], pictures: [], sentences: [] },
  })
  const own = told.flatMap((one): OutputFile[] => [
    articlePage({ article: one, incident: about, neighbours: { related: [] } }, told, siteContext),
    ninjsFile(one, about, told, siteContext, siteEditionOf(siteContext, one.edition)),
  ])
  const items = told.map(one => summaryOf(one, about, siteEditionOf(siteContext, one.edition)))
  const all = [...own, ...(await listedFiles(items, siteContext, NOW))]
  files = new Map(all.map(({ path, text }) => [path.replace(/^site\//, ''), text]))
})

function built(changes: Readonly<Record<string, string | undefined>> = {}): BuiltSite {
  const now = new Map(files)
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) now.delete(path)
    else now.set(path, text)
  }
  const bytes = (path: string) => {
    const text = now.get(path) ?? ''
    return typeof text === 'string' ? new TextEncoder().encode(text) : text
  }
  return { base, files: [...now.keys()], bytes, text: path => new TextDecoder().decode(bytes(path)) }
}

const PAGE = 'fr/2026-03-02-orion/index.html'
const NINJS = 'fr/2026-03-02-orion/ninjs.json'
const text = (path: string) => String(files.get(path))
const edited = (path: string, from: string | RegExp, to: string) => {
  const after = text(path).replace(from, to)
  if (after === text(path)) throw new Error(`${path} holds no ${from}`)
  return { [path]: after }
}

test('a site as it is built breaks no rule', () => {
  expect(validateSite(built(), NOW)).toEqual([])
})

describe('names the file and the rule', () => {
  const table: [string, () => Record<string, string | undefined>, string, string][] = [
    ['a script in the page', () => edited(PAGE, '</main>', '<script>x()</script></main>'), PAGE, 'inline'],
    ['a handler', () => edited(PAGE, '<h1>', '<h1 onclick="x()">'), PAGE, 'inline'],
    ['a javascript: address', () => edited(PAGE, '</main>', '<a href="javascript:x()">x</a></main>'), PAGE, 'inline'],
    [
      'another host',
      () => edited(PAGE, '</main>', '<img src="https://a.example/x.png" alt=""></main>'),
      PAGE,
      'other-host',
    ],
    ['no title', () => edited(PAGE, /<title>[^<]*/, '<title>'), PAGE, 'title'],
    ['two headlines', () => edited(PAGE, '</main>', '<h1>x</h1></main>'), PAGE, 'heading'],
    ['an id twice', () => edited(PAGE, '</main>', '<p id="text">x</p></main>'), PAGE, 'id'],
    ['a page too heavy', () => edited(PAGE, '</main>', `${'x'.repeat(60_000)}</main>`), PAGE, 'weight'],
    ['a lax policy', () => edited(PAGE, "script-src 'self'", "script-src 'unsafe-inline'"), PAGE, 'policy'],
    [
      'another canonical',
      () => edited(PAGE, /(rel="canonical" href=")[^"]*/, '$1https://news.example/sous/'),
      PAGE,
      'canonical',
    ],
    ['no x-default', () => edited(PAGE, /<link[^>]*x-default[^>]*>/, ''), PAGE, 'x-default'],
    ['a version that is not there', () => ({ 'en/2026-03-02-orion/index.html': undefined }), PAGE, 'hreflang-lost'],
    [
      'a version that does not point back',
      () => edited('en/2026-03-02-orion/index.html', /<link[^>]*hreflang="fr-BE"[^>]*>/, ''),
      PAGE,
      'hreflang-return',
    ],
    [
      'a link that leads nowhere',
      () => edited(PAGE, '</main>', '<a href="/sous/fr/nulle-part/">x</a></main>'),
      PAGE,
      'link',
    ],
    [
      'an anchor that is not there',
      () => edited(PAGE, '</main>', '<a href="#nulle-part">x</a></main>'),
      PAGE,
      'anchor',
    ],
    ['no og:title', () => edited(PAGE, /<meta property="og:title"[^>]*>/, ''), PAGE, 'card-tag'],
    ['data without a date', () => edited(PAGE, /"datePublished":"[^"]*"/, '"datePublished":"yesterday"'), PAGE, 'data'],
    ['data cut short', () => edited(PAGE, /"@context"/, '@context'), PAGE, 'data'],
    ['a ninjs with a number for its version', () => edited(NINJS, /"version": "4"/, '"version": 4'), NINJS, 'ninjs'],
    ['a ninjs with a property of its own', () => edited(NINJS, '"uri"', '"own": 1, "uri"'), NINJS, 'ninjs'],
    ['a feed not well-formed', () => edited('fr/feed.xml', '</channel>', ''), 'fr/feed.xml', 'feed'],
    [
      'a feed with a wrong date',
      () => edited('fr/feed.xml', /<pubDate>[^<]*/, '<pubDate>2026-03-02'),
      'fr/feed.xml',
      'feed',
    ],
    ['a feed without its language', () => edited('fr/atom.xml', ' xml:lang="fr-BE"', ''), 'fr/atom.xml', 'feed'],
    ['an old JSON Feed', () => edited('fr/feed.json', 'version/1.1', 'version/1'), 'fr/feed.json', 'feed'],
    [
      'a map that lacks a page',
      () => edited('sitemap.xml', /<url><loc>[^<]*2026-03-02-orion\/<\/loc>.*?<\/url>/, ''),
      'sitemap.xml',
      'sitemap-lacks',
    ],
    [
      'a map with a page that is not there',
      () => edited('sitemap.xml', '<url><loc>', '<url><loc>https://news.example/sous/x/</loc></url><url><loc>'),
      'sitemap.xml',
      'sitemap',
    ],
    ['no news sitemap', () => ({ 'news-sitemap.xml': undefined }), 'news-sitemap.xml', 'missing'],
    [
      'news without a title',
      () => edited('news-sitemap.xml', /<news:title>[^<]*<\/news:title>/, ''),
      'news-sitemap.xml',
      'news',
    ],
    ['no robots.txt', () => ({ 'robots.txt': undefined }), 'robots.txt', 'robots'],
    [
      'a card that is no picture',
      () => ({ 'fr/2026-03-02-orion/card.png': 'x' }),
      'fr/2026-03-02-orion/card.png',
      'card-size',
    ],
  ]
  test.each(table)('%s', (_, change, file, rule) => {
    expect(validateSite(built(change()), NOW)).toContainEqual(expect.objectContaining({ file, rule }))
  })

  test('news that are old at the moment asked for, and only then', () => {
    const later = NOW + 3 * 24 * 60 * 60 * 1000
    expect(validateSite(built(), later).map(({ rule }) => rule)).toEqual(['news-age', 'news-age'])
    expect(validateSite(built())).toEqual([])
  })
})

test.each([['<a>'], ['<a></b>'], ['<a>&</a>'], ['<a></a><b/>'], ['x'], ['<a x=1/>'], ['<a><b></a></b>']])(
  '%s is not well-formed XML',
  source => {
    expect(() => readXml(source)).toThrow()
  },
)

test('reads the size of a PNG and of nothing else', () => {
  const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 176, 0, 0, 2, 118]
  expect(pngSize(Uint8Array.from(head))).toEqual({ width: 1200, height: 630 })
  expect(pngSize(Uint8Array.from(head.slice(0, 20)))).toBeUndefined()
})
