import { pagePath, rooted } from './output-file.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
import type { Subject } from './subject.ts'

/** What the address of an article is made of. */
export interface PlacedArticle {
  readonly edition: string
  readonly slug: string
}

/** Path of an article below the site's root. */
export function articlePath({ edition, slug }: PlacedArticle): string {
  return pagePath(edition, slug)
}

/** An article's address in links within the site. */
export function articleLink(article: PlacedArticle, { site }: Pick<SiteContext, 'site'>): string {
  return rooted(site, articlePath(article))
}

/** Path of the share card of an article. */
export function cardPath(article: PlacedArticle): string {
  return `${articlePath(article)}card.png`
}

/** Path of an article as ninjs. */
export function ninjsPath(article: PlacedArticle): string {
  return `${articlePath(article)}ninjs.json`
}

/** Path of what tells an open page that its story has moved, while it is under way. */
export function livePath(article: PlacedArticle): string {
  return `${articlePath(article)}live.json`
}

/** Path of the page of an article that others may frame: in a folder apart, so that it has headers of its own. */
export function embedPath(article: PlacedArticle): string {
  return `${EMBEDS}/${articlePath(article)}`
}

/** Folder of what may be framed. */
export const EMBEDS = 'embed'

/** Path of an article's oEmbed answer. */
export function oembedPath(article: PlacedArticle): string {
  return `${articlePath(article)}oembed.json`
}

/** Path of the page of a service, a company or a place: `fr/service/instagram/`. */
export function subjectPath({ kind, slug }: Pick<Subject, 'kind' | 'slug'>, { locale, say }: SiteEdition): string {
  return pagePath(locale.edition.id, say(`path.${kind}`), slug)
}

/** Whether an article's slug is one of the site's own: a year, the archive, a page of its menu. */
export function isTaken({ slug }: PlacedArticle, { say }: SiteEdition): boolean {
  return /^\d{4}$/.test(slug) || OWN.some(word => say(`path.${word}`) === slug)
}

const OWN = ['service', 'company', 'country', 'place', 'topics', 'archive', 'search', 'method', 'corrections']
