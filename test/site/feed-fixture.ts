import type { Feed, FeedEntry } from '../../src/site/feeds/feed-entry.ts'

/** An entry whose texts hold what XML gives a meaning to. */
export const entry: FeedEntry = {
  id: 'tag:news.example,2026-03-02:fr/2026-03-02-orion',
  address: 'https://news.example/fr/2026-03-02-orion/',
  title: 'Orion & <Mail> : « la panne »',
  summary: 'Le courrier "fonctionne".',
  changes: ['À 11h, l’accès <revient>.'],
  author: 'La rédaction',
  tags: ['Orion Mail', 'R&D'],
  published: Date.UTC(2026, 2, 2, 9),
  updated: Date.UTC(2026, 2, 2, 10, 30),
  publishedIso: '2026-03-02T10:00:00+01:00',
  updatedIso: '2026-03-02T11:30:00+01:00',
}

export const feed: Feed = {
  title: 'La <Gazette> & Cie',
  description: 'Pannes & retours',
  language: 'fr-BE',
  home: 'https://news.example/fr/',
  base: 'https://news.example/fr/',
  author: 'La <Gazette> & Cie',
  rights: 'https://creativecommons.org/licenses/by/4.0/',
  updated: entry.updated,
  entries: [entry],
}

const { rights: _, ...unlicensed } = feed

/** A feed of a page that has no article yet. */
export const empty: Feed = { ...unlicensed, updated: 0, entries: [] }
