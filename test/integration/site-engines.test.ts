import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { folder } from '../../src/publish/folder.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { postCandidatesOf } from '../../src/publish/post-candidates.ts'
import { onReal } from '../machine/on-real.ts'
import { offer, picture } from '../publish/fixture.ts'
import { sync } from '../publish/publisher-contract.ts'
import { awkwardOffers, ourHtml, ourTitle } from './awkward-articles.ts'
import { generatorSites } from './generator-sites.ts'
import { between, readerText, structureOf } from './reader-text.ts'
import { type SiteEngine, siteEngines } from './site-engines.ts'

/** The articles of the sample newsroom, twelve awkward ones, and one that is made of what generators trip over. */
async function offers(): Promise<{ samples: PostCandidate[]; awkward: PostCandidate[] }> {
  const { service } = openIncidentService(openWorkspace(resolve(import.meta.dirname, '../..')))
  if (!service) throw new Error('the sample newsroom cannot be read')
  const traps = {
    title: 'No: "yes" — {{< x >}} & {% y %}',
    body: ['{{ 7 * 7 }} {% raw %} {{< x >}} <b>b</b> #no *no* `no`'],
  }
  return {
    samples: [
      ...(await postCandidatesOf(service)).offers,
      offer('fr', traps, { image: picture }),
      offer('en', traps, { image: picture }),
    ],
    awkward: await awkwardOffers(),
  }
}

for (const [name, prepare] of siteEngines) {
  await onReal(name, prepare, engine => {
    const root = mkdtempSync(join(tmpdir(), `depeche-${engine.dialect}-`))
    afterAll(() => rmSync(root, { recursive: true, force: true }))

    describe(`${name} builds the published folder`, async () => {
      const { samples, awkward } = await offers()
      const pages = new Map<string, string>()
      const keyIn = (edition: string, { article }: PostCandidate) => `${article.id}.${edition}`
      const pageOf = (offer: PostCandidate, edition = offer.article.edition) =>
        readFileSync(join(root, engine.pages, pages.get(keyIn(edition, offer)) ?? '', 'index.html'), 'utf8')

      test('every article in both languages, linked, and nothing of a text run as code', async () => {
        for (const [path, text] of Object.entries(generatorSites[engine.dialect] ?? {})) {
          mkdirSync(dirname(join(root, path)), { recursive: true })
          writeFileSync(join(root, path), text)
        }
        const all = [...samples, ...awkward]
        const { outcome, plan } = await sync(
          folder({ name: 'site', folder: root, place: root, dialect: engine.dialect, make: true, zone: ZONE }),
          all,
        )
        expect(outcome.diagnostics).toEqual([])
        await engine.build(root)
        for (const { key, address } of outcome.receipts) pages.set(key, address)
        const out = all.filter(({ article }) => !plan.held.includes(`${article.id}.${article.edition}`))
        expect(pages.size).toBe(out.length)
        for (const offer of out) {
          const { article } = offer
          const page = pageOf(offer)
          expect(page).toMatch(new RegExp(`<html [^>]*lang="?${article.lang}`))
          // The line in the text points at a page that is there.
          const other = pages.get(keyIn(article.edition === 'fr' ? 'en' : 'fr', offer)) ?? ''
          const links = [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(
            ([, href = '']) => new URL(href, 'https://x').pathname,
          )
          expect(links).toContain(other)
          expect(existsSync(join(root, engine.pages, other, 'index.html'))).toBe(true)
          if (engine.textFrom === undefined)
            expect(page).toMatch(new RegExp(`hreflang="?(fr-BE|en-GB)"? href="?${other}"?`))
        }
      })

      test.each(awkward.map(offer => [offer.article.id, offer.article.edition, offer] as const))(
        'shows %s in %s letter for letter',
        (_, edition, offer) => {
          const page = pageOf(offer)
          const other = awkward.find(({ article }) => article.id === offer.article.id && article.edition !== edition)
          const text = htmlIn(page, engine)
          expect(titleIn(page)).toBe(ourTitle(offer))
          expect(readerText(text)).toBe(`${readerText(ourHtml(offer))} → ${other?.invitation}`)
          expect(structureOf(engine.links ? withoutGuessedLinks(text) : text)).toBe(`${structureOf(ourHtml(offer))} a`)
        },
      )

      test('with the day that it was in the newsroom', () => {
        const [midnight] = awkward
        const shown = /<meta name="date" content="([^"]*)"/.exec(midnight ? pageOf(midnight) : '')?.[1]
        if (engine.textFrom === undefined) expect(shown).toBe('2026-01-01')
      })
    })
  })
}

const ZONE = 'Europe/Brussels'

/** A page without the links whose text is their own address. */
const withoutGuessedLinks = (html: string): string =>
  html.replace(
    /<a [^>]*href="(?:mailto:|https?:\/\/)?([^"]*)"[^>]*>(?:https?:\/\/)?([^<]*)<\/a>/g,
    (link, href, text) => (href === text ? text : link),
  )

const titleIn = (page: string) => readerText(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '')

/** An article in the page of an engine. */
function htmlIn(page: string, { textFrom = '</h1>', textTo = '</body>' }: SiteEngine): string {
  const text = between(page, textFrom, textTo).replace(/^[^<>]*>/, '')
  // Docusaurus gives each heading a link to itself.
  return text.replace(/<a [^>]*class="?hash-link[^>]*>[\s\S]*?<\/a>/g, '')
}
