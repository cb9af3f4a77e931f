import type { Article } from '../article/article.ts'
import type { Incident } from '../incident/incident.ts'
import { isoLocal } from '../language/moment.ts'
import { absolute, rooted, type TextFile } from './address.ts'
import type { Around, Neighbour } from './around.ts'
import { bodyOf } from './article-body.ts'
import { newsArticle } from './data/news-article.ts'
import { mayLink } from './escape.ts'
import { figuresOf } from './figures/figures.ts'
import { framedPage, type Setting, sectionPath, stamped } from './frame.ts'
import type { House, Voice } from './house.ts'
import { voiceOf } from './house.ts'
import { escapeHtml, scriptJson, sentenceHtml } from './html.ts'
import { articleLink, articlePath, cardPath, ninjsPath, subjectPath } from './paths.ts'
import { plain } from './plain.ts'
import { subjectsOf } from './subject.ts'
import { type Html, html } from './templates.ts'

/** One article with what its page is made of beside it. */
export interface Piece {
  readonly article: Article
  readonly incident: Incident
  readonly around: Around
}

/** The page of one article. `told`: the same story in every edition, this one included. */
export function articlePage({ article, incident, around }: Piece, told: readonly Article[], house: House): TextFile {
  const voice = voiceOf(house, article.edition)
  const { site } = house
  // A version older than its publication has not been updated since.
  const changed = article.updated > article.published
  const body = bodyOf(article, incident, voice)
  const figures = figuresOf(incident, voice)
  // The drawing names every update, or else they are listed.
  const timeline = figures.timeline !== false && figures.timeline.whole ? [] : body.timeline
  const link = (item: Neighbour) => ({
    link: articleLink(item, house),
    headline: plain(item.headline),
    moment: stamped(voice, item.published),
  })
  return framedPage(house, voice, 'article', settingOf(article, incident, told, house, voice), {
    state: article.state,
    retracted: article.state === 'retracted',
    kicker: plain(article.kicker),
    headline: html(sentenceHtml(article.headline)),
    standfirst: html(sentenceHtml(article.standfirst)),
    author: plain(article.author),
    published: stamped(voice, article.published, !changed),
    updated: changed ? stamped(voice, article.updated, true) : false,
    ...body,
    timeline,
    figures,
    chronicle: figures.timeline !== false || timeline.length > 0,
    sources: article.sources.map(({ url, label }) => ({ url: mayLink(url) ? url : false, label: plain(label) })),
    reviewed: reviewOf(incident, voice),
    method: rooted(site, sectionPath('method', voice)),
    address: absolute(site, articlePath(article)),
    mail: mailOf(article, house),
    subjects: subjectsOf(incident, voice).map(subject => ({
      name: plain(subject.name),
      link: rooted(site, subjectPath(subject, voice)),
    })),
    related: around.related.map(link),
    neighbours: around.previous !== undefined || around.next !== undefined,
    previous: around.previous ? link(around.previous) : false,
    next: around.next ? link(around.next) : false,
  })
}

function settingOf(
  article: Article,
  incident: Incident,
  told: readonly Article[],
  house: House,
  voice: Voice,
): Setting {
  const versions = told.map(other => ({ voice: voiceOf(house, other.edition), path: articlePath(other) }))
  const instant = (at: number) => isoLocal(voice.tongue, at)
  return {
    path: articlePath(article),
    title: `${article.headline.text} – ${house.site.name}`,
    description: article.standfirst.text,
    versions,
    fallback: versions[0]?.path ?? articlePath(article),
    data: scriptJson(newsArticle(article, incident, told, house, voice)),
    article: {
      published: instant(article.published),
      updated: instant(Math.max(article.updated, article.published)),
      tags: article.tags,
      ninjs: ninjsPath(article),
    },
    ...(house.site.share_cards && { card: { path: cardPath(article), alt: article.headline.text } }),
  }
}

/** Who read it, and when: one sentence, or nothing. */
function reviewOf({ publication: { reviewed } }: Incident, voice: Voice): Html | false {
  if (!reviewed) return false
  const by = escapeHtml(reviewed.by)
  if (reviewed.at === undefined) return html(voice.html('article.reviewed-by', { by }))
  const { iso, text } = stamped(voice, reviewed.at, true)
  return html(voice.html('article.reviewed', { by, at: `<time datetime="${iso}">${escapeHtml(text)}</time>` }))
}

/** A mail that holds the headline and the address: what shares an article without any script or other host. */
function mailOf(article: Article, { site }: House): string {
  const subject = encodeURIComponent(plain(article.headline.text))
  return `mailto:?subject=${subject}&body=${encodeURIComponent(absolute(site, articlePath(article)))}`
}
