import type { Article } from '../article/article.ts'
import { isoLocal } from '../language/moment.ts'
import { articlePath } from '../site/article-paths.ts'
import { markdownOf } from '../site/markdown.ts'
import { absolute, type TextFile } from '../site/output-file.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'

/** The Markdown of an article, where a build writes it. */
export function markdownFile(article: Article, siteContext: Pick<SiteContext, 'site' | 'siteEditions'>): TextFile {
  const { locale, say } = siteEditionOf(siteContext, article.edition)
  const text = markdownOf(article, {
    canonical: absolute(siteContext.site, articlePath(article)),
    date: isoLocal(locale, article.published),
    lastmod: isoLocal(locale, Math.max(article.updated, article.published)),
    sources: say('article.sources'),
  })
  return { path: `markdown/${article.edition}/${article.id}.md`, text }
}
