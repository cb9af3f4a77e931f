import { articleLink } from './article-paths.ts'
import type { ArticleSummary } from './article-summary.ts'
import type { CorrectionText } from './changes-told.ts'
import type { EditionIndex } from './edition-index.ts'
import type { ListContext, ListedPage } from './list-pages.ts'
import { pageFile, pagePath, rooted } from './output-file.ts'
import { layoutPage, sectionPath, stamped } from './page-layout.ts'
import { plain } from './plain-text.ts'
import type { SiteEdition } from './site-context.ts'

/** Most corrections on the page; each stands at its article too. */
const MOST = 200

/** Path of the page of corrections. */
export function correctionsPath({ locale, say }: SiteEdition): string {
  return pagePath(locale.edition.id, say('path.corrections'))
}

/** Every correction of an edition, newest first, with the article it is about. */
export function correctionsPage(
  editionIndex: EditionIndex,
  { siteContext, editionIndexes, key }: ListContext,
): ListedPage {
  const { siteEdition, items } = editionIndex
  const { site } = siteContext
  const entries = items
    .flatMap(item => item.corrections.map(correction => ({ item, correction })))
    .sort((one, other) => other.correction.at - one.correction.at || (one.item.id < other.item.id ? 1 : -1))
    .slice(0, MOST)
  const path = correctionsPath(siteEdition)
  const title = siteEdition.say('corrections.title')
  const versions = editionIndexes.map(other => ({
    siteEdition: other.siteEdition,
    path: correctionsPath(other.siteEdition),
  }))
  const meta = {
    path,
    title: `${title} – ${site.name}`,
    description: siteEdition.say('corrections.lead', { site: site.name }),
    versions,
    fallback: versions[0]?.path ?? path,
  }
  const shown = ({ item, correction }: { readonly item: ArticleSummary; readonly correction: CorrectionText }) => ({
    moment: stamped(siteEdition, correction.at, { day: correction.isDay }),
    text: correction.text,
    link: articleLink(item, siteContext),
    headline: plain(item.headline),
  })
  const make = () =>
    layoutPage(siteContext, siteEdition, 'corrections', meta, {
      title,
      lead: siteEdition.say('corrections.lead', { site: site.name }),
      entries: entries.map(shown),
      method: rooted(site, sectionPath('method', siteEdition)),
    }).text
  const changed = entries[0]?.correction.at
  return {
    path,
    ...(changed !== undefined && { changed }),
    generated: { path: pageFile(path, '').path, key: key(entries.map(({ item }) => item)), make },
  }
}
