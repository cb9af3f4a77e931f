import { describe, expect, test } from 'vitest'
import { ghost } from '../../src/publish/ghost.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { wordpress } from '../../src/publish/wordpress.ts'
import { onReal } from '../machine/on-real.ts'
import { sync } from '../publish/publisher-contract.ts'
import { awkwardOffers, ourHtml, ourTitle } from './awkward-articles.ts'
import { openGhost } from './ghost-server.ts'
import { between, readerText, structureOf } from './reader-text.ts'
import { openWordPress } from './wordpress-server.ts'

/** A CMS that is ready, and the two ends of an article's text in its theme. */
interface Ready {
  readonly publisher: Publisher
  readonly from: string
  readonly to: string
}

async function wordPress(): Promise<Ready> {
  const site = await openWordPress()
  site.clear()
  site.plugin(true)
  const { editor: password } = site.passwords
  const publisher = wordpress({ name: 'wordpress', address: site.url, user: 'editor', password, retryDelay: 50 })
  return { publisher, from: '</h1>', to: '</article>' }
}

async function ghostReady(): Promise<Ready> {
  const { url, key } = await openGhost()
  const publisher = ghost({ name: 'ghost', address: url, key, retryDelay: 50 })
  return { publisher, from: '<section class="gh-content', to: '</section>' }
}

for (const [name, prepare] of [
  ['WordPress', wordPress],
  ['Ghost', ghostReady],
] as const) {
  await onReal(name, prepare, ({ publisher, from, to }) => {
    describe(`${name} shows what was published`, async () => {
      const offers = (await awkwardOffers()).map(({ image: _, ...offer }) => offer)
      const pages = new Map<string, string>()

      test('published once, and nothing to do afterwards', async () => {
        const { outcome } = await sync(publisher, offers)
        expect(outcome.diagnostics).toEqual([])
        for (const { key, address } of outcome.receipts) pages.set(key, address)
        expect(pages.size).toBe(offers.length)
        const again = await sync(publisher, offers)
        expect(again.plan.entries.filter(({ action }) => action !== 'unchanged').map(({ key }) => key)).toEqual([])
      })

      test.each(offers.map(offer => [offer.article.id, offer.article.edition, offer] as const))(
        '%s in %s letter for letter',
        async (id, edition, offer) => {
          const page = await (await fetch(pages.get(`${id}.${edition}`) ?? '')).text()
          const other = offers.find(({ article }) => article.id === id && article.edition !== edition)
          const text = between(page, from, to).replace(/^[^<>]*>/, '')
          expect(readerText(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '')).toBe(ourTitle(offer))
          expect(readerText(text)).toBe(`${readerText(ourHtml(offer))} ${other?.invitation}`)
          expect(structureOf(text)).toBe(`${structureOf(ourHtml(offer))} a`)
        },
      )
    })
  })
}
