import type { Article } from '../article/article.ts'
import { articlePage } from '../site/article-page.ts'
import { paragraphHtml } from '../site/sentence-html.ts'
import { type Trace, traceOf } from '../site/trace.ts'
import type { EditionService, RealisedIncident } from './edition-service.ts'
import { type TracedPart, tracedParts } from './traced-article.ts'

/** One article in every form it can be given out in. */
export interface ToldArticle {
  readonly json: Trace
  readonly markdown: string
  readonly html: string
  readonly body: string
  readonly alert: string
  readonly brief: string
  readonly trace: readonly TracedPart[]
}

/**
 * Writes an article in every form.
 *
 * @param realised the incident, told in the edition asked for and in those its page names beside it
 * @param source text of the incident's file
 * @param problems what is wrong with the incident, as it is shown to machines
 */
export function toldArticle(
  article: Article,
  { incident, articles }: RealisedIncident,
  editions: EditionService,
  source: string,
  problems: readonly object[],
): ToldArticle {
  const input = { article, incident, neighbours: { related: [] } }
  return {
    json: traceOf(article, problems),
    markdown: editions.markdown(article),
    html: articlePage(input, articles, editions.siteContext()).text,
    body: article.paragraphs.map(paragraphHtml).join('\n'),
    alert: article.alert.text,
    brief: article.brief.map(({ text }) => text).join(' '),
    trace: tracedParts(article, source, incident.file),
  }
}
