import { FEEDS } from '../page-layout.ts'
import { type Feed, type FeedEntry, textOfEntry } from './feed-entry.ts'

/** JSON Feed 1.1. */
export function jsonFeedOf(feed: Feed): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.base + FEEDS.json,
    ...(feed.description !== '' && { description: feed.description }),
    language: feed.language,
    authors: [{ name: feed.author }],
    ...(feed.hub !== undefined && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.entries.map(itemOf),
  }
  return `${JSON.stringify(value, null, 1)}\n`
}

function itemOf(entry: FeedEntry): object {
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    summary: entry.summary,
    ...(entry.content === undefined ? { content_text: textOfEntry(entry) } : { content_html: entry.content }),
    ...(entry.image && { image: entry.image.address }),
    date_published: entry.publishedIso,
    date_modified: entry.updatedIso,
    authors: [{ name: entry.author }],
    ...(entry.tags.length > 0 && { tags: entry.tags }),
  }
}
