import type { Article } from '../article/article.ts'
import { openVoices } from '../site/house.ts'
import { type OpenEdition, siteWords } from './editions.ts'
import type { Newsroom } from './newsroom.ts'
import { markdownFile } from './tell-incident.ts'

/** An article as the Markdown that a build would write, without opening the pages' templates. */
export function showMarkdown(
  article: Article,
  { workspace, site }: Newsroom,
  editions: readonly OpenEdition[],
): string {
  const voices = openVoices(
    editions.map(({ edition, teller }) => ({ tongue: teller.tongue, words: siteWords(workspace, edition.language) })),
  )
  return markdownFile(article, { site, voices }).text
}
