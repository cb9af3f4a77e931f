import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { articlePage } from '../../src/site/article-page.ts'
import { summaryOf } from '../../src/site/article-summary.ts'
import type { OutputFile } from '../../src/site/output-file.ts'
import { type SiteContext, siteEditionOf } from '../../src/site/site-context.ts'
import { fc } from '../machine/property.ts'
import { article, incident, prose, sentence } from './fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

let siteContext: SiteContext
beforeAll(async () => {
  siteContext = await testSiteContext()
})

const english = (changes: Partial<Article> = {}) =>
  article({ edition: 'en', lang: 'en-GB', headline: sentence('Orion outage is over'), kicker: 'Resolved', ...changes })

const both = (changes: Partial<Article> = {}) => [article(changes), english(changes)]

function page(changes: Partial<Article> = {}): string {
  const inAllEditions = both(changes)
  return pageOf(inAllEditions[0] ?? article(), inAllEditions)
}

function pageOf(one: Article, inAllEditions: readonly Article[] = [one], about: Incident = incident()): string {
  return articlePage({ article: one, incident: about, neighbours: { related: [] } }, inAllEditions, siteContext).text
}

const asItem = (one: Article, about: Incident = incident()) =>
  summaryOf(one, about, siteEditionOf(siteContext, one.edition))

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })

async function unplaced(files: readonly OutputFile[]): Promise<string[]> {
  const found: string[] = []
  for (const { path, text } of files.filter(file => file.path.endsWith('.html'))) {
    const report = await validator.validateString(String(text))
    for (const result of report.results) {
      for (const { ruleId, message, line } of result.messages) found.push(`${path}:${line} ${ruleId} ${message}`)
    }
  }
  return found
}

const HOSTILE = '<script>alert(1)</script> "quoted" \'x\' & &amp; {{x}} {{{x}}} </title> --> \u202egnp'

describe('pages', () => {
  test('are valid HTML, of every sort', async () => {
    const inAllEditions = both({ tags: ['a'], updated: Date.UTC(2026, 3, 2) })
    const hostile = both({
      id: 'x',
      slug: 'x',
      headline: sentence(HOSTILE),
      standfirst: sentence(HOSTILE),
      kicker: HOSTILE,
      author: HOSTILE,
      state: 'ongoing',
      paragraphs: [
        prose(HOSTILE, HOSTILE),
        { move: 'advice', form: 'list', sentences: [sentence(HOSTILE), sentence('b')] },
        {
          move: 'typed',
          form: 'typed',
          sentences: [],
          typed: `# ${HOSTILE}\n\n- a\n- b\n\n![x](https://a.example/x.png)`,
        },
        {
          move: 'q',
          form: 'prose',
          sentences: [sentence({ text: HOSTILE, lang: 'en', href: 'https://a.example/?a=1&b="' })],
        },
      ],
      sources: [
        { url: 'javascript:alert(1)', label: HOSTILE },
        { url: 'https://a.example/"><script>', label: HOSTILE },
      ],
    })
    const files = [
      ...inAllEditions.map(one => ({ path: 'a.html', text: pageOf(one, inAllEditions) })),
      ...hostile.map(one => ({ path: 'hostile.html', text: pageOf(one, hostile) })),
      ...(await listedFiles(
        [...inAllEditions, ...hostile].map(one => asItem(one)),
        siteContext,
      )),
      ...(await listedFiles([], siteContext)),
    ]
    expect(await unplaced(files)).toEqual([])
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['site/index.html', 'site/404.html', 'site/style.css', 'site/fr/2026/03/index.html']),
    )
  })

  test('let nothing typed become markup', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'binary' }), fc.string()), text => {
        const plain = page({ headline: sentence('x'), standfirst: sentence('x') })
        const filled = page({ headline: sentence(`x${text}`), standfirst: sentence(`x${text}`) })
        const tags = (html: string) =>
          html.replace(/(<script type="application\/ld\+json">).*?(?=<\/script>)/s, '$1').match(/<[^>]*/g)?.length
        expect(tags(filled)).toBe(tags(plain))
      }),
    )
  })

  test('turn no text around: direction marks are left out', () => {
    expect(page({ headline: sentence(HOSTILE) })).not.toContain('\u202e')
  })

  test('hold their data as JSON that cannot end its element', () => {
    const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page({ headline: sentence(HOSTILE) }))
    const data = JSON.parse(found?.[1] ?? '')
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: HOSTILE.replace('\u202e', ''),
      datePublished: '2026-03-02T10:00:00+01:00',
      dateModified: '2026-03-02T11:30:00+01:00',
      inLanguage: 'fr-BE',
      workTranslation: [{ inLanguage: 'en-GB' }],
    })
  })
})

describe('an article page', () => {
  test('says when it was published, and when it changed since', () => {
    expect(page().replace(/<[^>]*>/g, '')).toContain(
      'Publié le 2 mars 2026 à 10h\u202f; mis à jour le 2 mars 2026 à 11h30 (heure de Bruxelles)',
    )
    expect(page({ updated: Date.UTC(2026, 2, 2, 8, 55) }).replace(/<[^>]*>/g, '')).toContain(
      'Publié le 2 mars 2026 à 10h (heure de Bruxelles)',
    )
  })

  test('leads to the very same story in the other language, and says so to machines', () => {
    const html = page()
    expect(html).toContain('<a href="/sous/en/2026-03-02-orion/" hreflang="en-GB">Read in English</a>')
    expect(html.match(/rel="alternate" hreflang[^>]*/g)).toEqual([
      'rel="alternate" hreflang="fr-BE" href="https://news.example/sous/fr/2026-03-02-orion/"',
      'rel="alternate" hreflang="en-GB" href="https://news.example/sous/en/2026-03-02-orion/"',
      'rel="alternate" hreflang="x-default" href="https://news.example/sous/fr/2026-03-02-orion/"',
    ])
    expect(html).toContain('<link rel="canonical" href="https://news.example/sous/fr/2026-03-02-orion/">')
  })

  test('marks what stands in another language', () => {
    const html = page({
      paragraphs: [{ move: 'x', form: 'prose', sentences: [sentence('Il dit ', { text: 'hello', lang: 'en' })] }],
    })
    expect(html).toContain('<p>Il dit <span lang="en">hello</span></p>')
  })

  test('asks no other host for anything and runs nothing of its own', () => {
    const html = page()
    const [script, other] = html.match(/<script(?! type="application\/ld\+json")[^>]*>/g) ?? []
    expect(script).toMatch(/^<script src="\/sous\/site\.js\?[\w-]{8}" defer>$/)
    expect(other).toBeUndefined()
    expect(html.match(/(?:srcset|style|onclick)=/g)).toBeNull()
    expect(html.match(/<link rel="stylesheet" href="([^"]*)"/)?.[1]).toMatch(/^\/sous\/style\.css\?[\w-]{8}$/)
  })
})

test('two editions of one language are told apart by their region', async () => {
  const other = await testSiteContext(['fr', 'fr-ca', 'en'])
  expect(other.siteEditions.map(({ name }) => name)).toEqual(['Français (Belgique)', 'Français (Canada)', 'English'])
})
