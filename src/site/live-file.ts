import type { Article } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'
import { digestOf } from '../foundation/digest.ts'
import type { Incident } from '../incident/incident.ts'
import { isoOf } from '../language/moment.ts'
import { isUnderWay } from './aging.ts'
import { articleLink, livePath } from './article-paths.ts'
import { latestUpdateText } from './changes-told.ts'
import type { TextFile } from './output-file.ts'
import { type SiteContext, type SiteEdition, siteEditionOf } from './site-context.ts'

/**
 * What an open page asks for, again and again, while its story is under way: which version is published, and where it
 * stands. Absent once the story is over or has not moved for long: the page then takes its last version and stops asking.
 */
export function liveFiles(
  article: Article,
  incident: Incident,
  siteContext: SiteContext,
  now: Instant = Number.NEGATIVE_INFINITY,
): TextFile[] {
  if (!isUnderWay(article, incident, siteContext.site, now)) return []
  const siteEdition = siteEditionOf(siteContext, article.edition)
  const live = {
    version: liveVersionOf(article, incident, siteEdition),
    updated: isoOf(siteEdition.locale, article.updated, article.knownToTheDay.updated),
    page: articleLink(article, siteContext),
    ...latestOf(article, incident),
  }
  return [{ path: `site/${livePath(article)}`, text: `${JSON.stringify(live)}\n` }]
}

/** The version of what an article says, in words, figures and sources; what stands around it in the page is not part of it. */
export function liveVersionOf(article: Article, incident: Incident, { locale }: SiteEdition): string {
  return digestOf(JSON.stringify([locale.edition.tag, article, incident]))
}

function latestOf(article: Article, incident: Incident): { readonly latest?: string } {
  const latest = latestUpdateText(incident, article)
  return latest === undefined ? {} : { latest }
}
