import { FEEDS } from '../page-layout.ts'
import { document, element } from '../write-xml.ts'
import { type Feed, type FeedEntry, textOfEntry } from './feed-entry.ts'

/** Atom (RFC 4287), with its language. */
export function atomOf(feed: Feed): string {
  const [latest] = feed.entries
  return document(
    'feed',
    [
      element('id', feed.base + FEEDS.atom),
      element('title', feed.title),
      ...(feed.description === '' ? [] : [element('subtitle', feed.description)]),
      element('updated', latest?.updatedIso ?? new Date(0).toISOString()),
      element('author', [element('name', feed.author)]),
      element('link', [], { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: feed.home }),
      element('link', [], { rel: 'self', type: 'application/atom+xml', href: feed.base + FEEDS.atom }),
      ...(feed.rights === undefined ? [] : [element('rights', feed.rights)]),
      ...(feed.hub === undefined ? [] : [element('link', [], { rel: 'hub', href: feed.hub })]),
      ...feed.entries.map(entryOf),
    ],
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
  )
}

function entryOf(entry: FeedEntry): string {
  return element('entry', [
    element('id', entry.id),
    element('title', entry.title),
    element('link', [], { rel: 'alternate', type: 'text/html', href: entry.address }),
    ...(entry.image
      ? [element('link', [], { rel: 'enclosure', type: entry.image.type, href: entry.image.address })]
      : []),
    element('published', entry.publishedIso),
    element('updated', entry.updatedIso),
    element('author', [element('name', entry.author)]),
    ...entry.tags.map(term => element('category', [], { term })),
    element('summary', entry.summary),
    ...contentOf(entry),
  ])
}

/** The whole article, or what changed since where only that is given. */
function contentOf(entry: FeedEntry): string[] {
  if (entry.content !== undefined) return [element('content', entry.content, { type: 'html' })]
  return entry.changes.length > 0 ? [element('content', textOfEntry(entry), { type: 'text' })] : []
}
