import type { Article } from '../article/article.ts'
import { embedPath } from './article-paths.ts'
import { absolute } from './output-file.ts'
import { plain } from './plain-text.ts'
import { escapeHtml } from './sentence-html.ts'
import type { SiteContext } from './site-context.ts'

/** Pixels of a frame: what is longer is scrolled in it. */
export const FRAME = { width: 600, height: 420 } as const

/** The element that shows an article's facts on the page of somebody else. */
export function frameMarkup(article: Article, { site }: Pick<SiteContext, 'site'>): string {
  const address = escapeHtml(absolute(site, embedPath(article)))
  const title = escapeHtml(plain(article.headline.text))
  return `<iframe src="${address}" title="${title}" width="${FRAME.width}" height="${FRAME.height}" loading="lazy" style="border:0;max-width:100%"></iframe>`
}
