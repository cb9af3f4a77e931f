import type { Article } from '../article/article.ts'
import type { OpenEdition } from './editions.ts'
import type { Newsroom } from './newsroom.ts'
import { markdownFile } from './tell-incident.ts'
import { voicesOf } from './voices.ts'

/** An article as the Markdown that a build would write, without opening the pages' templates. */
export function showMarkdown(
  article: Article,
  { workspace, site }: Newsroom,
  editions: readonly OpenEdition[],
): string {
  return markdownFile(article, { site, voices: voicesOf(workspace, editions) }).text
}
