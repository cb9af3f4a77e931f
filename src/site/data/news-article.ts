import { type Article, descriptionOf } from '../../article/article.ts'
import type { Incident } from '../../incident/incident.ts'
import { wholeEnds } from '../../incident/moments.ts'
import { formatIn } from '../../language/local-time.ts'
import { isoLocal, isoOf } from '../../language/moment.ts'
import { isGoingOn } from '../aging.ts'
import { articlePath } from '../article-paths.ts'
import { correctionTexts } from '../changes-told.ts'
import { newestUpdates, type UpdateRow } from '../figures/timeline.ts'
import { mayLink } from '../markdown-escape.ts'
import { absolute, pagePath } from '../output-file.ts'
import { sectionPath } from '../page-layout.ts'
import { largestOf } from '../pictures/picture-variants.ts'
import { inLanguage, shownPictures } from '../pictures/shown-pictures.ts'
import { plain, shortened } from '../plain-text.ts'
import { shareImageOf } from '../share-image.ts'
import type { SiteContext, SiteEdition } from '../site-context.ts'
import { subjectsOf } from '../subject.ts'
import { isoDatesOf } from './iso-dates.ts'

/** Number of updates from which an article is a live blog once it is over; while it is under way, one will do. */
const LIVE = 3

/** Where search engines cut a headline (Google's old limit). */
const HEADLINE = 110

/** A text made from records and human-made wordings, not by a model (IPTC digital source type `dataDrivenMedia`). */
const DATA_DRIVEN = 'https://schema.org/DataDrivenMediaDigitalSource'

/**
 * The schema.org record of an article: NewsArticle, or LiveBlogPosting when it is under way and has updates, or has three
 * or more. Dates have the edition's offset; the author is the newsroom; the first edition is the work, the others its translations.
 */
export function newsArticle(
  article: Article,
  incident: Incident,
  inAllEditions: readonly Article[],
  siteContext: SiteContext,
  siteEdition: SiteEdition,
) {
  const { site } = siteContext
  const address = absolute(site, articlePath(article))
  const updates = toldUpdates(article, incident, siteEdition)
  const live = updates.length >= (isGoingOn(incident) ? 1 : LIVE)
  const { published, updated } = isoDatesOf(article, siteEdition.locale)
  const method = absolute(site, sectionPath('method', siteEdition))
  return {
    '@context': 'https://schema.org',
    '@type': live ? 'LiveBlogPosting' : 'NewsArticle',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    headline: shortened(plain(article.headline.text), HEADLINE),
    description: plain(descriptionOf(article)),
    inLanguage: article.lang,
    datePublished: published,
    dateModified: updated,
    version: String(1 + incident.updates.length + incident.corrections.length),
    author: { '@type': 'Organization', name: plain(article.author), url: method },
    publisher: publisherOf(siteContext, method),
    isPartOf: { '@type': 'WebSite', name: site.name, url: site.base },
    isAccessibleForFree: true,
    digitalSourceType: DATA_DRIVEN,
    ...(article.tags.length > 0 && { keywords: article.tags.map(plain) }),
    ...aboutOf(incident, siteEdition),
    ...(site.licence && { license: site.licence.url }),
    ...imagesOf(article, incident, siteContext, siteEdition),
    ...sourcesOf(article),
    ...translationsOf(article, inAllEditions, siteContext),
    ...correctionsOf(incident, article, siteEdition),
    ...(live && liveBlog(article, incident, updates, address, siteEdition)),
  }
}

/** Its first picture in the three shapes that search engines ask for; or else its card. */
function imagesOf(
  article: Article,
  incident: Incident,
  siteContext: SiteContext,
  { locale: { edition } }: SiteEdition,
): object {
  const { site } = siteContext
  const [picture] = shownPictures(incident, edition.language)
  const typed = incident.pictures?.[0]
  if (!picture || !typed) {
    const card = shareImageOf({ ...article, headline: article.headline.text }, siteContext)
    if (!card) return {}
    const { path, width, height } = card
    return { image: { '@type': 'ImageObject', url: absolute(site, path), width, height } }
  }
  const { caption, credit, licence, source } = typed
  return {
    image: (['16x9', '4x3', '1x1'] as const).map(shape => {
      const { path, width, height } = largestOf(picture, shape)
      return {
        '@type': 'ImageObject',
        url: absolute(site, path),
        width,
        height,
        ...(caption && { caption: plain(inLanguage(caption, edition.language).text) }),
        creditText: plain(credit),
        ...(licence?.url && { license: licence.url }),
        ...(source && { isBasedOn: source }),
      }
    }),
  }
}

/** The newsroom, as its articles and its front pages state it. */
export function publisherOf({ site, logo }: SiteContext, method: string): object {
  return {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    url: site.base,
    publishingPrinciples: method,
    correctionsPolicy: `${method}#corrections`,
    ...(logo && { logo: { '@type': 'ImageObject', url: absolute(site, logo.path) } }),
  }
}

/** The way to an article: front page, its month, itself. */
export function breadcrumbsOf(article: Article, { site }: SiteContext, { locale, say }: SiteEdition): object {
  const { edition } = locale
  const month = formatIn(locale, article.published, edition.zone, 'yyyy/MM')
  const steps = [
    [say('nav.front'), pagePath(edition.id)],
    [formatIn(locale, article.published, edition.zone, 'LLLL yyyy'), pagePath(edition.id, month)],
    [article.headline.text, articlePath(article)],
  ] as const
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path], at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: plain(name),
      item: absolute(site, path),
    })),
  }
}

/** What failed and where; a company as an organisation. */
function aboutOf(incident: Incident, siteEdition: SiteEdition): object {
  const subjects = subjectsOf(incident, siteEdition)
  const about = subjects
    .filter(({ kind }) => kind === 'service' || kind === 'company')
    .map(({ kind, name }) => ({ '@type': kind === 'company' ? 'Organization' : 'Service', name: plain(name) }))
  const places = subjects.filter(({ kind }) => kind === 'country' || kind === 'place')
  return {
    ...(about.length > 0 && { about }),
    ...(places.length > 0 && {
      contentLocation: places.map(({ kind, name }) => ({
        '@type': kind === 'country' ? 'Country' : 'Place',
        name: plain(name),
      })),
    }),
  }
}

function sourcesOf({ sources }: Article): object {
  const addresses = sources.filter(({ url }) => mayLink(url)).map(({ url }) => url)
  return addresses.length > 0 ? { isBasedOn: addresses } : {}
}

function translationsOf(article: Article, inAllEditions: readonly Article[], { site }: SiteContext): object {
  const link = (other: Article) => ({
    '@type': 'NewsArticle',
    '@id': absolute(site, articlePath(other)),
    inLanguage: other.lang,
  })
  const [first, ...others] = inAllEditions
  if (!first || others.length === 0) return {}
  return article.edition === first.edition ? { workTranslation: others.map(link) } : { translationOfWork: link(first) }
}

/** Each correction in the article's own words. */
function correctionsOf(incident: Incident, article: Article, { locale }: SiteEdition): object {
  const comments = correctionTexts(incident, article).map(({ at, isDay, text }) => ({
    '@type': 'CorrectionComment',
    text,
    dateCreated: isoOf(locale, at, isDay),
  }))
  return comments.length > 0 ? { correction: comments } : {}
}

/** The updates as the page shows them, the newest first while the story is under way; none of what is withdrawn. */
function toldUpdates({ event }: Article, incident: Incident, siteEdition: SiteEdition): UpdateRow[] {
  if (incident.state === 'retracted') return []
  const newest = newestUpdates(incident, event, siteEdition)
  return isGoingOn(incident) ? newest : newest.reverse()
}

/** A story is covered from its first word on, and until it is over. */
function liveBlog(
  article: Article,
  incident: Incident,
  updates: readonly UpdateRow[],
  address: string,
  { locale }: SiteEdition,
): object {
  const isOpen = isGoingOn(incident)
  const first = Math.min(article.published, ...incident.updates.flatMap(({ at }) => at.at ?? []))
  const end = Math.max(article.updated, ...wholeEnds(incident.ended).flatMap(({ at }) => at ?? []))
  return {
    coverageStartTime: isoLocal(locale, first),
    ...(!isOpen && { coverageEndTime: isoLocal(locale, end) }),
    liveBlogUpdate: updates.map(({ id, lang, moment, text }) => ({
      '@type': 'BlogPosting',
      '@id': `${address}#${id}`,
      headline: shortened(text, HEADLINE),
      datePublished: moment.iso,
      inLanguage: lang === false ? article.lang : lang,
      articleBody: text,
    })),
  }
}
