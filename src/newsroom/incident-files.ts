import type { Instant } from '../fields/values.ts'
import { articlePage } from '../site/article-page.ts'
import { ninjsFile } from '../site/data/ninjs.ts'
import { embedFiles } from '../site/embed-files.ts'
import { liveFiles } from '../site/live-file.ts'
import type { Neighbours } from '../site/neighbours.ts'
import type { OutputFile } from '../site/output-file.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'
import { traceOf } from '../site/trace.ts'
import type { RealisedIncident } from './edition-service.ts'
import { markdownFile } from './markdown-file.ts'

/**
 * Every file that comes of one incident: Markdown, page, ninjs and trace for each edition; while it is under way, what open
 * pages follow it by.
 *
 * @param neighbours what stands around each article, in their order
 * @param now the present, in milliseconds: what has not moved for long is marked
 */
export function filesOf(
  { incident, articles }: Pick<RealisedIncident, 'incident' | 'articles'>,
  neighbours: readonly Neighbours[],
  siteContext: SiteContext,
  now?: Instant,
): OutputFile[] {
  return articles.flatMap((article, at) => [
    markdownFile(article, siteContext),
    articlePage({ article, incident, neighbours: neighbours[at] ?? { related: [] }, now }, articles, siteContext),
    ninjsFile(article, incident, articles, siteContext, siteEditionOf(siteContext, article.edition)),
    ...liveFiles(article, incident, siteContext, now),
    ...embedFiles({ article, incident, now }, siteContext),
    { path: `trace/${article.edition}/${article.id}.json`, text: `${JSON.stringify(traceOf(article), null, 2)}\n` },
  ])
}
