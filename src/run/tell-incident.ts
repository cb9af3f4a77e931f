import type { Article } from '../article/article.ts'
import { tell } from '../article/teller.ts'
import type { Incident } from '../incident/incident.ts'
import { isoLocal } from '../language/moment.ts'
import { absolute, type File } from '../site/address.ts'
import { articlePage, articlePath } from '../site/article-page.ts'
import { type House, voiceOf } from '../site/house.ts'
import { markdownOf } from '../site/markdown.ts'
import { traceOf } from '../site/trace.ts'
import { storyOf } from '../story/tell.ts'
import type { OpenEdition } from './editions.ts'

/** One incident in every edition. */
export function tellIncident(incident: Incident, editions: readonly OpenEdition[]): Article[] {
  const story = storyOf(incident)
  return editions.map(({ teller }) => tell(story, teller))
}

/** Every file that comes of one incident: Markdown, page and trace for each edition. */
export function filesOf(articles: readonly Article[], house: House): File[] {
  return articles.flatMap(article => [
    markdownFile(article, house),
    articlePage(article, articles, house),
    { path: `trace/${article.edition}/${article.id}.json`, text: `${JSON.stringify(traceOf(article), null, 2)}\n` },
  ])
}

/** The Markdown of an article. */
export function markdownFile(article: Article, house: Pick<House, 'site' | 'voices'>): File {
  const { tongue, say } = voiceOf(house, article.edition)
  const text = markdownOf(article, {
    canonical: absolute(house.site, articlePath(article)),
    date: isoLocal(tongue, article.published),
    lastmod: isoLocal(tongue, Math.max(article.updated, article.published)),
    sources: say('article.sources'),
  })
  return { path: `markdown/${article.edition}/${article.id}.md`, text }
}
