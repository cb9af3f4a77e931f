import { duration } from '../language/duration.ts'
import { rooted, type Sheet } from './address.ts'
import { feedSheets } from './feeds/feed.ts'
import { sectionPath, stamped } from './frame.ts'
import type { House, Voice } from './house.ts'
import type { Item } from './item.ts'
import { type Desk, latestChange, longList, type Page } from './listing.ts'
import { menuPage } from './menu-page.ts'
import { articleLink, subjectPath } from './paths.ts'
import { plain } from './plain.ts'
import type { Filed, Shelf } from './shelf.ts'
import { SUBJECTS } from './subject.ts'

/** The pages of every service, company and country of an edition, and the page that names them all. */
export function subjectPages(shelf: Shelf, desk: Desk): Page[] {
  return [topicsPage(shelf, desk), ...[...shelf.subjects].flatMap(([key, filed]) => pagesOf(key, filed, shelf, desk))]
}

/** The feeds of every service. */
export function subjectFeeds(shelf: Shelf, { house, key }: Desk): Sheet[] {
  const { voice } = shelf
  return [...shelf.subjects.values()]
    .filter(({ subject }) => subject.kind === 'service')
    .flatMap(({ subject, items }) => {
      const title = titleOf({ subject, items }, voice)
      const setting = {
        path: subjectPath(subject, voice),
        title: voice.say('feed.title', { site: house.site.name, title }),
        description: title,
      }
      return feedSheets(setting, items, key, house, voice)
    })
}

/** « Toutes les pannes d'Instagram ». */
function titleOf({ subject }: Filed, { say }: Voice): string {
  return say(`subject.${subject.kind}`, { of: subject.of })
}

function pagesOf(key: string, filed: Filed, shelf: Shelf, desk: Desk): Page[] {
  const { subject, items } = filed
  const { house } = desk
  const { voice } = shelf
  const title = titleOf(filed, voice)
  const longest = longestOf(items)
  const count = voice.say('subject.outages', { count: items.length })
  const having = desk.shelves.filter(other => other.subjects.has(key))
  const path = subjectPath(subject, voice)
  return longList(
    {
      steps: path.split('/').slice(1, -1),
      items,
      title,
      description: voice.say('subject.description', { title, outages: count, site: house.site.name }),
      template: 'subject',
      section: 'topics',
      versions: having.map(other => ({
        voice: other.voice,
        path: subjectPath(subject, other.voice),
        count: other.subjects.get(key)?.items.length ?? 0,
      })),
      body: {
        count: items.length,
        longest: longest ? factOf(longest, house, voice) : false,
        last: items[0] ? factOf(items[0], house, voice) : false,
        up: rooted(house.site, sectionPath('topics', voice)),
      },
      besides: `${items.length} ${longest ? desk.key([longest]) : ''} ${items[0] ? desk.key([items[0]]) : ''}`,
      ...(subject.kind === 'service' && {
        feed: { path, title: voice.say('feed.title', { site: house.site.name, title }), about: subject.name },
      }),
    },
    desk,
    voice,
  )
}

/** The longest whose length is known. */
function longestOf(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>(
    (longest, item) => ((item.length?.minutes ?? 0) > (longest?.length?.minutes ?? 0) ? item : longest),
    undefined,
  )
}

function factOf(item: Item, house: House, voice: Voice): object {
  const { length } = item
  return {
    headline: plain(item.headline),
    link: articleLink(item, house),
    moment: stamped(voice, item.published),
    duration: length ? duration(voice.tongue, length.minutes, { exact: length.exact }) : false,
  }
}

function topicsPage(shelf: Shelf, desk: Desk): Page {
  const { house } = desk
  const { voice } = shelf
  const title = voice.say('topics.title')
  const collator = new Intl.Collator(voice.tongue.edition.tag, { numeric: true })
  const filed = [...shelf.subjects.values()].sort((one, other) =>
    collator.compare(one.subject.name, other.subject.name),
  )
  const entryOf = ({ subject, items }: Filed) => ({
    name: plain(subject.name),
    link: rooted(house.site, subjectPath(subject, voice)),
    count: items.length,
  })
  const kinds = SUBJECTS.map(kind => ({ kind, entries: filed.filter(({ subject }) => subject.kind === kind) }))
  return menuPage(shelf, desk, {
    section: 'topics',
    title,
    description: title,
    changed: latestChange(shelf.items),
    key: filed.map(({ subject: { kind, slug, name }, items }) => `${kind}/${slug} ${name} ${items.length}`).join('\n'),
    body: () => ({
      empty: filed.length === 0,
      kinds: kinds
        .filter(({ entries }) => entries.length > 0)
        .map(({ kind, entries }) => ({ id: kind, name: voice.say(`topics.${kind}`), entries: entries.map(entryOf) })),
    }),
  })
}
