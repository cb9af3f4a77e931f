import { articleLink, articlePath } from './article-paths.ts'
import type { ArticleSummary } from './article-summary.ts'
import { type GeneratedFile, pageFile, pagePath, rooted } from './output-file.ts'
import { layoutPage } from './page-layout.ts'
import type { SiteContext } from './site-context.ts'
import { siteEditionOf } from './site-context.ts'

/**
 * Redirects from former addresses of articles: a page for each, and `_redirects` for hosts that read it. A former
 * address that another article has now is not redirected.
 */
export function redirectFiles(items: readonly ArticleSummary[], siteContext: SiteContext): GeneratedFile[] {
  const taken = new Set(items.map(articlePath))
  const moved = items.flatMap(item =>
    item.former.flatMap(former => {
      const from = pagePath(item.edition, former)
      if (taken.has(from)) return []
      taken.add(from)
      return [{ item, from }]
    }),
  )
  const lines = moved.map(
    ({ item, from }) => `${rooted(siteContext.site, from)} ${articleLink(item, siteContext)} 301\n`,
  )
  return [
    ...moved.map(({ item, from }) => ({
      path: pageFile(from, '').path,
      key: `${articlePath(item)}\n${item.headline}`,
      make: () => movedPage(from, item, siteContext),
    })),
    { path: 'site/_redirects', key: lines.join(''), make: () => lines.join('') },
  ]
}

/** Redirects in every browser, without a script; and offers a link. */
function movedPage(from: string, item: ArticleSummary, siteContext: SiteContext): string {
  const siteEdition = siteEditionOf(siteContext, item.edition)
  const meta = {
    path: from,
    title: `${item.headline} – ${siteContext.site.name}`,
    description: item.standfirst,
    versions: [],
    fallback: '',
    moved: articlePath(item),
  }
  return layoutPage(siteContext, siteEdition, 'moved', meta, {
    link: articleLink(item, siteContext),
    headline: item.headline,
  }).text
}
