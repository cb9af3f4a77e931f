import { type Article, descriptionOf } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'
import type { Incident } from '../incident/incident.ts'
import { hasHour, isoOf, stampOf } from '../language/moment.ts'
import { agesAt, isUnderWay } from './aging.ts'
import { bodyOf } from './article-body.ts'
import { articleLink, articlePath, livePath, ninjsPath, oembedPath, subjectPath } from './article-paths.ts'
import { stateInWords } from './article-summary.ts'
import { glanceOf } from './at-a-glance.ts'
import { latestUpdateText } from './changes-told.ts'
import { isoDatesOf } from './data/iso-dates.ts'
import { breadcrumbsOf, newsArticle } from './data/news-article.ts'
import { type ArticleFigures, figuresOf } from './figures/article-figures.ts'
import { newestUpdates } from './figures/timeline.ts'
import { frameMarkup } from './frame-markup.ts'
import { liveVersionOf } from './live-file.ts'
import { mayLink } from './markdown-escape.ts'
import type { Neighbour, Neighbours } from './neighbours.ts'
import { absolute, rooted, type TextFile } from './output-file.ts'
import { layoutPage, type PageMeta, publishedOn, sectionPath, stamped } from './page-layout.ts'
import { pictureFigures } from './pictures/picture-views.ts'
import { shownPictures } from './pictures/shown-pictures.ts'
import { plain } from './plain-text.ts'
import { escapeHtml, scriptJson, sentenceHtml } from './sentence-html.ts'
import { shareImageOf } from './share-image.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
import { siteEditionOf } from './site-context.ts'
import { subjectsOf } from './subject.ts'
import { type Html, html } from './templates.ts'

/** One article with what its page shows besides. */
export interface ArticlePageInput {
  readonly article: Article
  readonly incident: Incident
  readonly neighbours: Neighbours
  /** The present, in milliseconds; without it nothing has aged. */
  readonly now?: Instant | undefined
}

/** The page of one article. `inAllEditions`: the same story in every edition, this one included. */
export function articlePage(
  { article, incident, neighbours, now = Number.NEGATIVE_INFINITY }: ArticlePageInput,
  inAllEditions: readonly Article[],
  siteContext: SiteContext,
): TextFile {
  const siteEdition = siteEditionOf(siteContext, article.edition)
  const { site } = siteContext
  // A version older than its publication has not been updated since.
  const changed = article.updated > article.published
  const aged = (agesAt(article, incident, site) ?? Number.POSITIVE_INFINITY) <= now
  const body = bodyOf(article, incident, siteEdition)
  const isLive = isUnderWay(article, incident, site, now)
  const figures = newestFirst(figuresOf(article, incident, siteEdition), isLive)
  // The timeline shows every update; without one they are listed: while the story is under way, the newest first.
  const isListed = figures.timeline === false
  const newest =
    isListed && isLive && body.timeline.length > 0 ? newestUpdates(incident, article.event, siteEdition) : []
  const updates = newest.length === incident.updates.length ? newest : []
  const timeline = isListed && updates.length === 0 ? body.timeline : []
  const link = (item: Neighbour) => ({
    link: articleLink(item, siteContext),
    headline: plain(item.headline),
    moment: publishedOn(item, siteEdition),
  })
  return layoutPage(
    siteContext,
    siteEdition,
    'article',
    { ...pageMetaOf(article, incident, inAllEditions, siteContext, siteEdition), live: isLive },
    {
      state: aged ? 'aged' : article.state,
      aged: aged && html(agedNotice(article, siteEdition)),
      retracted: article.state === 'retracted',
      kicker: plain(stateInWords({ ...article, aged }, siteEdition)),
      headline: html(sentenceHtml(article.headline)),
      standfirst: article.standfirst.text === '' ? false : html(sentenceHtml(article.standfirst)),
      author: plain(article.author),
      published: stamped(siteEdition, article.published, { zone: !changed, day: article.knownToTheDay.published }),
      updated: changed
        ? stamped(siteEdition, article.updated, { zone: true, day: article.knownToTheDay.updated })
        : false,
      glance: glanceOf(article, incident, aged, siteEdition),
      ...body,
      live: isLive && liveOf(article, incident, siteContext, siteEdition),
      timeline,
      updates,
      figures,
      pictures: pictureFigures(incident, siteContext, siteEdition),
      chronicle: figures.timeline !== false || timeline.length > 0 || updates.length > 0,
      sources: article.sources.map(({ url, label }) => ({ url: mayLink(url) ? url : false, label: plain(label) })),
      reviewed: reviewOf(incident, siteEdition),
      method: rooted(site, sectionPath('method', siteEdition)),
      address: absolute(site, articlePath(article)),
      mail: mailOf(article, siteContext),
      frame: site.embeds ? frameMarkup(article, siteContext) : false,
      subjects: subjectsOf(incident, siteEdition).map(subject => ({
        name: plain(subject.name),
        link: rooted(site, subjectPath(subject, siteEdition)),
      })),
      related: neighbours.related.map(link),
      neighbours: neighbours.previous !== undefined || neighbours.next !== undefined,
      previous: neighbours.previous ? link(neighbours.previous) : false,
      next: neighbours.next ? link(neighbours.next) : false,
    },
  )
}

/** What an open page needs in order to follow its story, and what it says moved last. */
function liveOf(article: Article, incident: Incident, siteContext: SiteContext, siteEdition: SiteEdition) {
  const { knownToTheDay, updated } = article
  const latest = latestUpdateText(incident, article)
  return {
    address: rooted(siteContext.site, livePath(article)),
    version: liveVersionOf(article, incident, siteEdition),
    moment: stamped(siteEdition, updated, { day: knownToTheDay.updated }),
    // A day alone is no moment that one could count minutes from.
    counted: !knownToTheDay.updated,
    text: latest ?? false,
  }
}

/** The table beside the line tells the newest first while a story is under way; the line goes on from left to right. */
function newestFirst(figures: ArticleFigures, isLive: boolean): ArticleFigures {
  const { timeline } = figures
  return isLive && timeline ? { ...figures, timeline: { ...timeline, rows: [...timeline.rows].reverse() } } : figures
}

/** What readers are told of a story that has not moved for long, or of work whose time is past. */
function agedNotice({ state, updated, knownToTheDay }: Article, siteEdition: SiteEdition): string {
  if (state === 'planned') return siteEdition.html('aged.planned-notice')
  const { iso, text } = stamped(siteEdition, updated, { zone: true, day: knownToTheDay.updated })
  return siteEdition.html('aged.notice', { moment: `<time datetime="${iso}">${escapeHtml(text)}</time>` })
}

function pageMetaOf(
  article: Article,
  incident: Incident,
  inAllEditions: readonly Article[],
  siteContext: SiteContext,
  siteEdition: SiteEdition,
): PageMeta {
  const pictures = shownPictures(incident, siteEdition.locale.edition.language)
  const image = shareImageOf({ ...article, headline: article.headline.text, pictures }, siteContext)
  const versions = inAllEditions.map(other => ({
    siteEdition: siteEditionOf(siteContext, other.edition),
    path: articlePath(other),
  }))
  return {
    path: articlePath(article),
    title: `${article.headline.text} – ${siteContext.site.name}`,
    description: descriptionOf(article),
    versions,
    fallback: versions[0]?.path ?? articlePath(article),
    data: [
      newsArticle(article, incident, inAllEditions, siteContext, siteEdition),
      breadcrumbsOf(article, siteContext, siteEdition),
    ].map(scriptJson),
    article: {
      ...isoDatesOf(article, siteEdition.locale),
      tags: article.tags,
      ninjs: ninjsPath(article),
      ...(siteContext.site.embeds && { oembed: oembedPath(article) }),
    },
    ...(image && { image }),
  }
}

/** The reviewer and the date of review: one sentence, or nothing. */
function reviewOf({ publication: { reviewed } }: Incident, siteEdition: SiteEdition): Html | false {
  if (!reviewed) return false
  const by = escapeHtml(reviewed.by)
  if (reviewed.at === undefined) return html(siteEdition.html('article.reviewed-by', { by }))
  const { locale } = siteEdition
  const iso = isoOf(locale, reviewed.at.at ?? 0, !hasHour(reviewed.at))
  const text = stampOf(locale, reviewed.at, { zone: true })
  return html(siteEdition.html('article.reviewed', { by, at: `<time datetime="${iso}">${escapeHtml(text)}</time>` }))
}

/** A `mailto:` link with the headline and the address: shares an article without a script or another host. */
function mailOf(article: Article, { site }: SiteContext): string {
  const subject = encodeURIComponent(plain(article.headline.text))
  return `mailto:?subject=${subject}&body=${encodeURIComponent(absolute(site, articlePath(article)))}`
}
