import { addressOf, type BuiltSite, fileAt, type SiteDiagnostic } from './built-site.ts'
import { MOMENT } from './validate-data.ts'
import { all, readXml, textOf, type XmlElement } from './xml-tree.ts'

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

type ReportFeed = (rule: string, detail: string) => void

/** Validates RSS 2.0, Atom and JSON Feed 1.1, recognised by their file names. */
export function feedDiagnostics(file: string, built: BuiltSite): SiteDiagnostic[] {
  const diagnostics: SiteDiagnostic[] = []
  const report: ReportFeed = (rule, detail) => diagnostics.push({ file, rule, detail })
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
  return diagnostics
}

function rss(root: XmlElement, file: string, built: BuiltSite, report: ReportFeed): void {
  const [channel] = all(root, 'channel')
  if (root.attributes.version !== '2.0' || !channel) {
    report('feed', 'rss 2.0')
    return
  }
  const items = headed(
    channel,
    { needed: ['title', 'link', 'description', 'language'], self: 'atom:link', entry: 'item', id: 'guid' },
    addressOf(file, built),
    report,
  )
  for (const item of items) {
    if (!RFC822.test(textOf(item, 'pubDate'))) report('feed', `pubDate ${textOf(item, 'pubDate')}`)
    reaches(textOf(item, 'link'), built, report)
  }
}

function atom(root: XmlElement, file: string, built: BuiltSite, report: ReportFeed): void {
  if (root.attributes.xmlns !== 'http://www.w3.org/2005/Atom') report('feed', 'xmlns')
  if (!root.attributes['xml:lang']) report('feed', 'xml:lang')
  const entries = headed(
    root,
    { needed: ['id', 'title', 'updated'], self: 'link', entry: 'entry', id: 'id' },
    addressOf(file, built),
    report,
  )
  for (const entry of entries) {
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

/** The names a feed format uses for what RSS and Atom share. */
interface FeedNames {
  readonly needed: readonly string[]
  readonly self: string
  readonly entry: string
  readonly id: string
}

/** Validates a feed's own elements, its address included; returns its entries, each with an id and a title. */
function headed(
  feed: XmlElement,
  { needed, self, entry, id }: FeedNames,
  address: string,
  report: ReportFeed,
): readonly XmlElement[] {
  for (const name of needed) if (!textOf(feed, name)) report('feed', name)
  const own = all(feed, self).find(({ attributes }) => attributes.rel === 'self')
  if (own?.attributes.href !== address) report('feed', `${self} self`)
  const entries = all(feed, entry)
  distinct(
    entries.map(one => textOf(one, id)),
    report,
  )
  for (const one of entries) if (!textOf(one, 'title')) report('feed', `${entry} title`)
  return entries
}

function jsonFeed(file: string, built: BuiltSite, report: ReportFeed): void {
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

/** Every entry has an id, and ids are unique. */
function distinct(ids: readonly string[], report: ReportFeed): void {
  if (ids.some(id => id === '') || new Set(ids).size !== ids.length) report('feed', 'id')
}

function reaches(address: string, built: BuiltSite, report: ReportFeed): void {
  const file = fileAt(address, built)
  if (file === undefined || !built.files.includes(file)) report('feed', address)
}
