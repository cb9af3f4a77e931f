import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident } from '../feed-incident.ts'
import { gathered } from '../feed-reading.ts'
import { plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import { childText, type FeedElement } from '../feed-xml.ts'
import { inOneLanguage } from './aws-data.ts'
import { entriesOf } from './statuspage-history.ts'

/** The RSS of AWS: one item for each post; posts of one event share a service, a region and a title. */
export const awsRss: FeedFormat = {
  name: 'aws-rss',
  recognises: ({ xml }) => entriesOf(xml).some(item => GUID.test(childText(item, 'guid'))),
  read: ({ xml }, settings) => {
    const events = new Map<string, FeedElement[]>()
    for (const item of entriesOf(xml)) {
      const [, stem = ''] = GUID.exec(childText(item, 'guid')) ?? []
      const key = `${stem} ${titleOf(inOneLanguage(childText(item, 'title')), settings.words)}`
      events.set(key, [...(events.get(key) ?? []), item])
    }
    return gathered([...events.values()], items => incidentOf(items, settings))
  },
}

const GUID = /#([a-z0-9-]+)_\d{9,10}$/
const REGION = /^(.+?)-([a-z]{2}(?:-[a-z]+)+-\d)$/

function incidentOf(items: readonly FeedElement[], settings: FormatSettings): FeedIncident | string {
  const { words, zone, provider = 'AWS' } = settings
  const posts = items
    .map(item => ({ item, at: momentOf(childText(item, 'pubDate'), zone, words) }))
    .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const [first] = posts
  const last = posts.at(-1)
  if (!first || !last || first.at === undefined || last.at === undefined) return 'moment'
  const title = childText(last.item, 'title')
  const isOver = /\[resolved\]|operating normally/i.test(title)
  const [, stem = ''] = GUID.exec(childText(first.item, 'guid')) ?? []
  const [, code = stem, region] = REGION.exec(stem) ?? []
  return {
    id: `${stem}-${Math.floor(first.at / 1000)}`,
    title: titleOf(inOneLanguage(title), words),
    state: isOver ? 'resolved' : 'ongoing',
    provider,
    services: code === 'multipleservices' ? [] : [{ name: words.codes.get(code) ?? code }],
    regions: region === undefined ? [] : [words.regions.get(region) ?? region],
    started: { at: first.at, precision: 'by' },
    ...(isOver && last.at > first.at && { ended: { at: last.at, precision: 'by' as const } }),
    updates: posts.map(({ item, at }, place) => ({
      ...(at !== undefined && { at }),
      phase: isOver && place === posts.length - 1 ? 'resolved' : 'update',
      text: plainText(inOneLanguage(childText(item, 'description'))),
    })),
    url: 'https://health.aws.amazon.com/health/status',
    severity: title.split(':')[0] ?? '',
  }
}
