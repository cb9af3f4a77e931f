import type { Article } from '../article/article.ts'
import type { Newsroom } from './newsroom.ts'
import type { OpenEdition } from './open-editions.ts'
import { markdownFile } from './realise-incident.ts'
import { siteEditionsOf } from './site-editions.ts'

/** An article as the Markdown that a build would write, without opening the pages' templates. */
export function showMarkdown(
  article: Article,
  { workspace, site }: Newsroom,
  editions: readonly OpenEdition[],
): string {
  return markdownFile(article, { site, siteEditions: siteEditionsOf(workspace, editions) }).text
}
