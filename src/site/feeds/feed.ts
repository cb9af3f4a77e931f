import { isoLocal } from '../../language/moment.ts'
import { absolute, pagePath, type Sheet } from '../address.ts'
import { FEEDS } from '../frame.ts'
import type { House, Voice } from '../house.ts'
import type { Item } from '../item.ts'
import { articlePath } from '../paths.ts'
import { plain } from '../plain.ts'
import { atomOf } from './atom.ts'
import type { Entry, Feed } from './entry.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'

/** Most entries of a feed: enough for a reader who comes back after a holiday. */
const ENTRIES = 30

/** What a feed is about. */
export interface FeedSetting {
  /** Folder below the root, of the page it follows. */
  readonly path: string
  readonly title: string
  readonly description: string
}

/** The three feeds of a list of articles. `key` tells two versions of the list apart. */
export function feedSheets(
  setting: FeedSetting,
  items: readonly Item[],
  key: (items: readonly Item[]) => string,
  house: House,
  voice: Voice,
): Sheet[] {
  const latest = [...items]
    .sort((one, other) => other.updated - one.updated || (one.id < other.id ? 1 : -1))
    .slice(0, ENTRIES)
  const feed = () => feedOf(setting, latest, house, voice)
  const same = key(latest)
  return [
    { path: `site/${setting.path}${FEEDS.rss}`, key: same, make: () => rssOf(feed()) },
    { path: `site/${setting.path}${FEEDS.atom}`, key: same, make: () => atomOf(feed()) },
    { path: `site/${setting.path}${FEEDS.json}`, key: same, make: () => jsonFeedOf(feed()) },
  ]
}

function feedOf(setting: FeedSetting, latest: readonly Item[], house: House, voice: Voice): Feed {
  const { site } = house
  const { edition } = voice.tongue
  return {
    title: plain(setting.title),
    description: plain(setting.description),
    language: edition.tag,
    home: absolute(site, setting.path),
    base: absolute(site, setting.path),
    author: site.name,
    ...(site.licence && { rights: site.licence.url }),
    updated: latest[0]?.updated ?? 0,
    entries: latest.map(item => entryOf(item, house, voice)),
  }
}

function entryOf(item: Item, { site }: House, { tongue }: Voice): Entry {
  return {
    id: tagOf(item, site.base),
    address: absolute(site, articlePath(item)),
    title: plain(item.headline),
    summary: plain(item.standfirst),
    author: plain(item.author),
    tags: item.services.map(plain),
    published: item.published,
    updated: item.updated,
    publishedIso: isoLocal(tongue, item.published),
    updatedIso: isoLocal(tongue, item.updated),
  }
}

/** A tag URI (RFC 4151): the host, the day of the incident, the edition and the id. None of them ever changes. */
function tagOf({ id, edition }: Item, base: string): string {
  return `tag:${new URL(base).hostname},${id.slice(0, 10)}:${edition}/${id}`
}

/** Folder of the feeds of a whole edition. */
export function editionFeed({ site }: House, { tongue }: Voice): FeedSetting {
  const { edition } = tongue
  return {
    path: pagePath(edition.id),
    title: site.name,
    description: site.description[edition.language] ?? site.name,
  }
}
