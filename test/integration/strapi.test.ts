import { beforeEach, describe, expect, test } from 'vitest'
import { preparePlan } from '../../src/publish/execute-plan.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { strapi } from '../../src/publish/strapi.ts'
import type { StrapiOptions } from '../../src/publish/strapi-type.ts'
import { onReal } from '../machine/on-real.ts'
import { NOW, offer, picture } from '../publish/fixture.ts'
import { memoryJournal } from '../publish/memory-journal.ts'
import { actionsOf, keepsThePromise, sync } from '../publish/publisher-contract.ts'
import { survivesBadNetwork } from './document-faults.ts'
import { FIELDS } from './document-field-names.ts'
import { strapiPeople } from './strapi-people.ts'
import { openStrapiServer } from './strapi-server.ts'

await onReal('Strapi', openStrapiServer, site => {
  const open = (changes: Partial<StrapiOptions> = {}): Publisher =>
    strapi({
      name: 'strapi',
      address: site.url,
      token: site.token,
      collection: 'articles',
      page: 'https://news.example/{locale}/{slug}',
      fields: { ...FIELDS, author: 'byline', former: 'formerSlugs' },
      zone: 'Europe/Brussels',
      retryDelay: 30,
      ...changes,
    })
  const ground = { ...strapiPeople(site), publisher: () => open() }
  const hand = async (method: string, path: string, data: object) => {
    const headers = { authorization: `Bearer ${site.token}`, 'content-type': 'application/json' }
    return fetch(`${site.url}/api${path}`, { method, headers, body: JSON.stringify({ data }) })
  }

  keepsThePromise('Strapi', async () => ({ ...ground, stop: async () => {} }))
  survivesBadNetwork('Strapi', {
    address: site.url,
    open,
    ground,
    kindOf: ({ method, url }) =>
      `${method} ${url
        .replace(/\/[a-z0-9]{24}\b|\/\d+/g, '')
        .replace(/\?.*?(status=\w+).*/, ' $1')
        .replace(/\?.*/, '')}`,
    isRight: (kind, body) => kind.startsWith('DELETE /api/articles') && body === '',
  })

  describe('Strapi', () => {
    beforeEach(() => ground.clear())
    const both = () => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
    const codes = async (publisher: Publisher) =>
      (await preparePlan(both(), NOW, publisher, memoryJournal())).diagnostics.map(({ code }) => code)

    test('one document holds every language of a story; one that is withdrawn keeps what people wrote in it', async () => {
      const { outcome } = await sync(open(), both())
      const [en = '', fr = ''] = outcome.receipts.map(({ id }) => id)
      expect(en.split(':')[0]).toBe(fr.split(':')[0])
      expect(outcome.receipts.map(({ address }) => address)).toEqual([
        'https://news.example/en/orion-outage',
        'https://news.example/fr/orion-panne',
      ])
      await ground.own?.write(en)
      await sync(open(), both().slice(0, 1))
      const readers = await fetch(`${site.url}/api/articles/${en.split(':')[0]}?locale=en`, {
        headers: { authorization: `Bearer ${site.token}` },
      })
      expect(readers.status).toBe(404)
      expect(await ground.own?.read(en)).toBe('Call them again')
      await sync(open(), [])
      expect(await ground.count()).toBe(2)
      expect((await sync(open(), both())).outcome.diagnostics).toEqual([])
      expect(actionsOf((await sync(open(), both())).plan)).toEqual([
        '2026-03-02-orion.en unchanged',
        '2026-03-02-orion.fr unchanged',
      ])
    })

    test('what somebody is at work on is not published with ours', async () => {
      const { outcome } = await sync(open(), both())
      const [document, locale] = (outcome.receipts[1]?.id ?? '').split(':')
      await hand('PUT', `/articles/${document}?locale=${locale}&status=draft`, { note: 'half a thought' })
      expect((await sync(open(), both())).did).toEqual([])
      const news = [offer('fr', { body: ['Tout va bien.'] }, { image: picture }), both()[1] as never]
      const second = await sync(open(), news)
      expect(second.outcome.diagnostics.map(({ code }) => code)).toEqual(['publish/pending-there'])
      expect(second.did).toEqual([])
    })

    test('two publishes at the same time leave readers one of each', async () => {
      await Promise.all([sync(open(), both()), sync(open(), both())])
      await sync(open(), both())
      const { plan } = await sync(open(), both())
      expect(actionsOf(plan)).toEqual(['2026-03-02-orion.en unchanged', '2026-03-02-orion.fr unchanged'])
      expect((await ground.versions()).filter(({ isPublished }) => isPublished)).toHaveLength(2)
    })

    test.each<[string, Partial<StrapiOptions>, string]>([
      ['a wrong token', { token: 'no' }, 'publish/unauthorized'],
      ['an address where nobody answers', { address: 'http://127.0.0.1:1' }, 'publish/unreachable'],
      ['a collection that is not there', { collection: 'articlez' }, 'publish/no-collection'],
      ['a field that is not there', { fields: { ...FIELDS, author: 'nobody' } }, 'publish/no-field'],
      ['a content type without drafts', { collection: 'undrafteds', fields: FIELDS }, 'publish/no-drafts'],
      ['a content type without locales', { collection: 'singles', fields: FIELDS }, 'publish/not-localized'],
      ['a locale that is not there', { locales: { en: 'nl' } }, 'publish/no-locale'],
      ['two editions in one locale', { locales: { en: 'fr' } }, 'publish/same-locale'],
      ['no https', { address: 'http://cms.example' }, 'publish/plain-http'],
    ])('%s is found before anything is written', async (_, changes, code) => {
      expect(await codes(open({ retryDelay: 1, ...changes }))).toEqual([code])
      expect(await ground.count()).toBe(0)
    })
  })
})
