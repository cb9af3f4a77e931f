import type { Article } from '../article/article.ts'
import { isoLocal } from '../language/moment.ts'
import { absolute, type File, pagePath, rooted } from './address.ts'
import { mayLink } from './escape.ts'
import { framedPage, stamped } from './frame.ts'
import type { House, Voice } from './house.ts'
import { voiceOf } from './house.ts'
import { paragraphHtml, scriptJson, sentenceHtml } from './html.ts'
import { plain } from './plain.ts'
import { html } from './templates.ts'

/** The page of one article. `told`: the same story in every edition, this one included. */
export function articlePage(article: Article, told: readonly Article[], house: House): File {
  const voice = voiceOf(house, article.edition)
  const versions = told.map(other => ({ voice: voiceOf(house, other.edition), path: articlePath(other) }))
  const setting = {
    path: articlePath(article),
    title: `${article.headline.text} – ${house.site.name}`,
    description: article.standfirst.text,
    versions,
    fallback: versions[0]?.path ?? articlePath(article),
    data: scriptJson(newsArticle(article, told, house, voice)),
  }
  // A version older than its publication has not been updated since.
  const changed = article.updated > article.published
  return framedPage(house, voice, 'article', setting, {
    state: article.state,
    kicker: plain(article.kicker),
    headline: html(sentenceHtml(article.headline)),
    standfirst: html(sentenceHtml(article.standfirst)),
    author: plain(article.author),
    published: stamped(voice, article.published, !changed),
    updated: changed ? stamped(voice, article.updated, true) : false,
    body: html(article.paragraphs.map(paragraphHtml).join('\n')),
    sources: article.sources.map(({ url, label }) => ({ url: mayLink(url) ? url : false, label: plain(label) })),
  })
}

/** Path of an article below the site's root. */
export function articlePath({ edition, slug }: { readonly edition: string; readonly slug: string }): string {
  return pagePath(edition, slug)
}

/** schema.org NewsArticle: dates with offset, the desk as author, the same story in other languages. */
function newsArticle(article: Article, told: readonly Article[], { site }: House, { tongue }: Voice): object {
  const address = absolute(site, articlePath(article))
  const others = told.filter(other => other.edition !== article.edition)
  const sources = article.sources.filter(({ url }) => mayLink(url)).map(({ url }) => url)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': address,
    mainEntityOfPage: address,
    headline: plain(article.headline.text),
    description: plain(article.standfirst.text),
    inLanguage: article.lang,
    datePublished: isoLocal(tongue, article.published),
    dateModified: isoLocal(tongue, Math.max(article.updated, article.published)),
    author: { '@type': 'Organization', name: plain(article.author), url: site.base },
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: site.base },
    isAccessibleForFree: true,
    keywords: article.tags.map(plain),
    ...(sources.length > 0 && { isBasedOn: sources }),
    ...(others.length > 0 && {
      workTranslation: others.map(other => ({
        '@type': 'NewsArticle',
        '@id': absolute(site, articlePath(other)),
        inLanguage: other.lang,
      })),
    }),
  }
}

/** An article's address as links on the site write it. */
export function articleLink(article: { readonly edition: string; readonly slug: string }, { site }: House): string {
  return rooted(site, articlePath(article))
}
