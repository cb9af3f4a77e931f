import { DAY } from '../foundation/time-units.ts'
import { addressOf, type BuiltSite, fileAt, type SiteDiagnostic } from './built-site.ts'
import type { ReadPage } from './validate-pages.ts'
import { all, readXml, textOf, type XmlElement } from './xml-tree.ts'

const MOST_URLS = 50_000
const MOST_BYTES = 50_000_000
const MOST_NEWS = 1000

/**
 * Sitemaps: every indexable page is in `sitemap.xml`, and no other; the articles of two days, and none older, in
 * `news-sitemap.xml`; `robots.txt` names both.
 *
 * @param now in milliseconds; without it the age of articles is not checked
 */
export function sitemapDiagnostics(
  pages: ReadonlyMap<string, ReadPage>,
  built: BuiltSite,
  now?: number,
): SiteDiagnostic[] {
  const diagnostics: SiteDiagnostic[] = []
  const report = (file: string, rule: string, detail: string) => diagnostics.push({ file, rule, detail })
  const listed = new Set<string>()
  for (const url of urlsOf('sitemap.xml', built, report)) {
    const target = fileAt(textOf(url, 'loc'), built)
    if (target === undefined || !pages.get(target)?.indexed) report('sitemap.xml', 'sitemap', textOf(url, 'loc'))
    else listed.add(target)
  }
  for (const { file, indexed, address } of pages.values()) {
    if (indexed && !listed.has(file)) report('sitemap.xml', 'sitemap-lacks', address)
  }
  newsDiagnostics(pages, built, now, report)
  const robots = built.files.includes('robots.txt') ? built.text('robots.txt') : ''
  for (const map of ['sitemap.xml', 'news-sitemap.xml']) {
    if (!robots.includes(`Sitemap: ${addressOf(map, built)}`)) report('robots.txt', 'robots', map)
  }
  return diagnostics
}

type ReportSitemap = (file: string, rule: string, detail: string) => void

function urlsOf(file: string, built: BuiltSite, report: ReportSitemap): readonly XmlElement[] {
  const root = read(file, built, report)
  if (!root) return []
  if (root.name === 'sitemapindex') {
    return all(root, 'sitemap').flatMap(part =>
      urlsOf(fileAt(textOf(part, 'loc'), built) ?? textOf(part, 'loc'), built, report),
    )
  }
  const urls = all(root, 'url')
  if (urls.length > MOST_URLS || built.bytes(file).byteLength > MOST_BYTES)
    report(file, 'sitemap-size', String(urls.length))
  return urls
}

function newsDiagnostics(
  pages: ReadonlyMap<string, ReadPage>,
  built: BuiltSite,
  now: number | undefined,
  report: ReportSitemap,
): void {
  const file = 'news-sitemap.xml'
  const urls = urlsOf(file, built, report)
  if (urls.length > MOST_NEWS) report(file, 'sitemap-size', String(urls.length))
  for (const url of urls) {
    const loc = textOf(url, 'loc')
    if (!pages.has(fileAt(loc, built) ?? '')) report(file, 'sitemap', loc)
    const [news] = all(url, 'news:news')
    const [publication] = news ? all(news, 'news:publication') : []
    const date = news ? textOf(news, 'news:publication_date') : ''
    const whole = publication && textOf(publication, 'news:name') && textOf(publication, 'news:language')
    if (!news || !whole || !textOf(news, 'news:title') || Number.isNaN(Date.parse(date))) report(file, 'news', loc)
    const age = (now ?? Date.parse(date)) - Date.parse(date)
    if (age < 0 || age > 2 * DAY) report(file, 'news-age', `${loc} ${date}`)
  }
}

function read(file: string, built: BuiltSite, report: ReportSitemap): XmlElement | undefined {
  if (!built.files.includes(file)) {
    report(file, 'missing', file)
    return undefined
  }
  try {
    return readXml(built.text(file))
  } catch (error) {
    report(file, 'xml', error instanceof Error ? error.message : String(error))
    return undefined
  }
}
