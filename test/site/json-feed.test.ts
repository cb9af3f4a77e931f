import { expect, test } from 'vitest'
import { jsonFeedOf } from '../../src/site/feeds/json-feed.ts'
import { empty, entry, feed } from './feed-fixture.ts'

test('JSON Feed 1.1 holds the feed and each article as they are', () => {
  expect(JSON.parse(jsonFeedOf(feed))).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'La <Gazette> & Cie',
    home_page_url: 'https://news.example/fr/',
    feed_url: 'https://news.example/fr/feed.json',
    description: 'Pannes & retours',
    language: 'fr-BE',
    authors: [{ name: 'La <Gazette> & Cie' }],
    items: [
      {
        id: 'tag:news.example,2026-03-02:fr/2026-03-02-orion',
        url: 'https://news.example/fr/2026-03-02-orion/',
        title: 'Orion & <Mail> : « la panne »',
        summary: 'Le courrier "fonctionne".',
        content_text: 'Le courrier "fonctionne".\n\nÀ 11h, l’accès <revient>.',
        date_published: '2026-03-02T10:00:00+01:00',
        date_modified: '2026-03-02T11:30:00+01:00',
        authors: [{ name: 'La rédaction' }],
        tags: ['Orion Mail', 'R&D'],
      },
    ],
  })
})

test('leaves out what is empty: the description, the tags', () => {
  const bare = JSON.parse(jsonFeedOf({ ...empty, description: '', entries: [{ ...entry, tags: [] }] }))
  expect(bare).not.toHaveProperty('description')
  expect(bare.items[0]).not.toHaveProperty('tags')
})
