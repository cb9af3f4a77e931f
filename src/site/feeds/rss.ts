import { FEEDS } from '../page-layout.ts'
import { document, element } from '../write-xml.ts'
import { type Feed, type FeedEntry, textOfEntry } from './feed-entry.ts'

/** RSS 2.0. Moments are RFC 822, in GMT. */
export function rssOf(feed: Feed): string {
  const channel = [
    element('title', feed.title),
    element('link', feed.home),
    element('description', feed.description),
    element('language', feed.language),
    ...(feed.rights === undefined ? [] : [element('copyright', feed.rights)]),
    ...(feed.entries.length > 0 ? [element('lastBuildDate', rfc822(feed.updated))] : []),
    element('atom:link', [], { rel: 'self', type: 'application/rss+xml', href: feed.base + FEEDS.rss }),
    ...(feed.hub === undefined ? [] : [element('atom:link', [], { rel: 'hub', href: feed.hub })]),
    ...feed.entries.map(itemOf),
  ]
  return document(
    'rss',
    [
      element(
        'channel',
        channel.map(line => `\n${line}`),
      ),
    ],
    {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
    },
  )
}

function itemOf(entry: FeedEntry): string {
  return element('item', [
    element('title', entry.title),
    element('link', entry.address),
    element('guid', entry.id, { isPermaLink: 'false' }),
    element('pubDate', rfc822(entry.published)),
    element('dc:creator', entry.author),
    ...entry.tags.map(tag => element('category', tag)),
    element('description', textOfEntry(entry)),
    ...(entry.content === undefined ? [] : [element('content:encoded', entry.content)]),
    ...(entry.image ? [imageOf(entry.image)] : []),
    element('atom:updated', entry.updatedIso),
  ])
}

/** Media RSS: a picture without its bytes counted. */
function imageOf({ address, type, width, height, alt }: NonNullable<FeedEntry['image']>): string {
  const size = { width: String(width), height: String(height) }
  return element('media:content', [element('media:description', alt, { type: 'plain' })], {
    url: address,
    type,
    medium: 'image',
    ...size,
  })
}

/** `Mon, 02 Mar 2026 09:00:00 GMT`: the form of RFC 822 with four digits of year, which RSS prefers. */
function rfc822(instant: number): string {
  return new Date(instant).toUTCString()
}
