import type { Built, Fault } from './built.ts'
import { dataFaults, ninjsFaults } from './data.ts'
import { feedFaults } from './feeds.ts'
import { headFaults, linkFaults, pageFaults, type ReadPage, readPages } from './pages.ts'
import { cardFaults } from './pictures.ts'
import { sitemapFaults } from './sitemaps.ts'

/**
 * Reads a built site as search engines, feed readers and wires do, with no network, and says which file breaks which
 * rule; by file. Pure: the files are handed in.
 *
 * @param now in milliseconds, for the age of the news
 */
export function validateSite(built: Built, now?: number): Fault[] {
  const pages = new Map<string, ReadPage>(readPages(built).map(page => [page.file, page]))
  const files = new Set(built.files)
  const named = (name: RegExp) => built.files.filter(file => name.test(file))
  const faults = [
    ...[...pages.values()].flatMap(page => [
      ...pageFaults(page),
      ...headFaults(page, pages, built),
      ...linkFaults(page, pages, files, built),
      ...dataFaults(page, built),
    ]),
    ...named(/(^|\/)(feed\.xml|atom\.xml|feed\.json)$/).flatMap(file => feedFaults(file, built)),
    ...named(/\/ninjs\.json$/).flatMap(file => ninjsFaults(file, built)),
    ...named(/\/card\.png$/).flatMap(file => cardFaults(file, built)),
    ...sitemapFaults(pages, built, now),
  ]
  return faults.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0))
}
