import { addressOf, type Built, type Fault, fileAt } from './built.ts'
import { MOMENT } from './data.ts'
import { all, type Element, readXml, textOf } from './xml-tree.ts'

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

type Report = (rule: string, detail: string) => void

/** RSS 2.0, Atom and JSON Feed 1.1, by the names of their files. */
export function feedFaults(file: string, built: Built): Fault[] {
  const faults: Fault[] = []
  const report: Report = (rule, detail) => faults.push({ file, rule, detail })
  try {
    if (file.endsWith('feed.json')) jsonFeed(file, built, report)
    else {
      const root = readXml(built.text(file))
      if (root.name === 'rss') rss(root, file, built, report)
      else if (root.name === 'feed') atom(root, file, built, report)
      else report('feed', `<${root.name}>`)
    }
  } catch (error) {
    report('feed', error instanceof Error ? error.message : String(error))
  }
  return faults
}

function rss(root: Element, file: string, built: Built, report: Report): void {
  const [channel] = all(root, 'channel')
  if (root.attributes.version !== '2.0' || !channel) {
    report('feed', 'rss 2.0')
    return
  }
  for (const name of ['title', 'link', 'description', 'language']) if (!textOf(channel, name)) report('feed', name)
  const self = channel.children.find(({ name, attributes }) => name === 'atom:link' && attributes.rel === 'self')
  if (self?.attributes.href !== addressOf(file, built)) report('feed', 'atom:link')
  const items = all(channel, 'item')
  distinct(
    items.map(item => textOf(item, 'guid')),
    report,
  )
  for (const item of items) {
    if (!textOf(item, 'title')) report('feed', 'item title')
    if (!RFC822.test(textOf(item, 'pubDate'))) report('feed', `pubDate ${textOf(item, 'pubDate')}`)
    reaches(textOf(item, 'link'), built, report)
  }
}

function atom(root: Element, file: string, built: Built, report: Report): void {
  if (root.attributes.xmlns !== 'http://www.w3.org/2005/Atom') report('feed', 'xmlns')
  if (!root.attributes['xml:lang']) report('feed', 'xml:lang')
  for (const name of ['id', 'title', 'updated']) if (!textOf(root, name)) report('feed', name)
  const self = all(root, 'link').find(({ attributes }) => attributes.rel === 'self')
  if (self?.attributes.href !== addressOf(file, built)) report('feed', 'link self')
  const entries = all(root, 'entry')
  distinct(
    entries.map(entry => textOf(entry, 'id')),
    report,
  )
  for (const entry of entries) {
    if (!textOf(entry, 'title')) report('feed', 'entry title')
    for (const name of ['updated', 'published']) {
      if (!MOMENT.test(textOf(entry, name))) report('feed', `${name} ${textOf(entry, name)}`)
    }
    reaches(
      all(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate')?.attributes.href ?? '',
      built,
      report,
    )
  }
}

function jsonFeed(file: string, built: Built, report: Report): void {
  const feed = JSON.parse(built.text(file)) as Record<string, unknown>
  if (feed.version !== 'https://jsonfeed.org/version/1.1') report('feed', `version ${feed.version}`)
  for (const key of ['title', 'home_page_url', 'language']) if (!feed[key]) report('feed', key)
  if (feed.feed_url !== addressOf(file, built)) report('feed', 'feed_url')
  const items = Array.isArray(feed.items) ? (feed.items as Record<string, unknown>[]) : []
  if (!Array.isArray(feed.items)) report('feed', 'items')
  distinct(
    items.map(({ id }) => String(id ?? '')),
    report,
  )
  for (const item of items) {
    if (!item.content_text && !item.content_html) report('feed', 'content')
    for (const key of ['date_published', 'date_modified']) {
      if (!MOMENT.test(String(item[key]))) report('feed', `${key} ${item[key]}`)
    }
    reaches(String(item.url ?? ''), built, report)
  }
}

/** Every entry has an id, and none has another's. */
function distinct(ids: readonly string[], report: Report): void {
  if (ids.some(id => id === '') || new Set(ids).size !== ids.length) report('feed', 'id')
}

function reaches(address: string, built: Built, report: Report): void {
  const file = fileAt(address, built)
  if (file === undefined || !built.files.includes(file)) report('feed', address)
}
