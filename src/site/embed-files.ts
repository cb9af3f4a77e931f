import { type Article, descriptionOf } from '../article/article.ts'
import { agesAt } from './aging.ts'
import type { ArticlePageInput } from './article-page.ts'
import { articlePath, embedPath, oembedPath } from './article-paths.ts'
import { stateInWords } from './article-summary.ts'
import { glanceOf } from './at-a-glance.ts'
import { FRAME, frameMarkup } from './frame-markup.ts'
import { absolute, type TextFile } from './output-file.ts'
import { layoutPage, stamped } from './page-layout.ts'
import { shownPictures } from './pictures/shown-pictures.ts'
import { plain } from './plain-text.ts'
import { sentenceHtml } from './sentence-html.ts'
import { shareImageOf } from './share-image.ts'
import { type SiteContext, siteEditionOf } from './site-context.ts'
import { html } from './templates.ts'

/** What others need to show an article's facts on their pages; nothing where the newsroom does not want it. */
export function embedFiles(input: Omit<ArticlePageInput, 'neighbours'>, siteContext: SiteContext): TextFile[] {
  return siteContext.site.embeds === true ? [framePage(input, siteContext), oembedFile(input, siteContext)] : []
}

/** The facts of an article at a glance, as a page without a script that any site may frame. */
function framePage(
  { article, incident, now = Number.NEGATIVE_INFINITY }: Omit<ArticlePageInput, 'neighbours'>,
  siteContext: SiteContext,
): TextFile {
  const siteEdition = siteEditionOf(siteContext, article.edition)
  const aged = (agesAt(article, incident, siteContext.site) ?? Number.POSITIVE_INFINITY) <= now
  const path = embedPath(article)
  const meta = {
    path,
    title: `${article.headline.text} – ${siteContext.site.name}`,
    description: descriptionOf(article),
    versions: [],
    fallback: path,
  }
  const changed = Math.max(article.updated, article.published)
  return layoutPage(siteContext, siteEdition, 'embed', meta, {
    address: absolute(siteContext.site, articlePath(article)),
    state: aged ? 'aged' : article.state,
    kicker: plain(stateInWords({ ...article, aged }, siteEdition)),
    headline: html(sentenceHtml(article.headline)),
    glance: glanceOf(article, incident, aged, siteEdition),
    moment: stamped(siteEdition, changed, { zone: true, day: dayOnly(article) }),
  })
}

const dayOnly = ({ updated, published, knownToTheDay }: Article): boolean =>
  updated > published ? knownToTheDay.updated : knownToTheDay.published

/** The oEmbed answer for an article (https://oembed.com), as a file: its address is given in the article's head. */
function oembedFile({ article, incident }: Omit<ArticlePageInput, 'neighbours'>, siteContext: SiteContext): TextFile {
  const { site } = siteContext
  const { language } = siteEditionOf(siteContext, article.edition).locale.edition
  const headline = plain(article.headline.text)
  const image = shareImageOf({ ...article, headline, pictures: shownPictures(incident, language) }, siteContext)
  const answer = {
    version: '1.0',
    type: 'rich',
    title: headline,
    author_name: plain(article.author),
    provider_name: site.name,
    provider_url: site.base,
    html: frameMarkup(article, siteContext),
    ...FRAME,
    ...(image && {
      thumbnail_url: absolute(site, image.path),
      thumbnail_width: image.width,
      thumbnail_height: image.height,
    }),
  }
  return { path: `site/${oembedPath(article)}`, text: `${JSON.stringify(answer, null, 1)}\n` }
}
