import type { BuiltSite, SiteDiagnostic } from './built-site.ts'
import { cardDiagnostics } from './validate-cards.ts'
import { dataDiagnostics, ninjsDiagnostics } from './validate-data.ts'
import { feedDiagnostics } from './validate-feeds.ts'
import { headDiagnostics, linkDiagnostics, pageDiagnostics, type ReadPage, readPages } from './validate-pages.ts'
import { sitemapDiagnostics } from './validate-sitemaps.ts'

/**
 * Validates a built site as search engines, feed readers and news systems read it, without network access; diagnostics
 * come by file. Pure: the files are passed in.
 *
 * @param now in milliseconds, for the age of the news
 */
export function validateSite(built: BuiltSite, now?: number): SiteDiagnostic[] {
  const pages = new Map<string, ReadPage>(readPages(built).map(page => [page.file, page]))
  const files = new Set(built.files)
  const named = (name: RegExp) => built.files.filter(file => name.test(file))
  const diagnostics = [
    ...[...pages.values()].flatMap(page => [
      ...pageDiagnostics(page),
      ...headDiagnostics(page, pages, built),
      ...linkDiagnostics(page, pages, files, built),
      ...dataDiagnostics(page, built),
    ]),
    ...named(/(^|\/)(feed\.xml|atom\.xml|feed\.json)$/).flatMap(file => feedDiagnostics(file, built)),
    ...named(/\/ninjs\.json$/).flatMap(file => ninjsDiagnostics(file, built)),
    ...named(/\/card\.png$/).flatMap(file => cardDiagnostics(file, built)),
    ...sitemapDiagnostics(pages, built, now),
  ]
  return diagnostics.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0))
}
