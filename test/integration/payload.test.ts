import { beforeEach, describe, expect, test } from 'vitest'
import { preparePlan } from '../../src/publish/execute-plan.ts'
import { payload } from '../../src/publish/payload.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { onReal } from '../machine/on-real.ts'
import { NOW, offer, picture } from '../publish/fixture.ts'
import { memoryJournal } from '../publish/memory-journal.ts'
import { actionsOf, keepsThePromise, sync } from '../publish/publisher-contract.ts'
import { survivesBadNetwork } from './document-faults.ts'
import { FIELDS } from './document-field-names.ts'
import { payloadPeople } from './payload-people.ts'
import { openPayloadServer } from './payload-server.ts'

await onReal('Payload', openPayloadServer, site => {
  const open = (changes: Partial<Parameters<typeof payload>[0]> = {}): Publisher =>
    payload({
      name: 'payload',
      address: site.url,
      key: site.key,
      collection: 'articles',
      media: 'media',
      users: 'users',
      page: 'https://news.example/{locale}/{slug}',
      fields: { ...FIELDS, author: 'byline', former: 'formerSlugs' },
      zone: 'Europe/Brussels',
      retryDelay: 30,
      ...changes,
    })
  const people = payloadPeople(site)
  const ground = { ...people, publisher: () => open() }

  keepsThePromise('Payload', async () => ({ ...ground, stop: async () => {} }))
  survivesBadNetwork('Payload', {
    address: site.url,
    open,
    ground,
    kindOf: ({ method, url }) =>
      `${method} ${url
        .replace(/\d+/g, '')
        .replace(/\?(?!.*draft=(\w+)).*/, '')
        .replace(/\?.*draft=(\w+).*/, ' $1')}`,
  })

  describe('Payload', () => {
    beforeEach(() => ground.clear())
    const both = () => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
    const codes = async (publisher: Publisher) =>
      (await preparePlan(both(), NOW, publisher, memoryJournal())).diagnostics.map(({ code }) => code)

    test('one document holds every language of a story; readers have each once it is published', async () => {
      const { outcome } = await sync(open(), both())
      const [en = '', fr = ''] = outcome.receipts.map(({ id }) => id)
      expect(en.split(':')[0]).toBe(fr.split(':')[0])
      expect(outcome.receipts.map(({ address }) => address)).toEqual([
        'https://news.example/en/orion-outage',
        'https://news.example/fr/orion-panne',
      ])
      const read = async (locale: string) =>
        (await (await fetch(`${site.url}/api/articles/${fr.split(':')[0]}?locale=${locale}`)).json()) as Record<
          string,
          unknown
        >
      expect(await read('fr')).toMatchObject({
        title: 'Orion : la panne est terminée',
        slug: 'orion-panne',
        image: { alt: 'Orion' },
      })
      expect(await read('en')).toMatchObject({
        title: 'Orion: outage is over',
        publishAt: expect.stringMatching(/^2026/),
      })
      await sync(open(), both().slice(0, 1))
      expect((await fetch(`${site.url}/api/articles/${fr.split(':')[0]}?locale=en`)).status).toBe(404)
      expect((await read('fr')).tags).toEqual(['Orion', 'panne'])
    })

    test('what somebody is at work on is not published with ours', async () => {
      const { outcome } = await sync(open(), both())
      const [document, locale] = (outcome.receipts[1]?.id ?? '').split(':')
      const headers = { authorization: `users API-Key ${site.key}`, 'content-type': 'application/json' }
      await fetch(`${site.url}/api/articles/${document}?locale=${locale}&draft=true`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ note: 'half a thought', _status: 'draft' }),
      })
      expect(actionsOf((await sync(open(), both())).plan)).toEqual([
        '2026-03-02-orion.en unchanged',
        '2026-03-02-orion.fr unchanged',
      ])
      const news = [offer('fr', { body: ['Tout va bien.'] }, { image: picture }), both()[1] as never]
      const second = await sync(open(), news)
      expect(second.outcome.diagnostics.map(({ code }) => code)).toEqual(['publish/pending-there'])
      expect(second.did).toEqual([])
    })

    test('without a field for former addresses a warning says so once', async () => {
      const moved = () => [offer('fr', {}, { former: ['orion-hier'] }), offer('en')]
      const first = await sync(open({ fields: FIELDS }), moved())
      expect(first.outcome.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'warning publish/no-former-field',
      ])
      const again = await sync(open({ fields: FIELDS }), moved())
      expect([actionsOf(again.plan), again.outcome.diagnostics]).toEqual([
        ['2026-03-02-orion.en unchanged', '2026-03-02-orion.fr unchanged'],
        [],
      ])
    })

    test.each<[string, Partial<Parameters<typeof payload>[0]>, string]>([
      ['a wrong key', { key: 'no' }, 'publish/unauthorized'],
      ['an address where nobody answers', { address: 'http://127.0.0.1:1' }, 'publish/unreachable'],
      ['a collection that is not there', { collection: 'articlez' }, 'publish/no-collection'],
      ['a field that is not there', { fields: { ...FIELDS, author: 'nobody' } }, 'publish/no-field'],
      ['a collection without drafts', { collection: 'undrafted', fields: FIELDS }, 'publish/no-drafts'],
      ['one status for all locales', { collection: 'plain', fields: FIELDS }, 'publish/no-locale-status'],
      ['fields without locales', { collection: 'single', fields: FIELDS }, 'publish/not-localized'],
      ['a locale that is not there', { locales: { en: 'nl' } }, 'publish/no-locale'],
      ['two editions in one locale', { locales: { en: 'fr' } }, 'publish/same-locale'],
      ['no https', { address: 'http://cms.example' }, 'publish/plain-http'],
    ])('%s is found before anything is written', async (_, changes, code) => {
      expect(await codes(open({ retryDelay: 1, ...changes }))).toEqual([code])
      expect(await ground.count()).toBe(0)
    })
  })
})
