import type { Article } from '../article/article.ts'
import { realiseArticle } from '../article/realise-article.ts'
import type { Incident } from '../incident/incident.ts'
import { isoLocal } from '../language/moment.ts'
import { articlePage } from '../site/article-page.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import { ninjsFile } from '../site/data/ninjs.ts'
import { markdownOf } from '../site/markdown.ts'
import type { Neighbours } from '../site/neighbours.ts'
import { articlePath } from '../site/paths.ts'
import { absolute, type OutputFile, type TextFile } from '../site/site-address.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'
import { traceOf } from '../site/trace.ts'
import { storyOf } from '../story/story-of.ts'
import type { OpenEdition } from './open-editions.ts'

/** One incident in every edition. */
export function realiseIncident(incident: Incident, editions: readonly OpenEdition[]): Article[] {
  const story = storyOf(incident)
  return editions.map(({ realiser }) => realiseArticle(story, realiser))
}

/** One incident, told in every edition. */
export interface RealisedIncident {
  readonly incident: Incident
  readonly articles: readonly Article[]
  readonly items: readonly ArticleSummary[]
}

/**
 * Every file that comes of one incident: Markdown, page, ninjs and trace for each edition.
 *
 * @param around what stands around each article, in their order
 */
export function filesOf(
  { incident, articles }: RealisedIncident,
  neighbours: readonly Neighbours[],
  siteContext: SiteContext,
): OutputFile[] {
  return articles.flatMap((article, at) => [
    markdownFile(article, siteContext),
    articlePage({ article, incident, neighbours: neighbours[at] ?? { related: [] } }, articles, siteContext),
    ninjsFile(article, incident, articles, siteContext, siteEditionOf(siteContext, article.edition)),
    { path: `trace/${article.edition}/${article.id}.json`, text: `${JSON.stringify(traceOf(article), null, 2)}\n` },
  ])
}

/** The Markdown of an article. */
export function markdownFile(article: Article, siteContext: Pick<SiteContext, 'site' | 'siteEditions'>): TextFile {
  const { locale, say } = siteEditionOf(siteContext, article.edition)
  const text = markdownOf(article, {
    canonical: absolute(siteContext.site, articlePath(article)),
    date: isoLocal(locale, article.published),
    lastmod: isoLocal(locale, Math.max(article.updated, article.published)),
    sources: say('article.sources'),
  })
  return { path: `markdown/${article.edition}/${article.id}.md`, text }
}
