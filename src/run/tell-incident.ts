import type { Article } from '../article/article.ts'
import { tell } from '../article/teller.ts'
import type { Incident } from '../incident/incident.ts'
import { isoLocal } from '../language/moment.ts'
import { absolute, type File, type TextFile } from '../site/address.ts'
import type { Around } from '../site/around.ts'
import { articlePage } from '../site/article-page.ts'
import { ninjsFile } from '../site/data/ninjs.ts'
import { type House, voiceOf } from '../site/house.ts'
import type { Item } from '../site/item.ts'
import { markdownOf } from '../site/markdown.ts'
import { articlePath } from '../site/paths.ts'
import { traceOf } from '../site/trace.ts'
import { storyOf } from '../story/tell.ts'
import type { OpenEdition } from './editions.ts'

/** One incident in every edition. */
export function tellIncident(incident: Incident, editions: readonly OpenEdition[]): Article[] {
  const story = storyOf(incident)
  return editions.map(({ teller }) => tell(story, teller))
}

/** One incident, told in every edition. */
export interface Telling {
  readonly incident: Incident
  readonly articles: readonly Article[]
  readonly items: readonly Item[]
}

/**
 * Every file that comes of one incident: Markdown, page, ninjs and trace for each edition.
 *
 * @param around what stands around each article, in their order
 */
export function filesOf({ incident, articles }: Telling, around: readonly Around[], house: House): File[] {
  return articles.flatMap((article, at) => [
    markdownFile(article, house),
    articlePage({ article, incident, around: around[at] ?? { related: [] } }, articles, house),
    ninjsFile(article, incident, articles, house, voiceOf(house, article.edition)),
    { path: `trace/${article.edition}/${article.id}.json`, text: `${JSON.stringify(traceOf(article), null, 2)}\n` },
  ])
}

/** The Markdown of an article. */
export function markdownFile(article: Article, house: Pick<House, 'site' | 'voices'>): TextFile {
  const { tongue, say } = voiceOf(house, article.edition)
  const text = markdownOf(article, {
    canonical: absolute(house.site, articlePath(article)),
    date: isoLocal(tongue, article.published),
    lastmod: isoLocal(tongue, Math.max(article.updated, article.published)),
    sources: say('article.sources'),
  })
  return { path: `markdown/${article.edition}/${article.id}.md`, text }
}
